import type { Opportunity } from '../../../shared/accounts/opportunity.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { Decided } from '../../../shared/rule-book/receipt.ts';
import type { MappingProblem } from '../../../shared/territories/check-mapping.ts';
import type { TerritoryDiff } from '../../../shared/territories/diff-mappings.ts';
import type { HeldOpportunity } from '../../../shared/territories/held-opportunities.ts';
import type { ImpactLine, LimitPassed } from '../../../shared/territories/impact.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import type { TerritoryException } from '../../../shared/territories/exceptions.ts';
import type { WorkItem } from '../../../shared/territories/work-list.ts';

export interface KnownMapping {
  readonly id: string;
  readonly importedOn: IsoDate;
  readonly source: string;
  readonly rowCount: number;
  readonly isInForce: boolean;
}

/** A mapping that is not whole: the integrity check put something of it aside. */
export type MappingGap = LackingMapping | HeadlessMapping;

/** Rows of it are missing. */
interface LackingMapping extends KnownMapping {
  readonly isHeadless: false;
  readonly missingRows: number;
  /** Parts of it in quarantine; others are gone. */
  readonly heldParts: number;
  /** Of these, parts that can be put back without what is wrong. */
  readonly mendableParts: number;
}

/** Its own record is in quarantine, so that no day knows of it: an older one, or none, is in force instead. */
interface HeadlessMapping extends Pick<KnownMapping, 'id' | 'source' | 'rowCount'> {
  readonly isHeadless: true;
  /** '' = it cannot be read any more. */
  readonly importedOn: string;
  readonly canPutBack: boolean;
}

/** Rows of a mapping: as they are, or as the JSON of a list of them (many cost the page nothing so). */
export type GivenRows = readonly MappingRow[] | Blob;

export interface MappingChecked {
  readonly errors: number;
  readonly warnings: number;
  /** The first ones, errors before warnings. */
  readonly problems: readonly MappingProblem[];
}

export interface MappingImpact {
  /** What `applyMapping` takes; `null` = an error keeps the whole mapping out. */
  readonly draft: string | null;
  readonly check: MappingChecked;
  readonly totals: ImpactTotals;
  /** When every line is applied. */
  readonly limits: readonly LimitPassed[];
  /** How the territories differ from the mapping in force: the first of them, and how many there are. */
  readonly diff: readonly TerritoryDiff[];
  readonly diffs: number;
}

/** Lines of an impact by what they are about. */
export const impactKinds = [
  'hands',
  'working',
  'owner',
  'territory',
  'choices',
  'unassigned',
  'open',
] as const;
/**
 * `hands` another BDR, `working` the same in Actively Working, `owner` another AE, `territory` another
 * territory, `choices` several AEs to choose from, `unassigned` no BDR row, `open` a conflict or gap.
 */
export type ImpactKind = (typeof impactKinds)[number];

export interface ImpactTotals extends Readonly<Record<ImpactKind, number>> {
  readonly lines: number;
  readonly unchanged: number;
  /** Accounts that the mapping leaves in no territory, or in several alike. */
  readonly leftOpen: number;
}

export interface ImpactLinesAsk {
  readonly draft: string;
  /** Part of a name, territory, BDR or AE. */
  readonly text: string;
  readonly kind: ImpactKind | null;
  readonly offset: number;
  readonly limit: number;
}

export interface ImpactLinesPage {
  /** What the filter found; `null` = the draft is gone. */
  readonly found: number | null;
  readonly lines: readonly ImpactLine[];
}

/** Which accounts of a draft change hands. */
export type ImpactChoice = { readonly except: readonly string[] } | { readonly only: readonly string[] };

export interface WorkAsk {
  /** A kind of item (`WorkPage.kinds`), `null` = all. */
  readonly kind: string | null;
  /** Only what concerns this account; absent = all. */
  readonly account?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface WorkPage {
  /** Message ids of the findings with how many items each has; the most first. */
  readonly kinds: readonly { readonly kind: string; readonly items: number }[];
  readonly found: number;
  readonly items: readonly NamedWorkItem[];
}

export interface NamedWorkItem extends WorkItem {
  readonly accountName: string;
  /** Names of the first of `concerns`, in their order. */
  readonly concernNames: readonly string[];
  readonly concernCount: number;
}

export interface KnownException {
  readonly id: string;
  readonly accountName: string;
  readonly exception: TerritoryException;
}

export interface NamedHeld {
  readonly owner: string;
  readonly limit: number;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

export interface PublicSectorHint {
  readonly id: string;
  readonly name: string;
  /** ISO code of the ultimate parent's place (TER-3); `null` = not known. */
  readonly country: string | null;
  readonly message: Label;
}

export interface HeldLine {
  readonly opportunity: Opportunity;
  readonly accountName: string;
  readonly accountOwner: string;
  /** `null` = the creation date is missing, so nothing can be counted. */
  readonly decided: Decided<HeldOpportunity> | null;
}
