import { join } from 'node:path';
import type { BackupEnd, BackupManifest } from '../../shared/backup/format.ts';
import type { HostError } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { makePrivateDirectory } from '../files.ts';
import type { FreeSpace } from '../free-space.ts';
import { backupBodyFits } from './backup-line.ts';
import { backupEnding } from './backup-names.ts';
import type { DraftFiles } from './draft-files.ts';
import { draftEnding } from './sweep-drafts.ts';
import { beginBackup, type BackupWriter } from './write-backup.ts';

type Answer<T> = Promise<Result<T, HostError>>;

/**
 * The one backup of a workspace that is being written, if any. Whatever fails, nothing of it is left; a
 * failure of the disk is thrown.
 */
export interface BackupInProgress {
  /** `busy` while another one is written by a page that is still there. */
  readonly begin: (manifest: BackupManifest, newId: () => Promise<string>) => Answer<{ backupId: string }>;
  readonly write: (id: string, bodies: readonly string[]) => Answer<Record<string, never>>;
  /** Writes the last line and gives the file its name. */
  readonly publish: (id: string, end: BackupEnd) => Answer<null>;
  readonly abandon: (id?: string) => Promise<void>;
}

/** A page that stopped writing without a word is gone: its backup makes room for the next. */
const silentMs = 15_000;

export function createBackupInProgress(options: {
  readonly workspaceId: string;
  readonly folder: string;
  readonly files: DraftFiles;
  readonly space: Pick<FreeSpace, 'refusal'>;
}): BackupInProgress {
  const { workspaceId, folder, files, space } = options;
  let running: { readonly id: string; readonly writer: BackupWriter; lastHeard: number } | undefined;

  async function abandon(id?: string): Promise<void> {
    if (id !== undefined && running?.id !== id) return;
    const dropped = running;
    running = undefined;
    await dropped?.writer.abandon();
  }

  /** @returns the refusal; nothing of the backup is left then */
  async function whyNotWritten(bodies: readonly string[]): Promise<HostError | undefined> {
    const refusal = bodies.every(backupBodyFits) ? await space.refusal() : noLine;
    if (refusal !== undefined) await abandon();
    return refusal;
  }

  async function orAbandon(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      await abandon();
      throw error;
    }
  }

  return {
    begin: async (manifest, newId) => {
      if (running !== undefined && performance.now() - running.lastHeard < silentMs) return err(busy);
      await abandon();
      if (manifest.workspaceId !== workspaceId) return err(otherWorkspace);
      const low = await space.refusal();
      if (low !== undefined) return err(low);
      await makePrivateDirectory(folder);
      const id = await newId();
      const path = join(folder, `${id}${backupEnding}`);
      const writer = await beginBackup({ files, folder, path, draft: `${path}${draftEnding}`, manifest });
      running = { id, writer, lastHeard: performance.now() };
      return ok({ backupId: id });
    },
    write: async (id, bodies) => {
      const mine = running;
      if (mine?.id !== id) return err(notRunning);
      mine.lastHeard = performance.now();
      const refusal = await whyNotWritten(bodies);
      if (refusal !== undefined) return err(refusal);
      await orAbandon(mine.writer.write(bodies));
      mine.lastHeard = performance.now();
      return ok({});
    },
    publish: async (id, end) => {
      const mine = running;
      if (mine?.id !== id) return err(notRunning);
      mine.lastHeard = performance.now();
      await orAbandon(mine.writer.finish(end));
      running = undefined;
      return ok(null);
    },
    abandon,
  };
}

const busy: HostError = {
  code: 'busy',
  message: 'A backup is being made already. Try again in a moment.',
};
const notRunning: HostError = {
  code: 'not-found',
  message: 'This backup is not being written any more. Make a new one.',
};
const otherWorkspace: HostError = {
  code: 'bad-request',
  message: 'The manifest speaks of another workspace.',
};
const noLine: HostError = {
  code: 'bad-request',
  message: 'A line of the backup is not one line of JSON; nothing of the backup was kept.',
};
