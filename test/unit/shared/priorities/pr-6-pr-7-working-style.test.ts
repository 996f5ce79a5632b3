import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import { proposeNextStepDate } from '../../../../src/shared/priorities/next-step-date.ts';
import { styleHints, withRenewal, type StyleFacts } from '../../../../src/shared/priorities/working-style.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-11-21');
const good: Readonly<Record<1 | 2 | 3, StyleFacts['values']>> = {
  1: {
    accountStrategy: 'Priority 1: tailored mails to the platform leads',
    bdrNextStep: 'Call the VP about the migration',
    bdrNextStepDate: addDays(today, 5),
  },
  2: {
    accountStrategy: 'Priority 2, five-week persona sequence, weeks 1 to 5',
    bdrNextStep: 'Week 2 of 5: call the managers, industry story',
    bdrNextStepDate: addDays(today, 5),
    nextStepRenewedOn: addDays(today, -14),
  },
  3: {
    accountStrategy: 'Priority 3: nurture until a trigger shows up',
    bdrNextStep: 'Nurture: release 17.4 notes',
    bdrNextStepDate: addDays(today, 30),
    nextStepRenewedOn: addDays(today, -31),
  },
};
const hints = (priority: 1 | 2 | 3, part: Partial<StyleFacts['values']> = {}): string[] =>
  styleHints({ priority, values: { ...good[priority], ...part }, today }, defaultRuleSettings).map(
    ({ field, message }) => `${field}: ${sayStrictly(message)}`,
  );

describe('PR-6: working style by Priority; hints while editing, never a block', () => {
  it.each([1, 2, 3] as const)('Priority %i as it should be has none', (priority) => {
    expect(hints(priority)).toEqual([]);
  });

  it('nothing at all', () => {
    expect(
      styleHints({ priority: 2, values: {}, today }, defaultRuleSettings).map(({ message }) =>
        sayStrictly(message),
      ),
    ).toEqual([
      'PR-6: the strategy of a Priority 2 account begins with “Priority 2”.',
      'PR-6: the next step needs a date.',
      'PR-6: the next step is missing.',
    ]);
  });

  it.each<[1 | 2 | 3, string, string]>([
    [1, 'Tailored mails', 'accountStrategy: PR-6: the strategy does not say “Priority 1”.'],
    [1, 'Priority 2: tailored', 'accountStrategy: PR-6: the strategy does not say “Priority 1”.'],
    [1, 'Priority 1.', 'accountStrategy: PR-6: Priority 1 is tailored and targeted: say how.'],
    [1, 'P1 - tailored mails', ''],
    [
      2,
      'Priority 2: engineering managers',
      'accountStrategy: PR-6: Priority 2 has a weekly plan or the length of its sequence.',
    ],
    [2, 'prio #2, weekly plan', ''],
    [3, 'Priority 3', 'accountStrategy: PR-6: Priority 3 is nurtured: say so.'],
    [3, 'Priority 3, nurturing', ''],
  ])('strategy of Priority %i: %j', (priority, accountStrategy, hint) => {
    expect(hints(priority, { accountStrategy })).toEqual(hint === '' ? [] : [hint]);
  });

  it.each<[1 | 2 | 3, string, string]>([
    [1, 'Call', 'bdrNextStep: PR-6: the next step of Priority 1 is specific: who, what, how.'],
    [1, 'Call Mia back', ''],
    [
      2,
      'call the managers',
      'bdrNextStep: PR-6: the next step of Priority 2 names the week, as in “Week 2 of 5”.',
    ],
    [2, 'W3: calls', ''],
    [2, 'week #4', ''],
    [
      3,
      'stay in touch',
      'bdrNextStep: PR-6: the next step of Priority 3 names the kind of nurture: a release, an event, a product update.',
    ],
    [3, 'invite to the autumn event', ''],
    [3, '17.4 is out', ''],
    [3, 'Product update on security', ''],
  ])('next step of Priority %i: %j', (priority, bdrNextStep, hint) => {
    expect(hints(priority, { bdrNextStep })).toEqual(hint === '' ? [] : [hint]);
  });

  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('a next step date %i days from today is in the future: %s', (days, fine) => {
    for (const priority of [1, 2, 3] as const) {
      expect(hints(priority, { bdrNextStepDate: addDays(today, days) }).length).toBe(fine ? 0 : 1);
    }
  });

  it.each([
    [1, 400, ''],
    [2, 14, ''],
    [
      2,
      15,
      'bdrNextStepDate: PR-6: the next step date was last set on Nov 6, 2026; Priority 2 renews it every 14 days.',
    ],
    [3, 31, ''],
    [
      3,
      32,
      'bdrNextStepDate: PR-6: the next step date was last set on Oct 20, 2026; Priority 3 renews it every 31 days.',
    ],
  ] as const)('Priority %i, renewed %i days ago', (priority, days, hint) => {
    expect(hints(priority, { nextStepRenewedOn: addDays(today, -days) })).toEqual(hint === '' ? [] : [hint]);
  });
});

