import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import type { ClockFacts } from '../../../../src/shared/statuses/clocks.ts';
import { decideReturn } from '../../../../src/shared/statuses/returns.ts';
import { lastActiveDay, type SequencedProspect } from '../../../../src/shared/statuses/sequencing.ts';
import { workedYear } from '../../../../src/shared/statuses/worked-years.ts';

const day = (text: string): IsoDate => text as IsoDate;
const start = day('2026-09-01');
const after = (days: number): IsoDate => addDays(start, days);
const filled = {
  accountResearch: 'ICP',
  accountStrategy: 'Priority 1: tailored',
  bdrNextStep: 'Call',
  bdrNextStepDate: after(90),
};
const person = (id: string, part: Partial<SequencedProspect> = {}): SequencedProspect => ({
  id,
  sequencedOn: after(2),
  state: 'finished',
  endedOn: after(20),
  ...part,
});
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id));

const facts = (part: Partial<ClockFacts>): ClockFacts => ({
  start,
  fields: filled,
  prospects: five,
  pauses: [],
  today: after(20),
  ...part,
});
const decide = (part: Partial<ClockFacts>, settings = defaultRuleSettings) =>
  decideReturn(facts(part), settings);

describe('AW-11: missing AW-9 or AW-10 is due back to Queued; warn from three days before, list it after the day', () => {
  it.each([
    ['day 6: nothing', { fields: {}, today: after(6) }, 'stay', undefined, ['AW-13']],
    ['day 7: warned of AW-9', { fields: {}, today: after(7) }, 'warn', after(10), ['AW-11', 'AW-9']],
    ['day 10: still warned', { fields: {}, today: after(10) }, 'warn', after(10), ['AW-11', 'AW-9']],
    ['day 11: due', { fields: {}, today: after(11) }, 'return', after(10), ['AW-11', 'AW-9']],
    [
      'day 15 with four people',
      { prospects: five.slice(1), today: after(15) },
      'warn',
      after(15),
      ['AW-11', 'AW-10'],
    ],
    [
      'day 16 with four people',
      { prospects: five.slice(1), today: after(16) },
      'return',
      after(15),
      ['AW-11', 'AW-10'],
    ],
    [
      'day 16 with neither',
      { fields: {}, prospects: [], today: after(16) },
      'return',
      after(10),
      ['AW-11', 'AW-9', 'AW-10'],
    ],
  ] as const)('%s', (_sentence, part, kind, due, rules) => {
    const { outcome, receipt } = decide(part);
    expect(outcome).toMatchObject({ kind, ...(due && { due }), ...(kind !== 'stay' && { to: 'Queued' }) });
    expect(receipt.rules.slice(0, rules.length)).toEqual(rules);
  });

  it('the receipt says what is missing and what would settle it', () => {
    const { receipt } = decide({
      fields: { accountResearch: 'ICP', bdrNextStep: 'Call' },
      prospects: five.slice(2),
      today: after(13),
    });
    expect(sayStrictly(receipt.said)).toBe('AW-11: due back to Queued since Sep 11, 2026.');
    expect(receipt.facts.map(sayStrictly)).toEqual([
      'In Actively Working since Sep 1, 2026.',
      'AW-9: Account Strategy and BDR Next Step Date still to fill.',
      'AW-9: due by Sep 11, 2026.',
      'AW-10: 3 of 5 people were sequenced.',
      'AW-10: due by Sep 16, 2026.',
      'AW-12: somebody was last active on Sep 14, 2026.',
    ]);
    expect(receipt.flips.map(sayStrictly)).toEqual([
      'Fill Account Strategy and BDR Next Step Date.',
      'Sequence 2 more people by Sep 16, 2026.',
    ]);
    expect(receipt.settings).toContainEqual({ key: 'researchDays', value: 10 });
  });

  it('once the days for sequencing are over, only another stint helps', () => {
    const { receipt } = decide({ prospects: five.slice(2), today: after(16) });
    expect(receipt.flips.map(sayStrictly)).toEqual([
      'The days for sequencing are over: move it to Queued and let it enter again.',
    ]);
  });

  it('what the receipt names would indeed settle it', () => {
    expect(decide({ fields: {}, today: after(11) }).outcome.kind).toBe('return');
    expect(decide({ fields: filled, today: after(11) }).outcome.kind).toBe('stay');
    expect(decide({ prospects: five.slice(1), today: after(15) }).outcome.kind).toBe('warn');
    const more = [...five.slice(1), person('f', { sequencedOn: after(15) })];
    expect(decide({ prospects: more, today: after(15) }).outcome.kind).toBe('stay');
  });
});

