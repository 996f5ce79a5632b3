import type { Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry, HostError, Operation } from '../../../shared/host/contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { WorkerAccess } from '../../platform/platform.ts';
import type { CopyOutRequest } from './copy-out.ts';

/** What page and worker say to each other. One worker does one job and ends: nothing of a passphrase stays. */
export interface CopyOutJob extends CopyOutRequest {
  readonly kind: 'copyOut';
}

export interface TakeInJob {
  readonly kind: 'takeIn';
  readonly file: File;
  readonly passphrase: string | null;
}

export type FileJob = CopyOutJob | TakeInJob;

/** What each job ends with. `Label` says in words why not. */
export interface FileJobResults {
  readonly copyOut: Result<Blob, Label>;
  readonly takeIn: Result<BackupEntry, Label>;
}

export type ToBackupFile =
  | { readonly kind: 'job'; readonly job: FileJob; readonly access: WorkerAccess | null }
  | { readonly kind: 'hostAnswer'; readonly id: number; readonly answer: Result<unknown, HostError> };

export type FromBackupFile =
  /** Bytes. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: FileJobResults[FileJob['kind']] }
  | {
      readonly kind: 'hostCall';
      readonly id: number;
      readonly operation: Operation;
      readonly request: unknown;
    };
