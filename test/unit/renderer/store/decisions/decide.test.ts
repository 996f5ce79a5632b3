import { describe, expect, it } from 'vitest';
import type { Account, AccountValues } from '../../../../../src/shared/accounts/account.ts';
import type { Prospect } from '../../../../../src/shared/accounts/prospect.ts';
import { addDays, type IsoDate } from '../../../../../src/shared/clock.ts';
import { defaultRuleSettings } from '../../../../../src/shared/rule-book/settings.ts';
import { MappingIndex } from '../../../../../src/shared/territories/mapping-index.ts';
import type { MappingRow } from '../../../../../src/shared/territories/mapping.ts';
import { territoryFacts } from '../../../../../src/shared/territories/facts.ts';
import { factsOf } from '../../../../../src/renderer/store/book/facts.ts';
import { territoryFactsOf } from '../../../../../src/renderer/store/book/rule-facts.ts';
import { decisionContext, type ContextParts } from '../../../../../src/renderer/store/decisions/context.ts';
import type { AccountRecord } from '../../../../../src/renderer/store/decisions/record-decision.ts';
import { todayItems } from '../../../../../src/renderer/store/decisions/row-items.ts';
import { buildAccounts } from '../../../../builders/accounts.ts';
import { row, us } from '../../../shared/territories/given.ts';
import { decidedBook, recordOf } from './whole-book.ts';

const today = '2026-11-23' as IsoDate;
const day = (offset: number): IsoDate => addDays(today, offset);

const account = (id: string, values: Partial<AccountValues> = {}): Account => ({ name: id, ...values, id });
const person = (values: Partial<Prospect>): Prospect => ({
  id: 'p',
  accountId: 'a',
  name: 'Someone',
  ...values,
});

const contextWith = (parts: Partial<ContextParts> = {}) => decisionContext({ bdr: 'Ada', today, ...parts });
const mapping = (...rows: MappingRow[]) => ({ id: 'm', index: new MappingIndex(rows) });

/** The row of the first record. */
function rowOf(records: readonly AccountRecord[], parts: Partial<ContextParts> = {}) {
  const [first] = records;
  const found = first && decidedBook(records, contextWith(parts)).rowOf(first.account.id);
  if (!found) throw new Error('There is no such row.');
  return found;
}

const decided = (
  values: Partial<AccountValues>,
  rest: Partial<AccountRecord> = {},
  parts: Partial<ContextParts> = {},
) => {
  const found = rowOf([recordOf(account('a', values), rest)], parts).decided;
  if (!found) throw new Error('It is not decided.');
  return found;
};

const working = (start: IsoDate, values: Partial<AccountValues> = {}): Partial<AccountValues> => ({
  status: 'Actively Working',
  bdrAssigned: 'Ada',
  stints: [{ start }],
  ...values,
});

const filled = {
  accountResearch: 'x',
  accountStrategy: 'x',
  bdrNextStep: 'x',
  bdrNextStepDate: day(20),
} as const;

const people = (count: number, on: IsoDate, values: Partial<Prospect> = {}): Prospect[] =>
  Array.from({ length: count }, (_, at) =>
    person({ id: `p${at}`, sequencedOn: on, state: 'finished', ...values }),
  );

describe('the clock that runs out first', () => {
  it.each([
    [-6, 'running'],
    [-7, 'warned'],
    [-10, 'warned'],
    [-11, 'late'],
  ] as const)('AW-9, entered %i days ago: %s', (start, state) => {
    const { clock, results } = decided(working(day(start)));
    expect(clock).toEqual({ rule: 'AW-9', state, due: day(start + 10) });
    expect(results.includes('lateResearch')).toBe(state === 'late');
    expect(results.includes('dueBack')).toBe(state === 'late');
    expect(results.includes('warned')).toBe(state === 'warned');
  });

  it.each([
    [-15, 4, 'warned'],
    [-16, 4, 'late'],
    [-16, 5, 'met'],
  ] as const)('AW-10, entered %i days ago, %i people: %s', (start, count, state) => {
    const { clock, results } = decided(working(day(start), filled), { prospects: people(count, day(start)) });
    if (state === 'met') expect(clock?.rule).toBe('AW-12');
    else expect(clock).toEqual({ rule: 'AW-10', state, due: day(start + 15) });
    expect(results.includes('lateSequencing')).toBe(state === 'late');
  });

  it.each([
    [-29, 'warned', false],
    [-30, 'late', true],
  ] as const)('AW-12, the last one was active %i days ago: %s', (last, state, isDue) => {
    const { clock, results } = decided(working(day(-40), filled), {
      prospects: people(5, day(-40), { endedOn: day(last) }),
    });
    expect(clock).toEqual({ rule: 'AW-12', state, due: day(last + 29) });
    expect(results.includes('dueWorked')).toBe(isDue);
  });

  it('somebody active holds the clock of AW-12', () => {
    const { clock } = decided(working(day(-40), filled), {
      prospects: people(5, day(-40), { state: 'active' }),
    });
    expect(clock).toBeNull();
  });

  it('a pause of the whole book stops the clocks (AW-11)', () => {
    const { clock, results } = decided(
      working(day(-9)),
      {},
      { pauses: [{ from: day(-1), reason: 'Leave' }] },
    );
    expect(clock).toEqual({ rule: 'AW-9', state: 'paused', due: null });
    expect(results).toContain('clockPaused');
  });

  it('runs for nobody who is not worked', () => {
    expect(decided({ status: 'Queued', stints: [{ start: day(-30) }] }).clock).toBeNull();
  });

  it.each([
    [-4, true],
    [-3, false],
  ] as const)('returning soon: entered %i days ago, AW-9 open: %s', (start, soon) => {
    expect(decided(working(day(start))).results.includes('returningSoon')).toBe(soon);
  });

  it('is not soon once it is due', () => {
    expect(decided(working(day(-11))).results).not.toContain('returningSoon');
  });
});

