import { describe, expect, it } from 'vitest';
import { readCompanies } from '../../../src/renderer/workers/exchange/company-list.ts';
import { MappingSession } from '../../../src/renderer/workers/exchange/mapping-session.ts';
import type { MappingReadReport } from '../../../src/renderer/workers/exchange/protocol.ts';
import { csvRecord } from '../../../src/shared/exchange/write-csv.ts';
import type { MappingRow } from '../../../src/shared/territories/mapping.ts';
import { writeMapping } from '../../../src/shared/territories/write-mapping.ts';
import { postal, row, us, vacantRow } from '../shared/territories/given.ts';

const settings = { namedLimit: 30 };

async function read(text: string): Promise<MappingReadReport> {
  const session = new MappingSession();
  const report = await session.inspect(new File([text], 'mapping.csv'), {}, {});
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return session.read(
    report.value.columns.map(({ suggestion }) => suggestion),
    settings,
  );
}

const rowsOf = async ({ rows }: MappingReadReport): Promise<readonly MappingRow[]> =>
  rows === null ? [] : (JSON.parse(await rows.text()) as MappingRow[]);

/** "row column message", rows as a spreadsheet numbers them. */
const told = ({ problems, firstRowNumber }: MappingReadReport): string[] =>
  problems.map((it) => `${it.row + firstRowNumber} ${it.column ?? 'row'} ${it.message.id}`);

describe('a mapping file is read in the worker (TER-1)', () => {
  it('unknown countries, duplicate codes and an AE without a name are told by row, and nothing is taken', async () => {
    const report = await read(
      [
        'Territory Code;Segment;Countries;BDR;AEs',
        'ONE;Large;Germany;Ann;Paul',
        'TWO;Large;Atlantis;Ben;Tim',
        'ONE;SMB;Austria;Ann;Paul',
        'FOUR;Large;Japan;Cem;Olga,,Ina',
      ].join('\n'),
    );
    expect(told(report)).toEqual([
      '3 countries mapping.unknown-country',
      '4 code mapping.duplicate-code',
      '5 aes mapping.ae-without-name',
    ]);
    expect([report.rows, report.errors, report.warnings]).toEqual([null, 3, 0]);
    expect(report.counts).toEqual({ read: 4, taken: 1, blank: 0, refused: 3 });
  });

  it('overlapping territories are a warning: the mapping is taken', async () => {
    const report = await read('Code,Segment,Countries,BDR\nONE,Large,Germany,Ann\nTWO,Large,Germany,Ben\n');
    expect(told(report)).toEqual(['3 countries mapping.overlap']);
    expect((await rowsOf(report)).map(({ code }) => code)).toEqual(['ONE', 'TWO']);
  });

  it('a record with an open quote keeps the whole mapping out, by its row', async () => {
    const report = await read(
      'Code,Segment,Countries\nONE,Large,Germany\nTWO,Large,"Fra"nce\nTHREE,SMB,Spain\n',
    );
    expect(report.rows).toBeNull();
    expect(report.problems[0]).toMatchObject({ row: 1, column: null, severity: 'error' });
  });

  it('a table pasted from a spreadsheet is parted by tabs', async () => {
    const report = await read('Territory\tSize segment\tCountry\tSDR\nONE\tEnterprise\tDACH\tAnn\n');
    expect(await rowsOf(report)).toMatchObject([
      { code: 'ONE', segments: ['Large'], countries: ['AT', 'CH', 'DE', 'LI'], bdr: 'Ann' },
    ]);
  });

  it('50,000 rows, with the rows of the few that are wrong', { timeout: 60_000 }, async () => {
    const lines = ['Territory Code,Segment,Postal Prefixes,BDR'];
    for (let at = 0; at < 50_000; at += 1) {
      const prefix = `US:${String(at).padStart(5, '0')}`;
      lines.push(at === 41_999 ? `T${at},Huge,${prefix},Ann` : `T${at},Large,${prefix},BDR ${at % 40}`);
    }
    const report = await read(lines.join('\n'));
    expect(told(report)).toEqual(['42001 segments mapping.unknown-segment']);
    expect(report.counts).toEqual({ read: 50_000, taken: 49_999, blank: 0, refused: 1 });
    expect(report.rows).toBeNull();
    lines.splice(42_000, 1);
    const mended = await read(lines.join('\n'));
    expect([mended.rowCount, mended.errors]).toEqual([49_999, 0]);
  });

  it('what the preset Territory mapping writes comes back as it was (EX-5)', async () => {
    const rows = [
      row('ONE', {
        states: us('CA', 'TX'),
        aes: ['Paul', 'Reyes, Tim'],
        namedAccounts: ['A; B', 'acme.com'],
      }),
      row('ONE', { bdr: 'Ben', band: { min: 5000 }, tier: 'P1', languages: ['de', 'fr'] }),
      vacantRow('TWO', { segments: [], countries: ['DE'], region: 'EMEA', area: 'North', motion: 'Land' }),
      row('=THREE', { postalPrefixes: postal('US', '941', '100'), vertical: 'Public Sector', segments: [] }),
    ];
    const text = writeMapping(rows)
      .map((cells) => csvRecord(cells, { separator: ';', cells: 'safe' }))
      .join('');
    const report = await read(`\ufeff${text}`);
    expect(report.errors).toBe(0);
    expect(await rowsOf(report)).toEqual(rows);
  });
});

describe('a dropped list of companies (TER-9)', () => {
  it('is read as the importer would read it', async () => {
    const list =
      'Company,Website,Billing Country,Employees\nAcme,acme.com,Germany,1200\nBeta,,France,300,extra\n';
    const read = await readCompanies(new File([list], 'list.csv'), {});
    expect(read).toEqual({
      ok: true,
      value: {
        companies: [{ name: 'Acme', website: 'acme.com', country: 'Germany', employees: 1200 }],
        refused: 1,
      },
    });
  });

  it('says what a file that is no list is', async () => {
    expect(await readCompanies(new File(['%PDF-1.7'], 'x.pdf'), {})).toMatchObject({ ok: false });
  });
});
