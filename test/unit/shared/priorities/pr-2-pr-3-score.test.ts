import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountValues } from '../../../../src/shared/accounts/account.ts';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import { largestRemainder } from '../../../../src/shared/priorities/largest-remainder.ts';
import { explainScore } from '../../../../src/shared/priorities/score-receipt.ts';
import { bandOf, scorer } from '../../../../src/shared/priorities/score.ts';
import {
  defaultProfile,
  pointsOf,
  type ScoreProfile,
} from '../../../../src/shared/priorities/score-profile.ts';
import { signals, type Signal } from '../../../../src/shared/priorities/signal.ts';
import type { ScoreFacts } from '../../../../src/shared/priorities/signals.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const today = '2026-11-21' as IsoDate;
const ago = (days: number): IsoDate => addDays(today, -days);
const facts = (values: Partial<AccountValues>, prospects: ScoreFacts['prospects'] = []): ScoreFacts => ({
  values: { name: 'Acme', ...values },
  prospects,
  today,
});
const stateOf = (signal: Signal, given: ScoreFacts): string =>
  scorer(defaultProfile, defaultRuleSettings).score(given).reading.states[signal];
const messageOf = (signal: Signal, given: ScoreFacts): string => {
  const part = explain(given).outcome.parts.find((it) => it.signal === signal);
  return part ? sayStrictly(part.message) : '';
};
const explain = (given: ScoreFacts, profile: ScoreProfile = defaultProfile) =>
  explainScore(given, scorer(profile, defaultRuleSettings), defaultRuleSettings);
const notes = (part: string, text: string): Partial<AccountValues> => ({
  accountResearch: `High LAM:\nHigh DB QS:\nSAL Insights:\nPersons with LIMs:\nTech Used:\nTriggers:`.replace(
    `${part}:`,
    `${part}: ${text}`,
  ),
});

