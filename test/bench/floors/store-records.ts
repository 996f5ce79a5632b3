/** What the floors write: the shape of the app's table of accounts, with the same two indexes. */
export interface FloorRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly nameKey: string;
  readonly column: string;
  readonly boardKey: string;
}

/** Which account field each column of the list fills; `null` = a custom field, under its header. */
export type FloorMapping = readonly (string | null)[];

/** Turns parsed rows into records without looking at a single value: no rule, no check, no reading. */
export function recordsOf(
  [headers = [], ...rows]: readonly (readonly string[])[],
  mapping: FloorMapping,
): FloorRecord[] {
  return rows.map((cells, row) => {
    const values: Record<string, unknown> = {};
    const custom: Record<string, string> = {};
    cells.forEach((cell, at) => {
      if (cell === '') return;
      const key = mapping[at];
      if (typeof key === 'string') values[key] = cell;
      else custom[headers[at] ?? String(at)] = cell;
    });
    const name = typeof values['name'] === 'string' ? values['name'] : '';
    const status = typeof values['status'] === 'string' ? values['status'] : '';
    const nameKey = name.toLowerCase();
    return {
      // As long as the app's ids, and ascending like them.
      id: `01930000-0000-7000-8000-${String(row).padStart(12, '0')}`,
      values: { ...values, custom },
      nameKey,
      column: status,
      boardKey: `~${nameKey}`,
    };
  });
}
