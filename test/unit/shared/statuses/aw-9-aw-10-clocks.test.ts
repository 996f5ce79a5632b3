import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockPause } from '../../../../src/shared/accounts/account.ts';
import { addDays, fixedClock, todayIn, type IsoDate } from '../../../../src/shared/clock.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import {
  dueDay,
  missingFields,
  readClocks,
  type ClockFacts,
  type Clocks,
} from '../../../../src/shared/statuses/clocks.ts';
import { keepEarlierSequence, type SequencedProspect } from '../../../../src/shared/statuses/sequencing.ts';

const day = (text: string): IsoDate => text as IsoDate;
const start = day('2026-11-01');
const after = (days: number): IsoDate => addDays(start, days);
const filled = {
  accountResearch: 'ICP',
  accountStrategy: 'Priority 1: tailored',
  bdrNextStep: 'Call',
  bdrNextStepDate: after(40),
};
const sequenced = (id: string, days: number, part: Partial<SequencedProspect> = {}): SequencedProspect => ({
  id,
  sequencedOn: after(days),
  state: 'active',
  ...part,
});
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => sequenced(id, 2));

const clocks = (part: Partial<ClockFacts>, settings = defaultRuleSettings): Clocks =>
  readClocks({ start, fields: {}, prospects: [], pauses: [], today: after(0), ...part }, settings);

describe('AW-9: within 10 days of the start date the four BDR fields must all be filled', () => {
  it.each([
    [0, 'running', 10],
    [6, 'running', 4],
    [7, 'warned', 3],
    [10, 'warned', 0],
    [11, 'late', -1],
  ])('on day %i without them: %s, %i days left', (days, state, daysLeft) => {
    expect(clocks({ today: after(days) }).research).toMatchObject({ state, daysLeft, due: after(10) });
  });

  it.each(['accountResearch', 'accountStrategy', 'bdrNextStep', 'bdrNextStepDate'] as const)(
    'without %s alone it is not met',
    (field) => {
      const { [field]: _blank, ...fields } = filled;
      expect(clocks({ fields, today: after(11) }).research).toMatchObject({
        state: 'late',
        missing: [field],
      });
    },
  );

  it('blanks do not fill a field; all four are enough, on any day', () => {
    expect(missingFields({ ...filled, accountStrategy: '  \n' })).toEqual(['accountStrategy']);
    expect(clocks({ fields: filled, today: after(11) }).research.state).toBe('met');
  });

  it.each([
    ['a 29 February', '2028-02-19', '2028-02-29'],
    ['the end of February in a common year', '2027-02-18', '2027-02-28'],
    ['the turn of the year', '2026-12-25', '2027-01-04'],
    ['the night in which clocks go forward', '2026-03-25', '2026-04-04'],
    ['the night in which clocks go back', '2026-10-20', '2026-10-30'],
    ['the turn of the fiscal year', '2027-01-25', '2027-02-04'],
  ])('counts calendar days over %s', (_over, from, due) => {
    const at = (today: string) => clocks({ start: day(from), today: day(today) }).research;
    expect(at(due)).toMatchObject({ due, state: 'warned', daysLeft: 0 });
    expect(at(addDays(day(due), 1)).state).toBe('late');
  });

  it.each([
    ['Pacific/Kiritimati', '2026-11-11T09:59:00Z', 'warned'],
    ['Pacific/Kiritimati', '2026-11-11T10:00:00Z', 'late'],
    ['Pacific/Honolulu', '2026-11-12T09:59:00Z', 'warned'],
    ['Pacific/Honolulu', '2026-11-12T10:00:00Z', 'late'],
  ])('the last minute of the last day in %s: %s is %s', (zone, instant, state) => {
    const today = todayIn(fixedClock(instant), zone);
    expect(clocks({ today }).research.state).toBe(state);
  });
});

