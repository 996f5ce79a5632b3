import { readFile, writeFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { buildList } from '../../builders/build-list.ts';
import { realList, realLists } from '../../builders/real-lists.ts';

/** A company of a source list, read here and by no code of the app. */
export interface SourceCompany {
  readonly name: string;
  /** '' = none. */
  readonly website: string;
  /** `null` = the list does not say. */
  readonly employees: number | null;
  readonly place: string;
}

/** What the columns of a known list are called. */
interface Headers {
  readonly name: string;
  readonly website?: string;
  readonly employees: string;
  readonly place: readonly string[];
}

/** A list that a BDR could have, as the journeys plan it. */
export interface SourceList {
  readonly title: string;
  readonly real: boolean;
  readonly fileName: string;
  /** The segment whose limit the journey fills, with the limit it sets. */
  readonly segment: 'Large' | 'Mid-Market';
  /** Puts the file where a file dialog finds it. */
  readonly path: (folder: string) => Promise<string>;
}

interface KnownList {
  readonly key: 'fortune500' | 'montana';
  readonly name: string;
  readonly segment: SourceList['segment'];
  readonly rows: number;
}

const known: readonly KnownList[] = [
  { key: 'fortune500', name: 'Fortune 500', segment: 'Large', rows: 500 },
  { key: 'montana', name: 'Montana', segment: 'Mid-Market', rows: 2000 },
];

const seed = 20_260_316;

/** Each list as the real one where its folder is at hand, else as a generated one of the same shape. */
export const sourceLists: readonly SourceList[] = known.map(({ key, name, segment, rows }) => {
  const real = realList(key);
  return {
    title: `${name}, ${real === undefined ? `generated (seed ${seed})` : 'the real list'}`,
    real: real !== undefined,
    fileName: realLists[key],
    segment,
    path: async (folder) => {
      if (real !== undefined) return real;
      const path = `${folder}/${realLists[key]}`;
      await writeFile(path, buildList(key, rows, seed).encode());
      return path;
    },
  };
});

const headersOf = (fields: readonly string[]): Headers =>
  fields.includes('BusinessName')
    ? { name: 'BusinessName', employees: 'JobsRetained', place: ['City', 'State', 'Zip'] }
    : { name: 'NAME', website: 'WEBSITE', employees: 'EMPLOYEES', place: ['CITY', 'STATE', 'ZIP'] };

/** How these lists write that nothing is known. */
const notAvailable = 'NOT AVAILABLE';

/** The companies of a list in its order. */
export async function readSource(path: string): Promise<readonly SourceCompany[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message ?? ''}`);
  const headers = headersOf(meta.fields ?? []);
  const cell = (record: Record<string, string>, header: string | undefined): string => {
    const found = header === undefined ? '' : (record[header] ?? '').trim();
    return found === notAvailable ? '' : found;
  };
  return data.map((record) => {
    const employees = cell(record, headers.employees);
    return {
      name: cell(record, headers.name),
      website: cell(record, headers.website),
      employees: employees === '' ? null : Number(employees),
      place: headers.place.map((header) => cell(record, header)).join(' '),
    };
  });
}

/** Rows that name one company at one place are one account, and the first of them holds. */
export function withoutRepeats(companies: readonly SourceCompany[]): SourceCompany[] {
  const seen = new Set<string>();
  return companies.filter(({ name, place }) => {
    const key = `${sortKey(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()} at ${place}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

/** SEG-1 as the handbook has it. */
export const segmentBy = ({ employees }: SourceCompany): string => {
  if (employees === null) return 'Unknown';
  if (employees >= 2000) return 'Large';
  return employees >= 100 ? 'Mid-Market' : 'SMB';
};

/** By name, whatever its case and accents; companies of one name stay in the list's order. */
export const byName = (companies: readonly SourceCompany[]): SourceCompany[] =>
  [...companies].sort((a, b) => {
    const [one, other] = [sortKey(a.name), sortKey(b.name)];
    return one < other ? -1 : one > other ? 1 : 0;
  });

const sortKey = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** On both sides of each border between segments, and one without a count: the rows worth looking at. */
export function segmentSamples(companies: readonly SourceCompany[]): readonly SourceCompany[] {
  const once = companies.filter(
    ({ name }) => companies.filter((other) => sortKey(other.name).includes(sortKey(name))).length === 1,
  );
  const counted = once
    .filter(({ employees }) => employees !== null)
    .sort((a, b) => (a.employees ?? 0) - (b.employees ?? 0));
  const around = [100, 2000].flatMap((border) => [
    counted.findLast(({ employees }) => (employees ?? 0) < border),
    counted.find(({ employees }) => (employees ?? 0) >= border),
  ]);
  const picked = [counted[0], ...around, counted.at(-1), once.find(({ employees }) => employees === null)];
  return [...new Set(picked.filter((company) => company !== undefined))];
}