describe('AW-12: at least one was sequenced in this stint, and none has been active for 30 days', () => {
  it.each([
    ['29 days after the last one ended', after(49), 'stay'],
    ['30 days after', after(50), 'return'],
  ])('%s', (_when, today, kind) => {
    const { outcome } = decide({ today });
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'return') {
      expect(outcome).toEqual({ kind: 'return', to: 'Worked in FY', due: after(50), fiscalYear: 2027 });
    }
  });

  it.each<[string, Partial<SequencedProspect>, boolean]>([
    ['active keeps it', { state: 'active' }, false],
    ['paused ended on its day', { state: 'paused', endedOn: after(40) }, true],
    ['finished ended on its day', { state: 'finished', endedOn: after(40) }, true],
    ['one without a state is not active', {}, true],
  ])('a person whose sequence is %s', (_sentence, part, isDue) => {
    const { state: _state, endedOn: _ended, ...blank } = person('x');
    const today = after(70);
    const { outcome } = decide({ prospects: [...five, { ...blank, ...part }], today });
    expect(outcome.kind === 'return').toBe(isDue);
  });

  it('somebody active from before the stint counts as active, but not as sequenced in it', () => {
    const before = person('x', { sequencedOn: after(-10), state: 'active' });
    expect(decide({ prospects: [...five, before], today: after(100) }).outcome.kind).toBe('stay');
    const nobody = { ...defaultRuleSettings, peopleToSequence: 0 };
    const ended = person('x', { sequencedOn: after(-10), endedOn: after(-1) });
    expect(decide({ prospects: [ended], today: after(100) }, nobody).outcome.kind).toBe('stay');
    const within = person('x', { sequencedOn: start, endedOn: after(1) });
    expect(decide({ prospects: [within], today: after(100) }, nobody).outcome.kind).toBe('return');
  });

  it('AW-11 is tested first and wins', () => {
    expect(decide({ fields: {}, today: after(50) }).outcome).toMatchObject({ to: 'Queued' });
    expect(decide({ prospects: five.slice(1), today: after(50) }).outcome).toMatchObject({ to: 'Queued' });
  });

  it.each([
    ['2027-01-31', 2, 2027],
    ['2027-02-01', 2, 2028],
    ['2026-12-31', 1, 2026],
    ['2027-01-01', 1, 2027],
  ])('CLK-4: on %s with first month %i it is recorded for %i', (today, fiscalYearFirstMonth, fiscalYear) => {
    const { outcome } = decide({ today: day(today) }, { ...defaultRuleSettings, fiscalYearFirstMonth });
    expect(outcome).toMatchObject({ to: 'Worked in FY', fiscalYear });
  });

  it('the receipt names the rule, the last day and the way to stay', () => {
    const { receipt } = decide({ today: after(50) });
    expect(receipt.rules).toEqual(['AW-12', 'CLK-4']);
    expect(sayStrictly(receipt.said)).toBe(
      'AW-12: nobody has been active for 30 days; due for Worked in FY 2027 since Oct 21, 2026.',
    );
    expect(receipt.facts.map(sayStrictly)).toContain('AW-12: somebody was last active on Sep 21, 2026.');
    expect(receipt.flips.map(sayStrictly)).toEqual(['Put one person into a sequence again.']);
  });
});

describe('AW-13: no time limit otherwise', () => {
  it('with somebody active it stays for years', () => {
    const prospects = [...five, person('x', { state: 'active' })];
    const { outcome, receipt } = decide({ prospects, today: after(2000) });
    expect(outcome).toEqual({ kind: 'stay' });
    expect(receipt.rules[0]).toBe('AW-13');
    expect(receipt.flips.map(sayStrictly)).toEqual(['It stays until nobody has been active for 30 days.']);
  });

  it('before it is due it says when it will be', () => {
    expect(decide({ today: after(30) }).receipt.flips.map(sayStrictly)).toEqual([
      'On Oct 21, 2026 it is due for Worked in FY, unless somebody is sequenced before.',
    ]);
  });
});

describe('the last day on which somebody was active', () => {
  it.each<[string, SequencedProspect[], string | null]>([
    ['nobody', [], null],
    ['somebody who was never sequenced', [{ id: 'a', lastActivity: after(5) }], null],
    ['the latest end', [person('a'), person('b', { endedOn: after(25) })], after(25)],
    [
      'an unknown end: the last activity',
      [{ id: 'a', sequencedOn: after(2), state: 'paused', lastActivity: after(9) }],
      after(9),
    ],
    ['nothing but the day of sequencing', [{ id: 'a', sequencedOn: after(2), state: 'paused' }], after(2)],
    [
      'an end before the sequencing is a mistake',
      [person('a', { sequencedOn: after(12), endedOn: after(3) })],
      after(12),
    ],
    [
      'earlier sequences',
      [{ id: 'a', earlierSequences: [{ on: after(1), ended: after(8) }, { on: after(3) }] }],
      after(8),
    ],
    ['a day to come counts as today', [person('a', { endedOn: after(99) })], after(60)],
    ['somebody active', [person('a', { state: 'active' })], after(60)],
  ])('%s', (_sentence, prospects, last) => {
    expect(lastActiveDay(prospects, after(60))).toBe(last);
  });
});

describe('AW-12: at the turn of the year it keeps its year, marked as a previous one', () => {
  it.each([
    [[2027], '2027-01-31', { year: 2027, previous: false }],
    [[2027], '2027-02-01', { year: 2027, previous: true }],
    [[2025, 2027, 2026], '2027-01-31', { year: 2027, previous: false }],
    [[], '2027-01-31', undefined],
    [undefined, '2027-01-31', undefined],
  ])('%j on %s', (years, today, expected) => {
    expect(workedYear(years, day(today), 2)).toEqual(expected);
  });
});
