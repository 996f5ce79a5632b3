import { describe, expect, it } from 'vitest';
import { ImportWizard, type ImportClient } from '../../../src/renderer/screens/exchange/import-wizard.ts';
import { encodeText } from '../../builders/encode.ts';
import {
  addUp,
  fileOf,
  inspected,
  memoryStore,
  planned,
  sessionOn,
  suggested,
  words,
} from './memory-store.ts';

const notAsked = (): never => {
  throw new Error('The worker was asked.');
};
/** A worker that must not be needed. */
const never: ImportClient = {
  inspect: notAsked,
  setMapping: notAsked,
  setOptions: notAsked,
  decide: notAsked,
  decideAll: notAsked,
  apply: notAsked,
  arrived: notAsked,
};

async function refusal(content: string | Uint8Array): Promise<string> {
  const report = await sessionOn(memoryStore()).inspect(fileOf(content), {}, {});
  if (report.ok) throw new Error('The file was taken.');
  return words(report.error);
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('files that are refused', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['no bytes', '', /empty \(0 bytes\)/],
    ['blank lines', '\n \r\n\t\n', /nothing but blank lines/],
    ['blank cells', ',,\n,,\n', /nothing but blank lines/],
    ['a header only', 'Account Name,Website\r\n', /header but no rows/],
    ['a header and blank lines', 'Account Name,Website\n\n\n', /header but no rows/],
    ['random bytes', Uint8Array.from({ length: 600 }, (_, at) => (at * 97 + 13) % 256), /no text file/],
    ['a NUL in a short text', 'Name\nAc\0me\n', /no text file/],
    [
      'an xlsx',
      joined(bytes(0x50, 0x4b, 3, 4), text('....[Content_Types].xml')),
      /Excel workbook \(\.xlsx\)/,
    ],
    ['a zip', joined(bytes(0x50, 0x4b, 3, 4), text('list.csv')), /compressed archive/],
    ['a gzip', bytes(0x1f, 0x8b, 8, 0, 0), /compressed archive/],
    ['an xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old Excel workbook/],
    ['a pdf', '%PDF-1.7\n', /PDF document/],
    ['a png', bytes(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa), /picture/],
    ['a program', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1), /program, not a list/],
    ['rich text', '{\\rtf1 Name}', /formatted text/],
    ['a sign-in page', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/],
    [
      'too many columns',
      `${Array.from({ length: 5001 }, (_, at) => `c${at}`).join(',')}\n1\n`,
      /5,001 columns; the most is 5,000/,
    ],
    [
      'a quote that swallows every row',
      'Name,City\n"A,Bern\nB,Oslo\n',
      /In row 2 a quote is opened and never closed/,
    ],
    ['an open quote in the header', '"Name,Website\nAcme,a.com\n', /quote in the header/],
  ])('%s', async (_, content, message) => {
    expect(await refusal(content)).toMatch(message);
  });

  it('5,000 columns are taken', async () => {
    const header = ['Name', ...Array.from({ length: 4999 }, (__, at) => `c${at}`)].join(',');
    const report = await inspected(sessionOn(memoryStore()), fileOf(`${header}\nAcme\n`));
    expect(report.columns).toHaveLength(5000);
  });

  it('no file, or several at once', () => {
    const wizard = new ImportWizard(never);
    const error = (): string => {
      const state = wizard.get();
      return state.step === 'file' && state.error ? words(state.error) : '';
    };
    wizard.choose([]);
    expect(error()).toMatch(/No file was chosen/);
    wizard.choose([fileOf('a'), fileOf('b')]);
    expect(error()).toMatch(/2 files came at once/);
  });

  it('a file that goes away while it is read', async () => {
    const wizard = new ImportWizard({
      ...never,
      inspect: () => Promise.reject(new Error('NotReadableError')),
    });
    wizard.choose([fileOf('Name\nAcme')]);
    await new Promise((resolve) => setTimeout(resolve));
    const state = wizard.get();
    expect(state.step === 'file' && state.error ? words(state.error) : '').toMatch(
      /could not be read \(NotReadableError\)/,
    );
  });
});