describe('flags', () => {
  it.each([
    [-1, ['pastDue']],
    [0, ['dueThisWeek']],
    [6, ['dueThisWeek']],
    [7, []],
  ] as const)('next step in %i days (a Monday): %j', (offset, flags) => {
    expect(decided({ bdrNextStepDate: day(offset) }).results).toEqual(flags);
  });

  it('missing research: worked, and one of the four is blank', () => {
    expect(decided(working(today)).results).toContain('missingResearch');
    expect(decided(working(today, filled)).results).not.toContain('missingResearch');
    expect(decided({ status: 'Queued' }).results).not.toContain('missingResearch');
  });

  it.each([
    [-29, false],
    [-30, true],
  ] as const)('closed-lost %i days ago: %s', (close, expected) => {
    const opportunities = [
      { id: 'o', accountId: 'a', createdDate: day(-90), stage: 'Closed Lost', closeDate: day(close) },
    ];
    expect(decided({}, { opportunities }).results.includes('closedLost')).toBe(expected);
  });

  it('an open opportunity beside the lost one: not worth another try yet', () => {
    const lost = {
      id: 'o',
      accountId: 'a',
      createdDate: day(-90),
      stage: 'Closed Lost',
      closeDate: day(-60),
    };
    const open = { id: 'q', accountId: 'a', createdDate: day(-90), stage: 'Proposal' };
    expect(decided({}, { opportunities: [lost, open] }).results).not.toContain('closedLost');
  });

  it.each([
    [1, 'resting'],
    [0, 'awake'],
  ] as const)('wakes in %i days: %s', (offset, flag) => {
    const { results, wakeOn } = decided({ status: 'Queued', restReason: 'poor fit', wakeOn: day(offset) });
    expect(results).toEqual([flag]);
    expect(wakeOn).toBe(day(offset));
  });

  it('nominated until it is worked; assigned to me by name', () => {
    expect(decided({ nominatedBy: 'Sal' }).results).toEqual(['nominated']);
    expect(decided(working(today, { ...filled, nominatedBy: 'Sal' })).results).not.toContain('nominated');
    expect(decided({ bdrAssigned: ' ada' }).results).toEqual(['assignedToMe']);
    expect(decided({ bdrAssigned: 'Bob' }).results).toEqual([]);
  });
});

describe('score, Priority and rank', () => {
  it('nothing known: no score and no suggestion (PR-4)', () => {
    expect(decided({})).toMatchObject({ score: null, suggested: null, expandRank: null });
  });

  it('suggested differs from chosen', () => {
    const values = { dbQs: 90, priority: 1 as const };
    expect(decided(values)).toMatchObject({ score: 15, suggested: 3 });
    expect(decided(values).results).toEqual(['suggestedDiffers']);
    expect(decided({ ...values, priority: 3 }).results).toEqual([]);
  });

  it('a child of a customer is Expand and has a rank by the parent’s score (PR-8)', () => {
    const child = account('a', {
      parentId: 'top',
      intent: 'low',
      renewalDate: today,
      renewalAmount: 100,
    });
    const top = account('top', {
      type: 'customer',
      totalCarr: 48,
      ceUsers: 3,
      dbQs: 90,
      techUsed: 'Kubernetes',
    });
    const { motion, suggested, expandRank } = rowOf([recordOf(child), recordOf(top)]).decided ?? {};
    expect({ motion, suggested, expandRank }).toEqual({ motion: 'Expand', suggested: null, expandRank: 2 });
    const stranger = rowOf([recordOf(child), recordOf({ ...top, dbQs: 10, techUsed: 'None' })]).decided;
    expect(stranger?.expandRank).toBe(3);
  });
});

