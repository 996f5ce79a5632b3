import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixOf, mixTarget, proposeMix, type MixAccount } from '../../../../src/shared/priorities/mix.ts';
import type { Priority } from '../../../../src/shared/priorities/suggest-priority.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { runs } from '../../../builders/random.ts';

const account = (id: string, priority: Priority | null, part: Partial<MixAccount> = {}): MixAccount => ({
  id,
  name: id,
  priority,
  suggested: null,
  score: 50,
  hasRecentTrigger: false,
  ...part,
});
const propose = (accounts: readonly MixAccount[], settings = defaultRuleSettings) =>
  proposeMix(accounts, settings).outcome;
const many = (count: number, priority: Priority, part: Partial<MixAccount> = {}): MixAccount[] =>
  Array.from({ length: count }, (_, at) =>
    account(`${priority}-${String(at).padStart(3, '0')}`, priority, part),
  );
const short = (accounts: readonly MixAccount[]): string[] =>
  propose(accounts).changes.map(({ id, from, to }) => `${id}: ${from}->${to}`);

describe('PR-5: the mix over a BDR’s Land accounts in Actively Working is 15 % / 35 % / 50 %, by largest remainder', () => {
  it.each([
    [0, 0, 0, 0],
    [1, 0, 0, 1],
    [2, 0, 1, 1],
    [3, 0, 1, 2],
    [7, 1, 2, 4],
    [20, 3, 7, 10],
    [100, 15, 35, 50],
    [150, 23, 52, 75],
    [250, 38, 87, 125],
  ])('%i accounts: %i, %i, %i', (counted, one, two, three) => {
    expect(mixTarget(counted, defaultRuleSettings)).toEqual({ 1: one, 2: two, 3: three });
  });

  it('accounts without Priority are counted apart', () => {
    const accounts = [...many(3, 1), ...many(7, 2), ...many(10, 3), account('x', null)];
    const { mix, changes } = propose(accounts);
    expect(mixOf(accounts, defaultRuleSettings)).toEqual(mix);
    expect(mix).toEqual({
      counted: 20,
      withoutPriority: 1,
      actual: { 1: 3, 2: 7, 3: 10 },
      target: { 1: 3, 2: 7, 3: 10 },
    });
    expect(changes).toEqual([]);
  });

  it('the receipt shows actual against target', () => {
    const { receipt } = proposeMix([...many(5, 1), ...many(15, 3), account('x', null)], defaultRuleSettings);
    expect(sayStrictly(receipt.said)).toBe('7 changes bring the mix to its target.');
    expect(receipt.facts.map(sayStrictly)).toEqual([
      'Priority 1: 5, target 3.',
      'Priority 2: 0, target 7.',
      'Priority 3: 15, target 10.',
      '1 account without a Priority, counted apart.',
    ]);
    const settled = proposeMix(many(1, 3), defaultRuleSettings).receipt;
    expect(sayStrictly(settled.said)).toBe('The mix of 1 account is as it should be.');
  });
});

