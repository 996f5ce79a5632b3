import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { addDays } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import {
  checkEntry,
  type EntryFacts,
  type EntryOpportunity,
  type EntryProspect,
} from '../../../../src/shared/statuses/entry-checks.ts';
import { decideMove, type MoveInput } from '../../../../src/shared/statuses/moves.ts';

const today = '2026-11-21' as IsoDate;
const ago = (days: number): IsoDate => addDays(today, -days);
const person = (part: Partial<EntryProspect>): EntryProspect => ({ id: 'p', name: 'Mia Roth', ...part });
const deal = (part: Partial<EntryOpportunity>): EntryOpportunity => ({ id: 'o', name: 'Platform', ...part });
const facts = (part: Partial<EntryFacts>): EntryFacts => ({
  prospects: [],
  opportunities: [],
  today,
  recentDays: 30,
  ...part,
});

const rulesOf = (part: Partial<EntryFacts>): string[] =>
  checkEntry(facts(part)).refusals.map(({ rule }) => rule);

describe('AW-3: entry is refused if an MQL was created at the account in the last 30 days', () => {
  it.each([
    ['today', ago(0), true],
    ['29 days ago', ago(29), true],
    ['30 days ago', ago(30), false],
    ['tomorrow', ago(-1), false],
    ['never', undefined, false],
  ])('%s', (_when, mqlDate, refused) => {
    const prospects = [person({ ...(mqlDate && { mqlDate }) })];
    expect(rulesOf({ prospects })).toEqual(refused ? ['AW-3'] : []);
  });

  it('says who, when and from which day on it is free', () => {
    const one = checkEntry(facts({ prospects: [person({ mqlDate: ago(4) })] })).refusals;
    expect(one.map(({ message, remedy }) => [sayStrictly(message), sayStrictly(remedy)])).toEqual([
      [
        'AW-3: Mia Roth became an MQL on Nov 17, 2026, in the last 30 days.',
        'It can enter from Dec 17, 2026 on, or earlier where an AE or SAL overrides (AW-3x).',
      ],
    ]);
    const two = [person({ mqlDate: ago(20) }), person({ id: 'q', name: 'Jo', mqlDate: ago(2) })];
    expect(checkEntry(facts({ prospects: two })).refusals.map(({ message }) => sayStrictly(message))).toEqual(
      ['AW-3: 2 people became MQLs in the last 30 days, Jo the latest, on Nov 19, 2026.'],
    );
  });

  it('the free day that is named is indeed free, the day before is not', () => {
    const prospects = [person({ mqlDate: ago(4) })];
    expect(rulesOf({ prospects, today: '2026-12-16' as IsoDate })).toEqual(['AW-3']);
    expect(rulesOf({ prospects, today: '2026-12-17' as IsoDate })).toEqual([]);
  });

  it('a date in the future is a finding', () => {
    const { findings } = checkEntry(
      facts({ prospects: [person({ mqlDate: ago(-1), lastActivity: ago(-2) })] }),
    );
    expect(findings.map(({ rule, message }) => [rule, sayStrictly(message)])).toEqual([
      ['CLK-2', 'CLK-2: the MQL date of Mia Roth, Nov 22, 2026, is in the future, so it does not count.'],
      [
        'CLK-2',
        'CLK-2: the last activity of Mia Roth, Nov 23, 2026, is in the future, so it does not count.',
      ],
    ]);
  });
});

