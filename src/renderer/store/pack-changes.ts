import {
  changeSortKey,
  inlineLimit,
  packSize,
  type EntityChange,
  type Fields,
} from '../../shared/history/change-set.ts';

/** A part of a mapping holds many rows: it weighs as much as so many changes. Everything else is one. */
function weightOf({ kind, before, after }: EntityChange): number {
  if (kind !== 'document') return 1;
  return Math.max(1, rowsIn(before), rowsIn(after));
}

const rowsIn = (fields: Fields | null): number => {
  const rows = fields?.['rows'];
  return Array.isArray(rows) ? rows.length : 0;
};

/** Whether changes are few and light enough to stay inside their change set. */
export const areInline = (changes: readonly EntityChange[]): boolean =>
  changes.length <= inlineLimit && changes.reduce((sum, change) => sum + weightOf(change), 0) <= packSize;

/** Many changes in packs that a line of the journal can take, sorted so that one account's change is found. */
export function packChanges(changes: readonly EntityChange[]): EntityChange[][] {
  const packs: EntityChange[][] = [];
  let room = 0;
  for (const change of changes.toSorted((a, b) => (changeSortKey(a) < changeSortKey(b) ? -1 : 1))) {
    const weight = weightOf(change);
    const last = packs.at(-1);
    if (last && weight <= room) {
      last.push(change);
      room -= weight;
    } else {
      packs.push([change]);
      room = packSize - weight;
    }
  }
  return packs;
}