describe('PR-5: the fewest changes that reach it, best candidates first, ties by name', () => {
  it('up to 2 the best of 3, down to 3 the worst of 2', () => {
    const three = [10, 40, 40, 20].map((score, at) => account(`c${at}`, 3, { score }));
    expect(short([...three, ...many(3, 3, { score: 5 })])).toEqual(['c1: 3->2', 'c2: 3->2']);
    const two = [10, 40, 40, 20].map((score, at) => account(`b${at}`, 2, { score }));
    expect(short([...two, ...many(3, 2, { score: 60 })])).toEqual([
      'b0: 2->3',
      'b3: 2->3',
      'b1: 2->3',
      'b2: 2->3',
    ]);
  });

  it('what PR-4 suggests comes before the score', () => {
    const accounts = [
      account('a', 3, { score: 90, suggested: 3 }),
      account('b', 3, { score: 40, suggested: 2 }),
      account('c', 3),
    ];
    expect(short(accounts)).toEqual(['b: 3->2']);
  });

  it('into Priority 1 only with a recent trigger, by way of 2 where that is fewest', () => {
    const hot = { hasRecentTrigger: true };
    const seven = [account('hot', 3, hot), ...many(2, 2), ...many(4, 3)];
    expect(short(seven)).toEqual(['hot: 3->1']);
    const through = [account('hot', 2, hot), account('b', 2), ...many(5, 3)];
    expect(short(through)).toEqual(['hot: 2->1', '3-000: 3->2']);
  });

  it('the reasons are said', () => {
    const accounts = [
      account('hot', 2, { hasRecentTrigger: true, score: 70 }),
      account('b', 2),
      ...many(5, 3),
    ];
    expect(propose(accounts).changes.map(({ reason }) => sayStrictly(reason))).toEqual([
      'Score 70 and a recent trigger: up to Priority 1',
      'Score 50: up to Priority 2',
    ]);
    const down = [...many(2, 2), ...many(5, 2, { score: 1 })];
    expect(sayStrictly(propose(down).changes[0]?.reason ?? { id: '' })).toBe('Score 1: down to Priority 3');
  });
});

describe('PR-5: it never proposes Priority 1 without a recent trigger, and reports the shortfall instead', () => {
  it('nobody has one', () => {
    const accounts = [...many(8, 2), ...many(12, 3)];
    const { shortfall, changes } = propose(accounts);
    expect(shortfall).toBe(3);
    expect(changes).toEqual([]);
    const { receipt } = proposeMix(accounts, defaultRuleSettings);
    expect(receipt.facts.map(sayStrictly)).toContain(
      '3 Priority 1 accounts missing: nothing else has a recent trigger.',
    );
    expect(receipt.flips.map(sayStrictly)).toEqual(['Find a recent trigger at 3 more accounts.']);
  });

  it('some have: they go up, the rest is short, and 2 and 3 keep their share', () => {
    const accounts = [...many(7, 2), ...many(12, 3), account('hot', 3, { hasRecentTrigger: true })];
    const { shortfall, changes } = propose(accounts);
    expect([shortfall, changes.map(({ id, to }) => [id, to])]).toEqual([2, [['hot', 1]]]);
  });

  it('those who are Priority 1 without one may stay', () => {
    expect(propose([...many(3, 1), ...many(7, 2), ...many(10, 3)]).changes).toEqual([]);
  });
});

const anyAccount = fc.record({
  priority: fc.constantFrom<(Priority | null)[]>(1, 2, 3, 3, null),
  suggested: fc.constantFrom<(Priority | null)[]>(1, 2, 3, null),
  score: fc.integer({ min: 0, max: 4 }).map((it) => it * 25),
  hasRecentTrigger: fc.boolean(),
});
const anyBook = (maxLength: number) =>
  fc
    .array(anyAccount, { maxLength })
    .map((drawn) => drawn.map((it, at) => ({ ...account(`a${at}`, it.priority), ...it })));

/** How good an account is, as the rule says: PR-4's suggestion, then its score. */
const worth = ({ suggested, score }: MixAccount): number => (3 - (suggested ?? 3)) * 1000 + score;

