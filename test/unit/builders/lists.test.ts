import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { accountValues } from '../../../src/shared/accounts/account.ts';
import { buildList } from '../../builders/build-list.ts';
import { damageKinds } from '../../builders/damage.ts';
import { encodings } from '../../builders/encode.ts';
import { listNames } from '../../builders/lists/index.ts';

const decoders = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
} as const;

/** Reads CSV text with the library, not with anything of ours. */
const parse = (text: string, delimiter = ','): string[][] =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data.filter((row) => row.join('') !== '');

describe.each(listNames)('a generated list of shape %s', (name) => {
  it('is the same for the same seed', () => {
    expect(buildList(name, 20, 3).csvText).toBe(buildList(name, 20, 3).csvText);
    expect(buildList(name, 20, 3).csvText).not.toBe(buildList(name, 20, 4).csvText);
  });

  it('parses back to the cells it was made of', () => {
    const list = buildList(name, 60, 21);
    const parsed = parse(list.csvText).slice(0, 61);
    expect(parsed).toEqual([list.headers, ...list.rows]);
  });

  it('says values that the account schema accepts', () => {
    for (const { values } of buildList(name, 60, 22).truth) {
      expect(accountValues.safeParse(values).error).toBeUndefined();
    }
  });

  it('holds the same truth under shuffled columns and other headers', () => {
    const plain = buildList(name, 30, 5);
    const mixed = buildList(name, 30, 5, { shuffleColumns: true, renameHeaders: true });
    expect([...mixed.mapping].sort()).toEqual([...plain.mapping].sort());
    expect(mixed.headers).not.toEqual(plain.headers);
    expect(new Set(mixed.headers).size).toBe(mixed.headers.length);
  });
});

describe('encodings', () => {
  it.each(encodings)('writes %s so that a decoder reads the same text', (encoding) => {
    const list = buildList('hubspot', 80, 6, { encoding });
    const decoded = new TextDecoder(decoders[encoding], { fatal: true }).decode(list.encode());
    expect(decoded).toBe(list.csvText);
  });

  it('uses letters beyond ASCII even in Windows-1252', () => {
    expect(buildList('hubspot', 200, 6, { encoding: 'windows-1252' }).csvText).toMatch(/[äöüß]/);
  });

  it('refuses what Windows-1252 cannot write', () => {
    expect(() => buildList('yago', 200, 6).encode('windows-1252')).toThrow(RangeError);
  });
});

describe('options', () => {
  it.each([';', '\t', '|'])('separates by %j', (delimiter) => {
    const list = buildList('zoominfo', 40, 7, { delimiter, lineEnding: '\n' });
    expect(parse(list.csvText, delimiter)).toEqual([list.headers, ...list.rows]);
  });

  it('repeats companies and says of which row', () => {
    const list = buildList('listed-companies', 200, 8);
    const name = list.headers.indexOf('name');
    const repeated = list.truth.flatMap((truth, row) =>
      truth.duplicateOf === undefined ? [] : [[row, truth.duplicateOf] as const],
    );
    expect(repeated.length).toBeGreaterThan(30);
    for (const [row, first] of repeated) expect(list.rows[row]?.[name]).toBe(list.rows[first]?.[name]);
  });

  it('records every damaged cell and damages no other', () => {
    const options = { damage: { share: 0.02 } };
    const damaged = buildList('hubspot', 2000, 9, options);
    const sound = buildList('hubspot', 2000, 9);
    const rowsHit = new Set(damaged.damage.map(({ row }) => row));
    expect(new Set(damaged.damage.map(({ kind }) => kind))).toEqual(new Set(damageKinds));
    damaged.rows.forEach((cells, row) => {
      if (rowsHit.has(row)) expect(cells).not.toEqual(sound.rows[row]);
      else expect(cells).toEqual(sound.rows[row]);
    });
    expect(damaged.truth).toEqual(sound.truth);
  });

  it('makes wide rows of about 1.2 KB in 40 columns', () => {
    const list = buildList('wide', 300, 10);
    expect(list.headers).toHaveLength(40);
    const average = list.encode().length / 300;
    expect(average).toBeGreaterThan(1000);
    expect(average).toBeLessThan(1400);
  });
});
