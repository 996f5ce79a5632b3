import type { Account, Segment, Status } from '../../../shared/accounts/account.ts';
import type { Opportunity } from '../../../shared/accounts/opportunity.ts';
import type { Prospect } from '../../../shared/accounts/prospect.ts';
import type { Instant } from '../../../shared/clock.ts';
import type { Fields, Label, Origin } from '../../../shared/history/change-set.ts';
import type { BookRow } from './rows.ts';

export interface AccountDetail {
  readonly account: Account;
  readonly row: BookRow;
  readonly prospects: readonly Prospect[];
  readonly opportunities: readonly Opportunity[];
  readonly family: FamilyTree;
}

/** The hierarchy of an account, and who decides what in it (SEG-3, SEG-5, SEG-6). */
export interface FamilyTree {
  /** Top first. */
  readonly members: readonly FamilyTreeMember[];
  /** What no member decides: an unknown segment, Land. */
  readonly undecided: readonly Label[];
  /** The parent that a stand-alone account stands apart from. */
  readonly apartFrom: { readonly id: string; readonly name: string } | null;
  /** Stand-alone accounts with a parent in this hierarchy: not of it, with hierarchies of their own. */
  readonly standingApart: readonly { readonly id: string; readonly name: string }[];
}

export interface FamilyTreeMember {
  readonly id: string;
  readonly name: string;
  /** 0 is the ultimate parent. */
  readonly depth: number;
  readonly segment: Segment | null;
  readonly status: Status;
  /** Its own count, for people: "1,200", "50-99", "". */
  readonly employees: string;
  /** What it pays as a customer, in USD; `null` = no customer, or of an unknown amount. */
  readonly carr: number | null;
  /** What it decides for all: the segment, Expand. */
  readonly decides: readonly Label[];
}

export interface TimelineEntry {
  readonly n: number;
  readonly at: Instant;
  readonly actor: string;
  readonly label: Label;
  readonly origin: Origin;
  readonly kind: 'account' | 'prospect' | 'opportunity' | 'document';
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** True when a later undo took it back. */
  readonly undone: boolean;
}
