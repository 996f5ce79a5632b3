import type { BackupEntry } from '../../shared/host/contract.ts';
import type { DataFolder } from '../data-folder.ts';
import type { FreeSpace } from '../free-space.ts';
import type { Log } from '../log.ts';
import { createBackups, type Backups } from './backups.ts';
import { draftFiles } from './draft-files.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** The backups of all workspaces, and what arrives from elsewhere. */
export interface BackupStores {
  /** @param workspaceId a UUID (the contract checks it): it names a folder */
  readonly of: (workspaceId: string) => Backups;
  readonly uploads: Uploads;
  readonly close: () => Promise<void>;
}

export function createBackupStores(options: {
  readonly folder: DataFolder;
  readonly log: Log;
  readonly nowMs: () => number;
  readonly space: FreeSpace;
  readonly onVerified: (workspaceId: string, backups: readonly BackupEntry[]) => Promise<void>;
}): BackupStores {
  const { folder, log, nowMs, space } = options;
  const open = new Map<string, Backups>();

  const of = (workspaceId: string): Backups => {
    const known = open.get(workspaceId);
    if (known !== undefined) return known;
    const backups = createBackups({
      workspaceId,
      folder: folder.workspace(workspaceId).backups,
      nowMs,
      space,
      files: draftFiles,
      onEvent: (code, facts) => log.event(code, { workspaceId, ...facts }),
      onVerified: (all) => options.onVerified(workspaceId, all),
    });
    open.set(workspaceId, backups);
    return backups;
  };
  const uploads = createUploads({ folder: folder.uploads, files: draftFiles, space, backupsOf: of });

  return {
    of,
    uploads,
    close: async () => {
      await uploads.close();
      await Promise.all([...open.values()].map((backups) => backups.close()));
    },
  };
}
