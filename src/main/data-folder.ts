import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { makePrivateDirectory } from './files.ts';

/**
 * Where a person's data lies. The demo never shares a folder with real data, and the two shells are two
 * stores, so each has its own part below the root.
 */
export function dataRoot(choice: { readonly demo: boolean; readonly dataDir?: string }): string {
  if (choice.dataDir !== undefined) return resolve(expandHome(choice.dataDir));
  return envPaths(choice.demo ? 'Groundwork Demo' : 'Groundwork', { suffix: '' }).data;
}

/** The part of the root that one shell writes. */
export const shellFolder = (root: string, shell: 'electron' | 'loopback'): string => join(root, shell);

/** Names of what the host keeps in its folder; `docs/formats` describes journal and backups. */
export interface DataFolder {
  readonly root: string;
  readonly registry: string;
  readonly log: string;
  /** Parent of the workspaces' folders. */
  readonly workspaces: string;
  /** Where files from elsewhere arrive, piece by piece. */
  readonly uploads: string;
  readonly workspace: (id: string) => {
    readonly root: string;
    readonly sentinel: string;
    readonly journal: string;
    readonly backups: string;
  };
}

export function dataFolderAt(root: string): DataFolder {
  return {
    root,
    registry: join(root, 'workspaces.json'),
    log: join(root, 'groundwork.log'),
    workspaces: join(root, 'workspaces'),
    uploads: join(root, 'uploads'),
    workspace: (id) => {
      const folder = join(root, 'workspaces', id);
      return {
        root: folder,
        sentinel: join(folder, 'sentinel.json'),
        journal: join(folder, 'journal'),
        backups: join(folder, 'backups'),
      };
    },
  };
}

/** Makes the folder, readable by its user only. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  await makePrivateDirectory(root);
  return dataFolderAt(root);
}

const expandHome = (path: string): string =>
  path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
