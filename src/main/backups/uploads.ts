import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BackupEntry, HostError, HostParsedRequest, HostResponse } from '../../shared/host/contract.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { makePrivateDirectory } from '../files.ts';
import type { FreeSpace } from '../free-space.ts';
import { hostErrorOf } from '../io-error.ts';
import { createSerial } from '../serial.ts';
import type { Backups } from './backups.ts';
import type { DraftFile, DraftFiles } from './draft-files.ts';
import { draftEnding, sweepDrafts } from './sweep-drafts.ts';
import { verifyBackup } from './verify-backup.ts';

type Answer<T> = Promise<Result<T, HostError>>;

/** Backup files from elsewhere, arriving piece by piece. */
export interface Uploads {
  readonly take: (
    request: HostParsedRequest<'backup.upload'>,
    context: CallContext,
  ) => Answer<HostResponse<'backup.upload'>>;
  readonly close: () => Promise<void>;
}

export interface UploadsOptions {
  readonly folder: string;
  readonly files: DraftFiles;
  readonly space: Pick<FreeSpace, 'refusal'>;
  /** The backups of a workspace, known here or not. */
  readonly backupsOf: (workspaceId: string) => Backups;
  readonly mostBytes?: number;
}

const mostUploads = 4;
/** Bytes of one file; as much as all backups of a workspace may have. */
const mostUploadBytes = 2_000_000_000;
/** An upload that nobody goes on with is let go. */
const silentMs = 10 * 60_000;

interface Running {
  readonly path: string;
  readonly file: DraftFile;
  bytes: number;
  lastHeard: number;
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

export function createUploads(options: UploadsOptions): Uploads {
  const { folder, files, space } = options;
  const mostBytes = options.mostBytes ?? mostUploadBytes;
  const serial = createSerial();
  const running = new Map<string, Running>();
  let prepared: Promise<unknown> | undefined;

  const prepare = (): Promise<unknown> =>
    (prepared ??= makePrivateDirectory(folder).then(() => sweepDrafts(folder)));

  async function drop(id: string): Promise<void> {
    const dropped = running.get(id);
    running.delete(id);
    await dropped?.file.close().catch(() => undefined);
    if (dropped !== undefined) await files.remove(dropped.path).catch(() => undefined);
  }

  async function begin(): Answer<string> {
    await prepare();
    for (const [id, { lastHeard }] of running) if (performance.now() - lastHeard > silentMs) await drop(id);
    if (running.size >= mostUploads) return err(busy);
    const id = randomUUID();
    const path = join(folder, `${id}${draftEnding}`);
    running.set(id, { path, file: await files.create(path), bytes: 0, lastHeard: performance.now() });
    return ok(id);
  }

  async function add(upload: Running, text: string): Answer<null> {
    const low = await space.refusal();
    if (low !== undefined) return err(low);
    const bytes = text.length % 4 === 0 && base64.test(text) ? Buffer.from(text, 'base64') : undefined;
    if (bytes === undefined) return err(badPiece);
    if (upload.bytes + bytes.length > mostBytes) return err(tooLarge);
    await upload.file.append(bytes);
    upload.bytes += bytes.length;
    upload.lastHeard = performance.now();
    return ok(null);
  }

  /** Reads the whole file back and hands it to the workspace that it is a backup of. */
  async function settle(upload: Running, context: CallContext): Answer<BackupEntry> {
    await upload.file.sync();
    await upload.file.close();
    const verdict = await verifyBackup(upload.path, context);
    if (verdict === undefined) return err(cancelled);
    const workspaceId = verdict.manifest?.workspaceId ?? verdict.newerOf;
    return workspaceId === undefined
      ? err(noBackup(verdict.problem ?? ''))
      : options.backupsOf(workspaceId).take(upload.path, verdict);
  }

  return {
    take: ({ uploadId, base64: text, last }, context) =>
      serial.run(async () => {
        let id = uploadId;
        try {
          if (id === null) {
            const begun = await begin();
            if (!begun.ok) return begun;
            id = begun.value;
          }
          const upload = running.get(id);
          if (upload === undefined) return err(noUpload);
          const added = await add(upload, text);
          if (!added.ok) {
            await drop(id);
            return added;
          }
          if (!last) return ok({ uploadId: id, entry: null });
          const settled = await settle(upload, context);
          await drop(id);
          return settled.ok ? ok({ uploadId: id, entry: settled.value }) : settled;
        } catch (error) {
          if (id !== null) await drop(id);
          return err(hostErrorOf(error));
        }
      }),
    close: async () => {
      for (const id of [...running.keys()]) await drop(id);
    },
  };
}

const busy: HostError = {
  code: 'busy',
  message: 'Other files are being read already. Try again in a moment.',
};
const noUpload: HostError = {
  code: 'not-found',
  message: 'This file is not being read any more. Choose it again.',
};
const badPiece: HostError = {
  code: 'bad-request',
  message: 'A piece of the file arrived in a form the host does not know.',
};
const tooLarge: HostError = { code: 'too-large', message: 'The file is larger than any backup may be.' };
const cancelled: HostError = { code: 'cancelled', message: 'Reading the file was stopped.' };
const noBackup = (problem: string): HostError => ({
  code: 'damaged',
  message: `This file cannot be opened. ${problem} Nothing was changed.`,
});
