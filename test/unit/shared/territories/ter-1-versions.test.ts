import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../../../src/shared/accounts/account.ts';
import { motions } from '../../../../src/shared/accounts/motion.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { checkMapping } from '../../../../src/shared/territories/check-mapping.ts';
import { diffMappings } from '../../../../src/shared/territories/diff-mappings.ts';
import { suggestColumns } from '../../../../src/shared/territories/mapping-columns.ts';
import {
  mappingOn,
  mappingRow,
  mappingVersion,
  type MappingRow,
  type MappingVersion,
} from '../../../../src/shared/territories/mapping.ts';
import { readMapping } from '../../../../src/shared/territories/read-mapping.ts';
import { writeMapping } from '../../../../src/shared/territories/write-mapping.ts';
import { runs } from '../../../builders/random.ts';
import { postal, row, us, vacantRow } from './given.ts';

describe('TER-1: a mapping is versioned by import date', () => {
  const version = (id: string, importedOn: string): MappingVersion => ({
    id,
    importedOn: importedOn as IsoDate,
    source: 'territories.csv',
    rows: [row('A')],
  });
  const versions = [version('v1', '2026-01-31'), version('v3', '2026-03-01'), version('v2', '2026-02-28')];

  it.each([
    ['2026-01-30', undefined],
    ['2026-01-31', 'v1'],
    ['2026-02-27', 'v1'],
    ['2026-02-28', 'v2'],
    ['2026-03-01', 'v3'],
    ['2030-01-01', 'v3'],
  ])('on %s %s was in force', (date, id) => {
    expect(mappingOn(versions, date as IsoDate)?.id).toBe(id);
  });

  it('of two on one day the later one in the list', () => {
    const both = [...versions, version('v4', '2026-03-01')];
    expect(mappingOn(both, '2026-03-01' as IsoDate)?.id).toBe('v4');
  });

  it('is stored and read back as it was', () => {
    const [first] = versions;
    expect(mappingVersion.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
    expect(mappingVersion.safeParse({ ...first, importedOn: '2026-02-30' }).success).toBe(false);
    expect(mappingRow.safeParse({ ...row('A'), countries: ['Germany'] }).success).toBe(false);
  });
});

describe('TER-1: two versions can be compared', () => {
  const old = [
    row('WEST', { countries: ['US'], states: us('CA', 'NV'), motion: 'Land', bdr: 'Ann', tier: 'P0' }),
    row('WEST', { countries: ['US'], motion: 'Expand', bdr: 'Ben' }),
    row('EAST', { states: us('NY') }),
  ];

  it('the same rows in another order are the same', () => {
    expect(diffMappings(old, old.toReversed())).toEqual([]);
  });

  it('says what was added, removed and changed, by territory', () => {
    const next = [
      row('WEST', { countries: ['US'], states: us('CA', 'OR'), motion: 'Land', bdr: 'Cem', tier: 'P0' }),
      row('WEST', { countries: ['US'], motion: 'Expand', bdr: 'ben', tier: 'P1' }),
      row('NORTH', { segments: ['SMB'] }),
    ];
    expect(diffMappings(old, next)).toEqual([
      { code: 'EAST', kind: 'removed', changes: [] },
      { code: 'NORTH', kind: 'added', changes: [] },
      {
        code: 'WEST',
        kind: 'changed',
        changes: [
          { what: 'states', added: ['US-OR'], removed: ['US-NV'] },
          { what: 'tier', seat: 'Expand', from: '', to: 'P1' },
          { what: 'bdr', seat: 'Land', from: 'Ann', to: 'Cem' },
        ],
      },
    ]);
  });

  it('tells seats apart by motion, AEs and band, and names what they were', () => {
    const was = [row('A', { aes: ['Tim', 'Paul'], band: { min: 100, max: 500 }, bdr: 'Ann' })];
    expect(
      diffMappings(was, [row('A', { aes: ['Paul', 'Tim'], band: { min: 100, max: 500 }, bdr: 'Ben' })]),
    ).toEqual([
      {
        code: 'A',
        kind: 'changed',
        changes: [{ what: 'bdr', seat: 'Paul, Tim; 100-500', from: 'Ann', to: 'Ben' }],
      },
    ]);
    expect(diffMappings(was, [row('A', { bdr: 'Ann' })])).toEqual([
      {
        code: 'A',
        kind: 'changed',
        changes: [
          { what: 'bdr', seat: '', from: '', to: 'Ann' },
          { what: 'bdr', seat: 'Paul, Tim; 100-500', from: 'Ann', to: '' },
        ],
      },
    ]);
  });

  it('tells the definition', () => {
    const next = [row('EAST', { segments: ['SMB'], states: us('NY'), region: 'AMER', vertical: 'Retail' })];
    expect(diffMappings([row('EAST', { states: us('NY') })], next)[0]?.changes).toEqual([
      { what: 'segments', from: 'Large', to: 'SMB' },
      { what: 'region', from: '', to: 'AMER' },
      { what: 'vertical', from: '', to: 'Retail' },
    ]);
  });
});

/** Rows as a person could have them; texts with separators, quotes and blanks in between. */
const name = fc.oneof(
  fc.constantFrom('Ann Lee', 'Zoë, Ltd.', 'A; B', 'Müller & Sons | GmbH', '“Q”', 'O’Neil'),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .&'-]{4,10}[A-Za-z]$/),
);
const list = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { maxLength: 3 });
const rowArbitrary: fc.Arbitrary<MappingRow> = fc
  .record({
    segments: fc.subarray([...segments]),
    countries: fc.subarray(['US', 'DE', 'GB', 'NA', 'BA', 'KR']),
    states: fc.subarray([
      ...us('CA', 'TX'),
      { country: 'CA', state: 'ON' },
      { country: 'FR', state: 'iledefrance' },
    ]),
    postalPrefixes: fc.subarray([...postal('US', '941', '10'), ...postal('GB', 'SW1A')]),
    namedAccounts: list(name),
    languages: list(name),
    aes: list(name),
    motion: fc.constantFrom(...motions, 'any' as const),
    area: fc.option(name, { nil: undefined }),
    band: fc.constantFrom(undefined, { min: 100, max: 500 }, { min: 501 }, { min: 7, max: 7 }),
    tier: fc.constantFrom(undefined, 'P0' as const, 'P1' as const),
  })
  .map(({ area, band, tier, segments: some, ...rest }) => ({
    ...vacantRow('X'),
    ...rest,
    segments: [...some].sort(),
    countries: [...rest.countries].sort(),
    ...(area !== undefined && { area }),
    ...(band !== undefined && { band }),
    ...(tier !== undefined && { tier }),
  }));

