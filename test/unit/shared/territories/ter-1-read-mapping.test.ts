import { describe, expect, it } from 'vitest';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import type { MappingProblem } from '../../../../src/shared/territories/check-mapping.ts';
import { mappingColumns, suggestColumns } from '../../../../src/shared/territories/mapping-columns.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import { readMapping, type ReadMapping } from '../../../../src/shared/territories/read-mapping.ts';
import { postal, row, us } from './given.ts';

/** Reads a table that is written with bars; the first line is the header. */
function read(table: string, firstRowNumber?: number): ReadMapping {
  const [header = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n')));
  const columns = suggestColumns(header);
  return readMapping({ columns, rows, ...(firstRowNumber !== undefined && { firstRowNumber }) });
}

const told = ({ problems }: ReadMapping): string[] =>
  problems.map(
    ({ row: at, column, severity, message }) => `${at} ${column ?? '-'} ${severity}: ${sayStrictly(message)}`,
  );

function rowsOf(result: ReadMapping): readonly MappingRow[] {
  if (!result.rows) throw new Error(told(result).join('\n'));
  return result.rows;
}

describe('TER-1: the columns of a mapping are known by their headers', () => {
  it.each<[string[], (string | null)[]]>([
    [
      ['Territory Code', 'Segment', 'Region', 'Countries', 'BDR', 'Motion', 'AEs', 'Employee Band'],
      ['code', 'segments', 'region', 'countries', 'bdr', 'motion', 'aes', 'band'],
    ],
    // As the handbook's tables head them.
    [
      ['BDR', 'Territory', 'Territory Codes', 'BDR Secondary Language Profficiency'],
      ['bdr', 'area', 'code', 'languages'],
    ],
    [
      ['Role', 'BDR', 'Territory Alignment', 'Strategic Account Leader'],
      ['region', 'bdr', 'code', 'aes'],
    ],
    [
      ['territory', 'zip', 'STATE', 'sdr', 'SAL', 'P0/P1'],
      ['code', 'postalPrefixes', 'states', 'bdr', 'aes', 'tier'],
    ],
    [
      ['Territory', 'Quota', ''],
      ['code', null, null],
    ],
    [
      ['Country', 'Country', 'Code'],
      ['countries', null, 'code'],
    ],
  ])('%j', (headers, columns) => {
    expect(suggestColumns(headers)).toEqual(columns);
  });

  it('every column is known by its own name', () => {
    expect(new Set(mappingColumns).size).toBe(mappingColumns.length);
  });
});

describe('TER-1: a mapping is read', () => {
  it('with every column', () => {
    const result = read(`
Territory Code | Segment | Region | Area | Tier | Languages | Countries | States | Postal Prefixes | Named Accounts | BDR | Motion | AEs | Employee Band
WEST-1 | Large | AMER | Bay Area | P0 | English, Spanish | United States | California; NV | 941; 94000-94099 | Initech; globex.com | Ann Lee | Land | Paul Duffy, Jim Bernstein | 2,000-4,999
`);
    expect(rowsOf(result)).toEqual([
      row('WEST-1', {
        region: 'AMER',
        area: 'Bay Area',
        tier: 'P0',
        languages: ['English', 'Spanish'],
        countries: ['US'],
        states: us('CA', 'NV'),
        postalPrefixes: postal('US', '941', '940'),
        namedAccounts: ['Initech', 'globex.com'],
        motion: 'Land',
        aes: ['Paul Duffy', 'Jim Bernstein'],
        band: { min: 2000, max: 4999 },
      }),
    ]);
    expect(result.counts).toEqual({ read: 1, taken: 1, blank: 0, refused: 0 });
  });

  it('as the handbook writes it: a BDR with several codes, and an extra comma', () => {
    const result = read(`
BDR | Territory Alignment | Strategic Account Leader | Segment | Countries
Steven Cull | Large-AMER-East-Named-1, Large-AMER-Southeast-5,| Mark Bell, TBH, April Marks | Large | US
`);
    expect(rowsOf(result).map(({ code, aes }) => [code, aes])).toEqual([
      ['Large-AMER-East-Named-1', ['Mark Bell', 'April Marks']],
      ['Large-AMER-Southeast-5', ['Mark Bell', 'April Marks']],
    ]);
    expect(told(result)).toEqual([
      '0 countries warning: TER-7: US belongs to Large-AMER-Southeast-5 here and to Large-AMER-East-Named-1 in row 2. ' +
        'Its accounts will be listed for you to settle.',
    ]);
  });

  it('rows of one code make one territory; what a later row leaves out is taken from the first', () => {
    const rows = rowsOf(
      read(`
Code | Segment | Region | Country | BDR | Motion
west | MM | AMER | US | Ann | Land
WEST |  |  | CA | Ben | Expand
`),
    );
    expect(rows.map(({ code, segments, region }) => [code, segments, region])).toEqual([
      ['west', ['Mid-Market'], 'AMER'],
      ['west', ['Mid-Market'], 'AMER'],
    ]);
  });

  it.each([
    ['Large', ['Large']],
    ['Enterprise', ['Large']],
    ['MM / SMB', ['Mid-Market', 'SMB']],
    ['Commercial', ['Mid-Market', 'SMB']],
    ['All', []],
  ])('segment “%s” is %j', (text, segments) => {
    expect(rowsOf(read(`Code | Segment | Country | BDR\nA | ${text} | US | Ann`))[0]?.segments).toEqual(
      segments,
    );
  });

  it('segment PubSec is a territory of the public sector', () => {
    const [only] = rowsOf(read('Code | Segment | Region\nFED | PubSec | AMER'));
    expect([only?.segments, only?.vertical]).toEqual([[], 'Public Sector']);
  });

  it.each<[string, string[]]>([
    ['Germany; at', ['AT', 'DE']],
    ['France, Spain', ['ES', 'FR']],
    ['Bosnia and Herzegovina', ['BA']],
    ['Spain and Portugal', ['ES', 'PT']],
    ['DACH', ['AT', 'CH', 'DE', 'LI']],
    ['Benelux / UK', ['BE', 'GB', 'LU', 'NL']],
    ['NA', ['NA']],
  ])('countries “%s” are %j', (text, codes) => {
    expect(rowsOf(read(`Code | Segment | Countries\nA | Large | ${text}`))[0]?.countries).toEqual(codes);
  });

  it.each<[string, string, MappingRow['states']]>([
    ['', 'CA, TX', us('CA', 'TX')],
    ['', 'Ontario', [{ country: 'CA', state: 'ON' }]],
    [
      'Canada',
      'ON; BC',
      [
        { country: 'CA', state: 'ON' },
        { country: 'CA', state: 'BC' },
      ],
    ],
    ['', 'AU-WA', [{ country: 'AU', state: 'WA' }]],
    ['Australia', 'WA', [{ country: 'AU', state: 'WA' }]],
    ['Germany', 'Bayern', [{ country: 'DE', state: 'BY' }]],
    ['France', 'Île-de-France', [{ country: 'FR', state: 'iledefrance' }]],
  ])('with countries “%s” the states “%s” are %j', (countries, text, states) => {
    expect(
      rowsOf(read(`Code | Segment | Countries | States\nA | Large | ${countries} | ${text}`))[0]?.states,
    ).toEqual(states);
  });

  it.each<[string, string, MappingRow['postalPrefixes']]>([
    ['US', '941*, 94110', postal('US', '941', '94110')],
    ['', 'DE:80; US-941', [...postal('DE', '80'), ...postal('US', '941')]],
    ['GB', 'SW1A, EC', postal('GB', 'SW1A', 'EC')],
    ['US', '900-935', postal('US', '90', '91', '92', '930', '931', '932', '933', '934', '935')],
    ['US', '940-949', postal('US', '94')],
    ['DE', '0-9', postal('DE', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')],
    ['US', '07-12', postal('US', '07', '08', '09', '10', '11', '12')],
    ['US', '94103-1234', postal('US', '941031234')],
  ])('with country “%s” the postal codes “%s” are %j', (country, text, prefixes) => {
    const table = `Code | Segment | Countries | Zip\nA | Large | ${country} | ${text}`;
    expect(rowsOf(read(table))[0]?.postalPrefixes).toEqual(prefixes);
  });

  it.each<[string, MappingRow['band']]>([
    ['100-500', { min: 100, max: 500 }],
    ['100 to 1,999', { min: 100, max: 1999 }],
    ['500+', { min: 500 }],
    ['under 100', { min: 0, max: 99 }],
  ])('the band “%s” is %j', (text, band) => {
    expect(rowsOf(read(`Code | Segment | Country | Band\nA | Large | US | ${text}`))[0]?.band).toEqual(band);
  });

  it.each([
    ['FO', 'Land'],
    ['Growth', 'Expand'],
    ['Land & Expand', 'any'],
    ['', 'any'],
  ])('the motion “%s” is %s', (text, motion) => {
    expect(rowsOf(read(`Code | Segment | Country | Motion\nA | Large | US | ${text}`))[0]?.motion).toBe(
      motion,
    );
  });

  it('blank rows are counted, and words for “nothing” are none', () => {
    const result = read('Code | Segment | Country | BDR | Languages\n | | | |\nA | Large | US | TBH | N/A');
    expect(result.counts).toEqual({ read: 2, taken: 1, blank: 1, refused: 0 });
    expect(rowsOf(result)[0]).toEqual(expect.not.objectContaining({ bdr: expect.anything() as unknown }));
    expect(rowsOf(result)[0]?.languages).toEqual([]);
  });
});

describe('TER-1: every problem names its row, and nothing is half applied', () => {
  const table = `
Code | Segment | Countries | States | Zip | BDR | Motion | Tier | AEs | Band
GOOD | Large | US | | | Ann | Land | P0 | Paul Duffy | 100-500
`;
  it.each<[string, string, string]>([
    [
      'an unknown country',
      'B | SMB | Germany; Wakanda | | | | | | |',
      '1 countries error: “Wakanda” is no country or group of countries that is known. Write its English name or its two letters.',
    ],
    [
      'an unknown state',
      'B | SMB | US | Calif | | | | | |',
      '1 states error: “Calif” is no state of the row’s countries. Write its country before it, as in US-CA.',
    ],
    [
      'a state that two of the row’s countries have',
      'B | SMB | US; Australia | WA | | | | | |',
      '1 states error: “WA” is a state in US, AU. Write the country before it, as in US-CA.',
    ],
    [
      'a postal code without a country',
      'B | SMB | | | 941 | | | | |',
      '1 postalPrefixes error: The postal code “941” could be in any country. Write the country before it, as in DE:80.',
    ],
    [
      'a postal range that runs backwards',
      'B | SMB | US | | 935-900 | | | | |',
      '1 postalPrefixes error: “935-900” is no postal code. Write its first letters or digits, as in 941.',
    ],
    [
      'an unknown segment',
      'B | Tiny | CA | | | | | | |',
      '1 segments error: “Tiny” is no segment. Write Large, Mid-Market, SMB, Commercial, or All for every segment.',
    ],
    [
      'no segment',
      'B | | CA | | | | | | |',
      '1 segments error: B has no segment. Write Large, Mid-Market, SMB, Commercial, or All for every segment.',
    ],
    [
      'no code',
      ' | SMB | CA | | | | | | |',
      '1 code error: The row has no territory code. Fill it in, or delete the row.',
    ],
    [
      'an AE without a name',
      'B | SMB | CA | | | | | | Paul Duffy, , Tim |',
      '1 aes error: In “Paul Duffy, , Tim” an AE has no name. Fill it in, or take the extra comma out.',
    ],
    [
      'an AE that is a number',
      'B | SMB | CA | | | | | | 1234 |',
      '1 aes error: In “1234” an AE has no name. Fill it in, or take the extra comma out.',
    ],
    [
      'two BDRs in one row',
      'B | SMB | CA | | | Ann; Ben | | | |',
      '1 bdr error: “Ann; Ben” are several BDRs, and a row has one. Give each a row of its own.',
    ],
    [
      'a BDR without a name',
      'B | SMB | CA | | | 42 | | | |',
      '1 bdr error: “42” is no name of a BDR. Fill it in, or leave the cell blank.',
    ],
    [
      'an unknown motion',
      'B | SMB | CA | | | | Renew | | |',
      '1 motion error: “Renew” is no motion. Write Land, Expand or Any.',
    ],
    [
      'an unknown tier',
      'B | SMB | CA | | | | | P7 | |',
      '1 tier error: “P7” is no tier. Write P0 (primary) or P1 (secondary).',
    ],
    [
      'a band that runs backwards',
      'B | SMB | CA | | | | | | | 500-100',
      '1 band error: “500-100” is no band of employees. Write it as 100-500 or 500+, the smaller number first.',
    ],
    [
      'a band with one end',
      'B | SMB | CA | | | | | | | 500',
      '1 band error: “500” is one number, and a band needs two ends. Write it as 100-500 or 500+.',
    ],
    [
      'one code with two segments',
      'GOOD | SMB | | | | Ben | | | |',
      '1 code error: GOOD says here another segment, region, area or vertical than in row 2. Make them the same, or use another code.',
    ],
    [
      'one code with two BDRs for the same',
      'GOOD | | | | | Ben | Land | P1 | paul duffy | 400-900',
      '1 bdr error: GOOD is worked by Ben here and by Ann in row 2, for the same motion, AEs and employees. Keep them apart, or delete one.',
    ],
  ])('%s', (_sentence, line, words) => {
    const result = read(`${table.trim()}\n${line}`);
    expect(told(result)).toEqual([words]);
    expect(result.rows).toBeNull();
    expect(result.counts).toEqual({ read: 2, taken: 1, blank: 0, refused: 1 });
  });

  it.each<[string, string, string]>([
    [
      'an overlapping territory',
      'B | Large | us | | | Ben | | | |',
      '1 countries warning: TER-7: US belongs to B here and to GOOD in row 2. Its accounts will be listed for you to settle.',
    ],
    [
      'a row that is there twice',
      'GOOD | Large | US | | | Ann | Land | P0 | Paul Duffy | 100-500',
      '1 - warning: The row says the same as row 2.',
    ],
    [
      'a territory to which nothing belongs',
      'B | Large | | | | Ben | | | |',
      '1 - warning: Nothing belongs to B: it lists no country, state, postal code or named account.',
    ],
  ])('%s is told, and the mapping is taken', (_sentence, line, words) => {
    const result = read(`${table.trim()}\n${line}`);
    expect(told(result)).toEqual([words]);
    expect(result.rows).toHaveLength(2);
  });

  it('what is kept apart by segment, motion, AE or band is no problem', () => {
    const result = read(`
Code | Segment | Countries | BDR | Motion | AEs | Band
A | Large | US | Ann | Land | |
A | | | Ben | Expand | |
A | | | Cem | Land | Paul Duffy |
A | | | Dee | Land | Tim Kuper |
A | | | Eve | Land | | 100-500
A | | | Fay | Land | | 501+
B | SMB | US | Ben | | |
C | Large | CA | Ben | | |
`);
    expect(told(result)).toEqual([]);
  });

  it('several problems come in the order of their rows, with the numbers of the file', () => {
    const result = read(
      'Code | Segment | Country | Motion\nA | Large | US | \nA | SMB | |\nB | Huge | Oz | Land',
      11,
    );
    expect(told(result).map((words) => words.split(':', 1)[0])).toEqual([
      '1 code error',
      '2 segments error',
      '2 countries error',
    ]);
    expect(told(result)[0]).toContain('in row 11');
    expect(result.counts).toEqual({ read: 3, taken: 1, blank: 0, refused: 2 });
  });

  it('an account that is named for two territories, and a rep with 31', () => {
    const names = (count: number, from = 0): string =>
      Array.from({ length: count }, (_, index) => `Named ${index + from}`).join('; ');
    const header = 'Code | Segment | AEs | Named Accounts\n';
    const thirty = `A | Large | Paul Duffy | ${names(30)}`;
    expect(told(read(`${header}${thirty}`))).toEqual([]);
    expect(told(read(`${header}${thirty}\nB | Large | paul duffy | One More`))).toEqual([
      '1 namedAccounts error: TER-4: paul duffy has 31 named accounts with this row, and 30 is the most. Take some out.',
    ]);
    expect(told(read(`${header}${thirty}\nB | Large | Tim | NAMED 7`))).toEqual([
      '1 namedAccounts warning: TER-4: NAMED 7 is named here and for A in row 2. It will be listed for you to settle.',
    ]);
  });

  it('a region that is none is told with its territory', () => {
    expect(told(read('Code | Segment | Region\nA | Large | US East'))).toEqual([
      '0 - warning: Nothing belongs to A: its region “US East” is no region that is known, and it lists no country. ' +
        'List its countries or states.',
    ]);
  });

  it('a table without codes, and one without rows', () => {
    expect(told(read('Segment | Country\nLarge | US'))).toEqual([
      '0 code error: No column holds the territory codes. Choose the one that does, or call it “Territory Code”.',
    ]);
    expect(told(read('Code | Country\n | '))).toEqual([
      '0 - error: The mapping has no rows below its header. Export it again with its rows.',
    ]);
  });
});

// The time limit stands for a second or so on a quiet machine: work that grows with the square misses it by far.
describe('a mapping of 50,000 rows', { timeout: 60_000 }, () => {
  const states = ['CA', 'NV', 'TX', 'NY', 'WA', 'OR', 'FL', 'GA', 'IL', 'OH'];
  const rows = Array.from({ length: 50_000 }, (_, index) => [
    `T-${index}`,
    ['Large', 'MM', 'SMB'][index % 3] ?? '',
    index % 5000 === 4999 ? 'Wakanda' : 'United States',
    states[index % 10] ?? '',
    `${10_000 + index}`,
    `BDR ${index % 40}`,
    index % 7 === 0 ? 'Paul Duffy, Jim Bernstein' : '',
    '100-500',
  ]);
  const columns = suggestColumns(['Code', 'Segment', 'Countries', 'States', 'Zip', 'BDR', 'AEs', 'Band']);

  it('is read, every bad row told', () => {
    const result = readMapping({ columns, rows });
    expect(result.rows).toBeNull();
    expect(
      result.problems.filter(({ severity }) => severity === 'error').map((it: MappingProblem) => it.row),
    ).toEqual(Array.from({ length: 10 }, (_, index) => index * 5000 + 4999));
    expect(result.counts).toEqual({ read: 50_000, taken: 49_990, blank: 0, refused: 10 });
  });

  it('is read also where all say the same of one territory', () => {
    const same = Array.from({ length: 50_000 }, (_, index) => [
      'T',
      'Large',
      'US',
      '',
      '',
      `BDR ${index}`,
      '',
      `${index * 10 + 1}-${index * 10 + 10}`,
    ]);
    expect(readMapping({ columns, rows: same }).rows).toHaveLength(50_000);
  });
});