describe('PR-1, PR-2: what each signal is read from', () => {
  it.each<[Signal, string, Partial<AccountValues>, string]>([
    ['highLam', 'LAM without employees', { lamDevelopers: 300 }, 'unknown'],
    ['highLam', '5 % of the employees', { lamDevelopers: 50, employeesZoomInfo: 1000 }, 'yes'],
    ['highLam', 'just under 5 %', { lamDevelopers: 49, employeesZoomInfo: 1000 }, 'no'],
    ['highLam', 'none left', { lamDevelopers: 0 }, 'no'],
    [
      'highLam',
      'high whatever the range means',
      { lamDevelopers: 50, employeesZoomInfo: { min: 100, max: 1000 } },
      'yes',
    ],
    [
      'highLam',
      'low whatever the range means',
      { lamDevelopers: 4, employeesZoomInfo: { min: 100, max: 1000 } },
      'no',
    ],
    [
      'highLam',
      'a range that leaves it open',
      { lamDevelopers: 20, employeesZoomInfo: { min: 100, max: 1000 } },
      'unknown',
    ],
    ['highLam', 'an open range', { lamDevelopers: 400, employeesZoomInfo: { min: 5000 } }, 'unknown'],
    ['highLam', 'noted', notes('High LAM', 'about 300'), 'yes'],
    ['highLam', 'noted as none', notes('High LAM', 'None'), 'no'],
    ['highDbQs', 'over 70', { dbQs: 71 }, 'yes'],
    ['highDbQs', '70 is not over 70', { dbQs: 70 }, 'no'],
    ['highDbQs', '70.5 is', { dbQs: 70.5 }, 'yes'],
    ['highDbQs', 'the field comes before the notes', { dbQs: 20, ...notes('High DB QS', '84') }, 'no'],
    ['highDbQs', 'a number in the notes counts like the field', notes('High DB QS', '84'), 'yes'],
    ['highDbQs', '... below as well', notes('High DB QS', '70 as of May'), 'no'],
    ['highDbQs', 'words in the notes', notes('High DB QS', 'high, says Demandbase'), 'yes'],
    ['highDbQs', 'unknown', {}, 'unknown'],
    ['salInsights', 'in the AE notes', { aeNotes: 'Merging tools' }, 'yes'],
    ['salInsights', 'in the rank notes', { accountRankNotes: 'EwP' }, 'yes'],
    ['salInsights', 'noted', notes('SAL Insights', 'New lead'), 'yes'],
    ['salInsights', 'none, says the field', { aeNotes: 'None' }, 'no'],
    [
      'salInsights',
      'none, says one, something the other',
      { aeNotes: 'None', ...notes('SAL Insights', 'New lead') },
      'yes',
    ],
    ['salInsights', 'unknown', {}, 'unknown'],
    ['techUsed', 'in the field', { techUsed: 'Jenkins' }, 'yes'],
    ['techUsed', 'none', { techUsed: 'none' }, 'no'],
    ['techUsed', 'noted', notes('Tech Used', 'Jenkins'), 'yes'],
    ['triggers', '89 days old', { triggers: [{ text: 'x', date: ago(89) }] }, 'yes'],
    ['triggers', '90 days old', { triggers: [{ text: 'x', date: ago(90) }] }, 'no'],
    ['triggers', 'undated = old', { triggers: [{ text: 'x' }] }, 'no'],
    ['triggers', 'to come: not recent', { triggers: [{ text: 'x', date: ago(-1) }] }, 'no'],
    ['triggers', 'an old and a recent one', { triggers: [{ text: 'x' }, { text: 'y', date: today }] }, 'yes'],
    ['triggers', 'noted with a date', notes('Triggers', '2026-11-01 new CTO'), 'yes'],
    ['triggers', 'noted without', notes('Triggers', 'new CTO'), 'no'],
    ['triggers', 'noted as none', notes('Triggers', 'None'), 'no'],
    ['triggers', 'unknown', {}, 'unknown'],
    ['ceUsage', 'users', { ceUsers: 1 }, 'yes'],
    ['ceUsage', 'instances', { ceUsers: 0, ceInstances: 2 }, 'yes'],
    ['ceUsage', 'none', { ceUsers: 0 }, 'no'],
    ['ceUsage', 'unknown', {}, 'unknown'],
    ['itTedd', '250', { itTeddCount: 250 }, 'yes'],
    ['itTedd', '249', { itTeddCount: 249 }, 'no'],
    ['itTedd', 'unknown', {}, 'unknown'],
    ['industry', 'banking', { industry: 'Investment Banking' }, 'yes'],
    ['industry', 'healthcare', { industry: 'Hospitals & Health Care' }, 'yes'],
    ['industry', 'not in the middle of a word', { industry: 'Riverbanks' }, 'no'],
    ['industry', 'another', { industry: 'Furniture' }, 'no'],
    ['industry', 'unknown', { industry: ' ' }, 'unknown'],
    ['adopterWords', 'in the description', { description: 'We run Kubernetes everywhere' }, 'yes'],
    ['adopterWords', 'whatever the signs', { techUsed: 'ci / cd pipelines' }, 'yes'],
    ['adopterWords', 'noted', notes('Tech Used', 'Multi Cloud'), 'yes'],
    ['adopterWords', 'as part of another word', { description: 'Dastardly Inc.' }, 'no'],
    ['adopterWords', 'no text at all', {}, 'unknown'],
    ['devOps', 'adopted', { devOps: 'adopted' }, 'yes'],
    ['devOps', 'being hired for', { devOps: 'hiring' }, 'yes'],
    ['devOps', 'looked for, none', { devOps: 'not found' }, 'no'],
    ['devOps', 'unknown', {}, 'unknown'],
  ])('%s: %s', (signal, _sentence, values, state) => {
    expect(stateOf(signal, facts(values))).toBe(state);
  });

  it('persons with LIMs: somebody with a moment, or as noted', () => {
    const person = (part: object) => ({ name: 'Mia', ...part });
    const of = (...prospects: ReturnType<typeof person>[]) =>
      stateOf('personsWithLims', facts({}, prospects));
    expect(of(person({ lastInterestingMoment: 'webinar' }))).toBe('yes');
    expect(of(person({}), person({ lastInterestingMomentDate: today }))).toBe('yes');
    expect(of(person({}))).toBe('unknown');
    expect(stateOf('personsWithLims', facts(notes('Persons with LIMs', 'None'), [person({})]))).toBe('no');
    expect(stateOf('personsWithLims', facts(notes('Persons with LIMs', 'Jo, CTO')))).toBe('yes');
  });
});