describe('PR-5, against brute force over every book of up to seven accounts', () => {
  interface Best {
    shortfall: number;
    changes: number;
    benefit: number;
  }

  /** Every assignment that the rule allows: the least lack, then the fewest changes, then the most benefit. */
  function bruteForce(accounts: readonly MixAccount[], target: Readonly<Record<Priority, number>>): Best {
    const counted = accounts.flatMap((it) =>
      it.priority === null ? [] : [{ ...it, priority: it.priority }],
    );
    let best: Best = { shortfall: Infinity, changes: Infinity, benefit: -Infinity };
    const counts = { 1: 0, 2: 0, 3: 0 };
    const step = (at: number, changes: number, benefit: number): void => {
      const it = counted[at];
      if (!it) {
        const lack = ([1, 2, 3] as const).reduce((sum, p) => sum + Math.max(0, target[p] - counts[p]), 0);
        const isBetter =
          lack < best.shortfall ||
          (lack === best.shortfall &&
            (changes < best.changes || (changes === best.changes && benefit > best.benefit)));
        if (isBetter) best = { shortfall: lack, changes, benefit };
        return;
      }
      for (const to of [1, 2, 3] as const) {
        if (to === 1 && it.priority !== 1 && !it.hasRecentTrigger) continue;
        counts[to] += 1;
        step(at + 1, changes + (to === it.priority ? 0 : 1), benefit + (it.priority - to) * worth(it));
        counts[to] -= 1;
      }
    };
    step(0, 0, 0);
    return best;
  }

  it('as few changes, as small a shortfall, as good candidates', { timeout: 600_000 }, () => {
    const shares = fc.constantFrom([15, 35], [15, 35], [40, 30], [0, 50], [100, 0], [33, 33], [5, 95]);
    fc.assert(
      fc.property(anyBook(7), shares, (accounts, [mixPriority1 = 15, mixPriority2 = 35]) => {
        const settings = { ...defaultRuleSettings, mixPriority1, mixPriority2 };
        const { mix, changes, shortfall } = propose(accounts, settings);
        const best = bruteForce(accounts, mix.target);
        expect(shortfall).toBe(best.shortfall);
        expect(changes).toHaveLength(best.changes);
        const benefit = changes.reduce((sum, { id, from, to }) => {
          const it = accounts.find((found) => found.id === id);
          return sum + (from - to) * (it ? worth(it) : 0);
        }, 0);
        expect(benefit).toBe(best.benefit);
      }),
      { numRuns: runs(1500) },
    );
  });
});

describe('PR-5, on books of any size', () => {
  it('the changes reach the target, never 1 without a trigger; accepted one by one the rest stays the same', () => {
    fc.assert(
      fc.property(anyBook(60), (accounts) => {
        const { mix, changes, shortfall } = propose(accounts);
        const after = new Map(accounts.map(({ id, priority }) => [id, priority]));
        for (const { id, from, to } of changes) {
          const it = accounts.find((found) => found.id === id);
          expect(it?.priority).toBe(from);
          expect(from).not.toBe(to);
          if (to === 1) expect(it?.hasRecentTrigger).toBe(true);
          after.set(id, to);
        }
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        const count = (priority: Priority) => [...after.values()].filter((it) => it === priority).length;
        expect(count(1)).toBe(mix.target[1] - shortfall);
        for (const priority of [2, 3] as const) {
          if (shortfall === 0) expect(count(priority)).toBe(mix.target[priority]);
          else expect(count(priority)).toBeGreaterThanOrEqual(mix.target[priority]);
        }
        const [first] = changes;
        if (!first) return;
        const next = accounts.map((it) => (it.id === first.id ? { ...it, priority: first.to } : it));
        const rest = propose(next);
        expect(rest.changes).toHaveLength(changes.length - 1);
        expect(rest.shortfall).toBe(shortfall);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the accounts makes no difference', () => {
    fc.assert(
      fc.property(anyBook(25), (accounts) => {
        const key = (list: readonly MixAccount[]) => propose(list).changes.map(({ id, to }) => `${id} ${to}`);
        expect(key(accounts.toReversed())).toEqual(key(accounts));
      }),
    );
  });

  // A search of all combinations would not come to an end before the test's limit.
  it('a full book of 250 is settled', () => {
    const accounts = Array.from({ length: 250 }, (_, at) =>
      account(`a${at}`, ((at % 3) + 1) as Priority, {
        score: (at * 37) % 101,
        hasRecentTrigger: at % 4 === 0,
      }),
    );
    expect(propose(accounts).changes.length).toBeGreaterThan(0);
  });
});