describe('AW-4: ... if an opportunity was created in the last 30 days; the creation date decides', () => {
  it.each([
    ['today', ago(0), true],
    ['29 days ago', ago(29), true],
    ['30 days ago', ago(30), false],
    ['tomorrow', ago(-1), false],
    ['on an unknown day', undefined, false],
  ])('%s', (_when, createdDate, refused) => {
    const opportunities = [deal({ stage: '7-Closed Lost', ...(createdDate && { createdDate }) })];
    expect(rulesOf({ opportunities })).toEqual(refused ? ['AW-4'] : []);
  });

  it('a future one is a finding', () => {
    const { findings } = checkEntry(facts({ opportunities: [deal({ createdDate: ago(-1) })] }));
    expect(findings.map(({ message }) => sayStrictly(message))).toEqual([
      'CLK-2: the opportunity Platform was created on Nov 22, 2026, in the future, so it does not count.',
    ]);
  });

  it.each([
    [
      'open: a warning',
      deal({ stage: '1-Discovery' }),
      'AW-4: the opportunity Platform is open. Ask its owner first.',
      '',
    ],
    [
      'lost 29 days ago: a warning',
      deal({ stage: '7-Closed Lost', closeDate: ago(29) }),
      'AW-4: the opportunity Platform was lost only lately, on Oct 23, 2026.',
      '',
    ],
    [
      'lost 30 days ago: a good reason',
      deal({ stage: '7-Closed Lost', closeDate: ago(30) }),
      '',
      'AW-4: the opportunity Platform was lost on Oct 22, 2026: worth another try.',
    ],
    [
      'lost, with the reason why',
      deal({ stage: '7-Closed Lost', closeDate: ago(300), lostReason: 'no budget' }),
      '',
      'AW-4: the opportunity Platform was lost on Jan 25, 2026 (no budget): worth another try.',
    ],
    [
      'lost on an unknown day: a warning',
      deal({ stage: '7-Closed Lost' }),
      'AW-4: the opportunity Platform was lost, on an unknown day.',
      '',
    ],
    [
      'lost on a day to come: a warning',
      deal({ stage: '7-Closed Lost', closeDate: ago(-3) }),
      'AW-4: the opportunity Platform was lost only lately, on Nov 24, 2026.',
      '',
    ],
    ['won: nothing', deal({ stage: '6-Closed Won', closeDate: ago(3) }), '', ''],
    ['unqualified: nothing', deal({ stage: '9-Unqualified' }), '', ''],
  ])('%s', (_sentence, opportunity, warning, reason) => {
    const checks = checkEntry(facts({ opportunities: [opportunity] }));
    expect(checks.refusals).toEqual([]);
    expect(checks.warnings.map(({ message }) => sayStrictly(message))).toEqual(warning ? [warning] : []);
    expect(checks.reasons.map(({ message }) => sayStrictly(message))).toEqual(reason ? [reason] : []);
  });
});

describe('AW-5: ... if a lead in Qualifying has activity in the last 30 days or an open task due today or later', () => {
  it.each([
    ['activity today', { lastActivity: ago(0) }, true],
    ['activity 29 days ago', { lastActivity: ago(29) }, true],
    ['activity 30 days ago', { lastActivity: ago(30) }, false],
    ['activity tomorrow', { lastActivity: ago(-1) }, false],
    ['a task due yesterday', { nextTaskDate: ago(1) }, false],
    ['a task due today', { nextTaskDate: ago(0) }, true],
    ['a task due in a year', { nextTaskDate: ago(-365) }, true],
    ['old activity, but a task', { lastActivity: ago(90), nextTaskDate: ago(-1) }, true],
    ['neither', {}, false],
  ])('%s', (_when, part, refused) => {
    expect(rulesOf({ prospects: [person({ leadStatus: 'Qualifying', ...part })] })).toEqual(
      refused ? ['AW-5'] : [],
    );
  });

  it.each([
    ['qualifying ', true],
    ['QUALIFYING', true],
    ['Accepted', false],
    ['Raw', false],
    [undefined, false],
  ])('the lead status %j', (leadStatus, refused) => {
    const prospects = [person({ ...(leadStatus !== undefined && { leadStatus }), lastActivity: ago(1) })];
    expect(rulesOf({ prospects })).toEqual(refused ? ['AW-5'] : []);
  });

  it('says which, and what would free it', () => {
    const prospects = [
      person({ leadStatus: 'Qualifying', lastActivity: ago(1) }),
      person({ id: 'q', name: 'Jo', leadStatus: 'Qualifying', lastActivity: ago(1), nextTaskDate: ago(-2) }),
    ];
    const { refusals } = checkEntry(facts({ prospects }));
    expect(refusals.map(({ message, remedy }) => [sayStrictly(message), sayStrictly(remedy)])).toEqual([
      [
        'AW-5: Mia Roth is in Qualifying, with activity on Nov 20, 2026, in the last 30 days.',
        'Without further activity it can enter from Dec 20, 2026 on.',
      ],
      [
        'AW-5: Jo is in Qualifying, with an open task due on Nov 23, 2026.',
        'Agree with the owner of Jo that the task is closed.',
      ],
    ]);
  });
});

