import { label } from '../../../shared/rule-book/messages.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CopyOutRequest } from './copy-out.ts';
import type { FileJob, FileJobResults, FromBackupFile, ToBackupFile } from './protocol.ts';

export interface FilePace {
  /** Bytes, of all. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends the work; the answer is then `backup-file.cancelled`. */
  readonly signal?: AbortSignal;
}

/** A backup as a file for a person to keep, locked when there is a passphrase. */
export const copyOut = (
  platform: Platform,
  request: CopyOutRequest,
  pace: FilePace = {},
): Promise<Result<Blob, Label>> => runJob(platform, { kind: 'copyOut', ...request }, pace);

/** Brings a backup file from elsewhere to the host, which verifies and keeps it. */
export const takeIn = (
  platform: Platform,
  request: { readonly file: File; readonly passphrase: string | null },
  pace: FilePace = {},
): Promise<Result<BackupEntry, Label>> => runJob(platform, { kind: 'takeIn', ...request }, pace);

/** One worker for one job: what it took, its memory and the passphrase, is gone with it. */
async function runJob<J extends FileJob>(
  platform: Platform,
  job: J,
  { onProgress, signal }: FilePace,
): Promise<FileJobResults[J['kind']]> {
  const access = (await platform.forWorkers?.()) ?? null;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'backup-file' });
  const tell = (message: ToBackupFile): void => worker.postMessage(message);
  const result = new Promise<FileJobResults[FileJob['kind']]>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromBackupFile>) => {
      if (data.kind === 'progress') onProgress?.(data.done, data.of);
      else if (data.kind === 'done') resolve(data.result);
      else void forward(platform, data, tell);
    });
    worker.addEventListener('error', ({ message }) =>
      resolve(err(label('backup-file.internal', { what: message }))),
    );
    signal?.addEventListener('abort', () => resolve(err(label('backup-file.cancelled'))), { once: true });
  });
  tell({ kind: 'job', job, access });
  try {
    return (await result) as FileJobResults[J['kind']];
  } finally {
    worker.terminate();
  }
}

/** Where only the page can call the host. */
async function forward(
  platform: Platform,
  { id, operation, request }: Extract<FromBackupFile, { kind: 'hostCall' }>,
  tell: (message: ToBackupFile) => void,
): Promise<void> {
  tell({ kind: 'hostAnswer', id, answer: await platform.call(operation, request as never) });
}
