import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { rankSeats, seatsToFree, type SeatHolder } from '../../../../src/shared/statuses/seat-swap.ts';

const today = '2026-11-21' as IsoDate;
const ago = (days: number): IsoDate => addDays(today, -days);
const people = (sequencedOn: IsoDate, endedOn?: IsoDate): SeatHolder['prospects'] =>
  ['1', '2', '3', '4', '5'].map((id) => ({
    id,
    sequencedOn,
    ...(endedOn ? { state: 'finished' as const, endedOn } : { state: 'active' as const }),
  }));

interface Given {
  readonly start?: IsoDate;
  readonly priority?: 1 | 2 | 3;
  readonly score?: number;
  readonly prospects?: SeatHolder['prospects'];
  readonly isResearched?: boolean;
}

const holder = (id: string, given: Given = {}): SeatHolder => ({
  account: {
    id,
    name: `Acme ${id}`,
    stints: [{ start: given.start ?? ago(60) }],
    ...(given.priority && { priority: given.priority }),
    ...(given.isResearched !== false && {
      accountResearch: 'x',
      accountStrategy: 'x',
      bdrNextStep: 'x',
      bdrNextStepDate: today,
    }),
  },
  prospects: given.prospects ?? people(ago(55), ago(10)),
  score: given.score ?? 50,
});

const ranked = (...holders: readonly SeatHolder[]) =>
  rankSeats(holders, today, defaultRuleSettings).map(({ id, to, daysIdle, reason }) => [
    id,
    to,
    daysIdle,
    sayStrictly(reason),
  ]);

describe('AW-6: a drop on a full segment offers accounts to release', () => {
  it('due back first, then due for Worked in FY, then the idle, the active last', () => {
    expect(
      ranked(
        holder('active', { prospects: people(ago(55)), priority: 3 }),
        holder('idle', { priority: 2 }),
        holder('inactive', { prospects: people(ago(55), ago(35)) }),
        holder('unresearched', { isResearched: false }),
      ),
    ).toEqual([
      ['unresearched', 'Queued', 10, 'Due back to Queued since Oct 2, 2026 (AW-11)'],
      ['inactive', 'Worked in FY', 35, 'Due for Worked in FY since Nov 16, 2026 (AW-12)'],
      ['idle', 'Worked in FY', 10, 'Priority 2, idle for 10 days'],
      ['active', 'Worked in FY', 0, 'Somebody is active in a sequence'],
    ]);
  });

  it('lower Priority first, without one after 3; then the longest idle, the lowest score, the name', () => {
    const idle = (days: number) => people(ago(55), ago(days));
    expect(
      ranked(
        holder('f', { priority: 1, prospects: idle(20) }),
        holder('e', { priority: 2, prospects: idle(20) }),
        holder('d', { prospects: idle(25) }),
        holder('c', { priority: 3, prospects: idle(5), score: 40 }),
        holder('b', { priority: 3, prospects: idle(5), score: 30 }),
        holder('a', { priority: 3, prospects: idle(5), score: 40 }),
        holder('g', { priority: 3, prospects: idle(6) }),
      ).map(([id]) => id),
    ).toEqual(['g', 'b', 'a', 'c', 'd', 'e', 'f']);
  });

  it('one where nobody was sequenced goes back to Queued; whatever was done last counts', () => {
    const fresh = holder('a', { start: ago(4), prospects: [] });
    expect(ranked(fresh)).toEqual([['a', 'Queued', 4, 'No Priority, idle for 4 days']]);
    const logged = { ...fresh, prospects: [{ id: '1', lastActivity: ago(1) }] };
    expect(ranked(logged)[0]?.[2]).toBe(1);
    const renewed = { ...fresh, account: { ...fresh.account, nextStepRenewedOn: ago(2) } };
    expect(ranked(renewed)[0]?.[2]).toBe(2);
    const mistaken = { ...fresh, prospects: [{ id: '1', lastActivity: ago(-5) }] };
    expect(ranked(mistaken)[0]?.[2]).toBe(4);
  });

  it('one that arrived without a start date can be released too', () => {
    const arrived: SeatHolder = { ...holder('a'), account: { id: 'a', name: 'Acme' }, prospects: [] };
    expect(ranked(arrived)).toEqual([['a', 'Queued', 0, 'No Priority, idle for 0 days']]);
  });

  it.each([
    [99, 100, 0],
    [100, 100, 1],
    [102, 100, 3],
    [500, null, 0],
  ])('with %i of %j taken, %i must go', (used, limit, count) => {
    expect(seatsToFree(used, limit)).toBe(count);
  });

  it('every account is offered once, whatever their order', () => {
    const given = fc.record({
      start: fc.integer({ min: 0, max: 100 }).map(ago),
      score: fc.nat(100),
      isResearched: fc.boolean(),
      priority: fc.constantFrom<(1 | 2 | 3)[]>(1, 2, 3),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 12 }), (drawn) => {
        const holders = drawn.map((it, at) => holder(String(at), it));
        const forwards = ranked(...holders);
        expect(ranked(...holders.toReversed())).toEqual(forwards);
        expect(forwards.map(([id]) => id).sort()).toEqual(holders.map(({ account }) => account.id).sort());
      }),
    );
  });
});