describe('columns that are refused', () => {
  it('no name column', async () => {
    const session = sessionOn(memoryStore());
    const report = await inspected(session, fileOf('naics,industry\n111110,Soybean Farming\n'));
    const plan = await session.setMapping(suggested(report));
    expect(plan.ok ? [] : plan.error.map(({ message }) => words(message))).toEqual([
      expect.stringMatching(/No column is mapped to Account Name/),
    ]);
  });

  it('two columns for one field', async () => {
    const session = sessionOn(memoryStore());
    await inspected(session, fileOf('Name,Firm\nAcme,Acme\n'));
    const target = { kind: 'field', key: 'name' } as const;
    const plan = await session.setMapping([{ target }, { target }]);
    expect(plan.ok ? [] : plan.error).toEqual([
      {
        columns: [0, 1],
        message: { id: 'exchange.mapping.twice', params: { field: 'Account Name', count: 2 } },
      },
    ]);
  });

  it('duplicate headers are reported, and the second column is kept', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    const file = fileOf('Account Name,Website,Website\nAcme,acme.com,shop.example\n');
    const report = await inspected(session, file);
    expect(report.notes.map(words)).toEqual([
      'Two columns are called “Website”. The second one is kept as “Website (2)”.',
    ]);
    await planned(session, file);
    await session.apply(() => undefined, new AbortController().signal);
    expect(store.accounts()[0]).toMatchObject({ website: 'acme.com', custom: { website_2: 'shop.example' } });
  });
});

async function refusedRows(csv: string | Uint8Array): Promise<[row: number, line: number, why: string][]> {
  const session = sessionOn(memoryStore());
  const plan = await planned(session, fileOf(csv));
  addUp(plan);
  return session
    .page('refused', 0, 100)
    .rows.map(({ row, line, problems }) => [
      row,
      line,
      problems.map(({ column, message }) => `${column ?? 'row'}: ${words(message)}`).join(' '),
    ]);
}

describe('rows that are refused, with row, line, column and reason', () => {
  it('head counts that cannot be', async () => {
    const rows = await refusedRows(
      'Name,Employees\nA,-5\nB,12\nC,99999999999\nD,7\nE,9\nF,8\nG,1\nH,2\nI,3\nJ,4\nK,5\n',
    );
    expect(rows).toEqual([
      [2, 2, expect.stringMatching(/^Employees: “-5” is negative/)],
      [4, 4, expect.stringMatching(/^Employees: “99999999999” is more than 10,000,000 employees/)],
    ]);
  });

  it('a missing name, with rows and lines told apart', async () => {
    const rows = await refusedRows('Name,Description\r\nA,"two\r\nlines"\r\n,nobody\r\n\r\n  ,again\r\n');
    expect(rows).toEqual([
      [3, 4, 'Name: The account has no name. Fill it in.'],
      [5, 6, 'Name: The account has no name. Fill it in.'],
    ]);
  });

  it('too many cells; blank ones beyond the header are no harm', async () => {
    const rows = await refusedRows('Name,City\nA,B,C\nD,E,,\n');
    expect(rows).toEqual([[2, 2, expect.stringMatching(/row: The row has 3 cells, the header 2/)]]);
  });

  it('a cell over 1 MB, by its bytes', async () => {
    expect(await refusedRows(`Name,Notes\nA,${'x'.repeat(1_048_576)}\n`)).toEqual([]);
    expect(await refusedRows(`Name,Notes\nA,${'x'.repeat(1_048_577)}\n`)).toEqual([
      [2, 2, expect.stringMatching(/^Notes: The cell is larger than 1 MB/)],
    ]);
    expect(await refusedRows(`Name,Notes\nA,${'ü'.repeat(524_289)}\n`)).toHaveLength(1);
    expect(await refusedRows(`Name,Notes\nA,${'😀'.repeat(262_144)}\n`)).toHaveLength(0);
    expect(await refusedRows(`Name,Notes\nA,${'😀'.repeat(262_145)}\n`)).toHaveLength(1);
  });

  it('a quote that is never closed swallows nothing silently', async () => {
    const rows = await refusedRows('Name,City\nA,Bern\nB,"Rome\nC,Oslo\nD,Riga\n');
    expect(rows).toEqual([[3, 3, expect.stringMatching(/never closed, so this and what follows, 4 lines/)]]);
  });

  it('a quote that is not doubled', async () => {
    expect(await refusedRows('Name,City\n"A "big" one",Bern\nB,Rome\n')).toEqual([
      [2, 2, expect.stringMatching(/not doubled. Write it twice/)],
    ]);
    const rows = await refusedRows('Name,City\nA,"Bern\nB,Rome\n"C","Oslo"\nD,Riga\n');
    expect(rows).toEqual([[2, 2, expect.stringMatching(/3 lines were read as one row/)]]);
  });

  it('rows that end early are taken, and counted', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    const plan = await planned(session, fileOf('Name,City,State\nA,Bern\nB\n,X\n'));
    addUp(plan);
    expect(plan).toMatchObject({ shortRows: 2, counts: { new: 2, refused: 1 } });
  });

  it('can be taken home as a file to mend', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    await planned(
      session,
      fileOf('Name,Employees,Notes\nA,-5,"=1+1, ""x"""\nB,5,ok\nC,6,ok\nD,7,ok\nE,8,ok\n'),
    );
    const csv = await session.refusedRows().text();
    expect(csv).toContain('Refused row,Refused because,Name,Employees,Notes\r\n2,Employees: “-5”');
    expect(csv.endsWith(`,A,-5,"'=1+1, ""x"""\r\n`)).toBe(true);
    const mended = fileOf(csv.replace('A,-5,', 'A,50,'));
    await planned(session, mended);
    await session.apply(() => undefined, new AbortController().signal);
    expect(store.accounts()).toEqual([
      { id: expect.any(String) as string, name: 'A', employeesImported: 50, custom: { notes: '=1+1, "x"' } },
    ]);
  });
});