describe('a move into Actively Working asks AW-3, AW-4 and AW-5', () => {
  const move = (part: Partial<MoveInput>): MoveInput => ({
    from: 'Queued',
    to: 'Actively Working',
    segment: 'Mid-Market',
    bdrAssigned: 'Ann',
    bdr: 'Ann',
    used: 0,
    limit: 150,
    ...part,
  });
  const blocked = facts({
    prospects: [
      person({ mqlDate: ago(1) }),
      person({ id: 'q', leadStatus: 'Qualifying', lastActivity: ago(1) }),
    ],
    opportunities: [deal({ createdDate: ago(1) })],
  });

  it('all of them are listed, AW-3 to AW-5 after the limit', () => {
    const decision = decideMove(move({ entry: blocked, used: 150 }));
    expect(decision.allowed ? [] : decision.refusals.map(({ rule }) => rule)).toEqual([
      'AW-6',
      'AW-3',
      'AW-4',
      'AW-5',
    ]);
  });

  it('other moves do not', () => {
    for (const [from, to] of [
      ['', 'Queued'],
      ['Actively Working', 'Queued'],
      ['Actively Working', 'Actively Working'],
    ] as const) {
      expect(decideMove(move({ from, to, entry: blocked })).allowed).toBe(true);
    }
  });

  it('warnings come with the leave to enter', () => {
    const entry = facts({ opportunities: [deal({ stage: '1-Discovery' })] });
    const decision = decideMove(move({ entry }));
    expect(decision).toMatchObject({ allowed: true, warnings: [{ rule: 'AW-4' }] });
    expect(decideMove(move({ entry: facts({}) }))).toEqual({ allowed: true });
  });
});

describe('AW-14: AW-3 and AW-5 are not tested against a person who came back; AW-6 still holds', () => {
  const mia = person({ mqlDate: ago(1), leadStatus: 'Qualifying', lastActivity: ago(1) });

  it('the person who answered does not stand in the way, another one does', () => {
    expect(rulesOf({ prospects: [mia] })).toEqual(['AW-3', 'AW-5']);
    expect(rulesOf({ prospects: [mia], returned: new Set(['p']) })).toEqual([]);
    expect(rulesOf({ prospects: [mia, { ...mia, id: 'q' }], returned: new Set(['p']) })).toEqual([
      'AW-3',
      'AW-5',
    ]);
  });

  it('a recent opportunity does', () => {
    const opportunities = [deal({ createdDate: ago(2) })];
    expect(rulesOf({ prospects: [mia], opportunities, returned: new Set(['p']) })).toEqual(['AW-4']);
  });

  it('a full segment does', () => {
    const decision = decideMove({
      from: 'Worked in FY',
      to: 'Actively Working',
      segment: 'Large',
      bdrAssigned: '',
      bdr: 'Ann',
      used: 100,
      limit: 100,
      entry: facts({ prospects: [mia], returned: new Set(['p']) }),
    });
    expect(decision.allowed ? [] : decision.refusals.map(({ rule }) => rule)).toEqual(['AW-6']);
  });
});
