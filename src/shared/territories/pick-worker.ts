import type { MappingIndex } from './mapping-index.ts';
import { pickRow, type PickedRow, type WorkerFacts } from './pick-row.ts';

/** What was picked by a mapping already; a mapping never changes. */
const pickedBy = new WeakMap<MappingIndex, Map<string, PickedRow>>();

/**
 * TER-1: who works an account of a territory. Accounts alike in all that the pick looks at share the answer: a
 * book has few owners, and most mappings have no bands.
 */
export function pickWorker(index: MappingIndex, code: string, facts: WorkerFacts): PickedRow {
  const positions = index.rowsOf(code);
  // With bands every head count may have a row of its own; without, only whether it is exact counts.
  if (positions.some((at) => index.rows[at]?.band !== undefined))
    return pickRow(index.rows, positions, facts);
  const picked = pickedBy.get(index) ?? new Map<string, PickedRow>();
  pickedBy.set(index, picked);
  const { motion, employees, owner } = facts;
  // No code has a line break, and the owner comes last: no two keys mean the same.
  const key = `${code}\n${motion}\n${typeof employees === 'number'}\n${owner}`;
  const known = picked.get(key) ?? pickRow(index.rows, positions, facts);
  picked.set(key, known);
  return known;
}
