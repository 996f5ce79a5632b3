import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import {
  handOvers,
  impactOf,
  limitsPassed,
  type ImpactLine,
} from '../../../../src/shared/territories/impact.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import { account, factsOf, row, us, vacantRow } from './given.ts';

const old = [row('TEXAS', { states: us('TX'), bdr: 'Ann', aes: ['Paul'] })];
const next = [row('SOUTH', { states: us('TX', 'FL'), bdr: 'Ben', aes: ['Tim'] })];

function impact(
  before: readonly MappingRow[] | null,
  after: readonly MappingRow[],
  book: readonly Account[],
) {
  return impactOf(before && new MappingIndex(before), new MappingIndex(after), factsOf(book));
}

const brief = ({ id, before, after, changes }: ImpactLine): string =>
  `${id}: ${before.territory}/${before.bdr}/${before.ae} -> ${after.territory}/${after.bdr}/${after.ae} (${changes.join(', ')})`;

const ids = (lines: readonly ImpactLine[]): Set<string> => new Set(lines.map(({ id }) => id));

describe('TER-8: what a new mapping changes is told before it is applied', () => {
  it('territory, BDR and AE of each account', () => {
    const { lines, unchanged } = impact(old, next, [
      account('a', { bdrAssigned: 'Ann', owner: 'Paul' }),
      account('b', { billingState: 'NY', bdrAssigned: 'Ann' }),
    ]);
    expect(lines.map(brief)).toEqual(['a: TEXAS/Ann/Paul -> SOUTH/Ben/Tim (territory, bdr, ae)']);
    expect(unchanged).toBe(1);
  });

  it('the same mapping changes nothing', () => {
    const book = [
      account('a', { bdrAssigned: 'Ann', owner: 'Paul' }),
      account('b', { bdrAssigned: 'Cem', owner: 'Paul' }),
    ];
    expect(impact(old, old, book).lines).toEqual([]);
  });

  it('an assignment that was made by hand stays where the mapping gives the account to the same BDR as before', () => {
    const moved = [row('SOUTH', { states: us('TX'), bdr: 'ANN', aes: ['Paul'] })];
    const { lines } = impact(old, moved, [account('a', { bdrAssigned: 'Cem', owner: 'Paul' })]);
    expect(lines.map(brief)).toEqual(['a: TEXAS/Cem/Paul -> SOUTH/Cem/Paul (territory)']);
  });

  it('the first mapping is compared with BDR Assigned', () => {
    const { lines } = impact(null, old, [
      account('a', { bdrAssigned: 'ann', owner: 'Paul' }),
      account('b', { bdrAssigned: 'Cem', owner: 'Paul' }),
      account('c', { owner: 'Paul' }),
    ]);
    expect(lines.map(brief)).toEqual([
      'a: /ann/Paul -> TEXAS/ann/Paul (territory)',
      'b: /Cem/Paul -> TEXAS/Ann/Paul (territory, bdr)',
      'c: //Paul -> TEXAS/Ann/Paul (territory, bdr)',
    ]);
  });

  it('an account that nobody is assigned to goes to the BDR of its row, also where the row is an old one', () => {
    expect(impact(old, old, [account('a', { owner: 'Paul' })]).lines.map(brief)).toEqual([
      'a: TEXAS//Paul -> TEXAS/Ann/Paul (bdr)',
    ]);
  });

  it('an account that falls out of every territory keeps its BDR and is told as open', () => {
    const { lines } = impact(old, [row('JP', { countries: ['JP'] })], [account('a', { bdrAssigned: 'Ann' })]);
    expect(lines.map((line) => [brief(line), line.isOpen])).toEqual([
      ['a: TEXAS/Ann/ -> /Ann/ (territory)', 'none'],
    ]);
    const rivals = [...next, row('STAR', { states: us('TX') })];
    expect(impact(old, rivals, [account('a', { bdrAssigned: 'Ann' })]).lines[0]?.isOpen).toBe('conflict');
  });

  it('TER-1: an unassigned account without a BDR row is listed for round robin', () => {
    const { lines } = impact(
      null,
      [vacantRow('TEXAS', { states: us('TX') })],
      [account('a'), account('b', { bdrAssigned: 'Ann' })],
    );
    expect(lines.map(({ id, needsBdr }) => [id, needsBdr])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('several AEs to choose from are offered, and the owner stays until one is chosen', () => {
    const wide = [row('SOUTH', { states: us('TX'), bdr: 'Ann', aes: ['Tim', 'Sue'] })];
    const [line] = impact(old, wide, [account('a', { bdrAssigned: 'Ann', owner: 'Paul' })]).lines;
    expect([line?.after.ae, line?.aeChoices, line?.changes]).toEqual([
      'Paul',
      ['Sue', 'Tim'],
      ['territory', 'ae'],
    ]);
  });

  it('an owner stays where a row of the account’s motion is for all owners', () => {
    const rows = [
      row('SOUTH', { states: us('TX'), bdr: 'Ben', aes: ['Tim'] }),
      row('SOUTH', { bdr: 'Cem' }),
      row('SOUTH', { bdr: 'Dee', motion: 'Expand', aes: ['Sue'] }),
    ];
    expect(impact(old, rows, [account('a', { bdrAssigned: 'Ann', owner: 'Paul' })]).lines.map(brief)).toEqual(
      ['a: TEXAS/Ann/Paul -> SOUTH/Cem/Paul (territory, bdr)'],
    );
  });

  it('the AEs of rows for another motion do not count', () => {
    const rows = [
      row('SOUTH', { states: us('TX'), bdr: 'Ben', motion: 'Land', aes: ['Tim'] }),
      row('SOUTH', { bdr: 'Cem', aes: ['Paul', 'Sue'] }),
    ];
    const [line] = impact(old, rows, [account('a', { bdrAssigned: 'Ann', owner: 'Paul' })]).lines;
    expect(line && brief(line)).toBe('a: TEXAS/Ann/Paul -> SOUTH/Ben/Tim (territory, bdr, ae)');
  });

  it('a named account belongs to its named owner', () => {
    const rows = [...next, row('NAMED', { aes: ['Dana'], namedAccounts: ['Other'], bdr: 'Nora' })];
    const named = account('a', { named: true, namedOwner: 'Dana', bdrAssigned: 'Ann', owner: 'Paul' });
    expect(impact(old, rows, [named]).lines.map(brief)).toEqual([
      'a: /Ann/Paul -> NAMED/Nora/Dana (territory, bdr, ae)',
    ]);
  });

  it('Actively Working accounts that would change hands are marked', () => {
    const { lines } = impact(old, next, [
      account('a', { bdrAssigned: 'Ann', status: 'Actively Working' }),
      account('b', { bdrAssigned: 'Ben', status: 'Actively Working' }),
      account('c', { bdrAssigned: 'Ann', status: 'Queued' }),
      account('d', { status: 'Actively Working' }),
    ]);
    expect(lines.filter((line) => line.changesHandsWhileWorking).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('TER-8, AW-6: limits that would be passed', () => {
  const settings = { ...defaultRuleSettings, limitLarge: 3, limitMidMarket: 1 };
  const working = (id: string, bdr: string, part: Partial<Account> = {}): Account =>
    account(id, { bdrAssigned: bdr, status: 'Actively Working', ...part });
  const book = [
    working('a1', 'Ann'),
    working('a2', 'Ann'),
    working('b1', 'Ben', { billingState: 'FL' }),
    working('b2', 'ben', { billingState: 'FL' }),
    working('m1', 'Ben', { billingState: 'FL', employeesZoomInfo: 200 }),
    working('m2', 'Ben', { billingState: 'FL', employeesZoomInfo: 200 }),
    account('q', { bdrAssigned: 'Ann', status: 'Queued' }),
  ];
  const result = impact(
    [...old, row('FLORIDA', { segments: [], states: us('FL'), bdr: 'Ben' })],
    [
      row('SOUTH', { segments: ['Large'], states: us('TX', 'FL'), bdr: 'Ben' }),
      row('MM', { segments: ['Mid-Market'], states: us('FL'), bdr: 'Ben' }),
    ],
    book,
  );

  it('are those above the limit, by more than before', () => {
    expect(limitsPassed(result, ids(result.lines), settings)).toEqual([
      { bdr: 'Ben', segment: 'Large', before: 2, after: 4, limit: 3 },
    ]);
  });

  it('exactly at the limit is within it', () => {
    expect(limitsPassed(result, ids(result.lines), { ...settings, limitLarge: 4 })).toEqual([]);
  });

  it('are counted anew when only a part is applied', () => {
    expect(limitsPassed(result, new Set(['a1']), settings)).toEqual([]);
    expect(limitsPassed(result, new Set(['a1', 'a2']), settings)).toHaveLength(1);
    expect(limitsPassed(result, new Set(), settings)).toEqual([]);
  });

  it('SMB has none unless it is set', () => {
    const small = [
      working('s1', 'Ann', { employeesZoomInfo: 5 }),
      working('s2', 'Ann', { employeesZoomInfo: 5 }),
    ];
    const moved = impact(null, [row('S', { segments: ['SMB'], states: us('TX'), bdr: 'Ben' })], small);
    expect(limitsPassed(moved, ids(moved.lines), settings)).toEqual([]);
    expect(limitsPassed(moved, ids(moved.lines), { ...settings, limitSmb: 1 })).toEqual([
      { bdr: 'Ben', segment: 'SMB', before: 0, after: 2, limit: 1 },
    ]);
  });
});

describe('TER-8: a mapping can be applied in part', () => {
  const result = impact(old, next, [
    account('a', { bdrAssigned: 'Ann', owner: 'Paul' }),
    account('b', { bdrAssigned: 'Ann', owner: 'Tim' }),
    account('c', { bdrAssigned: 'Ben', owner: 'Tim' }),
  ]);

  it('what is chosen is written, field by field, and nothing else', () => {
    expect(handOvers(result, ids(result.lines))).toEqual([
      { id: 'a', bdrAssigned: 'Ben', owner: 'Tim' },
      { id: 'b', bdrAssigned: 'Ben' },
    ]);
    expect(handOvers(result, new Set(['b', 'c', 'gone']))).toEqual([{ id: 'b', bdrAssigned: 'Ben' }]);
    expect(handOvers(result, new Set())).toEqual([]);
  });
});