describe('AW-10: within 15 days at least 5 people must have been sequenced, from start to start + 15', () => {
  it.each([
    [4, 4, 'late'],
    [5, 5, 'met'],
    [6, 6, 'met'],
  ])('%i people', (count, people, state) => {
    const prospects = Array.from({ length: count }, (_, at) => sequenced(String(at), 1));
    expect(clocks({ prospects, today: after(16) }).sequencing).toMatchObject({ people, state });
  });

  it.each([
    ['on the day before the start: it ran already', -1, false],
    ['on the start date', 0, true],
    ['on day 15', 15, true],
    ['on day 16', 16, false],
  ])('a fifth one sequenced %s', (_when, days, counts) => {
    const prospects = [...five.slice(0, 4), sequenced('e', days)];
    const read = clocks({ prospects, today: after(20) }).sequencing;
    expect(read.people).toBe(counts ? 5 : 4);
    expect(read.state).toBe(counts ? 'met' : 'late');
  });

  it.each([
    [11, 'running'],
    [12, 'warned'],
    [15, 'warned'],
    [16, 'late'],
  ])('on day %i with four: %s', (days, state) => {
    const read = clocks({ prospects: five.slice(0, 4), today: after(days) }).sequencing;
    expect(read).toMatchObject({ state, missing: 1, due: after(15) });
  });

  it('finishing or pausing later still counts', () => {
    const ended = five.map((it): SequencedProspect => ({ ...it, state: 'finished', endedOn: after(9) }));
    expect(clocks({ prospects: ended, today: after(30) }).sequencing.state).toBe('met');
  });

  it('one added anew counts, and being sequenced again later erases nothing', () => {
    const anew = sequenced('e', 3, { earlierSequences: [{ on: after(-40), ended: after(-2) }] });
    expect(clocks({ prospects: [...five.slice(0, 4), anew], today: after(16) }).sequencing.people).toBe(5);
    const again = five.map((it): SequencedProspect => ({
      ...it,
      sequencedOn: after(60),
      earlierSequences: [{ on: after(2), ended: after(30) }],
    }));
    expect(clocks({ prospects: again, today: after(61) }).sequencing.state).toBe('met');
  });

  it('an edit that sequences somebody anew keeps the sequence that it replaces', () => {
    const before = {
      sequenceName: 'Platform',
      sequencedOn: after(2),
      endedOn: after(20),
      state: 'finished',
    } as const;
    const edited = { ...before, sequenceName: 'Security', sequencedOn: after(30), state: 'active' } as const;
    expect(keepEarlierSequence(before, edited)).toEqual({
      sequenceName: 'Security',
      sequencedOn: after(30),
      state: 'active',
      earlierSequences: [{ name: 'Platform', on: after(2), ended: after(20) }],
    });
    const third = {
      ...edited,
      sequencedOn: after(60),
      endedOn: after(70),
      earlierSequences: [{ on: after(2) }],
    };
    expect(keepEarlierSequence(edited, third)).toMatchObject({
      endedOn: after(70),
      earlierSequences: [{ on: after(2) }, { name: 'Security', on: after(30), ended: after(20) }],
    });
    for (const same of [before, { ...before, sequencedOn: after(1) }, {}]) {
      expect(keepEarlierSequence(before, same)).toBe(same);
    }
    expect(keepEarlierSequence({}, edited)).toBe(edited);
  });

  it('distinct people: two records with one mail address are one', () => {
    const twice = [
      ...five.slice(0, 4),
      sequenced('x', 1, { email: 'Mia@acme.com' }),
      sequenced('y', 1, { email: ' mia@ACME.com' }),
    ];
    expect(clocks({ prospects: twice.slice(1), today: after(5) }).sequencing.people).toBe(4);
    expect(clocks({ prospects: twice, today: after(5) }).sequencing.people).toBe(5);
  });

  it('AW-7: partner-prospected people never count', () => {
    const prospects = [...five.slice(0, 4), sequenced('e', 1, { partnerProspected: true })];
    expect(clocks({ prospects, today: after(5) }).sequencing.people).toBe(4);
  });

  it('a day that has not come has sequenced nobody', () => {
    const prospects = five.map((it) => ({ ...it, sequencedOn: after(9) }));
    expect(clocks({ prospects, today: after(8) }).sequencing.people).toBe(0);
    expect(clocks({ prospects, today: after(9) }).sequencing.people).toBe(5);
  });

  it('numbers are settings', () => {
    const settings = { ...defaultRuleSettings, peopleToSequence: 2, sequencingDays: 5, researchDays: 3 };
    const read = clocks({ prospects: [sequenced('a', 5), sequenced('b', 6)], today: after(6) }, settings);
    expect(read.sequencing).toMatchObject({ people: 1, missing: 1, due: after(5), state: 'late' });
    expect(read.research.due).toBe(after(3));
    const quiet = { ...defaultRuleSettings, returnWarningDays: 0 };
    expect(clocks({ today: after(9) }, quiet).research.state).toBe('running');
    expect(clocks({ today: after(10) }, quiet).research.state).toBe('warned');
  });
});

