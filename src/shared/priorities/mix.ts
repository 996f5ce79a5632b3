import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { Priority } from './suggest-priority.ts';

export type MixSettings = Pick<RuleSettings, 'mixPriority1' | 'mixPriority2'>;

/** A Land account of the BDR in Actively Working, as PR-5 counts it. */
export interface MixAccount {
  readonly id: string;
  readonly name: string;
  /** `null`: counted apart. */
  readonly priority: Priority | null;
  readonly suggested: Priority | null;
  readonly score: number;
  readonly hasRecentTrigger: boolean;
}

export type PerPriority = Readonly<Record<Priority, number>>;

export interface Mix {
  /** Accounts with a Priority. */
  readonly counted: number;
  readonly withoutPriority: number;
  readonly actual: PerPriority;
  /** 15 / 35 / 50 % of `counted`, by largest remainder. */
  readonly target: PerPriority;
}

export interface MixChange {
  readonly id: string;
  readonly name: string;
  readonly from: Priority;
  readonly to: Priority;
  readonly reason: Label;
}

export interface MixProposal {
  readonly mix: Mix;
  /** The fewest that reach the target: into Priority 1 first, best candidates first; then downwards. */
  readonly changes: readonly MixChange[];
  /** How many Priority 1 accounts are missing for want of a recent trigger. */
  readonly shortfall: number;
}

/** PR-5: actual against target. */
export function mixOf(accounts: readonly MixAccount[], settings: MixSettings): Mix {
  const actual = { 1: 0, 2: 0, 3: 0 };
  for (const { priority } of accounts) if (priority !== null) actual[priority] += 1;
  const counted = actual[1] + actual[2] + actual[3];
  return {
    counted,
    withoutPriority: accounts.length - counted,
    actual,
    target: mixTarget(counted, settings),
  };
}

/** PR-5: the target for so many accounts; Priority 3 has what the other two leave. */
export function mixTarget(counted: number, { mixPriority1, mixPriority2 }: MixSettings): PerPriority {
  const [one = 0, two = 0, three = 0] = largestRemainder(counted, [
    mixPriority1,
    mixPriority2,
    100 - mixPriority1 - mixPriority2,
  ]);
  return { 1: one, 2: two, 3: three };
}

/**
 * PR-5: the fewest changes that reach the target. Of as few, those that leave the best candidates (by PR-4's
 * suggestion, then score, then name) with the higher Priority. Nobody gets Priority 1 without a recent
 * trigger; where that leaves it short, the shortfall is reported, and 2 and 3 get no fewer than their share.
 */
export function proposeMix(accounts: readonly MixAccount[], settings: MixSettings): Decided<MixProposal> {
  const mix = mixOf(accounts, settings);
  const classes = classesOf(accounts);
  const missing = mix.target[1] - mix.actual[1];
  const eligible = [...classes[2], ...classes[3]].filter((it) => it.hasRecentTrigger).length;
  const shortfall = Math.max(0, missing - eligible);
  let best: Plan | undefined;
  for (const entries of flowsOfOne(mix, classes, missing - shortfall)) {
    const plan = planOf(mix, classes, entries);
    if (plan && (!best || isBetter(plan, best))) best = plan;
  }
  const changes = inOrder(best?.moves ?? []).map(changeOf);
  return {
    outcome: { mix, changes, shortfall },
    receipt: {
      rules: ['PR-5', 'PR-4'],
      said:
        changes.length === 0
          ? label('mix.reached', { count: mix.counted })
          : label('mix.changes', { count: changes.length }),
      facts: [
        ...([1, 2, 3] as const).map((priority) =>
          label('mix.share', {
            priority,
            actual: mix.actual[priority],
            target: mix.target[priority],
          }),
        ),
        ...(mix.withoutPriority > 0 ? [label('mix.without', { count: mix.withoutPriority })] : []),
        ...(shortfall > 0 ? [label('mix.shortfall', { count: shortfall })] : []),
      ],
      settings: settingsUsed(settings, ['mixPriority1', 'mixPriority2']),
      flips: shortfall > 0 ? [label('flip.find-triggers', { count: shortfall })] : [],
    },
  };
}

type Classes = Readonly<Record<Priority, readonly MixAccount[]>>;

