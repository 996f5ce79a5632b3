import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReason } from '../../shared/backup/format.ts';
import { nothingCounted } from '../../shared/backup/tally.ts';
import type { BackupEntry } from '../../shared/host/contract.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { errnoOf, hostErrorOf } from '../io-error.ts';
import { listBackupFiles, moveBackupFile, type BackupFile } from './backup-folder.ts';
import { backupIdOf } from './backup-names.ts';
import { sweepDrafts } from './sweep-drafts.ts';
import { createVerdicts } from './verdicts.ts';
import { verifyBackup, type Verdict } from './verify-backup.ts';

/** A file with what reading it back found. */
export interface Judged {
  readonly file: BackupFile;
  readonly verdict: Verdict;
}

/** Whether enough is known, so that no further file needs to be read back. */
export type Enough = (known: readonly Judged[], readBack: number) => boolean;

/**
 * The backup files of one workspace and what is known about them. A file that is not whole is moved to a
 * folder of its own, never deleted.
 */
export interface Shelf {
  /** Removes what a crash left half-written; once, before anything else. */
  readonly prepare: () => Promise<void>;
  /** An id that no backup has or had. */
  readonly freeId: (reason: BackupReason) => Promise<string>;
  /** Reads a file back unless that is known. @returns undefined when it is gone or reading was cancelled */
  readonly judge: (file: BackupFile, context: CallContext) => Promise<Judged | undefined>;
  /** Remembers a verdict and puts the file where it belongs. */
  readonly settle: (file: BackupFile, verdict: Verdict) => Promise<Judged>;
  /**
   * Newest first. A file not read back before is read back unless `enough` holds; else it is left out:
   * reading all of them can take minutes.
   * @returns undefined when it was cancelled
   */
  readonly judged: (context: CallContext, enough?: Enough) => Promise<readonly Judged[] | undefined>;
  /** The whole ones, newest first. */
  readonly verified: (enough?: Enough) => Promise<readonly BackupEntry[]>;
  /** A file that holds the same bytes. */
  readonly sameAs: (path: string) => Promise<BackupFile | undefined>;
}

export interface ShelfOptions {
  readonly workspaceId: string;
  readonly folder: string;
  readonly nowMs: () => number;
  readonly onEvent: (code: string, facts: Readonly<Record<string, string | number>>) => void;
}

export function createShelf({ workspaceId, folder, nowMs, onEvent }: ShelfOptions): Shelf {
  const verdicts = createVerdicts(join(folder, 'checked.json'));
  /** Of backups that were given up too: a page that wrote one must not meet another under its id. */
  const given = new Set<number>();
  let prepared: Promise<void> | undefined;

  const prepare = (): Promise<void> =>
    (prepared ??= sweepDrafts(folder).then((drafts) => {
      if (drafts > 0) onEvent('backup.swept', { drafts });
    }));

  async function settle(file: BackupFile, verdict: Verdict): Promise<Judged> {
    let settled = file;
    const belongsAside = verdict.state === 'damaged';
    if (belongsAside !== file.isAside) {
      settled = await moveBackupFile(folder, file, belongsAside ? 'aside' : 'back');
      onEvent(belongsAside ? 'backup.set-aside' : 'backup.put-back', { backupId: file.id });
    }
    await verdicts.keep(settled, verdict).catch(() => undefined);
    return { file: settled, verdict };
  }

  async function judge(file: BackupFile, context: CallContext): Promise<Judged | undefined> {
    const known = await verdicts.of(file);
    if (known !== undefined) return { file, verdict: known };
    try {
      const verdict = await verifyBackup(file.path, context, { workspaceId });
      return verdict === undefined ? undefined : await settle(file, verdict);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      // The disk would not give the file: that is no reason to move it.
      return { file, verdict: { ...unreadable, problem: hostErrorOf(error).message } };
    }
  }

  async function judged(
    context: CallContext,
    enough: Enough = () => false,
  ): Promise<readonly Judged[] | undefined> {
    await prepare();
    const files = await listBackupFiles(folder);
    const of = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const all: Judged[] = [];
    let done = 0;
    let readBack = 0;
    for (const file of files) {
      const before = done;
      done += file.bytes;
      const remembered = await verdicts.of(file);
      if (remembered !== undefined) all.push({ file, verdict: remembered });
      else if (!enough(all, readBack)) {
        readBack += 1;
        const found = await judge(file, {
          signal: context.signal,
          onProgress: (progress) => context.onProgress({ done: before + progress.done, of }),
        });
        if (found !== undefined) all.push(found);
      }
      if (context.signal.aborted) return undefined;
    }
    await verdicts.keepOnly(files).catch(() => undefined);
    return all;
  }

  return {
    prepare,
    judge,
    settle,
    judged,
    freeId: async (reason) => {
      const taken = new Set((await listBackupFiles(folder)).map(({ atMs }) => atMs));
      let atMs = nowMs();
      while (taken.has(atMs) || given.has(atMs)) atMs += 1;
      given.add(atMs);
      return backupIdOf(atMs, reason);
    },
    verified: async (enough) =>
      ((await judged(uncancelled, enough)) ?? [])
        .filter(({ verdict }) => verdict.state === 'verified')
        .map(entryOf),
    sameAs: async (path) => {
      const { size } = await stat(path);
      const alike = (await listBackupFiles(folder)).filter(({ bytes }) => bytes === size);
      const sum = alike.length === 0 ? '' : await sumOfFile(path);
      for (const file of alike) if ((await sumOfFile(file.path)) === sum) return file;
      return undefined;
    },
  };
}

/** For work that goes on although the page that asked for it has left. */
export const uncancelled: CallContext = {
  signal: { aborted: false, addEventListener: () => undefined },
  onProgress: () => undefined,
};

export const entryOf = ({ file, verdict: { newerOf: _, ...verdict } }: Judged): BackupEntry => ({
  id: file.id,
  reason: file.reason,
  at: new Date(file.atMs).toISOString(),
  bytes: file.bytes,
  ...verdict,
});

async function sumOfFile(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) sum.update(chunk);
  return sum.digest('hex');
}

const unreadable: Verdict = {
  state: 'damaged',
  manifest: null,
  end: null,
  readable: nothingCounted,
};
