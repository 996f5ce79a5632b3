import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, csvRecord } from '../../../src/shared/exchange/write-csv.ts';
import { writeResearchExport, type ResearchRow } from '../../builders/research-export.ts';

const textOf = (rows: readonly ResearchRow[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeResearchExport(rows));

const header =
  'CRM id,Account Name,Website,BDR Assigned,Account Owner,BDR Prospecting Status,' +
  'Actively Working Start Date,Priority,Account Research,Account Strategy,BDR Next Step,BDR Next Step Date';

describe('the independent writer of the research export', () => {
  it('writes mark, header, CRLF, and quotes only where they are needed', () => {
    const row = { name: 'Alder, Works', priority: 2, accountResearch: 'a "b"\nc', bdrNextStep: ' call' };
    expect(textOf([row])).toBe(`\ufeff${header}\r\n,"Alder, Works",,,,,,2,"a ""b""\nc",," call",\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 170', "'+49 170"],
    ['-- none --', "'-- none --"],
    ['-12.5', '-12.5'],
    ['-012', "'-012"],
    ['@home', "'@home"],
    ["'=x", "''=x"],
    ["'quoted'", "'quoted'"],
    ['＝x', "'＝x"],
    ["it's", "it's"],
  ])('guards %j as %j', (plain, guarded) => {
    expect(textOf([{ name: plain }]).split('\r\n')[1]).toBe(`,${guarded},,,,,,,,,,`);
  });

  it('agrees with the app on every text, and parses back', () => {
    const sign = fc.constantFrom(
      "'",
      '"',
      '=',
      '-',
      '+',
      '@',
      ',',
      ';',
      ' ',
      '\t',
      '\r',
      '\n',
      '0',
      '7',
      '.',
      'ä',
      '－',
      'x',
    );
    const text = fc.string({ unit: sign, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (name, accountResearch) => {
        const cells = ['', name, '', '', '', '', '', '', accountResearch, '', '', ''];
        const theirs = byteOrderMark + csvRecord(header.split(','), { separator: ',', cells: 'raw' });
        const written = textOf([{ name, accountResearch }]);
        expect(written).toBe(theirs + csvRecord(cells, { separator: ',', cells: 'safe' }));
        const [, parsed] = Papa.parse<string[]>(written.slice(1), { delimiter: ',', newline: '\r\n' }).data;
        expect(parsed).toHaveLength(12);
      }),
      { numRuns: 500 },
    );
  });
});
