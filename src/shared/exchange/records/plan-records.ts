import type { EntityChange } from '../../history/change-set.ts';
import { rowKinds, type RowCounts, type RowKind } from '../plan.ts';
import { RecordPlacer, type RecordOutcome, type RecordPlanInput } from './place-records.ts';
import { changeOfRecord } from './record-change.ts';

export interface RecordPlan {
  readonly counts: RowCounts;
  readonly kinds: readonly RowKind[];
  readonly outcomes: ReadonlyMap<number, RecordOutcome>;
  readonly changes: readonly EntityChange[];
  readonly created: number;
  readonly changed: number;
}

/**
 * Decides what an import of people or opportunities would write, without writing. Every row is counted once
 * (EX-2); its account is found by CRM id, domain or name (EX-3), and a row without one is refused: an
 * import of people makes no accounts. People are recognised by mail address or name within their account,
 * opportunities by CRM id, then by name within their account. Pure.
 */
export function planRecords(input: RecordPlanInput): RecordPlan {
  const placer = new RecordPlacer(input);
  const kinds = placedRows(placer, input);
  const changes: EntityChange[] = [];
  let created = 0;
  let changed = 0;
  for (const slot of placer.slots.values()) {
    const change = changeOfRecord(input.subject, slot);
    if (slot.present === undefined) created += 1;
    else if (change) changed += 1;
    if (slot.present !== undefined) kinds[slot.row] = change ? 'changed' : 'identical';
    if (!change) continue;
    placer.outcomes.set(slot.row, { ...placer.outcomes.get(slot.row), change });
    changes.push(change);
  }
  const counts = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>;
  for (const kind of kinds) counts[kind] += 1;
  return {
    counts: { ...counts, read: kinds.length },
    kinds,
    outcomes: placer.outcomes,
    changes,
    created,
    changed,
  };
}

/**
 * Rows that tell a record for sure come first: whether a name alone is clear must not depend on which row of
 * the file brings the second person of that name.
 */
function placedRows(placer: RecordPlacer, { rows }: RecordPlanInput): RowKind[] {
  const kinds = rows.cells.map((_, row): RowKind => {
    const problems = rows.refused.get(row);
    const skipped = rows.skipped.get(row);
    placer.outcomes.set(row, { ...(problems && { problems }), ...(skipped && { skipped }) });
    return problems ? 'refused' : 'skipped';
  });
  for (const isSure of [true, false]) {
    for (const [row, cells] of rows.cells.entries()) {
      if (cells !== undefined && placer.isSure(row, cells) === isSure) kinds[row] = placer.place(row, cells);
    }
  }
  return kinds;
}