describe('territories on the row', () => {
  const west = row('WEST', { segments: ['Mid-Market'], states: us('CA'), bdr: 'Ada' });
  const inCalifornia = { employeesImported: 500, billingCountry: 'United States', billingState: 'CA' };

  it('without a mapping nobody is in none', () => {
    expect(decided(inCalifornia)).toMatchObject({ territory: '', mappedBdr: '', results: [] });
  });

  it('the code, its BDR, and whether it is mine', () => {
    const found = decided(inCalifornia, {}, { mapping: mapping(west) });
    expect(found).toMatchObject({ territory: 'WEST', mappedBdr: 'Ada', results: ['inMyTerritories'] });
    expect(decided(inCalifornia, {}, { mapping: mapping({ ...west, bdr: 'Bob' }) }).results).toEqual([]);
  });

  it('none, and equal matches, are told on the card of what somebody plans', () => {
    const elsewhere = { ...inCalifornia, billingState: 'NY' };
    expect(decided(elsewhere, {}, { mapping: mapping(west) }).results).toEqual(['noTerritory']);
    const two = mapping(west, { ...west, code: 'BAY' });
    expect(decided(inCalifornia, {}, { mapping: two }).results).toEqual(['noTerritory', 'territoryConflict']);
    const rules = (status: 'Queued' | '') =>
      rowOf([recordOf(account('a', { ...inCalifornia, status }))], { mapping: two }).findings.map(
        ({ rule }) => rule,
      );
    expect(rules('Queued')).toContain('TER-7');
    expect(rules('')).not.toContain('TER-7');
  });
});

describe('segments by the settings in force', () => {
  it.each([
    [100, 'Mid-Market'],
    [50, 'Mid-Market'],
    [101, 'SMB'],
  ] as const)('Mid-Market from %i: 100 employees are %s', (midMarketFrom, segment) => {
    const rules = { ...defaultRuleSettings, midMarketFrom };
    expect(rowOf([recordOf(account('a', { employeesImported: 100 }))], { rules }).segment).toBe(segment);
  });

  it('SEG-4: a change of new data waits until it is confirmed, unless it holds at once', () => {
    const record = recordOf(account('a', { employeesImported: 5000, segmentConfirmed: 'Mid-Market' }));
    const waits = rowOf([record]);
    expect(waits.segment).toBe('Mid-Market');
    expect(waits.findings.map(({ rule }) => rule)).toContain('SEG-4');
    const atOnce = rowOf([record], { rules: { ...defaultRuleSettings, segmentChange: 'atOnce' } });
    expect(atOnce.segment).toBe('Large');
    expect(atOnce.findings.map(({ rule }) => rule)).not.toContain('SEG-4');
  });

  it.each([
    [1999, false],
    [2000, true],
  ] as const)(
    'SEG-4: a proposed count of %i for 500 is to be reviewed: %s',
    (proposedEmployees, isReviewed) => {
      const found = rowOf([recordOf(account('a', { employeesImported: 500, proposedEmployees }))]);
      expect(found.segment).toBe('Mid-Market');
      expect(found.findings.some(({ rule }) => rule === 'SEG-4')).toBe(isReviewed);
    },
  );

  it('SEG-5: a box of the CRM that disagrees is told', () => {
    const rules = (firstOrderAvailable: boolean) =>
      rowOf([recordOf(account('a', { firstOrderAvailable }))]).findings.map(({ rule }) => rule);
    expect(rules(false)).toContain('SEG-5');
    expect(rules(true)).not.toContain('SEG-5');
  });
});

it('the book’s facts say what the account itself says to the territory rules', () => {
  for (const one of buildAccounts(200, 11, { hierarchies: { share: 0.3, maxDepth: 2 } })) {
    expect(territoryFactsOf(factsOf(one))).toEqual(territoryFacts(one));
  }
});

describe('what Today says of a row', () => {
  const items = (records: readonly AccountRecord[], parts: Partial<ContextParts> = {}) => {
    const context = contextWith(parts);
    const book = decidedBook(records, context);
    const found = book.rowOf('a');
    return found
      ? todayItems(found, book.recordOf('a'), context).map(({ group, rule }) => `${group} ${rule}`)
      : [];
  };

  it('a return hides what it would settle, the unknown segment included', () => {
    expect(items([recordOf(account('a', working(day(-11))))])).toEqual(['returns AW-11']);
  });

  it('worked without a segment: to be researched', () => {
    expect(items([recordOf(account('a', working(today, filled)))])).toEqual(['research SEG-1']);
  });

  it('what contradicts itself, of accounts that are planned or mine', () => {
    const box = { employeesImported: 10, firstOrderAvailable: false };
    expect(items([recordOf(account('a', { ...box, status: 'Queued' }))])).toEqual(['conflicts SEG-5']);
    expect(items([recordOf(account('a', { ...box, bdrAssigned: 'Ada' }))])).toEqual(['conflicts SEG-5']);
    expect(items([recordOf(account('a', box))])).toEqual([]);
    expect(items([recordOf(account('a', { ...box, status: 'Queued', bdrAssigned: 'Bob' }))])).toEqual([]);
  });

  it('nominations of anybody’s accounts that nobody has', () => {
    expect(items([recordOf(account('a', { nominatedBy: 'Sal' }))])).toEqual(['nominations AW-1']);
  });
});