/** Each Priority's accounts, the best first. */
function classesOf(accounts: readonly MixAccount[]): Classes {
  const sorted = [...accounts].sort(
    (a, b) =>
      worth(b) - worth(a) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const of = (priority: Priority): MixAccount[] => sorted.filter((it) => it.priority === priority);
  return { 1: of(1), 2: of(2), 3: of(3) };
}

/** Suggestion before score; scores reach 100. */
const worth = ({ suggested, score }: MixAccount): number => (3 - (suggested ?? 3)) * 1000 + score;

/** How many accounts cross the border of Priority 1, and where from or to. */
interface FlowsOfOne {
  readonly from2: number;
  readonly from3: number;
  readonly to2: number;
  readonly to3: number;
}

/** Every way to bring Priority 1 to its number: `entering` accounts in, or as many out when negative. */
function flowsOfOne({ actual }: Mix, classes: Classes, entering: number): FlowsOfOne[] {
  const eligible = (priority: Priority): number =>
    classes[priority].filter((it) => it.hasRecentTrigger).length;
  const flows: FlowsOfOne[] = [];
  if (entering >= 0) {
    const least = Math.max(0, entering - eligible(2));
    for (let from3 = least; from3 <= Math.min(entering, eligible(3)); from3 += 1) {
      flows.push({ from2: entering - from3, from3, to2: 0, to3: 0 });
    }
    return flows;
  }
  for (let to2 = 0; to2 <= Math.min(-entering, actual[1]); to2 += 1) {
    flows.push({ from2: 0, from3: 0, to2, to3: -entering - to2 });
  }
  return flows;
}

interface MixMove {
  readonly account: MixAccount;
  readonly from: Priority;
  readonly to: Priority;
}

interface Plan {
  readonly moves: readonly MixMove[];
  /** Higher where better candidates have the higher Priority. */
  readonly benefit: number;
}

const isBetter = (plan: Plan, than: Plan): boolean =>
  plan.moves.length < than.moves.length ||
  (plan.moves.length === than.moves.length && plan.benefit > than.benefit);

/**
 * The best candidates for these flows; what 2 or 3 then lacks comes from the other. `undefined` where the
 * other has not enough: that way does not lead to the target.
 */
function planOf({ actual, target }: Mix, classes: Classes, flows: FlowsOfOne): Plan | undefined {
  const two = actual[2] - flows.from2 + flows.to2;
  const three = actual[3] - flows.from3 + flows.to3;
  const from3to2 = Math.max(0, target[2] - two);
  const from2to3 = Math.max(0, target[3] - three);
  if (from2to3 > actual[2] - flows.from2 || from3to2 > actual[3] - flows.from3) return undefined;

  const moves: MixMove[] = [];
  const take = (candidates: readonly MixAccount[], from: Priority, to: Priority): void => {
    for (const account of candidates) moves.push({ account, from, to });
  };
  const rising2 = classes[2].filter((it) => it.hasRecentTrigger).slice(0, flows.from2);
  take(rising2, 2, 1);
  take(lowest(without(classes[2], rising2), from2to3), 2, 3);
  const rising3 = classes[3].filter((it) => it.hasRecentTrigger).slice(0, flows.from3);
  take(rising3, 3, 1);
  take(without(classes[3], rising3).slice(0, from3to2), 3, 2);
  const falling = lowest(classes[1], flows.to2 + flows.to3);
  take(lowest(falling, flows.to3), 1, 3);
  take(falling.slice(0, flows.to2), 1, 2);
  const benefit = moves.reduce((sum, { account, from, to }) => sum + (from - to) * worth(account), 0);
  return { moves, benefit };
}

const lowest = (candidates: readonly MixAccount[], count: number): readonly MixAccount[] =>
  count === 0 ? [] : candidates.slice(-count);

const without = (all: readonly MixAccount[], taken: readonly MixAccount[]): MixAccount[] => {
  const ids = new Set(taken.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
};

/** Upwards to 1, upwards to 2, then downwards, the worst first. */
function inOrder(moves: readonly MixMove[]): MixMove[] {
  const stage = ({ from, to }: MixMove): number => (to < from ? to : 3);
  return moves
    .map((move, at) => ({ move, at }))
    .sort(
      (a, b) =>
        stage(a.move) - stage(b.move) ||
        (stage(a.move) < 3
          ? worth(b.move.account) - worth(a.move.account)
          : worth(a.move.account) - worth(b.move.account)) ||
        (a.move.account.name < b.move.account.name
          ? -1
          : a.move.account.name > b.move.account.name
            ? 1
            : a.at - b.at),
    )
    .map(({ move }) => move);
}

const changeOf = ({ account: { id, name, score }, from, to }: MixMove): MixChange => ({
  id,
  name,
  from,
  to,
  reason:
    to === 1
      ? label('mix.to-1', { score })
      : to < from
        ? label('mix.up', { score, priority: to })
        : label('mix.down', { score, priority: to }),
});