describe('lines that are skipped, and counted', () => {
  it("a Salesforce report's footer, in both known orders", async () => {
    const table = '"Account Name","Type"\n"Acme","Prospect"\n"Brix","Customer"\n';
    const footers = [
      '\n\n"My Report"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n"Confidential Information - Do Not Distribute"\n"Generated By:  Pat  3/16/2026 9:12 AM"\n"Acme Corp"\n',
      '\n"Grand Totals (2 records)"\n"My Report"\n"Confidential Information - Do Not Distribute"\n"Copyright © 2000-2031 salesforce.com, inc."\n',
    ];
    for (const footer of footers) {
      const plan = await planned(sessionOn(memoryStore()), fileOf(table + footer));
      addUp(plan);
      expect(plan.counts).toMatchObject({ new: 2, refused: 0, undecided: 0 });
      expect(plan.counts.skipped).toBe(plan.footerRows);
      expect(plan.footerRows).toBe(footer.split('\n').length - 1);
    }
  });

  it('no account that only sounds like a footer', async () => {
    const plan = await planned(
      sessionOn(memoryStore()),
      fileOf('Name\nAcme\n\nConfidential Records\nTotal\n'),
    );
    addUp(plan);
    expect(plan.counts).toMatchObject({ new: 3, skipped: 1 });
  });

  it('blank lines', async () => {
    const plan = await planned(sessionOn(memoryStore()), fileOf('\n\nName,City\nA,B\n\n,\n \nC,D\n\n'));
    addUp(plan);
    expect(plan).toMatchObject({ blankRows: 4, counts: { read: 6, new: 2, skipped: 4 } });
  });
});

