import type { AccountKey } from '../../../src/shared/accounts/account.ts';
import type { Company, CompanyOptions } from '../company.ts';
import type { Encoding } from '../encode.ts';
import type { SeededRandom } from '../random.ts';

/** One column of a kind of list: what it is called, which field it fills, and what stands in a cell. */
export interface ListColumn {
  readonly header: string;
  /** What other people's lists call the same thing. */
  readonly aliases: readonly string[];
  /** The account field; `null` = the domain has none, so it stays as a custom field. */
  readonly key: AccountKey | null;
  readonly cell: (company: Company, random: SeededRandom) => string;
  /** What a correct import makes of the cell; `undefined` = blank. */
  readonly value: (cell: string) => unknown;
}

/** A kind of list that BDRs get, with the quirks of its source. */
export interface ListShape {
  readonly name: string;
  readonly columns: readonly ListColumn[];
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly lineEnding: '\n' | '\r\n';
  readonly quoteAll?: boolean;
  readonly companies?: CompanyOptions;
  /** Share of rows that repeat an earlier company. */
  readonly duplicates?: number;
  /** Lines under the last row that are no rows. */
  readonly footer?: readonly string[];
}

type Cell = ListColumn['cell'];

const trimmed = (cell: string): string | undefined => {
  const text = cell.trim();
  return text === '' ? undefined : text;
};

/** A column of text that fills a field. */
export const field = (
  header: string,
  key: AccountKey,
  aliases: readonly string[],
  cell: Cell,
  value: ListColumn['value'] = trimmed,
): ListColumn => ({ header, key, aliases, cell, value });

/** A column of whole or decimal numbers that fills a field. */
export const numberField = (
  header: string,
  key: AccountKey,
  aliases: readonly string[],
  cell: Cell,
): ListColumn =>
  field(header, key, aliases, cell, (text) => {
    const digits = trimmed(text)?.replaceAll(',', '');
    return digits === undefined ? undefined : Number(digits);
  });

/** A column of amounts in thousands or millions; its name or its size beside the head count says so. */
export const scaledField = (header: string, key: AccountKey, scale: number, cell: Cell): ListColumn =>
  field(header, key, [], cell, (text) => {
    const digits = trimmed(text);
    return digits === undefined ? undefined : Number(digits) * scale;
  });

/** A column that the domain has no field for. */
export const custom = (header: string, cell: Cell): ListColumn => ({
  header,
  key: null,
  aliases: [],
  cell,
  value: trimmed,
});

/** The same column with another reading of its cells. */
export const read = (column: ListColumn, value: ListColumn['value']): ListColumn => ({ ...column, value });