describe('EX-5: a mapping that is written and read again is the same', () => {
  it('for any rows', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 6 }), (some) => {
        const rows = some.map((it, index) => ({ ...it, code: `T-${index}` }));
        const [header = [], ...cells] = writeMapping(rows);
        const result = readMapping({ columns: suggestColumns(header), rows: cells });
        expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(result.rows).toEqual(rows);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('TER-1: the check of a mapping', () => {
  const withBands = fc.array(
    fc.record({
      bdr: fc.constantFrom('Ann', 'Ben', 'Cem'),
      min: fc.nat(30),
      size: fc.nat(12),
      open: fc.nat(9),
    }),
    { maxLength: 12 },
  );

  it('finds two BDRs for one size exactly when there are two', () => {
    fc.assert(
      fc.property(withBands, (some) => {
        const rows = some.map(({ bdr, min, size, open }) =>
          row('T', { bdr, countries: ['US'], band: open === 0 ? { min } : { min, max: min + size } }),
        );
        const sizes = Array.from({ length: 60 }, (_, at) => at);
        const clash = sizes.some(
          (at) =>
            new Set(
              rows
                .filter(({ band }) => band && band.min <= at && at <= (band.max ?? 99))
                .map(({ bdr }) => bdr),
            ).size > 1,
        );
        const found = checkMapping(rows).filter(({ message }) => message.id === 'mapping.two-bdrs');
        expect(found.length > 0).toBe(clash);
      }),
      { numRuns: runs(500) },
    );
  });

  it('counts rows as a mapping shows them, unless told otherwise', () => {
    const rows = [row('A', { countries: ['US'] }), row('B', { countries: ['US'] })];
    const other = (options: Parameters<typeof checkMapping>[1]) =>
      checkMapping(rows, options).map(({ message }) => message.params?.['other']);
    expect(other({})).toEqual([1]);
    expect(other({ numberOf: (at) => at + 20 })).toEqual([20]);
  });

  it('territories of different verticals or segments do not overlap', () => {
    const rows = [
      row('A', { countries: ['US'] }),
      row('B', { countries: ['US'], vertical: 'Retail' }),
      row('C', { countries: ['US'], segments: ['SMB'] }),
      row('D', { countries: ['US'], vertical: 'Public Sector' }),
    ];
    expect(checkMapping(rows)).toEqual([]);
    expect(
      checkMapping([...rows, row('E', { countries: ['US'], segments: ['SMB'], vertical: 'PubSec' })]),
    ).toEqual([]);
  });
});
