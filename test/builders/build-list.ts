import type { AccountKey } from '../../src/shared/accounts/account.ts';
import { companySource, western, type Company, type CompanyOptions } from './company.ts';
import { writeCsv } from './csv-writer.ts';
import { damageRows, type Damage, type DamageOptions } from './damage.ts';
import { encodeText, fitsWindows1252, type Encoding } from './encode.ts';
import { listShapes, type ListName } from './lists/index.ts';
import type { ListColumn, ListShape } from './lists/shape.ts';
import { seededRandom, type SeededRandom } from './random.ts';

export interface ListOptions {
  readonly shuffleColumns?: boolean;
  /** Calls columns by other names that a user's list could have. */
  readonly renameHeaders?: boolean;
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  readonly lineEnding?: '\n' | '\r\n';
  readonly damage?: DamageOptions;
  /** Share of rows that repeat an earlier company; the shape's own share when absent. */
  readonly duplicates?: number;
}

/** What a correct import makes of one row, read from the cells as they were before any damage. */
export interface RowTruth {
  /** By account field. A blank cell has no entry. */
  readonly values: Readonly<Partial<Record<AccountKey, unknown>>>;
  /** By column position in the file, for columns that the domain has no field for. */
  readonly custom: ReadonlyMap<number, string>;
  /** Index of the earlier row that names the same company. */
  readonly duplicateOf?: number;
}

export interface GeneratedList {
  readonly shape: ListName;
  readonly seed: number;
  readonly headers: readonly string[];
  /** The right field for each column; `null` = custom field. */
  readonly mapping: readonly (AccountKey | null)[];
  /** Cells as they stand in the file, damage included. */
  readonly rows: readonly (readonly string[])[];
  readonly truth: readonly RowTruth[];
  readonly damage: readonly Damage[];
  /** Lines under the rows that are no rows, as they stand in the file. */
  readonly footer: readonly string[];
  /** The file as text, without byte order mark. */
  readonly csvText: string;
  readonly encoding: Encoding;
  /** The file's bytes, in its own encoding or another. */
  readonly encode: (encoding?: Encoding) => Uint8Array;
}

/** A list of `n` rows in the shape of a known source, with what a correct import makes of it. */
export function buildList(name: ListName, n: number, seed: number, options: ListOptions = {}): GeneratedList {
  const shape: ListShape = listShapes[name];
  const random = seededRandom(seed);
  const encoding = options.encoding ?? shape.encoding;
  const columns = arrange(shape.columns, random.fork('columns'), options);
  const drawn = drawRows(shape, columns, n, random.fork('rows'), encoding, options);
  const truth = drawn.map(({ cells, duplicateOf }) => truthOf(cells, columns, duplicateOf));
  const rows = drawn.map(({ cells }) => [...cells]);
  const damage = options.damage ? damageRows(rows, columns, random.fork('damage'), options.damage) : [];
  const headers = columns.map((column) => column.header);
  const footer = shape.footer ?? [];
  const csvText = textOf([headers, ...rows], shape, footer, options);
  return {
    shape: name,
    seed: random.seed,
    headers,
    mapping: columns.map((column) => column.key),
    rows,
    truth,
    damage,
    footer,
    csvText,
    encoding,
    encode: (other) => encodeText(csvText, other ?? encoding),
  };
}

/** Shuffles and renames columns. A new name never repeats another header of the list. */
function arrange(columns: readonly ListColumn[], random: SeededRandom, options: ListOptions): ListColumn[] {
  const ordered = options.shuffleColumns === true ? random.shuffle(columns) : [...columns];
  if (options.renameHeaders !== true) return ordered;
  const taken = new Set(columns.map((column) => column.header.toLowerCase()));
  return ordered.map((column) => {
    const free = column.aliases.filter((alias) => !taken.has(alias.toLowerCase()));
    if (free.length === 0) return column;
    const header = random.pick(free);
    taken.add(header.toLowerCase());
    return { ...column, header };
  });
}

interface DrawnRow {
  readonly cells: readonly string[];
  readonly duplicateOf?: number;
}

function drawRows(
  shape: ListShape,
  columns: readonly ListColumn[],
  n: number,
  random: SeededRandom,
  encoding: Encoding,
  options: ListOptions,
): DrawnRow[] {
  const narrow: CompanyOptions =
    encoding === 'windows-1252' ? { locales: western, fits: fitsWindows1252 } : {};
  const next = companySource(random.fork('companies'), { ...shape.companies, ...narrow });
  const duplicates = options.duplicates ?? shape.duplicates ?? 0;
  const seen: { readonly company: Company; readonly row: number }[] = [];
  return Array.from({ length: n }, (_, row): DrawnRow => {
    const again = seen.length > 0 && random.chance(duplicates) ? random.pick(seen) : undefined;
    const company = again?.company ?? next();
    if (!again) seen.push({ company, row });
    const cells = columns.map((column) => column.cell(company, random));
    return again ? { cells, duplicateOf: again.row } : { cells };
  });
}

function truthOf(
  cells: readonly string[],
  columns: readonly ListColumn[],
  duplicateOf: number | undefined,
): RowTruth {
  const values: Partial<Record<AccountKey, unknown>> = {};
  const custom = new Map<number, string>();
  columns.forEach((column, index) => {
    const value = column.value(cells[index] ?? '');
    if (column.key !== null && value !== undefined) values[column.key] = value;
    else if (typeof value === 'string') custom.set(index, value);
  });
  return duplicateOf === undefined ? { values, custom } : { values, custom, duplicateOf };
}

function textOf(
  rows: readonly (readonly string[])[],
  shape: ListShape,
  footer: readonly string[],
  options: ListOptions,
): string {
  const lineEnding = options.lineEnding ?? shape.lineEnding;
  const table = writeCsv(rows, {
    delimiter: options.delimiter ?? shape.delimiter,
    lineEnding,
    quoteAll: shape.quoteAll ?? false,
  });
  return table + footer.map((line) => line + lineEnding).join('');
}
