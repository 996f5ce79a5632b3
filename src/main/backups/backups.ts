import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupEnd, BackupManifest, BackupReason } from '../../shared/backup/format.ts';
import type { BackupEntry, HostError, HostResponse } from '../../shared/host/contract.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { makePrivateDirectory } from '../files.ts';
import type { FreeSpace } from '../free-space.ts';
import { errnoOf, hostErrorOf } from '../io-error.ts';
import { createSerial } from '../serial.ts';
import { findBackupFile, type BackupFile } from './backup-folder.ts';
import { createBackupInProgress } from './backup-in-progress.ts';
import { backupEnding } from './backup-names.ts';
import type { DraftFiles } from './draft-files.ts';
import { isOwn, newestBackup } from './newest-backup.ts';
import { createBackupReader } from './read-backup.ts';
import { rotatable, rotatedOut, rotationRules, type RotationRules } from './rotation.ts';
import { createShelf, entryOf, uncancelled } from './shelf.ts';
import type { Verdict } from './verify-backup.ts';

type Answer<T> = Promise<Result<T, HostError>>;

/** The backups of one workspace. Ids, never paths, come from outside. */
export interface Backups {
  readonly begin: (request: {
    readonly reason: BackupReason;
    readonly manifest: BackupManifest;
  }) => Answer<{ backupId: string }>;
  readonly write: (id: string, bodies: readonly string[]) => Answer<Record<string, never>>;
  /** Only a file that was read back and found whole counts; older ones are rotated out then. */
  readonly finish: (id: string, end: BackupEnd, context: CallContext) => Answer<BackupEntry>;
  readonly abandon: (id: string) => Answer<Record<string, never>>;
  readonly list: (context: CallContext) => Answer<HostResponse<'backup.list'>>;
  readonly entry: (id: string, context: CallContext) => Answer<BackupEntry>;
  readonly read: (id: string, part: number, maxCharacters: number) => Answer<HostResponse<'backup.read'>>;
  readonly download: (id: string, offset: number) => Answer<HostResponse<'backup.download'>>;
  /** Whole backups, newest first. Reads back those not known yet. */
  readonly verified: () => Promise<readonly BackupEntry[]>;
  /** The backup that a rebuild would start from (newest-backup.ts); reads back no more than it needs to. */
  readonly newest: (storeId: string | null) => Promise<BackupEntry | null>;
  /** Takes a file over that lies elsewhere in the data folder, unless it is here already. */
  readonly take: (path: string, verdict: Verdict) => Answer<BackupEntry>;
  /** Leaves no half-written file; does not wait for backups that are being read back. */
  readonly close: () => Promise<void>;
}

export interface BackupsOptions {
  readonly workspaceId: string;
  readonly folder: string;
  readonly nowMs: () => number;
  readonly space: Pick<FreeSpace, 'refusal'>;
  readonly files: DraftFiles;
  readonly rules?: RotationRules;
  /** Told what happened to files; counts and ids only. */
  readonly onEvent: (code: string, facts: Readonly<Record<string, string | number>>) => void;
  /** Runs after a backup counts, with those known to count. */
  readonly onVerified?: (backups: readonly BackupEntry[]) => Promise<void>;
}

/** A file that was read from is not rotated out for this long: a restore may be on its way. */
const inUseMs = 60 * 60_000;
/** Files that are read back after a new backup, when what was known about them is gone or too old. */
const readBackWhenTidying = 3;
/** Bytes of one piece of a download; divisible by three, so that base64 pieces join. */
const pieceBytes = 6_000_000;

