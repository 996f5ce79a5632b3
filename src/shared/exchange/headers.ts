import { fold } from '../accounts/normalise.ts';
import { unguardFormula } from './formula-guard.ts';

/** What is compared when headers are looked up: letters and digits, without case, accents and signs. */
export const headerKey = (header: string): string => fold(header).replace(/[^\p{L}\p{N}]+/gu, '');

export interface Header {
  /** As shown and as a custom field is called: never empty, never twice in a file. */
  readonly label: string;
  /** As it stands in the file, without outer blanks. */
  readonly raw: string;
  /** An earlier column has the same name. */
  readonly duplicateOf?: number;
}

/**
 * Names for all columns. A missing name becomes "Column 3"; a second "Status" becomes "Status (2)", so that
 * no column is lost.
 */
export function readHeaders(cells: readonly string[]): Header[] {
  const first = new Map<string, number>();
  const taken = new Set(cells.map((cell) => clean(cell).toLowerCase()));
  return cells.map((cell, index): Header => {
    const raw = clean(cell);
    const base = raw === '' ? `Column ${index + 1}` : raw;
    const earlier = first.get(base.toLowerCase());
    if (earlier === undefined) {
      first.set(base.toLowerCase(), index);
      return { label: base, raw };
    }
    let number = 2;
    while (taken.has(`${base} (${number})`.toLowerCase())) number += 1;
    const label = `${base} (${number})`;
    taken.add(label.toLowerCase());
    return { label, raw, duplicateOf: earlier };
  });
}

const clean = (cell: string): string => unguardFormula(cell.trim()).replace(/\s+/gu, ' ').trim();

/** Marks a custom field's column whose plain name would be taken for one of the app's own. */
export const customSuffix = ' (custom)';