describe('PR-6: the day on which the next step date was set anew', () => {
  const step = (date: string, renewed?: string) => ({
    name: 'Acme',
    bdrNextStepDate: day(date),
    ...(renewed !== undefined && { nextStepRenewedOn: day(renewed) }),
  });

  it.each([
    ['another date renews it', step('2026-12-01', '2026-11-01'), step('2026-12-08', '2026-11-01'), today],
    [
      'the same date does not',
      step('2026-12-01', '2026-11-01'),
      step('2026-12-01', '2026-11-01'),
      '2026-11-01',
    ],
    ['a first date does', { name: 'Acme' }, step('2026-12-01'), today],
    [
      'none at all takes it away',
      step('2026-12-01', '2026-11-01'),
      { name: 'Acme', nextStepRenewedOn: day('2026-11-01') },
      undefined,
    ],
  ])('%s', (_sentence, before, after, renewed) => {
    expect(withRenewal(before, after, today).nextStepRenewedOn).toBe(renewed);
  });
});

describe('PR-7: when a sequence starts, its end (one month on) is proposed, or the earlier touch of PR-6', () => {
  const propose = (on: string, priority?: 1 | 2 | 3, end?: string) =>
    proposeNextStepDate(
      { on: day(on), ...(priority && { priority }), ...(end !== undefined && { end: day(end) }) },
      defaultRuleSettings,
    );

  it.each<[string, 1 | 2 | 3 | undefined, string]>([
    ['2026-11-21', undefined, '2026-12-21'],
    ['2026-11-21', 1, '2026-12-21'],
    ['2026-11-21', 2, '2026-12-05'],
    ['2026-11-21', 3, '2026-12-21'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-29'],
    ['2026-12-31', 3, '2027-01-31'],
    ['2027-01-31', 3, '2027-02-28'],
    ['2026-03-15', 2, '2026-03-29'],
  ])('%s, Priority %s: %s', (on, priority, date) => {
    expect(propose(on, priority).outcome).toBe(date);
  });

  it('an end that is known is taken, unless the touch is earlier', () => {
    expect(propose('2026-11-21', 1, '2026-12-05').outcome).toBe('2026-12-05');
    expect(propose('2026-11-21', 2, '2026-12-01').outcome).toBe('2026-12-01');
    expect(propose('2026-11-21', 2, '2027-01-05').outcome).toBe('2026-12-05');
    expect(propose('2026-11-21', 3, '2027-03-05').outcome).toBe('2026-12-22');
    expect(propose('2026-11-21', 1, '2026-11-21').outcome).toBe('2026-12-21');
  });

  it('the receipt says why it is earlier', () => {
    const { receipt } = propose('2026-11-21', 2);
    expect(receipt.rules).toEqual(['PR-7', 'PR-6']);
    expect([receipt.said, ...receipt.facts, ...receipt.flips].map(sayStrictly)).toEqual([
      'Next step on Dec 5, 2026.',
      'The sequence runs from Nov 21, 2026 to Dec 21, 2026.',
      'Priority 2 asks for a touch every 14 days.',
      'Without the earlier touch: Dec 21, 2026',
    ]);
    expect(propose('2026-11-21', 1).receipt.rules).toEqual(['PR-7']);
  });
});
