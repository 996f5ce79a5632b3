import type { MappingRow } from '../../../shared/territories/mapping.ts';

/** Rows written between two breaths of the page. */
const portion = 1000;

/** Rows as the JSON of a list, which is handed on without a copy; written so that typing goes on meanwhile. */
export async function rowsAsJson(rows: readonly MappingRow[]): Promise<Blob> {
  const parts: string[] = ['['];
  for (let start = 0; start < rows.length; start += portion) {
    const part = rows.slice(start, start + portion).map((row) => JSON.stringify(row));
    parts.push(start === 0 ? '' : ',', part.join(','));
    if (start + portion < rows.length) await new Promise((resolve) => setTimeout(resolve));
  }
  parts.push(']');
  return new Blob(parts, { type: 'application/json' });
}
