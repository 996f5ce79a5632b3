import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, type Segment, type Status } from '../../../../src/shared/accounts/account.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { limitFor, meters } from '../../../../src/shared/statuses/limits.ts';
import { decideMove } from '../../../../src/shared/statuses/moves.ts';
import { runs } from '../../../builders/random.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const settings = defaultRuleSettings;
const enter = (segment: Segment | null, used: number, limit: number | null) =>
  decideMove({ from: 'Queued', to: 'Actively Working', segment, bdrAssigned: '', bdr: 'Ann', used, limit });

describe('AW-6: Mid-Market 150, Large 100, inclusive; SMB has none unless set', () => {
  it.each<[Segment, number, boolean]>([
    ['Mid-Market', 148, true],
    ['Mid-Market', 149, true],
    ['Mid-Market', 150, false],
    ['Mid-Market', 151, false],
    ['Large', 98, true],
    ['Large', 99, true],
    ['Large', 100, false],
    ['Large', 101, false],
    ['SMB', 0, true],
    ['SMB', 100_000, true],
  ])('%s with %i taken: %s', (segment, used, allowed) => {
    expect(enter(segment, used, limitFor(segment, settings)).allowed).toBe(allowed);
  });

  it('SMB has the limit that is set', () => {
    const limit = limitFor('SMB', { ...settings, limitSmb: 2 });
    expect(enter('SMB', 1, limit).allowed).toBe(true);
    expect(enter('SMB', 2, limit).allowed).toBe(false);
  });

  it.each([
    [100, 'AW-6: no free Large slot, 100 of 100.', 'Release 1 Large account, or raise the limit in Rules.'],
    [102, 'AW-6: no free Large slot, 102 of 100.', 'Release 3 Large accounts, or raise the limit in Rules.'],
  ])('with %i of 100 it says how many to release', (used, message, remedy) => {
    const decision = enter('Large', used, 100);
    expect(
      decision.allowed
        ? []
        : decision.refusals.map((it) => [sayStrictly(it.message), sayStrictly(it.remedy)]),
    ).toEqual([[message, remedy]]);
  });

  it('an unknown segment cannot enter until it is set', () => {
    const decision = enter(null, 0, null);
    expect(decision.allowed ? [] : decision.refusals.map((it) => sayStrictly(it.message))).toEqual([
      'AW-6: the segment is unknown, so no slot can be counted.',
    ]);
  });

  it('a lowered limit blocks entries and nothing else', () => {
    const over = { segment: 'Large', bdrAssigned: '', bdr: 'Ann', used: 152, limit: 150 } as const;
    expect(decideMove({ ...over, from: 'Actively Working', to: 'Queued' }).allowed).toBe(true);
    expect(decideMove({ ...over, from: 'Actively Working', to: 'Actively Working' }).allowed).toBe(true);
    expect(decideMove({ ...over, from: 'Queued', to: 'Actively Working' }).allowed).toBe(false);
  });

  it('no entry ever lands above a limit', () => {
    const segment = fc.constantFrom<(Segment | null)[]>(...segments, null);
    fc.assert(
      fc.property(
        fc.array(segment, { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (entries, limitLarge) => {
          const chosen = { ...settings, limitLarge, limitMidMarket: 5, limitSmb: 3 };
          const used = new Map<Segment, number>();
          for (const next of entries) {
            const limit = next === null ? null : limitFor(next, chosen);
            const taken = next === null ? 0 : (used.get(next) ?? 0);
            const { allowed } = enter(next, taken, limit);
            expect(allowed).toBe(next !== null && taken < (limit ?? Infinity));
            if (allowed && next !== null) used.set(next, taken + 1);
          }
          for (const { used: taken, limit } of meters(used, chosen))
            expect(taken).toBeLessThanOrEqual(limit ?? 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('AW-6, against a simple model', () => {
  /** One BDR's book in one segment, by the rules; undo and redo are no moves and are not rule-checked. */
  type Step =
    | { readonly kind: 'move'; readonly at: number; readonly to: Status }
    | { readonly kind: 'limit'; readonly to: number }
    | { readonly kind: 'arrive'; readonly at: number }
    | { readonly kind: 'undo' }
    | { readonly kind: 'redo' };

  const size = 8;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      at: fc.nat(size - 1),
      to: fc.constantFrom<Status[]>('Queued', 'Actively Working', 'Actively Working', 'Worked in FY'),
    }),
    fc.record({ kind: fc.constant('limit' as const), to: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('arrive' as const), at: fc.nat(size - 1) }),
    fc.constantFrom<Step[]>({ kind: 'undo' }, { kind: 'redo' }),
  );

  it('no entry move ever lands above a limit, whatever undo, imports and lowered limits did before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let book: readonly Status[] = Array.from({ length: size }, () => '');
        let limit = 3;
        const past: (readonly Status[])[] = [];
        let future: (readonly Status[])[] = [];
        const working = () => book.filter((it) => it === 'Actively Working').length;
        const put = (at: number, to: Status): void => {
          past.push(book);
          future = [];
          book = book.map((it, index) => (index === at ? to : it));
        };
        for (const it of steps) {
          if (it.kind === 'limit') limit = it.to;
          else if (it.kind === 'arrive') put(it.at, 'Actively Working');
          else if (it.kind === 'undo' || it.kind === 'redo') {
            const [from, into] = it.kind === 'undo' ? [past, future] : [future, past];
            const next = from.pop();
            if (!next) continue;
            into.push(book);
            book = next;
          } else {
            const from = book[it.at] ?? '';
            const used = working();
            const { allowed } = decideMove({
              from,
              to: it.to,
              segment: 'Large',
              bdrAssigned: '',
              bdr: 'Ann',
              used: used - (from === 'Actively Working' ? 1 : 0),
              limit,
            });
            const enters = it.to === 'Actively Working' && from !== it.to;
            if (enters) expect(allowed).toBe(used < limit);
            if (!allowed) continue;
            put(it.at, it.to);
            if (enters) expect(working()).toBeLessThanOrEqual(limit);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});

it('AW-6: the meters show used and limit of every segment, above the limit too', () => {
  expect(meters(new Map([['Mid-Market', 152]]), settings)).toEqual([
    { segment: 'Large', used: 0, limit: 100 },
    { segment: 'Mid-Market', used: 152, limit: 150 },
    { segment: 'SMB', used: 0, limit: null },
  ]);
});
