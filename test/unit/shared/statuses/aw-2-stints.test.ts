import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses, type AccountValues, type Stint } from '../../../../src/shared/accounts/account.ts';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import { applyMove } from '../../../../src/shared/statuses/apply-move.ts';
import { allowedMoves } from '../../../../src/shared/statuses/moves.ts';
import { enterStint, leaveStint, openStintOf } from '../../../../src/shared/statuses/stints.ts';

const day = (text: string): IsoDate => text as IsoDate;
const stint = (start: string, end?: string, reason?: string): Stint => ({
  start: day(start),
  ...(end !== undefined && { end: day(end) }),
  ...(reason !== undefined && { reason }),
});

describe('AW-2: entering opens a stint with start date today', () => {
  it('the first one', () => {
    expect(enterStint(undefined, day('2026-11-21'), 'Ann')).toEqual([{ start: '2026-11-21', actor: 'Ann' }]);
  });

  it('re-entry on a later day is a new stint with a new clock', () => {
    const before = [stint('2026-10-01', '2026-11-20', 'full')];
    expect(enterStint(before, day('2026-11-21'), 'Ann')).toEqual([
      ...before,
      { start: '2026-11-21', actor: 'Ann' },
    ]);
  });

  it('re-entry on the same day continues the old one', () => {
    expect(enterStint([stint('2026-10-01', '2026-11-21', 'full')], day('2026-11-21'), 'Ann')).toEqual([
      stint('2026-10-01'),
    ]);
    const own = { ...stint('2026-10-01', '2026-11-21'), actor: 'Bob' };
    expect(enterStint([own], day('2026-11-21'), 'Ann')).toEqual([{ start: '2026-10-01', actor: 'Bob' }]);
  });

  it.each([
    ['the last of February', '2028-02-29', '2028-03-01'],
    ['the last of February in a common year', '2027-02-28', '2027-03-01'],
    ['the end of a month', '2026-04-30', '2026-05-01'],
    ['the end of the year', '2026-12-31', '2027-01-01'],
  ])('a stint that ended on %s does not go on the next day', (_when, end, next) => {
    expect(enterStint([stint('2026-01-01', end)], day(end), '')).toEqual([stint('2026-01-01')]);
    expect(enterStint([stint('2026-01-01', end)], day(next), '')).toEqual([
      stint('2026-01-01', end),
      stint(next),
    ]);
  });

  it('a start date that a list brought without its end is closed on the day before', () => {
    expect(enterStint([stint('2026-03-01')], day('2026-11-21'), '')).toEqual([
      stint('2026-03-01', '2026-11-20'),
      stint('2026-11-21'),
    ]);
    expect(enterStint([stint('2026-11-21')], day('2026-11-21'), '')).toEqual([stint('2026-11-21')]);
    expect(enterStint([stint('2027-01-01')], day('2026-11-21'), '')).toEqual([stint('2026-11-21')]);
  });
});

describe('AW-2: leaving closes it', () => {
  it('today, with the reason if there is one', () => {
    const open = [stint('2026-01-01', '2026-01-05'), stint('2026-11-01')];
    expect(leaveStint(open, day('2026-11-21'), 'no answers')).toEqual([
      stint('2026-01-01', '2026-01-05'),
      stint('2026-11-01', '2026-11-21', 'no answers'),
    ]);
    expect(leaveStint([stint('2026-11-21')], day('2026-11-21'), undefined)).toEqual([
      stint('2026-11-21', '2026-11-21'),
    ]);
  });

  it('invents none where a list brought the status without a start date', () => {
    expect(leaveStint(undefined, day('2026-11-21'), undefined)).toEqual([]);
    const left = applyMove(
      { name: 'A', status: 'Actively Working' },
      { to: 'Queued', today: day('2026-11-21'), actor: 'Ann', bdr: 'Ann', fiscalYearFirstMonth: 2 },
    );
    expect(left).toEqual({ name: 'A', status: 'Queued' });
  });
});

it('AW-2: over any moves on any days at most one stint is open, and none overlap', () => {
  const step = fc.record({ to: fc.constantFrom(...statuses), days: fc.integer({ min: 0, max: 40 }) });
  const imported = fc.constantFrom<(Stint[] | undefined)[]>(
    undefined,
    [stint('2026-01-10')],
    [stint('2026-01-01', '2026-01-10')],
    [stint('2027-01-01')],
  );
  fc.assert(
    fc.property(imported, fc.array(step, { maxLength: 40 }), (stints, steps) => {
      let values: AccountValues = { name: 'A', ...(stints && { stints }) };
      let today = day('2026-01-15');
      for (const { to, days } of steps) {
        today = addDays(today, days);
        const from = values.status ?? '';
        if (from === to || !allowedMoves[from].includes(to)) continue;
        const details = { reason: 'because', askedBy: 'Dana' };
        values = applyMove(values, { to, today, actor: 'Ann', bdr: 'Ann', fiscalYearFirstMonth: 2, details });
        const all = values.stints ?? [];
        if (to === 'Actively Working') {
          expect(all.filter((it) => it.end === undefined)).toHaveLength(1);
          expect(openStintOf(all)).toBe(all.at(-1));
        } else if (from === 'Actively Working') expect(openStintOf(all)).toBeUndefined();
        if (!all.some((it) => it.actor !== undefined)) continue;
        all.forEach(({ start, end }, index) => {
          if (end !== undefined) expect(end >= start).toBe(true);
          const next = all[index + 1];
          if (next) expect(end !== undefined && end < next.start).toBe(true);
        });
      }
    }),
    { numRuns: 500 },
  );
});