describe('PR-3: each point is explained', () => {
  it.each<[Signal, Partial<AccountValues>, string]>([
    ['highDbQs', { dbQs: 84 }, 'DB QS 84, over 70: +15'],
    ['highDbQs', { dbQs: 64 }, 'DB QS 64, not over 70: 0'],
    ['highDbQs', notes('High DB QS', '84'), 'DB QS noted as “84”: +15'],
    ['highDbQs', notes('High DB QS', 'None'), 'High DB QS: none, 0'],
    ['highDbQs', {}, 'High DB QS: unknown, worth +15'],
    [
      'highLam',
      { lamDevelopers: 60, employeesZoomInfo: 1000 },
      'LAM 60 of 1,000 employees, 5 % or more: +15',
    ],
    ['highLam', { lamDevelopers: 6, employeesZoomInfo: 1000 }, 'LAM 6 of 1,000 employees, under 5 %: 0'],
    ['highLam', notes('High LAM', '300'), 'High LAM, as noted in Account Research: +15'],
    ['salInsights', { aeNotes: 'x' }, 'SAL Insights: +10'],
    ['techUsed', { techUsed: 'Jenkins\nArtifactory' }, 'Tech Used: Jenkins: +5'],
    [
      'triggers',
      { triggers: [{ text: 'x', date: ago(3) }] },
      'Trigger of Nov 18, 2026, in the last 90 days: +15',
    ],
    ['triggers', { triggers: [{ text: 'x' }] }, 'Only old triggers: 0'],
    ['ceUsage', { ceUsers: 1 }, '1 CE user, 0 instances: +10'],
    ['itTedd', { itTeddCount: 300 }, '300 IT/TEDD staff, 250 or more: +5'],
    ['itTedd', { itTeddCount: 30 }, '30 IT/TEDD staff, under 250: 0'],
    ['industry', { industry: 'Banking' }, 'Industry Banking fits (“bank”): +5'],
    ['industry', { industry: 'Furniture' }, 'Industry Furniture is none of the fitting ones: 0'],
    ['adopterWords', { description: 'all on kubernetes' }, '“Kubernetes” speaks of an early adopter: +5'],
    ['devOps', { devOps: 'hiring' }, 'DevOps is being hired for: +5'],
    ['devOps', { devOps: 'adopted' }, 'DevOps is adopted: +5'],
  ])('%s of %j', (signal, values, words) => {
    expect(messageOf(signal, facts(values))).toBe(words);
  });

  it('people with moments are counted', () => {
    const prospects = [{ name: 'Mia', lastInterestingMoment: 'x' }, { name: 'Jo' }];
    expect(messageOf('personsWithLims', facts({}, prospects))).toBe(
      '1 person with a last interesting moment: +10',
    );
  });

  it('an unknown signal scores 0 and is named with what it would be worth, the most worthwhile first', () => {
    const { outcome, receipt } = explain(facts({ dbQs: 84, industry: 'Banking', devOps: 'not found' }));
    expect(outcome.score).toBe(20);
    expect(outcome.missing.map(({ signal, worth }) => [signal, worth])).toEqual([
      ['highLam', 15],
      ['triggers', 15],
      ['salInsights', 10],
      ['personsWithLims', 10],
      ['ceUsage', 10],
      ['techUsed', 5],
      ['itTedd', 5],
      ['adopterWords', 5],
    ]);
    expect(sayStrictly(receipt.flips[0] ?? { id: '' })).toBe('Find out High LAM: up to +15');
    expect(sayStrictly(receipt.said)).toBe('Score 20 of 100, by the profile “Default”.');
  });

  it('nothing known is no score to speak of', () => {
    expect(explain(facts({})).outcome).toMatchObject({ score: 0, isKnown: false });
    expect(explain(facts({ devOps: 'not found' })).outcome).toMatchObject({ score: 0, isKnown: true });
  });
});

