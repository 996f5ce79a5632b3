import { websiteDomain } from './match-keys.ts';
import { countryCode } from './countries.ts';
import { readStatus } from './choice-words.ts';
import type { ColumnKey } from './columns.ts';
import { readEmployees } from './employee-cell.ts';
import { isUsState } from './us-states.ts';

/** What a column's cells look like, whatever its header says. */
export interface ContentGuess {
  readonly key: ColumnKey;
  /** Message that says what was seen, with `share` in percent. */
  readonly reason: string;
  readonly share: number;
}

interface Recogniser {
  readonly key: ColumnKey;
  readonly reason: string;
  readonly share: number;
  readonly test: (cell: string) => boolean;
}

const crmId = /^001[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;
const site = /^(?:https?:\/\/\S+|(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?)$/iu;
const band =
  /^(?:[\d.,k]+\s*(?:-|\u2013|to)\s*[\d.,km]+|[\d.,km]+\s*\+|(?:over|under|>|<)\s*[\d.,km]+)(?:\s*employees)?$/i;
const zip = /^\d{5}(?:-\d{4})?$/;

/** Surest first; a field is guessed for one column only. */
const recognisers: readonly Recogniser[] = [
  { key: 'crmId', reason: 'crm-id', share: 0.9, test: (cell) => crmId.test(cell) },
  {
    key: 'status',
    reason: 'status',
    share: 0.9,
    test: (cell) => readStatus(cell) !== undefined && cell.length > 5,
  },
  { key: 'billingState', reason: 'state', share: 0.95, test: isUsState },
  { key: 'billingCountry', reason: 'country', share: 0.9, test: (cell) => countryCode(cell) !== undefined },
  { key: 'website', reason: 'website', share: 0.8, test: looksLikeSite },
  {
    key: 'employeesImported',
    reason: 'employee-range',
    share: 0.9,
    test: (cell) => band.test(cell) && readEmployees(cell).ok,
  },
];

export function looksLikeSite(cell: string): boolean {
  return site.test(cell) && (websiteDomain(cell) !== undefined || /^https?:|^www\./i.test(cell));
}

/** Cells of a column that are looked at, about. */
const looked = 250;

/** @param all trimmed cells that are not blank, a sample of the column */
export function guessByContent(all: readonly string[]): ContentGuess | undefined {
  if (all.length === 0) return undefined;
  const step = Math.max(1, Math.floor(all.length / looked));
  const cells = all.filter((_, at) => at % step === 0);
  for (const { key, reason, share, test } of recognisers) {
    const found = cells.filter(test).length / cells.length;
    if (found >= share) return { key, reason: `exchange.seen.${reason}`, share: Math.round(found * 100) };
  }
  return undefined;
}

/** US postal codes look like any number of five digits: they count only beside a column of states. */
export const looksLikeZips = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => zip.test(cell)) && new Set(cells).size > 1;

/** How much a column looks like names of organisations: 0 not at all. For files whose header says nothing. */
export function nameLikeness(cells: readonly string[]): number {
  if (cells.length === 0) return 0;
  const named = cells.filter(
    (cell) =>
      cell.length >= 2 &&
      cell.length <= 120 &&
      /\p{L}{2}/u.test(cell) &&
      !site.test(cell) &&
      !/[@\n]/.test(cell),
  ).length;
  const distinct = new Set(cells).size;
  const words = cells.filter((cell) => /\s/.test(cell)).length;
  if (named / cells.length < 0.9 || distinct / cells.length < 0.7) return 0;
  return distinct / cells.length + words / cells.length;
}
