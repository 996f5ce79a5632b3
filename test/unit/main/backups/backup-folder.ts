import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackups, type Backups, type BackupsOptions } from '../../../../src/main/backups/backups.ts';
import { draftFiles } from '../../../../src/main/backups/draft-files.ts';
import type { BackupEnd, BackupManifest, BackupReason } from '../../../../src/shared/backup/format.ts';
import type { BackupEntry, HostError, HostResponse } from '../../../../src/shared/host/contract.ts';
import type { Result } from '../../../../src/shared/result.ts';
import { endOf, manifestOf } from '../../../shells/backup-samples.ts';
import { workspaceId } from '../../../shells/journal-samples.ts';
import { quiet } from '../journal-folder.ts';

/** The value of an answer that has to be a good one. */
export function valueOf<T>(answer: Result<T, HostError>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

/** Backups in a folder of their own, that can be closed, damaged and opened again. */
export interface BackupFolder {
  readonly root: string;
  readonly folder: string;
  readonly clock: { nowMs: number };
  readonly events: string[];
  readonly open: (options?: Partial<BackupsOptions>) => Backups;
  /** Names below the folder, sorted. */
  readonly names: () => Promise<string[]>;
  readonly remove: () => Promise<void>;
}

export async function backupFolder(): Promise<BackupFolder> {
  const root = await mkdtemp(join(tmpdir(), 'groundwork-backups-'));
  const folder = join(root, 'backups');
  const clock = { nowMs: Date.parse('2026-03-02T09:00:00.000Z') };
  const events: string[] = [];
  return {
    root,
    folder,
    clock,
    events,
    open: (options) =>
      createBackups({
        workspaceId,
        folder,
        nowMs: () => clock.nowMs,
        space: { refusal: () => Promise.resolve(undefined) },
        files: draftFiles,
        onEvent: (code) => void events.push(code),
        ...options,
      }),
    names: async () => (await readdir(folder, { recursive: true })).sort(),
    remove: () => rm(root, { recursive: true }),
  };
}

/** Writes a whole backup of these lines. */
export async function backUp(
  backups: Backups,
  lines: readonly string[],
  more: {
    reason?: BackupReason;
    manifest?: Partial<BackupManifest>;
    end?: BackupEnd;
  } = {},
): Promise<BackupEntry> {
  const manifest = manifestOf(more.manifest);
  const { backupId } = valueOf(await backups.begin({ reason: more.reason ?? 'by-hand', manifest }));
  if (lines.length > 0) valueOf(await backups.write(backupId, lines));
  return valueOf(await backups.finish(backupId, more.end ?? endOf(lines.length), quiet));
}

/** All lines of a backup as the store would read them. */
export async function readAll(
  backups: Backups,
  id: string,
  maxCharacters = 4_000_000,
): Promise<{ lines: string[]; damaged: number; pages: number }> {
  const lines: string[] = [];
  let damaged = 0;
  let pages = 0;
  for (let part: number | null = 0; part !== null; pages += 1) {
    const page: HostResponse<'backup.read'> = valueOf(await backups.read(id, part, maxCharacters));
    lines.push(...page.lines);
    damaged += page.damaged;
    part = page.next;
  }
  return { lines, damaged, pages };
}
