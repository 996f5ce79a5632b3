import type { Instant } from '../../../shared/clock.ts';
import type { QuarantinedRow } from './integrity-report.ts';

/**
 * A row that could not be read any more, as it is kept. Its coming to be takes the row out of its table
 * (apply-quarantine.ts). What a person decides is a change of `state`; the row stays, like a tombstone.
 */
export interface QuarantineRow {
  readonly id: string;
  readonly table: QuarantinedRow['table'];
  /** Its key in its table. */
  readonly key: string | number;
  readonly foundAt: Instant;
  /** What is wrong, each with the field. */
  readonly problems: readonly string[];
  /** The row as JSON. */
  readonly text: string;
  readonly state: 'held' | 'put-back' | 'dropped';
  /** It was counted among the living accounts or prospects. */
  readonly counts: boolean;
}
