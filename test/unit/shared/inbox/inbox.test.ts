import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import type { Prospect } from '../../../../src/shared/accounts/prospect.ts';
import { weekOf } from '../../../../src/shared/calendar.ts';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import {
  accountItems,
  type InboxAccount,
  type InboxContext,
} from '../../../../src/shared/inbox/account-items.ts';
import { inboxOf, limitItems } from '../../../../src/shared/inbox/inbox.ts';
import { inboxGroups, settlesAtOnce, type InboxItem } from '../../../../src/shared/inbox/inbox-item.ts';
import { label, sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

/** A Saturday. */
const today = '2026-11-21' as IsoDate;
const ago = (days: number): IsoDate => addDays(today, -days);
const context: InboxContext = {
  bdr: 'Ann',
  today,
  week: weekOf(today),
  settings: defaultRuleSettings,
  pauses: [],
};
const filled = {
  accountResearch: 'ICP',
  accountStrategy: 'Priority 1: tailored',
  bdrNextStep: 'Call',
  bdrNextStepDate: addDays(today, 40),
};
const five = (sequencedOn: IsoDate): Prospect[] =>
  ['1', '2', '3', '4', '5'].map((id) => ({
    id,
    accountId: 'a',
    name: `P${id}`,
    sequencedOn,
    state: 'active',
  }));
const account = (part: Partial<Account>): Account => ({ id: 'a', name: 'Acme', bdrAssigned: 'ann', ...part });
const working = (start: IsoDate, part: Partial<Account> = {}): Account =>
  account({ status: 'Actively Working', stints: [{ start }], ...filled, ...part });

const itemsOf = (
  given: Account,
  part: Partial<Omit<InboxAccount, 'account'>> = {},
  inContext: Partial<InboxContext> = {},
): InboxItem[] =>
  accountItems(
    { account: given, prospects: [], segment: 'Large', findings: [], ...part },
    { ...context, ...inContext },
  );
const short = (items: readonly InboxItem[]): string[] =>
  items.map(({ group, rule, message }) => `${group} ${rule} ${sayStrictly(message)}`);

describe('Today: returns that are due', () => {
  it('AW-11: back to Queued, one click, or a pause', () => {
    const items = itemsOf(working(ago(20), { accountStrategy: ' ' }), { prospects: five(ago(18)) });
    expect(short(items)).toEqual(['returns AW-11 Due back to Queued since Nov 11, 2026.']);
    expect(items[0]?.actions).toEqual([
      { kind: 'move', id: 'a', to: 'Queued' },
      { kind: 'pauseClocks', id: 'a' },
    ]);
    expect(items[0]?.on).toBe('2026-11-11');
  });

  it('AW-12: to Worked in FY, with its year', () => {
    const prospects = five(ago(60)).map((it): Prospect => ({ ...it, state: 'finished', endedOn: ago(31) }));
    const items = itemsOf(working(ago(62)), { prospects });
    expect(short(items)).toEqual(['returns AW-12 Due for Worked in FY 2027 since Nov 20, 2026.']);
    expect(items[0]?.actions[0]).toEqual({ kind: 'move', id: 'a', to: 'Worked in FY' });
  });

  it('a return hides what it would settle', () => {
    const late = working(ago(20), { accountStrategy: ' ', bdrNextStepDate: ago(5) });
    expect(itemsOf(late).map(({ group }) => group)).toEqual(['returns']);
  });

  it('a pause of this account or of every clock stops it', () => {
    const late = working(ago(11), { accountStrategy: ' ' });
    const pause = { from: ago(9), until: ago(9), reason: 'event' };
    expect(itemsOf(late).map(({ group }) => group)).toEqual(['returns']);
    expect(itemsOf({ ...late, clockPauses: [pause] }).map(({ group }) => group)).toEqual(['warnings']);
    expect(itemsOf(late, {}, { pauses: [pause] }).map(({ group }) => group)).toEqual(['warnings']);
  });
});

describe('Today: warnings from three days before', () => {
  it.each([
    [6, []],
    [7, ['warnings AW-11 By Nov 24, 2026: fill Account Strategy.']],
    [10, ['warnings AW-11 By Nov 21, 2026: fill Account Strategy.']],
  ])('AW-9 on day %i', (days, expected) => {
    const items = itemsOf(working(ago(days), { accountStrategy: ' ' }), { prospects: five(ago(days)) });
    expect(short(items.filter(({ group }) => group === 'warnings'))).toEqual(expected);
  });

  it('AW-10: so many more people; both at once are one item, with both actions', () => {
    const people = itemsOf(working(ago(13)), { prospects: five(ago(3)).slice(2) });
    expect(short(people)).toEqual(['warnings AW-11 By Nov 23, 2026: sequence 2 more people.']);
    expect(people[0]?.actions.map(({ kind }) => kind)).toEqual(['sequencePeople', 'pauseClocks']);
    const settings = { ...defaultRuleSettings, sequencingDays: 10 };
    const both = itemsOf(working(ago(9), { accountStrategy: ' ' }), {}, { settings });
    expect(short(both)).toEqual([
      'warnings AW-11 By Nov 22, 2026: fill Account Strategy, and sequence 5 more people.',
    ]);
    expect(both[0]?.actions).toEqual([
      { kind: 'fillFields', id: 'a', fields: ['accountStrategy'] },
      { kind: 'sequencePeople', id: 'a', count: 5 },
      { kind: 'pauseClocks', id: 'a' },
    ]);
  });
});

describe('Today: next steps past due and due this week (CLK-3, WK-1)', () => {
  const step = (date: IsoDate, part: Partial<InboxContext> = {}) =>
    short(itemsOf(working(ago(5), { bdrNextStepDate: date }), { prospects: five(ago(5)) }, part));

  it.each([
    [-1, ['overdue CLK-3 The next step was due on Nov 20, 2026.']],
    [0, ['thisWeek CLK-3 The next step is due today.']],
    [1, ['thisWeek CLK-3 The next step is due on Nov 22, 2026.']],
    [2, []],
  ])('%i days from Saturday, 21 November', (days, expected) => {
    expect(step(addDays(today, days))).toEqual(expected);
  });

  it('the week’s first day is a setting', () => {
    expect(step(addDays(today, 1), { week: weekOf(today, 7) })).toEqual([]);
  });

  it('only of accounts that are worked', () => {
    expect(itemsOf(account({ status: 'Queued', bdrNextStepDate: ago(5) }))).toEqual([]);
  });
});

describe('Today: missing research', () => {
  it('AW-9: the fields that are still to fill, until the warning takes over', () => {
    const items = itemsOf(working(ago(2), { accountStrategy: ' ' }));
    expect(short(items)).toEqual(['research AW-9 Still to fill by Nov 29, 2026: Account Strategy.']);
    expect(items[0]?.actions).toEqual([{ kind: 'fillFields', id: 'a', fields: ['accountStrategy'] }]);
  });

  it('SEG-1: worked, but the segment is unknown', () => {
    expect(short(itemsOf(working(ago(2)), { segment: null, prospects: five(today) }))).toEqual([
      'research SEG-1 Worked, but the segment is unknown.',
    ]);
  });

  it('one without a start date has no clocks, but its next step', () => {
    const arrived = account({ status: 'Actively Working', bdrNextStepDate: ago(1) });
    expect(itemsOf(arrived).map(({ group }) => group)).toEqual(['overdue']);
  });
});

describe('Today: nominations, wake-ups and people who come back', () => {
  it('AW-1: a nomination is accepted or declined', () => {
    const items = itemsOf(account({ nominatedBy: 'Dana', nominatedOn: ago(3) }));
    expect(short(items)).toEqual(['nominations AW-1 Dana nominated it on Nov 18, 2026.']);
    expect(items[0]?.actions.map(({ kind }) => kind)).toEqual(['acceptNomination', 'declineNomination']);
    expect(short(itemsOf(account({ nominatedBy: 'Dana' })))).toEqual(['nominations AW-1 Dana nominated it.']);
  });

  it.each([
    ['get back to me', 'enter'],
    ['bad data', 'openFixList'],
  ] as const)('a rest (%s) wakes on its day', (restReason, kind) => {
    const resting = (wakeOn: IsoDate) => account({ status: 'Queued', restReason, wakeOn });
    expect(itemsOf(resting(addDays(today, 1)))).toEqual([]);
    const items = itemsOf(resting(today));
    expect(short(items)).toEqual([`wakeUps AW-2 Rested (${restReason}) until Nov 21, 2026.`]);
    expect(items[0]?.actions.map((it) => it.kind)).toEqual([kind, 'setWakeUp', 'endRest']);
  });

  it('AW-14: who answered after it left; entering exempts them', () => {
    const left = account({ status: 'Worked in FY', stints: [{ start: ago(90), end: ago(40) }] });
    const prospects: Prospect[] = [{ id: 'p', accountId: 'a', name: 'Mia', answeredOn: ago(2) }];
    const items = itemsOf(left, { prospects });
    expect(short(items)).toEqual([
      'comebacks AW-14 AW-14: Mia answered on Nov 19, 2026, after it left Actively Working.',
    ]);
    expect(items[0]?.actions[0]).toEqual({ kind: 'enter', id: 'a', returned: ['p'] });
    expect(itemsOf({ ...left, wakeOn: addDays(today, 1) }, { prospects })).toEqual([]);
    expect(itemsOf({ ...left, status: 'Restricted' }, { prospects })).toEqual([]);
    const guest: Prospect[] = [
      { id: 'p', accountId: 'a', name: 'Mia', nominatedForEvent: 'Summit', eventResponseOn: ago(2) },
    ];
    expect(short(itemsOf(left, { prospects: guest }))).toEqual([
      'comebacks AW-14 AW-14: Mia responded on Nov 19, 2026 to the invitation to Summit.',
    ]);
  });
});

describe('Today: conflicts and limits', () => {
  it('findings that contradict; next steps and websites have their own places', () => {
    const findings = [
      { rule: 'SEG-3', message: label('seg3.cycle', { path: 'A → B → A' }) },
      { rule: 'CLK-3', message: label('clk3.next-step-past', { date: today }) },
      { rule: 'field', message: label('field.website-missing') },
    ] as const;
    const items = itemsOf(account({}), { findings });
    expect(short(items)).toEqual([
      'conflicts SEG-3 SEG-3: the parents run in a circle: A → B → A. Correct one Parent Account.',
    ]);
    expect(items[0]?.actions).toEqual([{ kind: 'open', id: 'a' }]);
  });

  it('TER-7: what leaves the territory open is settled there, and by nobody at once', () => {
    const message = label('ter7.no-match', { name: 'Acme' });
    const items = itemsOf(account({}), { findings: [{ rule: 'TER-7', message }] });
    expect(items[0]?.actions).toEqual([
      { kind: 'settleTerritory', id: 'a' },
      { kind: 'open', id: 'a' },
    ]);
    expect(inboxOf(items)[0]?.atOnce).toEqual([]);
  });

  it.each([
    ['TER-5', label('ter5.territory-gone', { code: 'BAY' })],
    ['TER-6', label('ter6.no-territory', { name: 'Acme' })],
  ] as const)('%s: a planned account without its territory is a contradiction to settle', (rule, message) => {
    const [item] = itemsOf(account({ status: 'Queued' }), { findings: [{ rule, message }] });
    expect(item).toMatchObject({ group: 'conflicts', rule, message });
    expect(item?.actions[0]).toEqual({ kind: 'settleTerritory', id: 'a' });
  });

  it.each([
    [94, 100, []],
    [95, 100, ['limits AW-6 95 of 100 Large slots are taken, 5 are left.']],
    [99, 100, ['limits AW-6 99 of 100 Large slots are taken, 1 is left.']],
    [100, 100, ['limits AW-6 All 100 Large slots are taken.']],
    [
      102,
      100,
      ['limits AW-6 AW-6: 102 of 100 Large slots are taken. Nobody is evicted, but no account can enter.'],
    ],
    [9000, null, []],
    [0, 0, []],
  ])('AW-6: %i of %j', (used, limit, expected) => {
    expect(short(limitItems([{ segment: 'Large', used, limit }]))).toEqual(expected);
  });

  it.each([
    [102, 100, 8],
    [100, 100, 6],
    [95, 100, 1],
    [150, 150, 8],
    [143, 150, 1],
    [1, 1, 1],
    [2, 0, 2],
  ])('%i of %i names how many seats end the warning, and one less does not', (used, limit, seats) => {
    const meter = { segment: 'Large', used, limit } as const;
    expect(limitItems([meter])[0]?.actions).toEqual([
      { kind: 'releaseSeats', segment: 'Large', count: seats },
    ]);
    expect(limitItems([{ ...meter, used: used - seats }])).toEqual([]);
    expect(limitItems([{ ...meter, used: used - seats + 1 }])).toHaveLength(1);
  });

  it('seats are never released all at once: somebody sees whom', () => {
    const full = (['Large', 'Mid-Market'] as const).map((segment) => ({ segment, used: 10, limit: 10 }));
    expect(inboxOf(limitItems(full)).map(({ items, atOnce }) => [items.length, atOnce])).toEqual([[2, []]]);
  });
});

describe('Today as a whole', () => {
  const item = (part: Partial<InboxItem>): InboxItem => ({
    key: `k ${part.name ?? ''}`,
    group: 'overdue',
    accountId: 'a',
    name: 'Acme',
    rule: 'CLK-3',
    message: label('inbox.due-today'),
    on: today,
    priority: null,
    actions: [{ kind: 'setNextStep', id: 'a' }],
    ...part,
  });

  it('nothing to do when there is nothing', () => {
    expect(inboxOf([])).toEqual([]);
    expect(itemsOf(working(ago(5)), { prospects: five(ago(5)) })).toEqual([]);
    expect(itemsOf(account({}))).toEqual([]);
  });

  it('other BDRs’ accounts are none of ours', () => {
    expect(itemsOf(working(ago(90), { bdrAssigned: 'Bob' }))).toEqual([]);
    expect(itemsOf(account({ bdrAssigned: 'Bob', nominatedBy: 'Dana' }))).toEqual([]);
    expect(itemsOf(account({ bdrAssigned: '', nominatedBy: 'Dana' }))).toHaveLength(1);
  });

  it('groups in their order, the oldest first, then Priority, then name', () => {
    const sections = inboxOf([
      item({ name: 'late', on: ago(1) }),
      item({ name: 'c', priority: 3 }),
      item({ name: 'b', priority: 1 }),
      item({ name: 'a', priority: null }),
      item({ name: 'd', priority: 1 }),
      item({ name: 'no day', on: null, priority: 1 }),
      item({ group: 'returns', name: 'r' }),
      item({ group: 'conflicts', name: 'x' }),
    ]);
    expect(sections.map(({ group }) => group)).toEqual(['returns', 'overdue', 'conflicts']);
    expect(sections[1]?.items.map(({ name }) => name)).toEqual(['late', 'b', 'd', 'c', 'a', 'no day']);
  });

  it('what needs nothing more from a person can be settled all at once', () => {
    const sections = inboxOf([
      item({ group: 'returns', actions: [{ kind: 'move', id: 'a', to: 'Queued' }] }),
      item({ group: 'returns', name: 'b', actions: [{ kind: 'move', id: 'b', to: 'Worked in FY' }] }),
      item({}),
    ]);
    expect(sections.map(({ atOnce }) => atOnce.length)).toEqual([2, 0]);
    expect(sections[0]?.atOnce.every(settlesAtOnce)).toBe(true);
  });

  it('for any book each item has words, a place and a key of its own, in any order', () => {
    const anyAccount = fc.record({
      status: fc.constantFrom('', 'Queued', 'Actively Working', 'Worked in FY', 'Restricted'),
      start: fc.integer({ min: 0, max: 90 }).map(ago),
      strategy: fc.constantFrom('x', ' '),
      step: fc.integer({ min: -20, max: 20 }).map(ago),
      people: fc.nat(5),
      nominatedBy: fc.constantFrom('', 'Dana'),
      wakeOn: fc.integer({ min: -5, max: 5 }).map(ago),
      answeredOn: fc.integer({ min: -2, max: 30 }).map(ago),
    });
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 12 }), (drawn) => {
        const items = drawn.flatMap(
          ({ status, start, strategy, step, people, nominatedBy, wakeOn, answeredOn }, at) =>
            itemsOf(
              account({
                id: String(at),
                status,
                stints: [status === 'Actively Working' ? { start } : { start, end: start }],
                ...filled,
                accountStrategy: strategy,
                bdrNextStepDate: step,
                wakeOn,
                ...(nominatedBy && { nominatedBy }),
              }),
              {
                prospects: five(start)
                  .slice(5 - people)
                  .map((it) => ({ ...it, answeredOn })),
              },
            ),
        );
        const sections = inboxOf(items);
        const shown = sections.flatMap((it) => it.items);
        expect(shown).toHaveLength(items.length);
        expect(new Set(shown.map(({ key }) => key)).size).toBe(items.length);
        expect(sections.map(({ group }) => inboxGroups.indexOf(group))).toEqual(
          sections.map(({ group }) => inboxGroups.indexOf(group)).toSorted((a, b) => a - b),
        );
        for (const { message } of shown) expect(sayStrictly(message)).not.toBe('');
        expect(inboxOf(items.toReversed())).toEqual(sections);
      }),
    );
  });
});
