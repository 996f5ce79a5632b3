import type { OverrideGround, RestReason, Status } from '../../../shared/accounts/account.ts';
import type { OpportunityValues } from '../../../shared/accounts/opportunity.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { InboxAction } from '../../../shared/inbox/inbox-item.ts';
import type { Priority } from '../../../shared/priorities/suggest-priority.ts';
import type { ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import type { RuleSettings, SettingKey } from '../../../shared/rule-book/settings.ts';
import type { SavedView } from '../../../shared/views/saved-view.ts';
import type { DropPlace, MoveDetails } from '../api.ts';
import type { ImpactChoice } from '../questions/questions.ts';

/** AW-3x as a person gives it; the day is today's. */
export interface OverrideGiven {
  readonly ground: OverrideGround;
  readonly by: string;
  readonly reason: string;
}

/** Why a stint ends. */
export interface RestGiven {
  readonly reason: RestReason;
  readonly wakeOn?: IsoDate;
}

/** Commands of the rule book: territories, swaps, clocks, priorities, opportunities, rules, profiles, views. */
export type RuleBookCommand =
  /** Seat swap: `release` leaves, `enter` lands, in one change. */
  | {
      readonly kind: 'swapSeats';
      readonly enter: string;
      readonly place?: DropPlace;
      readonly details?: MoveDetails;
      readonly release: readonly {
        readonly id: string;
        readonly to: Extract<Status, 'Queued' | 'Worked in FY'>;
        readonly rest?: RestGiven;
      }[];
    }
  /** AW-11: `ids` null = the clocks of the whole book (leave). */
  | {
      readonly kind: 'pauseClocks';
      readonly ids: readonly string[] | null;
      readonly from: IsoDate;
      readonly until?: IsoDate;
      readonly reason: string;
    }
  /** Ends pauses that go on, yesterday being their last day. */
  | { readonly kind: 'endPause'; readonly ids: readonly string[] | null }
  /** AW-11: what the last weekly review returned works on, whatever was done since; or its note is put away. */
  | { readonly kind: 'takeBackReview' }
  | { readonly kind: 'dismissReview' }
  | { readonly kind: 'answerNomination'; readonly ids: readonly string[]; readonly accept: boolean }
  /** Items of Today, all at once; those that a rule refuses stay and are told. */
  | { readonly kind: 'settle'; readonly actions: readonly InboxAction[] }
  /** PR-4, PR-5: chosen Priorities; `reason` where it is against the suggestion. */
  | {
      readonly kind: 'choosePriorities';
      readonly choices: readonly { readonly id: string; readonly priority: Priority | null }[];
      readonly reason?: string;
    }
  /** SEG-4: accept or drop a proposed count or place; confirm the segment that new data brought, or keep the old. */
  | {
      readonly kind: 'reviewSegment';
      readonly id: string;
      readonly what:
        | 'acceptCount'
        | 'dropCount'
        | 'acceptPlace'
        | 'dropPlace'
        | 'confirmSegment'
        | 'keepSegment';
    }
  /** SEG-3, SEG-6. */
  | { readonly kind: 'setParent'; readonly id: string; readonly parentId: string | null }
  | {
      readonly kind: 'setStandAlone';
      readonly id: string;
      readonly standAlone: boolean;
      readonly reason?: string;
    }
  /**
   * TER-8: the mapping that `mappingImpact` answered for; `chosen` = accounts that change hands, `owners` = the
   * AEs that were chosen where a line leaves a choice.
   */
  | {
      readonly kind: 'applyMapping';
      readonly draft: string;
      readonly chosen: ImpactChoice;
      readonly owners?: readonly { readonly id: string; readonly owner: string }[];
    }
  /** TER-5, TER-7. */
  | { readonly kind: 'recordException'; readonly exception: ExceptionGiven }
  | { readonly kind: 'dropException'; readonly id: string }
  /** TER-4; `owner` null takes the flag off. */
  | { readonly kind: 'setNamed'; readonly id: string; readonly owner: string | null }
  /** AW-15, TER-1: BDR Assigned by account; '' unassigns. */
  | {
      readonly kind: 'assignAccounts';
      readonly assignments: readonly { readonly id: string; readonly bdr: string }[];
    }
  | { readonly kind: 'createOpportunity'; readonly values: OpportunityValues }
  | {
      readonly kind: 'editOpportunity';
      readonly id: string;
      readonly patch: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'deleteOpportunity'; readonly id: string }
  /** TER-10. */
  | { readonly kind: 'askExtension'; readonly id: string; readonly evidence: string }
  | { readonly kind: 'decideExtension'; readonly id: string; readonly granted: boolean }
  /** Rule settings from a day on; `reset` gives keys their defaults again. */
  | { readonly kind: 'changeRules'; readonly values: Partial<RuleSettings>; readonly from: IsoDate }
  | { readonly kind: 'resetRules'; readonly keys: readonly SettingKey[]; readonly from: IsoDate }
  /** `id` null = a new one. */
  | { readonly kind: 'saveProfile'; readonly id: string | null; readonly profile: ScoreProfile }
  | { readonly kind: 'deleteProfile'; readonly id: string }
  /** `id` null = the default profile. */
  | { readonly kind: 'useProfile'; readonly id: string | null }
  | { readonly kind: 'saveView'; readonly id: string | null; readonly view: SavedView }
  | { readonly kind: 'deleteView'; readonly id: string };

/** An exception as a person gives it; the day is today's. */
export type ExceptionGiven = {
  readonly accountId: string;
  readonly territory: string;
  readonly reason: string;
} & (
  | {
      readonly basis: 'agreement';
      readonly reps: readonly [string, string];
      readonly managers: readonly [string, string];
    }
  | { readonly basis: 'global owner'; readonly globalOwner: string }
  | { readonly basis: 'resolution' }
);