describe('dialects', () => {
  const rows = [
    ['Name', 'City', 'Note'],
    ['Müller AG', 'Köln', 'a;b,c|d'],
    ['Öko "Grün"', 'Århus', 'two\nlines'],
  ];
  const csv = (separator: string, lineEnd: string): string =>
    rows
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join(lineEnd) + lineEnd;

  for (const separator of [',', ';', '\t', '|']) {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      it(`${JSON.stringify(separator)} with ${JSON.stringify(lineEnd)}`, async () => {
        for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
          const store = memoryStore();
          const session = sessionOn(store);
          const report = await inspected(session, fileOf(encodeText(csv(separator, lineEnd), encoding)));
          expect(report).toMatchObject({ separator, encoding: encoding.replace('-bom', '') });
          await session.setMapping(suggested(report));
          await session.apply(() => undefined, new AbortController().signal);
          expect(store.accounts()).toMatchObject([
            { name: 'Müller AG', billingCity: 'Köln', custom: { note: 'a;b,c|d' } },
            { name: 'Öko "Grün"', billingCity: 'Århus', custom: { note: 'two\nlines' } },
          ]);
        }
      });
    }
  }

  it('UTF-16 without a mark, by its zero bytes', async () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const report = await inspected(
        sessionOn(memoryStore()),
        fileOf(encodeText(csv(',', '\r\n'), encoding).slice(2)),
      );
      expect(report).toMatchObject({ encoding, encodingBy: 'zeros', rows: 2 });
    }
  });

  it('the line sep=; that Excel knows', async () => {
    const report = await inspected(sessionOn(memoryStore()), fileOf('sep=;\r\nName;Note\r\nA;1,2,3\r\n'));
    expect(report).toMatchObject({ separator: ';', separatorBy: 'file', rows: 1 });
    expect(report.columns.map(({ header }) => header)).toEqual(['Name', 'Note']);
  });

  it('another encoding and separator when a person says so', async () => {
    const session = sessionOn(memoryStore());
    const file = fileOf(Uint8Array.from([...text('Name;City\nPeszek;'), 0xa3, ...text('\n')]));
    const report = await session.inspect(file, { encoding: 'iso-8859-2', separator: ';' }, {});
    expect(report.ok && report.value).toMatchObject({
      encoding: 'iso-8859-2',
      encodingBy: 'you',
      separatorBy: 'you',
    });
    expect(report.ok && report.value.columns[1]?.samples).toEqual(['Ł']);
  });

  it('Cyrillic and Japanese code pages', async () => {
    const cyrillic = Uint8Array.from([
      ...text('Name,City\n'),
      ...Array.from('Рога и копыта,Москва\nСеверная верфь,Мурманск\nБелая берёза,Архангельск\n', (letter) => {
        const code = letter.codePointAt(0) ?? 0;
        return code < 0x80 ? code : code === 0x451 ? 0xb8 : code - 0x350;
      }),
    ]);
    const report = await inspected(sessionOn(memoryStore()), fileOf(cyrillic));
    expect(report.encoding).toBe('windows-1251');
    expect(report.columns[1]?.samples).toContain('Москва');

    // これは日本の会社です in Shift JIS.
    const sentence = [
      0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x82, 0xcc, 0x89, 0xef, 0x8e, 0xd0, 0x82,
      0xc5, 0x82, 0xb7,
    ];
    const japanese = joined(
      text('Name,City\nA,'),
      ...Array.from({ length: 20 }, () => bytes(...sentence)),
      text('\n'),
    );
    const second = await inspected(sessionOn(memoryStore()), fileOf(japanese));
    expect(second.encoding).toBe('shift_jis');
    expect(second.columns[1]?.samples[0]).toMatch(/^これは日本の会社です/);
  });

  it('good UTF-8 with one damaged letter stays UTF-8, and says so', async () => {
    const good = Array.from({ length: 30 }, (_, at) => `Müller ${at},Köln`).join('\n');
    const damaged = joined(text(`Name,City\n${good}\nB`), bytes(0xff), text('d,Bonn\n'));
    const report = await inspected(sessionOn(memoryStore()), fileOf(damaged));
    expect(report).toMatchObject({ encoding: 'utf-8', encodingBy: 'damaged' });
    expect(report.notes.map(words)).toEqual([expect.stringMatching(/^1 letter could not be read as utf-8/)]);
    expect(report.columns[1]?.samples).toEqual(['Köln', 'Bonn']);
  });

  it('lines that end in different ways', async () => {
    for (const csvText of [
      'Name,City\nA,B\r\nC,"D"\r\nE,F\nG,H\n',
      'Name,City\r\nA,B\r\nC,D\nE,F\r\nG,H\r\n',
    ]) {
      const session = sessionOn(memoryStore());
      const report = await inspected(session, fileOf(csvText));
      expect(report.notes).toEqual([{ id: 'exchange.note.mixed-line-ends' }]);
      expect(report.rows).toBe(4);
      expect(report.columns[1]?.samples).toEqual(['B', 'D', 'F', 'H']);
    }
  });

  it('reads the same over the edges of its pieces', async () => {
    const filler = 'ü'.repeat(1000);
    const lines = Array.from({ length: 5000 }, (_, at) => `"N ${at}","${filler}\r\n${at}"`).join('\r\n');
    const store = memoryStore();
    const session = sessionOn(store);
    const plan = await planned(session, fileOf(`Name,Note\r\n${lines}\r\n`));
    expect(plan.counts).toMatchObject({ read: 5000, new: 5000 });
    await session.apply(() => undefined, new AbortController().signal);
    const wrong = store.accounts().filter((account, at) => account.custom?.['note'] !== `${filler}\r\n${at}`);
    expect(wrong).toEqual([]);
  });
});