export function createBackups(options: BackupsOptions): Backups {
  const { folder, files, onEvent } = options;
  const rules = options.rules ?? rotationRules;
  const serial = createSerial();
  const reader = createBackupReader();
  const shelf = createShelf(options);
  const writing = createBackupInProgress(options);
  /** When a backup was last read from. */
  const inUse = new Map<string, number>();

  /** One after the other; a failure of the disk becomes an answer. */
  const inTurn = <T>(work: () => Answer<T>): Answer<T> => serial.run(() => guarded(work));
  const guarded = async <T>(work: () => Answer<T>): Answer<T> => {
    try {
      return await work();
    } catch (error) {
      return err(hostErrorOf(error));
    }
  };

  async function found(id: string): Promise<Result<BackupFile, HostError>> {
    const file = await findBackupFile(folder, id);
    return file === undefined ? err(noSuchBackup) : ok(file);
  }
  async function used(id: string): Promise<Result<BackupFile, HostError>> {
    inUse.set(id, performance.now());
    return found(id);
  }

  const knownToCount = (): Promise<readonly BackupEntry[]> =>
    shelf.verified((_, readBack) => readBack >= readBackWhenTidying);

  async function rotate(): Promise<void> {
    let removed = 0;
    for (const id of rotatedOut((await knownToCount()).flatMap(rotatable), rules)) {
      if (performance.now() - (inUse.get(id) ?? -Infinity) < inUseMs) continue;
      const file = await findBackupFile(folder, id);
      if (file === undefined) continue;
      await files.remove(file.path);
      removed += 1;
    }
    if (removed > 0) onEvent('backup.rotated', { removed });
  }

  /** What follows a whole backup must not take it back: a failure is noted and tried again next time. */
  async function tidily(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      onEvent('backup.tidy-failed', { error: errnoOf(error) ?? 'unknown' });
    }
  }

  async function finish(id: string, end: BackupEnd, context: CallContext): Answer<BackupEntry> {
    const published = await writing.publish(id, end);
    if (!published.ok) return published;
    const file = await findBackupFile(folder, id);
    // A page that leaves while its backup is read back must not make it count for nothing.
    const reading = { ...uncancelled, onProgress: context.onProgress };
    const judged = file === undefined ? undefined : await shelf.judge(file, reading);
    if (judged === undefined) return err(noSuchBackup);
    if (judged.verdict.state !== 'verified') {
      onEvent('backup.failed', { backupId: id });
      return err(notWhole(judged.verdict.problem ?? ''));
    }
    onEvent('backup.verified', { backupId: id, bytes: judged.file.bytes });
    await tidily(rotate);
    return ok(entryOf(judged));
  }

  return {
    begin: ({ reason, manifest }) =>
      inTurn(async () => {
        await shelf.prepare();
        return writing.begin(manifest, () => shelf.freeId(reason));
      }),
    write: (id, bodies) => guarded(() => writing.write(id, bodies)),
    finish: async (id, end, context) => {
      const finished = await inTurn(() => finish(id, end, context));
      // Outside of the queue: the journal may be asking for the list of backups meanwhile.
      if (finished.ok) {
        await tidily(async () => {
          await options.onVerified?.(await serial.run(knownToCount));
        });
      }
      return finished;
    },
    abandon: (id) =>
      guarded(async () => {
        await writing.abandon(id);
        return ok({});
      }),
    list: (context) =>
      inTurn(async () => {
        const all = await shelf.judged(context);
        if (all === undefined) return err(cancelled);
        return ok({
          backups: all.map(entryOf),
          totalBytes: all.reduce((sum, { file }) => sum + file.bytes, 0),
          capBytes: rules.capBytes,
        });
      }),
    entry: (id, context) =>
      inTurn(async () => {
        const file = await found(id);
        if (!file.ok) return file;
        const judged = await shelf.judge(file.value, context);
        return judged === undefined ? err(cancelled) : ok(entryOf(judged));
      }),
    read: (id, part, maxCharacters) =>
      guarded(async () => {
        const file = await used(id);
        return file.ok ? ok(await reader.read(file.value, { part, maxCharacters })) : file;
      }),
    download: (id, offset) =>
      guarded(async () => {
        const file = await used(id);
        if (!file.ok) return file;
        const { path, bytes } = file.value;
        const piece = await readPiece(path, offset, Math.max(0, Math.min(pieceBytes, bytes - offset)));
        const next = offset + piece.length;
        return ok({ base64: piece.toString('base64'), next: next < bytes ? next : null, of: bytes });
      }),
    verified: () => serial.run(() => shelf.verified()),
    newest: (storeId) =>
      serial.run(async () => {
        const verified = await shelf.verified((known) =>
          known.some(
            ({ file, verdict: { state, manifest } }) =>
              state === 'verified' && isOwn(file) && (storeId === null || manifest?.storeId === storeId),
          ),
        );
        return newestBackup(verified, storeId);
      }),
    take: (path, verdict) =>
      inTurn(async () => {
        await shelf.prepare();
        await makePrivateDirectory(folder);
        const same = await shelf.sameAs(path);
        if (same !== undefined) return ok(entryOf({ file: same, verdict }));
        const id = await shelf.freeId('from-file');
        await files.publish(path, join(folder, `${id}${backupEnding}`), folder);
        const file = await found(id);
        return file.ok ? ok(entryOf(await shelf.settle(file.value, verdict))) : file;
      }),
    close: () => writing.abandon(),
  };
}

async function readPiece(path: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const noSuchBackup: HostError = {
  code: 'not-found',
  message: 'There is no such backup any more. Open the list of backups again.',
};
const cancelled: HostError = { code: 'cancelled', message: 'Reading the backups was stopped.' };
const notWhole = (problem: string): HostError => ({
  code: 'damaged',
  message: `The backup was read back and does not hold what it should, so it does not count and was set aside. ${problem}`,
});
