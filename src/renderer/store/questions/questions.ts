import type { Segment, Status } from '../../../shared/accounts/account.ts';
import type { IcpNotes } from '../../../shared/accounts/icp-notes.ts';
import type { Motion } from '../../../shared/accounts/motion.ts';
import type { FamilyChange } from '../../../shared/accounts/reparent.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { InboxSection } from '../../../shared/inbox/inbox.ts';
import type { LeadAnswer } from '../../../shared/lead-routing/who-works-this-lead.ts';
import type { LeadQuestion } from '../../../shared/lead-routing/lead-question.ts';
import type { ExplainedScore } from '../../../shared/priorities/score-receipt.ts';
import type { ExpandRank } from '../../../shared/priorities/expand-rank.ts';
import type { MixProposal, PerPriority } from '../../../shared/priorities/mix.ts';
import type { Mover, ProfileComparison } from '../../../shared/priorities/compare-profiles.ts';
import type { ResearchItem } from '../../../shared/priorities/research-checklist.ts';
import type { ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import type { Priority } from '../../../shared/priorities/suggest-priority.ts';
import type { Decided, Receipt } from '../../../shared/rule-book/receipt.ts';
import type { ImpactTopic } from '../../../shared/rule-book/impact-topics.ts';
import type { SettingsHistory } from '../../../shared/rule-book/settings-history.ts';
import type { SettingsImpact } from '../../../shared/rule-book/settings-impact.ts';
import type { RuleSettings, SettingKey } from '../../../shared/rule-book/settings.ts';
import type { BulkChange, BulkRow } from '../../../shared/statuses/bulk.ts';
import type { FamilyWarning } from '../../../shared/statuses/family-guard.ts';
import type { Fix } from '../../../shared/statuses/fix-list.ts';
import type { OverrideOffer } from '../../../shared/statuses/override.ts';
import type { SeatOffer } from '../../../shared/statuses/seat-swap.ts';
import type { CompanyQuery } from '../../../shared/territories/company-query.ts';
import type { CoverageLine } from '../../../shared/territories/coverage.ts';
import type { TerritoryDiff } from '../../../shared/territories/diff-mappings.ts';
import type { LimitPassed } from '../../../shared/territories/impact.ts';
import type { MineAnswer } from '../../../shared/territories/is-it-mine.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import type { RoundRobinProposal } from '../../../shared/territories/round-robin.ts';
import type { ListAsk, ListPage, PersonLine, OpportunityLine, KnownView } from './list-answers.ts';
import type {
  KnownMapping,
  MappingGap,
  GivenRows,
  MappingChecked,
  MappingImpact,
  ImpactLinesAsk,
  ImpactLinesPage,
  ImpactChoice,
  WorkAsk,
  WorkPage,
  KnownException,
  NamedHeld,
  PublicSectorHint,
  HeldLine,
} from './territory-answers.ts';

export type * from './list-answers.ts';
export * from './territory-answers.ts';

/**
 * What screens ask the store beside rows, views and single records. Each question has one answer, computed in
 * the store's worker from what is there now; a screen asks again when the store tells that something changed
 * (`useAnswer`). One file beside this one answers each.
 */
export interface Questions {
  /** Today (section 0 of the inbox): what needs a hand now. */
  readonly inbox: { readonly ask: null; readonly answer: readonly InboxSection[] };

  /** AW-11: what the last weekly review returned; `null` = nothing is left to tell. */
  readonly weeklyReview: { readonly ask: null; readonly answer: ReviewHeld | null };

  /** Receipts of what is decided about an account, each by its kind. */
  readonly receipts: { readonly ask: { readonly id: string }; readonly answer: AccountReceipts | null };
  /** AW moves: why a move is allowed or refused, with what an override could lift and who of the family is touched. */
  readonly move: {
    readonly ask: { readonly id: string; readonly to: Status };
    readonly answer: MoveExplained | null;
  };
  /** AW-6: whom to release from a full segment of the workspace's BDR, the best first. */
  readonly seats: { readonly ask: { readonly segment: Segment }; readonly answer: readonly SeatOffer[] };
  /** What to mend about an account that came to rest because of bad data. */
  readonly fixList: { readonly ask: { readonly id: string }; readonly answer: readonly Fix[] };
  /** AW-15. */
  readonly bulk: {
    readonly ask: { readonly ids: readonly string[]; readonly change: BulkChange };
    readonly answer: readonly BulkRow[];
  };

  /** PR-1 to PR-4, PR-8, PR-9 for one account. */
  readonly scoring: { readonly ask: { readonly id: string }; readonly answer: AccountScoring | null };
  /** PR-5 over the workspace's BDR. */
  readonly mix: { readonly ask: null; readonly answer: MixProposal };
  /** Every profile, the default one first; `id` null = default. */
  readonly profiles: { readonly ask: null; readonly answer: readonly KnownProfile[] };
  readonly compareProfiles: {
    readonly ask: { readonly from: ScoreProfile; readonly to: ScoreProfile };
    readonly answer: ProfilesCompared;
  };
  /** The accounts that would move, in portions. */
  readonly profileMovers: {
    readonly ask: {
      readonly from: ScoreProfile;
      readonly to: ScoreProfile;
      readonly offset: number;
      readonly limit: number;
    };
    readonly answer: readonly Mover[];
  };

  /** What other values of rule settings would change in the book from a day on; without one from today. */
  readonly settingsImpact: {
    readonly ask: { readonly values: Partial<RuleSettings>; readonly from?: IsoDate };
    readonly answer: NamedSettingsImpact;
  };
  readonly rules: { readonly ask: null; readonly answer: RulesState };

  /** Versions of the mapping, the newest first. */
  readonly mappings: { readonly ask: null; readonly answer: readonly KnownMapping[] };
  /** Rows of one version; `null` = the one in force. */
  readonly mappingRows: {
    readonly ask: { readonly id: string | null; readonly offset: number; readonly limit: number };
    readonly answer: {
      readonly total: number;
      readonly rows: readonly MappingRow[];
      /** The number of each row in the whole version: damaged ones that are missing are counted. */
      readonly numbers: readonly number[];
    };
  };
  /** What is wrong with rows that are edited by hand, as a whole. */
  readonly mappingCheck: { readonly ask: { readonly rows: GivenRows }; readonly answer: MappingChecked };
  /** TER-1: versions that are not whole, the one in force first. */
  readonly mappingGaps: { readonly ask: null; readonly answer: readonly MappingGap[] };
  readonly mappingDiff: {
    readonly ask: { readonly from: string | null; readonly to: string | null };
    readonly answer: readonly TerritoryDiff[];
  };
  /** TER-8: what these rows would change. The answer is kept for `applyMapping` under `draft`. */
  readonly mappingImpact: {
    readonly ask: { readonly rows: GivenRows; readonly source: string };
    readonly answer: MappingImpact;
  };
  /** TER-8: the accounts for which a draft changes something, in portions. */
  readonly impactLines: { readonly ask: ImpactLinesAsk; readonly answer: ImpactLinesPage };
  /** TER-8: the limits that would be passed when only these accounts change hands; `null` = the draft is gone. */
  readonly partImpact: {
    readonly ask: { readonly draft: string; readonly chosen: ImpactChoice };
    readonly answer: readonly LimitPassed[] | null;
  };
  readonly coverage: {
    readonly ask: { readonly by: 'territory' | 'bdr' };
    readonly answer: readonly CoverageLine[];
  };
  /** TER-7: conflicts and gaps, with what mends each. */
  readonly territoryWork: { readonly ask: WorkAsk; readonly answer: WorkPage };
  /** TER-9. */
  readonly mine: {
    readonly ask: { readonly companies: readonly CompanyQuery[] };
    readonly answer: readonly Decided<MineAnswer>[];
  };
  /** TER-1: whom accounts without a BDR row would go to in turn; `ids` null = all of them. */
  readonly roundRobin: {
    readonly ask: { readonly ids: readonly string[] | null };
    readonly answer: readonly (RoundRobinProposal & { readonly name: string })[];
  };
  readonly exceptions: { readonly ask: null; readonly answer: readonly KnownException[] };
  /** TER-4: flagged accounts by owner. */
  readonly named: { readonly ask: null; readonly answer: readonly NamedHeld[] };
  /** TER-6: accounts whose description hints at the public sector. */
  readonly publicSector: { readonly ask: null; readonly answer: readonly PublicSectorHint[] };
  /** TER-10. */
  readonly heldOpportunities: { readonly ask: null; readonly answer: readonly HeldLine[] };

  /** What another parent, or standing alone, would change in the hierarchies. */
  readonly reparent: {
    readonly ask: { readonly id: string; readonly parentId: string | null };
    readonly answer: FamilyChange | null;
  };
  /** ROE-1 to ROE-6. The account is looked up where `accountId` is given. */
  readonly lead: {
    readonly ask: Omit<LeadQuestion, 'today' | 'account'> & { readonly accountId: string | null };
    readonly answer: Decided<LeadAnswer>;
  };

  /** A page of people or opportunities, as lists of their own. */
  readonly people: { readonly ask: ListAsk; readonly answer: ListPage<PersonLine> };
  readonly opportunities: { readonly ask: ListAsk; readonly answer: ListPage<OpportunityLine> };
  /** Texts of any fields for rows that are on screen, in the order asked. */
  readonly cells: {
    readonly ask: { readonly ids: readonly string[]; readonly fields: readonly string[] };
    readonly answer: readonly (readonly string[])[];
  };
  /** Saved views, the shipped ones first. */
  readonly views: { readonly ask: null; readonly answer: readonly KnownView[] };
}

export type QuestionKind = keyof Questions;
export type Ask<K extends QuestionKind> = Questions[K]['ask'];
export type AnswerTo<K extends QuestionKind> = Questions[K]['answer'];

/**
 * How one kind of question is put; `StoreClient.ask`.
 * @param signal aborted = nobody waits for the answer any more: long work for it ends at its next pause
 */
export type AskStore = <K extends QuestionKind>(
  kind: K,
  ask: Ask<K>,
  signal?: AbortSignal,
) => Promise<AnswerTo<K>>;

/** PR-3: what another profile would suggest, counted. */
export interface ProfilesCompared extends Omit<ProfileComparison, 'movers'> {
  readonly movers: number;
}

export interface AccountReceipts {
  readonly segment: Receipt;
  readonly territory: Receipt | null;
  readonly motion: Receipt;
  /** AW-9 to AW-12 of the open stint; `null` = not in Actively Working. */
  readonly clocks: Receipt | null;
  readonly priority: Receipt;
  /** Day from which the settings that were used hold; `null` = the defaults, since ever. */
  readonly settingsFrom: IsoDate | null;
}

export interface ReviewHeld {
  /** First day of the week that was reviewed. */
  readonly week: IsoDate;
  readonly on: IsoDate;
  /** Those that still are in Queued. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

export interface MoveExplained {
  readonly allowed: boolean;
  readonly receipt: Receipt;
  readonly override: OverrideOffer | null;
  readonly family: readonly FamilyWarning[];
  readonly warnings: readonly { readonly rule: string; readonly message: Label }[];
  /** AW-6: the segment that is full, when that is what refuses. */
  readonly fullSegment: Segment | null;
}

export interface AccountScoring {
  readonly motion: Motion;
  readonly score: Decided<ExplainedScore>;
  readonly suggested: Decided<Priority | null>;
  /** PR-8; `null` for Land. */
  readonly rank: Decided<ExpandRank | null> | null;
  readonly notes: IcpNotes;
  /** What is known already, as a proposal for the parts that are blank. */
  readonly draft: IcpNotes;
  readonly checklist: readonly ResearchItem[];
}

export interface KnownProfile {
  readonly id: string | null;
  readonly profile: ScoreProfile;
  readonly isUsed: boolean;
}

/** What other settings would change, on the day from which they would hold, in the book as it stands. */
export interface NamedSettingsImpact extends Pick<SettingsImpact, 'overLimits' | 'overNamed'> {
  readonly on: IsoDate;
  /** Why the values cannot be; nothing else is then said. */
  readonly problem: Label | null;
  /** What was looked at: where nothing is found there, nothing changes. */
  readonly topics: readonly ImpactTopic[];
  /** What most accounts turn first. */
  readonly turns: readonly ImpactTurn[];
  /** AW-6, of the workspace's BDR, where something differs. */
  readonly seats: readonly SeatsImpact[];
  /** PR-5; `null` where it was not asked for. */
  readonly mix: MixImpact | null;
  /** Planned versions that bring a value of their own: the change holds until then. */
  readonly later: readonly LaterChange[];
}

/** Accounts that turn the same way. */
export interface ImpactTurn {
  readonly topic: ImpactTopic;
  /** Values of the domain, or one of the few words of its topic; the screen has the words for people. */
  readonly from: string | number | null;
  readonly to: string | number | null;
  readonly count: number;
  /** The first of them, by name. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

interface SeatsSide {
  readonly used: number;
  readonly limit: number | null;
}

export interface SeatsImpact {
  readonly segment: Segment;
  readonly from: SeatsSide;
  readonly to: SeatsSide;
}

export interface MixImpact {
  /** Land accounts in Actively Working with a Priority. */
  readonly counted: number;
  readonly actual: PerPriority;
  /** The targets on both sides. */
  readonly before: PerPriority;
  readonly after: PerPriority;
}

export interface LaterChange {
  readonly key: SettingKey;
  readonly from: IsoDate;
  readonly value: RuleSettings[SettingKey];
}

export interface RulesState {
  readonly today: IsoDate;
  readonly history: SettingsHistory;
}
