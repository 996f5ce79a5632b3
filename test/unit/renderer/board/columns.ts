import type { BoardColumns } from '../../../../src/renderer/screens/board/board-columns.ts';

/** A board for tests; columns not named are empty. */
export const columnsOf = (given: Partial<Record<keyof BoardColumns, readonly number[]>>): BoardColumns => ({
  '': Int32Array.from(given[''] ?? []),
  Queued: Int32Array.from(given.Queued ?? []),
  'Actively Working': Int32Array.from(given['Actively Working'] ?? []),
  'Worked in FY': Int32Array.from(given['Worked in FY'] ?? []),
  Restricted: Int32Array.from(given.Restricted ?? []),
});