const weights = fc
  .record(Object.fromEntries(signals.map((it) => [it, fc.nat(100)])) as Record<Signal, fc.Arbitrary<number>>)
  .filter((all) => signals.some((signal) => all[signal] > 0));
const anyValues: fc.Arbitrary<Partial<AccountValues>> = fc.record(
  {
    dbQs: fc.integer({ min: 0, max: 100 }),
    lamDevelopers: fc.nat(500),
    employeesZoomInfo: fc.nat(5000),
    aeNotes: fc.constantFrom('None', 'x'),
    techUsed: fc.constantFrom('None', 'Kubernetes', 'Jenkins'),
    triggers: fc.array(
      fc.record({ text: fc.constant('t'), date: fc.integer({ min: -5, max: 200 }).map(ago) }),
    ),
    ceUsers: fc.nat(3),
    itTeddCount: fc.nat(500),
    industry: fc.constantFrom('Banking', 'Furniture'),
    devOps: fc.constantFrom('adopted' as const, 'hiring' as const, 'not found' as const),
  },
  { requiredKeys: [] },
);

describe('PR-3: the score is 0 to 100', () => {
  it('the points of any profile add up to 100, and the explained points to the score', () => {
    fc.assert(
      fc.property(weights, anyValues, (drawn, values) => {
        const profile = { ...defaultProfile, weights: drawn };
        expect(Object.values(pointsOf(profile)).reduce((a, b) => a + b, 0)).toBe(100);
        const { score, parts } = explain(facts(values), profile).outcome;
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        for (const { message } of parts) expect(sayStrictly(message)).not.toBe('');
      }),
    );
  });

  it('finding out a signal never lowers it', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const before = explain(facts(values)).outcome;
        const after = explain(facts({ ...values, devOps: 'adopted' })).outcome;
        const had = before.parts.find(({ signal }) => signal === 'devOps')?.state === 'yes';
        expect(after.score - before.score).toBe(had ? 0 : 5);
      }),
    );
  });

  it('all signs together reach 100', () => {
    const all = facts(
      {
        dbQs: 71,
        lamDevelopers: 500,
        employeesZoomInfo: 1000,
        aeNotes: 'x',
        techUsed: 'Kubernetes',
        triggers: [{ text: 't', date: today }],
        ceUsers: 1,
        itTeddCount: 250,
        industry: 'Software',
        devOps: 'adopted',
      },
      [{ name: 'Mia', lastInterestingMoment: 'x' }],
    );
    expect(explain(all).outcome.score).toBe(100);
  });
});

describe('PR-4: strong = 60 or more, weak = under 30', () => {
  it.each([
    [60, 'strong'],
    [59, 'middle'],
    [30, 'middle'],
    [29, 'weak'],
    [0, 'weak'],
    [100, 'strong'],
  ])('%i is %s', (score, band) => {
    expect(bandOf(score, defaultRuleSettings)).toBe(band);
  });
});

describe('largest remainder', () => {
  it.each([
    [10, [15, 35, 50], [2, 3, 5]],
    [7, [15, 35, 50], [1, 2, 4]],
    [1, [15, 35, 50], [0, 0, 1]],
    [0, [15, 35, 50], [0, 0, 0]],
    [3, [1, 1, 1], [1, 1, 1]],
    [2, [1, 1, 1], [1, 1, 0]],
    [100, [1, 1, 1], [34, 33, 33]],
    [5, [0, 0, 1], [0, 0, 5]],
  ])('%i by %j: %j', (total, by, parts) => {
    expect(largestRemainder(total, by)).toEqual(parts);
  });

  it('adds up, and nobody is a whole one away from their share', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }), (total, by) => {
        const sum = by.reduce((a, b) => a + b, 0);
        if (sum === 0) {
          expect(() => largestRemainder(total, by)).toThrow(RangeError);
          return;
        }
        const parts = largestRemainder(total, by);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, at) => {
          expect(Math.abs(part - (total * (by[at] ?? 0)) / sum)).toBeLessThan(1);
        });
      }),
    );
  });
});
