import { segments, type Account, type Segment } from '../accounts/account.ts';
import { highestSegment } from '../accounts/hierarchy.ts';
import { decideMotion, type Motion } from '../accounts/motion.ts';
import { segmentInForce } from '../accounts/segment-hold.ts';
import { limitFor } from '../statuses/limits.ts';
import { runSteps, type Steps } from '../steps.ts';
import { familiesInSteps } from '../territories/book-decisions.ts';
import { territoryFacts, type TerritoryFacts } from '../territories/facts.ts';
import { repKey } from '../territories/mapping-index.ts';
import type { RuleSettings } from './settings.ts';

/** What a change of settings would do to a book, before it is made. */
export interface SettingsImpact {
  /** Accounts that would have another segment (SEG-1 to SEG-3); `null` = unknown. */
  readonly segments: readonly {
    readonly id: string;
    readonly from: Segment | null;
    readonly to: Segment | null;
  }[];
  /** Accounts that would be Land instead of Expand, or the other way round (SEG-5). */
  readonly motions: readonly { readonly id: string; readonly from: Motion; readonly to: Motion }[];
  /** BDRs who would be above a limit by more than now (AW-6): nobody is evicted, but none could enter. */
  readonly overLimits: readonly {
    readonly bdr: string;
    readonly segment: Segment;
    readonly used: number;
    readonly limit: number;
    /** "100 to 90: 4 accounts over". */
    readonly over: number;
  }[];
  /** Reps who would hold more named accounts than allowed, by more than now (TER-4). */
  readonly overNamed: readonly { readonly owner: string; readonly held: number; readonly limit: number }[];
}

type Compared = Pick<
  RuleSettings,
  | 'midMarketFrom'
  | 'largeFrom'
  | 'employeeSourceOrder'
  | 'segmentChange'
  | 'expandFromCarr'
  | 'limitLarge'
  | 'limitMidMarket'
  | 'limitSmb'
  | 'namedLimit'
>;

/** Compares a book under two sets of settings; what has nothing to do with the change is not listed. */
export const settingsImpact = (
  book: readonly Account[],
  before: Compared,
  after: Compared,
): SettingsImpact => {
  const side = (settings: Compared): ComparedBook => ({
    facts: book.map((account) => territoryFacts(account, settings)),
    settings,
  });
  return runSteps(impactOfSettings(side(before), side(after)));
};

/** A book as the territory rules see it under settings. */
export interface ComparedBook {
  readonly facts: readonly TerritoryFacts[];
  readonly settings: Compared;
}

/** The same of facts that are there already, in steps; give both sides one array where their facts are the same. */
export function* impactOfSettings(
  { facts: factsBefore, settings: before }: ComparedBook,
  { facts: factsAfter, settings: after }: ComparedBook,
): Steps<SettingsImpact> {
  const was = yield* judge(factsBefore, before);
  // Most settings leave hierarchies as they are: a limit is counted without going through them twice.
  const isSame =
    factsBefore === factsAfter &&
    before.segmentChange === after.segmentChange &&
    before.expandFromCarr === after.expandFromCarr;
  const is = isSame ? was : yield* judge(factsAfter, after);
  const changed = <T>(old: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>) =>
    [...next].flatMap(([id, to]) => {
      const from = old.get(id);
      return from === undefined || from === to ? [] : [{ id, from, to }];
    });
  return {
    segments: changed(was.segments, is.segments),
    motions: changed(was.motions, is.motions),
    overLimits: is.used.flatMap(({ key, bdr, segment, used }) => {
      const limit = limitFor(segment, after);
      const overBefore = excess(was.used.find((it) => it.key === key)?.used ?? 0, limitFor(segment, before));
      const over = excess(used, limit);
      return limit === null || over <= overBefore ? [] : [{ bdr, segment, used, limit, over }];
    }),
    overNamed: is.named.flatMap(({ owner, held }) =>
      excess(held, after.namedLimit) > excess(held, before.namedLimit)
        ? [{ owner, held, limit: after.namedLimit }]
        : [],
    ),
  };
}

/** Accounts after which others have their turn. */
const accountsInStep = 250;

const excess = (used: number, limit: number | null): number =>
  limit === null ? 0 : Math.max(0, used - limit);

interface Judged {
  readonly segments: ReadonlyMap<string, Segment | null>;
  readonly motions: ReadonlyMap<string, Motion>;
  /** Accounts in Actively Working, by segment and BDR. */
  readonly used: readonly {
    readonly key: string;
    readonly bdr: string;
    readonly segment: Segment;
    readonly used: number;
  }[];
  readonly named: readonly { readonly owner: string; readonly held: number }[];
}

function* judge(book: readonly TerritoryFacts[], settings: Compared): Steps<Judged> {
  const decided = new Map<string, Segment | null>();
  const motions = new Map<string, Motion>();
  for (const family of yield* familiesInSteps(book)) {
    const segment = highestSegment(family.map((member) => segmentInForce(member, settings).segment));
    const { motion } = decideMotion(family, settings);
    for (const { id } of family) {
      decided.set(id, segment);
      motions.set(id, motion);
    }
    if (decided.size % accountsInStep === 0) yield;
  }
  const working = book.filter(({ status }) => status === 'Actively Working');
  const used = segments.flatMap((segment) =>
    countBy(
      working.filter(({ id }) => decided.get(id) === segment),
      ({ bdrAssigned }) => bdrAssigned,
    ).map(({ name, count }) => ({ key: `${segment}|${repKey(name)}`, bdr: name, segment, used: count })),
  );
  const named = countBy(
    book.filter(({ named }) => named),
    ({ namedOwner }) => namedOwner,
  ).map(({ name, count }) => ({ owner: name, held: count }));
  return { segments: decided, motions, used, named };
}

const byName = new Intl.Collator('en').compare;

/** Accounts by a person's name, without those who have none. */
function countBy(
  accounts: readonly TerritoryFacts[],
  nameOf: (account: TerritoryFacts) => string,
): { readonly name: string; readonly count: number }[] {
  const groups = Map.groupBy(accounts, (account) => repKey(nameOf(account)));
  groups.delete('');
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ name: nameOf(first).trim(), count: group.length }] : [];
    })
    .sort((a, b) => byName(a.name, b.name));
}
