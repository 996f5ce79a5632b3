import type { Account } from '../accounts/account.ts';
import type { ReviewSettings } from '../accounts/segment-hold.ts';
import type { IsoDate } from '../clock.ts';
import type { EntityChange } from '../history/change-set.ts';
import type { CustomField } from '../workspace/workspace.ts';
import type { AccountIndex } from './account-index.ts';
import { RowPlacer, type Placed } from './place-rows.ts';
import { SlotPlanner } from './slot-planner.ts';
import {
  rowKinds,
  type Decision,
  type ImportPlan,
  type PlanOptions,
  type RowKind,
  type RowOutcome,
} from './plan.ts';
import type { ReadRows } from './read-rows.ts';

export interface PlanInput {
  readonly rows: ReadRows;
  readonly book: readonly Account[];
  /** `indexBook(book)`, kept from one plan to the next. */
  readonly bookIndex: AccountIndex;
  readonly customFields: readonly CustomField[];
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly options: PlanOptions;
  readonly today: IsoDate;
  /** Those in force today (SEG-4). */
  readonly rules: ReviewSettings;
  /** The id of the account that a row brings; the same for the same row in every plan. */
  readonly idOfRow: (row: number) => string;
  /** The id of a custom field that the file brings; the same for the same key in every plan. */
  readonly idOfCustomField: (key: string) => string;
}

/**
 * Decides what an import would write, without writing: which account each row is about (EX-3), what
 * differs, and what is left over. Every record is counted exactly once (EX-2); a blank cell erases only
 * where asked (EX-4). Pure: the same input gives the same plan.
 */
export function planImport(input: PlanInput): ImportPlan {
  const { rows, book, bookIndex } = input;
  const placer = new RowPlacer(rows, book, bookIndex);
  const placed = rows.cells.map((cells, row): Placed | undefined =>
    cells === undefined ? undefined : placer.place(row, cells, input.decisions.get(row)),
  );
  const slots = new SlotPlanner(input, placer);
  // New accounts differ by being new; only those of the book have to be compared now.
  const differing = new Set<number>();
  let assigned = 0;
  let newAccounts = 0;
  let segmentsWaiting = 0;
  placer.slots.forEach((slot, at) => {
    if (slot.row < 0) return;
    if (slot.account) {
      const planned = slots.plan(at);
      if (planned.change) differing.add(at);
      if (planned.assigned) assigned += 1;
      if (planned.segmentWaits) segmentsWaiting += 1;
    } else {
      newAccounts += 1;
      if (slots.givesToBdr(slot)) assigned += 1;
    }
  });
  const kinds = placed.map((spot, row) => kindOf(spot, row, rows, placer, differing));
  const adoptions = adoptOrphans(input, placer, slots);
  const newFields = newCustomFields(input, placer);
  return {
    counts: { ...countKinds(kinds), read: kinds.length },
    kinds,
    outcomeOf: (row) => outcomeOf(row, placed[row], rows, placer, slots),
    changeOf: (row) => {
      const spot = placed[row];
      return spot?.kind === 'slot' ? slots.plan(spot.slot).change : undefined;
    },
    newAccounts,
    changedAccounts: differing.size,
    newFields,
    changes: () => [
      ...newFields,
      ...placer.slots.flatMap((slot, at) => (slot.row < 0 ? [] : (slots.plan(at).change ?? []))),
      ...adoptions,
    ],
    assigned,
    adopted: adoptions.length,
    segmentsWaiting,
  };
}

/** Accounts of the book that waited for a parent which now comes with the file. */
function adoptOrphans(input: PlanInput, placer: RowPlacer, slots: SlotPlanner): EntityChange[] {
  if (placer.slots.length === input.book.length) return [];
  return input.book.flatMap((account, at): EntityChange[] => {
    if (account.parentRef === undefined || account.parentId !== undefined) return [];
    if (placer.slotAt(at).row >= 0) return [];
    const found = placer.parentSlot(account.parentRef);
    if (found === undefined || found < input.book.length) return [];
    const before = { parentRef: account.parentRef };
    return [{ kind: 'account', id: account.id, before, after: { parentId: slots.idOf(found) } }];
  });
}

function kindOf(
  spot: Placed | undefined,
  row: number,
  rows: ReadRows,
  placer: RowPlacer,
  differing: ReadonlySet<number>,
): RowKind {
  if (!spot) return rows.refused.has(row) ? 'refused' : 'skipped';
  if (spot.kind === 'skip') return 'skipped';
  if (spot.kind === 'ask') return 'undecided';
  if (spot.kind === 'merged') return 'merged';
  if (!placer.slotAt(spot.slot).account) return 'new';
  return differing.has(spot.slot) ? 'changed' : 'identical';
}

function countKinds(kinds: readonly RowKind[]): Record<RowKind, number> {
  const counts = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>;
  for (const kind of kinds) counts[kind] += 1;
  return counts;
}

function outcomeOf(
  row: number,
  spot: Placed | undefined,
  rows: ReadRows,
  placer: RowPlacer,
  slots: SlotPlanner,
): RowOutcome {
  const problems = rows.refused.get(row) ?? rows.leftOut.get(row);
  const told = { ...(problems && { problems }) };
  if (!spot) {
    const skipped = rows.skipped.get(row);
    return { ...told, ...(skipped && { skipped }) };
  }
  if (spot.kind === 'skip') return { skipped: 'chosen' };
  if (spot.kind === 'ask') {
    return { ...told, why: spot.why, candidates: spot.candidates.map((at) => slots.candidate(at)) };
  }
  const slot = placer.slotAt(spot.slot);
  const by = spot.kind === 'merged' ? spot.by : slot.by;
  return {
    ...told,
    account: slots.idOf(spot.slot),
    ...(by !== 'new' && { matchedBy: by }),
    ...(spot.kind === 'merged' && { into: slot.row, conflicts: spot.conflicts }),
    ...(spot.kind === 'slot' && { notes: slots.plan(spot.slot).notes }),
  };
}

/** Definitions of the custom fields that accepted rows fill and the workspace does not know yet. */
function newCustomFields(
  { rows, customFields, idOfCustomField }: PlanInput,
  placer: RowPlacer,
): EntityChange[] {
  const known = new Set(customFields.map(({ key }) => key));
  return rows.columns.flatMap(({ field }, at): EntityChange[] => {
    if (field.kind !== 'custom' || known.has(field.key)) return [];
    if (!placer.slots.some(({ row, cells }) => row >= 0 && typeof cells[at] === 'string')) return [];
    const { key, label } = field;
    return [{ kind: 'customField', id: idOfCustomField(key), before: null, after: { key, label } }];
  });
}
