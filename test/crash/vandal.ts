import { cp, readdir, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';

/**
 * A vandal who knows only what docs/formats says and where a Chromium profile keeps IndexedDB: no code of
 * Groundwork. It damages one thing at a time.
 */
export const targets = ['IndexedDB', 'newest backup', 'journal tail', 'sentinel'] as const;
export type Target = (typeof targets)[number];

/** Swap puts an older copy of the same thing in its place. */
export const deeds = ['deletes', 'truncates', 'swaps'] as const;
export type Deed = (typeof deeds)[number];

/** @param olderFolder a copy of the whole folder from an earlier moment */
export async function vandalise(
  folder: string,
  olderFolder: string,
  target: Target,
  deed: Deed,
): Promise<void> {
  const at = await placeOf(folder, target);
  switch (deed) {
    case 'deletes':
      await rm(at, { recursive: true });
      return;
    case 'truncates':
      for (const file of await filesIn(at)) await truncate(file, Math.floor((await stat(file)).size / 2));
      return;
    case 'swaps': {
      const older = await placeOf(olderFolder, target);
      await rm(at, { recursive: true });
      await cp(older, at, { recursive: true });
    }
  }
}

async function placeOf(folder: string, target: Target): Promise<string> {
  if (target === 'IndexedDB') return path.join(folder, 'profile', 'Default', 'IndexedDB');
  const workspaces = path.join(folder, 'data', 'workspaces');
  const [id = ''] = await readdir(workspaces);
  const workspace = path.join(workspaces, id);
  switch (target) {
    case 'sentinel':
      return path.join(workspace, 'sentinel.json');
    case 'journal tail':
      return lastOf(path.join(workspace, 'journal'), /^journal-.*\.ndjson$/);
    case 'newest backup':
      return lastOf(path.join(workspace, 'backups'), /\.groundwork-backup$/);
  }
}

/** Names of journal files and of backups sort by age. */
async function lastOf(folder: string, pattern: RegExp): Promise<string> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  const last = names.at(-1);
  if (last === undefined) throw new Error(`Nothing to vandalise in ${folder}.`);
  return path.join(folder, last);
}

async function filesIn(at: string): Promise<string[]> {
  if (!(await stat(at)).isDirectory()) return [at];
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
