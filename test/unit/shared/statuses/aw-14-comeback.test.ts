import { describe, expect, it } from 'vitest';
import type { Stint } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { comebacks, returnedPeople } from '../../../../src/shared/statuses/comeback.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-11-21');
const left: Stint[] = [
  { start: day('2026-06-01'), end: day('2026-07-01') },
  { start: day('2026-08-01'), end: day('2026-10-10') },
];
const mia = { id: 'p', name: 'Mia' };

describe('AW-14: a prospect who answers after the account left Actively Working', () => {
  it.each([
    ['the day before it left', '2026-10-09', false],
    ['on the day it left', '2026-10-10', true],
    ['the day after', '2026-10-11', true],
    ['today', '2026-11-21', true],
    ['tomorrow: a mistake', '2026-11-22', false],
  ])('%s', (_when, answeredOn, counts) => {
    const found = comebacks({ stints: left }, [{ ...mia, answeredOn: day(answeredOn) }], today);
    expect(found).toEqual(counts ? [{ prospect: mia, kind: 'answer', on: answeredOn }] : []);
  });

  it('not while it is worked, nor if it never was', () => {
    const prospects = [{ ...mia, answeredOn: today }];
    expect(comebacks({ status: 'Actively Working', stints: left }, prospects, today)).toEqual([]);
    expect(comebacks({ stints: [...left, { start: today }] }, prospects, today)).toEqual([]);
    expect(comebacks({}, prospects, today)).toEqual([]);
  });
});

describe('AW-14: ... or a nominated event guest who responds', () => {
  const responded = { ...mia, eventResponseOn: day('2026-11-01') };

  it('a nominated one does, another does not', () => {
    expect(comebacks({ stints: left }, [responded], today)).toEqual([]);
    expect(comebacks({ stints: left }, [{ ...responded, nominatedForEvent: 'Summit' }], today)).toEqual([
      { prospect: mia, kind: 'event', on: '2026-11-01', event: 'Summit' },
    ]);
  });

  it('the latest comes first, and all of them are exempt', () => {
    const jo = { id: 'q', name: 'Jo', answeredOn: day('2026-11-20') };
    const found = comebacks(
      { status: 'Worked in FY', stints: left },
      [{ ...responded, nominatedForEvent: 'Summit', answeredOn: day('2026-10-30') }, jo],
      today,
    );
    expect(found.map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-01', '2026-10-30']);
    expect([...returnedPeople(found)].sort()).toEqual(['p', 'q']);
  });
});
