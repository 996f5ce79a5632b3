import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import { motions } from '../../../../src/shared/accounts/motion.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import { liesIn, pickRow } from '../../../../src/shared/territories/pick-row.ts';
import { pickWorker } from '../../../../src/shared/territories/pick-worker.ts';
import { account, bdrOf, decide, row, us, vacantRow } from './given.ts';

const at = (bdr: string, part: Partial<MappingRow> = {}): MappingRow =>
  row('TEXAS', { states: us('TX'), bdr, ...part });

const customer: Partial<Account> = { type: 'customer', totalCarr: 48 };

function worker(rows: readonly MappingRow[], part: Parameters<typeof account>[1] = {}): string {
  const bdr = bdrOf(decide(rows, [account('a', part)]));
  expect(bdrOf(decide(rows.toReversed(), [account('a', part)]))).toBe(bdr);
  return bdr;
}

describe('TER-1: motion, then owner, then band pick the row', () => {
  const teams = [at('Lana', { motion: 'Land' }), at('Expo', { motion: 'Expand' })];

  it.each<[string, Partial<Account>, string]>([
    ['a prospect is Land', {}, 'Lana'],
    ['SEG-5: a customer of 48 USD is Expand', customer, 'Expo'],
    ['SEG-5: a customer of 47.99 USD is Land', { type: 'customer', totalCarr: 47.99 }, 'Lana'],
    ['SEG-5: who bought only CI minutes is Land', { ...customer, ciMinutesOnly: true }, 'Lana'],
  ])('%s', (_sentence, part, bdr) => {
    expect(worker(teams, part)).toBe(bdr);
  });

  it('SEG-5: one customer makes the whole hierarchy Expand', () => {
    const family = [account('c', { parentId: 'p' }), account('p', customer)];
    expect(bdrOf(decide(teams, family))).toBe('Expo');
  });

  it('a row that names the motion comes before one for any', () => {
    expect(worker([at('Any'), at('Lana', { motion: 'Land' })])).toBe('Lana');
    expect(worker([at('Any'), at('Lana', { motion: 'Land' })], customer)).toBe('Any');
  });

  it('a row that names the owner comes before one for all', () => {
    const rows = [at('All'), at('Paul’s', { aes: ['Paul Duffy', 'Jim Bernstein'] })];
    expect(worker(rows, { owner: ' paul duffy ' })).toBe('Paul’s');
    expect(worker(rows, { owner: 'Josh Rector' })).toBe('All');
    expect(worker(rows)).toBe('All');
  });

  it('motion comes before owner, owner before band', () => {
    const rows = [
      at('Motion', { motion: 'Land' }),
      at('Owner', { aes: ['Paul Duffy'] }),
      at('Band', { band: { min: 1 } }),
    ];
    expect(worker(rows, { owner: 'Paul Duffy' })).toBe('Motion');
    expect(worker(rows.slice(1), { owner: 'Paul Duffy' })).toBe('Owner');
    expect(worker(rows.slice(1))).toBe('Band');
  });

  const bands = [at('Small', { band: { min: 100, max: 500 } }), at('Big', { band: { min: 501 } })];
  const sized = (count: Account['employeesZoomInfo'] | undefined) => ({ employeesZoomInfo: count });

  it.each<[Account['employeesZoomInfo'] | undefined, string]>([
    [100, 'Small'],
    [500, 'Small'],
    [501, 'Big'],
    [{ min: 200, max: 400 }, 'Small'],
    [{ min: 400, max: 600 }, 'unassigned: size-unknown'],
    [{ min: 600 }, 'Big'],
    [undefined, 'unassigned: size-unknown'],
    [99, 'unassigned: no-row'],
  ])('%j employees are worked by %s', (count, bdr) => {
    const rows = bands.map((it) => ({ ...it, segments: [] }));
    expect(worker(rows, sized(count))).toBe(bdr);
  });

  it('the highest count of the hierarchy is what bands go by', () => {
    const rows = bands.map((it) => ({ ...it, segments: [] }));
    const family = [account('p', sized(120)), account('c', { parentId: 'p', ...sized(700) })];
    expect(
      family.map((_, index) => bdrOf(decide(rows, [...family.slice(index), ...family.slice(0, index)]))),
    ).toEqual(['Big', 'Big']);
  });

  it('where no row lists the owner, the rows are looked at as if they listed nobody', () => {
    const rows = [at('Ann', { aes: ['Paul Duffy'] }), at('Ann', { aes: ['Jim Bernstein'] })];
    const decision = decide(rows, [account('a', { owner: 'Josh Rector' })]);
    expect([bdrOf(decision), decision.aesInstead]).toEqual(['Ann', ['Jim Bernstein', 'Paul Duffy']]);
    expect(decide(rows, [account('a', { owner: 'JIM bernstein' })]).aesInstead).toBeUndefined();
    expect(worker([at('Ann', { aes: ['Paul Duffy'] }), at('Ben', { aes: ['Jim Bernstein'] })])).toBe(
      'conflict',
    );
  });

  it('two BDRs that fit equally well are a conflict of both rows', () => {
    expect(decide([at('Ann'), at('Ben')], [account('a')]).worker).toEqual({ kind: 'conflict', rows: [0, 1] });
    expect(worker([at('Ann Lee'), at('ANN LEE ')])).toMatch(/^ann lee/i);
  });

  it('nobody: listed for round robin', () => {
    expect(worker([vacantRow('TEXAS', { states: us('TX') })])).toBe('unassigned: no-bdr');
    expect(worker([at('Expo', { motion: 'Expand' })])).toBe('unassigned: no-row');
    expect(worker([at('Ann'), vacantRow('TEXAS', { states: us('TX') })])).toBe('Ann');
  });
});