describe('AW-11: a clock can be paused with a reason', () => {
  const pause = (from: number, until?: number): ClockPause => ({
    from: after(from),
    ...(until !== undefined && { until: after(until) }),
    reason: 'Leave',
  });

  it.each<[string, ClockPause[], number | null]>([
    ['none', [], 10],
    ['one day', [pause(3, 3)], 11],
    ['a week', [pause(3, 9)], 17],
    ['over the start', [pause(-5, 2)], 12],
    ['on the start date alone: the clock counts the days after it', [pause(0, 0)], 10],
    ['on the last day', [pause(10, 10)], 11],
    ['from the day after the last', [pause(11, 20)], 10],
    ['one that ended before the start', [pause(-9, -2)], 10],
    ['without end', [pause(4)], null],
    ['without end, after the last day', [pause(11)], 10],
    ['two, the second within the days that the first one gave', [pause(8, 9), pause(12, 12)], 13],
    ['two that overlap count once', [pause(2, 6), pause(4, 8)], 17],
    ['two at once count once', [pause(2, 6), pause(2, 6)], 15],
    ['in any order', [pause(12, 12), pause(8, 9)], 13],
  ])('%s', (_sentence, pauses, due) => {
    expect(dueDay(start, 10, pauses)).toBe(due === null ? null : after(due));
  });

  it('while it is paused nothing is warned; what was late before stays late', () => {
    expect(clocks({ pauses: [pause(8, 12)], today: after(9) }).research).toMatchObject({
      state: 'paused',
      due: after(15),
    });
    expect(clocks({ pauses: [pause(5)], today: after(40) }).research).toMatchObject({
      state: 'paused',
      due: null,
      daysLeft: null,
    });
    expect(clocks({ pauses: [pause(20)], today: after(21) }).research.state).toBe('late');
    expect(clocks({ pauses: [pause(8, 12)], today: after(13) }).research.state).toBe('warned');
    expect(clocks({ pauses: [pause(8, 12)], today: after(16) }).research.state).toBe('late');
  });

  it('people who are sequenced in the days that a pause gave count', () => {
    const prospects = [...five.slice(0, 4), sequenced('e', 17)];
    expect(clocks({ prospects, today: after(18), pauses: [pause(5, 6)] }).sequencing.people).toBe(5);
    expect(clocks({ prospects, today: after(18), pauses: [pause(5, 5)] }).sequencing.people).toBe(4);
  });

  it('the due day is the one on which the clock has counted its days, whatever the pauses', () => {
    const span = fc
      .tuple(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 0, max: 15 }))
      .map(([from, days]) => pause(from, from + days));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (pauses, days) => {
        let counted = 0;
        let at = start;
        while (counted < days) {
          at = addDays(at, 1);
          const isPaused = pauses.some(({ from, until }) => from <= at && (until ?? at) >= at);
          if (!isPaused) counted += 1;
        }
        expect(dueDay(start, days, pauses)).toBe(at);
      }),
      { numRuns: 500 },
    );
  });
});
