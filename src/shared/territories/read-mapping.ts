import { plainText } from '../exchange/read-cell.ts';
import { readTextList } from '../exchange/list-text.ts';
import type { Label } from '../history/change-set.ts';
import type { Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { checkMapping, type CheckOptions, type MappingProblem } from './check-mapping.ts';
import type { MappingRow } from './mapping.ts';
import type { MappingColumn } from './mapping-columns.ts';
import { readCountries, readPostalPrefixes, readStates, splitCell } from './read-belongs.ts';
import { readAes, readBand, readBdr, readMotion, readSegments, readTier } from './read-worker.ts';

/** A table as a file or the clipboard gave it. Positions count from 0 below the header. */
export interface MappingTable {
  /** Which column is which (`suggestColumns`); `null` = not used. */
  readonly columns: readonly (MappingColumn | null)[];
  readonly rows: readonly (readonly string[])[];
  /** What people call the first row below the header; 2 in a plain file. */
  readonly firstRowNumber?: number;
}

export interface ReadMapping {
  /** `null` when there is an error: a mapping is taken whole or not at all. */
  readonly rows: readonly MappingRow[] | null;
  /** By row, in their order; each says how to mend it. */
  readonly problems: readonly MappingProblem[];
  /** read = taken + blank + refused, where one row may bring several territories. */
  readonly counts: {
    readonly read: number;
    readonly taken: number;
    readonly blank: number;
    readonly refused: number;
  };
}

/** A row as it is read, before what it leaves out is taken from an earlier row of its code. */
interface Draft {
  readonly position: number;
  readonly code: string;
  readonly segments: MappingRow['segments'] | undefined;
  readonly row: Omit<MappingRow, 'code' | 'segments'>;
}

/** Reads a territory mapping (TER-1). Every problem names its row and column; nothing is half applied. */
export function readMapping(table: MappingTable, options: Pick<CheckOptions, 'settings'> = {}): ReadMapping {
  const { columns, rows, firstRowNumber = 2 } = table;
  if (!columns.includes('code')) {
    return failed(rows.length, [problem(0, 'code', label('mapping.no-code-column'))]);
  }
  const problems: MappingProblem[] = [];
  const drafts: Draft[] = [];
  const refused = new Set<number>();
  const seen: Seen = new Map();
  let blank = 0;
  rows.forEach((cells, position) => {
    const texts = textsOf(columns, cells);
    if (texts.size === 0) {
      blank += 1;
      return;
    }
    const read = readRow(texts, position, seen);
    for (const it of read.problems) problems.push(it);
    if (read.problems.length > 0) refused.add(position);
    else drafts.push(...read.drafts);
  });
  if (drafts.length === 0 && problems.length === 0) {
    return failed(rows.length, [problem(0, null, label('mapping.no-rows'))]);
  }
  const completed = complete(drafts);
  const across = checkMapping(completed.rows, {
    ...options,
    numberOf: (at) => (drafts[at]?.position ?? 0) + firstRowNumber,
  }).map((it) => ({ ...it, row: drafts[it.row]?.position ?? 0 }));
  const all = [...problems, ...completed.problems, ...across].sort((a, b) => a.row - b.row);
  const isWhole = all.every(({ severity }) => severity === 'warning');
  for (const { row, severity } of all) if (severity === 'error') refused.add(row);
  return {
    rows: isWhole ? completed.rows : null,
    problems: all,
    counts: {
      read: rows.length,
      taken: rows.length - blank - refused.size,
      blank,
      refused: refused.size,
    },
  };
}

const failed = (read: number, problems: readonly MappingProblem[]): ReadMapping => ({
  rows: null,
  problems,
  counts: { read, taken: 0, blank: 0, refused: read },
});

const problem = (row: number, column: MappingColumn | null, message: Label): MappingProblem => ({
  row,
  column,
  severity: 'error',
  message,
});

function textsOf(
  columns: readonly (MappingColumn | null)[],
  cells: readonly string[],
): ReadonlyMap<MappingColumn, string> {
  const texts = new Map<MappingColumn, string>();
  columns.forEach((column, at) => {
    const text = column === null ? undefined : plainText(cells[at] ?? '');
    if (column !== null && text !== undefined) texts.set(column, text);
  });
  return texts;
}

/** What cells came to, by column and text: columns repeat themselves from row to row. */
type Seen = Map<string, Result<unknown, Label>>;

function readRow(
  texts: ReadonlyMap<MappingColumn, string>,
  position: number,
  seen: Seen,
): { readonly drafts: readonly Draft[]; readonly problems: readonly MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const read = <T>(
    column: MappingColumn,
    reader: (text: string) => Result<T, Label>,
    beside = '',
  ): T | undefined => {
    const text = texts.get(column);
    if (text === undefined) return undefined;
    const key = `${column}|${beside}|${text}`;
    const found = (seen.get(key) as Result<T, Label> | undefined) ?? reader(text);
    seen.set(key, found);
    if (found.ok) return found.value;
    problems.push(problem(position, column, found.error));
    return undefined;
  };
  const codes = new Set(
    splitCell(texts.get('code') ?? '').flatMap((code) => code.replace(/\s+/g, ' ').trim() || []),
  );
  if (codes.size === 0) problems.push(problem(position, 'code', label('mapping.no-code')));
  const segments = read('segments', readSegments);
  const countries = read('countries', readCountries) ?? [];
  const states = read('states', (text) => readStates(text, countries), countries.join(' ')) ?? [];
  const places = [...new Set([...countries, ...states.map(({ country }) => country)])];
  const postalPrefixes =
    read('postalPrefixes', (text) => readPostalPrefixes(text, places), places.join(' ')) ?? [];
  const vertical = texts.get('vertical') ?? (segments?.isPublicSector === true ? 'Public Sector' : undefined);
  const [tier, bdr, band] = [read('tier', readTier), read('bdr', readBdr), read('band', readBand)];
  const [region, area] = [texts.get('region'), texts.get('area')];
  const row: Draft['row'] = {
    ...(region !== undefined && { region }),
    ...(area !== undefined && { area }),
    ...(tier !== undefined && { tier }),
    languages: listOf(texts.get('languages')),
    countries,
    states,
    postalPrefixes,
    namedAccounts: readTextList(texts.get('namedAccounts') ?? '') ?? [],
    ...(vertical !== undefined && { vertical }),
    ...(bdr !== undefined && { bdr }),
    motion: read('motion', readMotion) ?? 'any',
    aes: read('aes', readAes) ?? [],
    ...(band !== undefined && { band }),
  };
  const isOpen = segments === undefined || (segments.isPublicSector && segments.segments.length === 0);
  const ownSegments = isOpen ? undefined : [...segments.segments];
  return {
    drafts: [...codes].map((code) => ({ position, code, segments: ownSegments, row })),
    problems,
  };
}

const listOf = (text = ''): string[] =>
  text.startsWith('[')
    ? (readTextList(text) ?? [])
    : splitCell(text)
        .flatMap((item) => item.split('/'))
        .flatMap((item) => item.trim() || []);

/** Later rows of a code may leave out what an earlier one has said of the territory. */
function complete(drafts: readonly Draft[]): {
  readonly rows: readonly MappingRow[];
  readonly problems: readonly MappingProblem[];
} {
  const said = new Map<string, Said>();
  for (const { code, segments, row, position } of drafts) {
    const known = said.get(codeKey(code));
    const { region, area, vertical } = row;
    said.set(codeKey(code), {
      code: known?.code ?? code,
      position: known?.position ?? position,
      segments: known?.segments ?? segments,
      region: known?.region ?? region,
      area: known?.area ?? area,
      vertical: known?.vertical ?? vertical,
      isNamed: known?.isNamed === true || row.namedAccounts.length > 0,
    });
  }
  const problems = [...said.values()]
    .filter(({ segments, vertical, isNamed }) => segments === undefined && vertical === undefined && !isNamed)
    .map(({ position, code }) => problem(position, 'segments', label('mapping.no-segment', { code })));
  const rows = drafts.map(({ code, segments, row }): MappingRow => {
    const from = said.get(codeKey(code));
    const { region = from?.region, area = from?.area, vertical = from?.vertical } = row;
    return {
      ...row,
      code: from?.code ?? code,
      segments: segments ?? from?.segments ?? [],
      ...(region !== undefined && { region }),
      ...(area !== undefined && { area }),
      ...(vertical !== undefined && { vertical }),
    };
  });
  return { rows, problems };
}

interface Said {
  readonly code: string;
  readonly position: number;
  readonly segments: MappingRow['segments'] | undefined;
  readonly region: string | undefined;
  readonly area: string | undefined;
  readonly vertical: string | undefined;
  readonly isNamed: boolean;
}

const codeKey = (code: string): string => code.toUpperCase();