describe('a band', () => {
  it.each([
    [100, { min: 100, max: 500 }, true],
    [500, { min: 100, max: 500 }, true],
    [99, { min: 100, max: 500 }, false],
    [501, { min: 100, max: 500 }, false],
    [1_000_000, { min: 100 }, true],
    [null, { min: 0 }, false],
  ])('%j lies in %j: %s', (count, band, inside) => {
    expect(liesIn(count, band)).toBe(inside);
  });
});

describe('accounts alike share what was picked', () => {
  it('and it is what would be picked for each of them alone', () => {
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 1, maxLength: 6 }), fc.array(someFacts), (rows, many) => {
        const index = new MappingIndex(rows);
        for (const facts of [...many, ...many]) {
          for (const code of ['TEXAS', 'OTHER', 'GONE']) {
            expect(pickWorker(index, code, facts)).toEqual(pickRow(rows, index.rowsOf(code), facts));
          }
        }
      }),
    );
  });

  it('it is worked out once, unless bands make each head count another matter', () => {
    const facts = { motion: 'Land', owner: 'Paul', employees: 5000 } as const;
    const plain = new MappingIndex([at('Ann')]);
    expect(pickWorker(plain, 'TEXAS', facts)).toBe(pickWorker(plain, 'TEXAS', { ...facts, employees: 9000 }));
    const banded = new MappingIndex([at('Ann', { band: { min: 0, max: 6000 } }), at('Ben')]);
    expect(pickWorker(banded, 'TEXAS', facts).worker).toMatchObject({ bdr: 'Ann' });
    expect(pickWorker(banded, 'TEXAS', { ...facts, employees: 9000 }).worker).toMatchObject({ bdr: 'Ben' });
  });
});

const name = fc.constantFrom('', 'Paul', 'paul ', 'Tim', 'Zoe');
const count = fc.constantFrom(null, 50, 5000, 9000, { min: 100, max: 6000 }, { min: 7000 });
const band = fc.constantFrom(undefined, undefined, { min: 0, max: 999 }, { min: 1000 });
const someFacts = fc.record({ motion: fc.constantFrom(...motions), owner: name, employees: count });
const someRow = fc
  .record({
    code: fc.constantFrom('TEXAS', 'OTHER'),
    bdr: fc.constantFrom(undefined, 'Ann', 'Ben'),
    motion: fc.constantFrom('any', ...motions),
    aes: fc.array(
      name.filter((it) => it !== ''),
      { maxLength: 2 },
    ),
    band,
  })
  .map(({ bdr, band: own, ...rest }) => ({
    ...vacantRow(rest.code, { states: us('TX') }),
    ...rest,
    ...(bdr !== undefined && { bdr }),
    ...(own !== undefined && { band: own }),
  }));
