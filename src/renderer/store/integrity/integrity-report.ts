import type { Instant } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { EnteredTable } from '../backup/backup-state.ts';

/** One thing that the integrity check found. */
export interface IntegrityFinding {
  readonly kind:
    /** A row that no longer is what its schema says: now in quarantine. */
    | 'bad-row'
    /** A derived key or a count was wrong and was set right: certain. */
    | 'repaired'
    /** A reference to something that is not there. */
    | 'dangling'
    /** The history has a hole or a missing part. */
    | 'history';
  readonly message: Label;
  readonly accountId?: string;
}

/** What the check of the store looked at and found. */
export interface IntegrityReport {
  readonly checkedAt: Instant;
  readonly rows: number;
  readonly changeSets: number;
  readonly findings: readonly IntegrityFinding[];
}

/** A row that was taken out of its table because it could not be read; kept until a person decides. */
export interface QuarantinedRow {
  readonly id: string;
  readonly table: EnteredTable;
  readonly foundAt: Instant;
  /** What is wrong, each with the field. */
  readonly problems: readonly string[];
  /** The row as it was, as JSON text. */
  readonly text: string;
  /** The row without the fields that are wrong, when that makes a whole record: `putBackQuarantined` takes it. */
  readonly canPutBack: boolean;
}
