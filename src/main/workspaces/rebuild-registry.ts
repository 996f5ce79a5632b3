import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { listBackupFiles } from '../backups/backup-folder.ts';
import { isOwn } from '../backups/newest-backup.ts';
import type { DataFolder } from '../data-folder.ts';
import { errnoOf } from '../io-error.ts';
import { listJournalFiles } from '../journal/journal-files.ts';
import { parseJson } from '../files.ts';
import { namelessWorkspace, type RegisteredWorkspace, type WorkspaceList } from './registry.ts';

/** What a workspace's folder shows without being opened. */
interface Traces {
  readonly id: string;
  readonly createdAt: string;
  /** When something in it was last written, milliseconds since the epoch. */
  readonly lastUsedMs: number;
  /** False where only files from elsewhere lie, that nobody has adopted yet. */
  readonly wasUsedHere: boolean;
}

/**
 * The list of workspaces, put together from what the data folder holds.
 * @param damaged text of the list that cannot be read; undefined when the file is gone
 * @param nameOf the name that a workspace's newest backup tells
 * @returns `null` when there is nothing to put together: then this is a first run, unless a list was there
 */
export async function rebuildRegistry(
  folder: DataFolder,
  damaged: string | undefined,
  nameOf: (workspaceId: string) => Promise<string | undefined>,
): Promise<WorkspaceList | null> {
  const salvaged = salvage(damaged ?? '');
  const found = await tracesIn(folder);
  // Files that were brought here and never adopted do not make a lost list out of none.
  if (damaged === undefined && !found.some(({ wasUsedHere }) => wasUsedHere)) return null;
  const workspaces: RegisteredWorkspace[] = [];
  for (const { id, createdAt } of found) {
    const told = salvaged.names.get(id) ?? (await nameOf(id)) ?? '';
    const name = told === '' ? namelessWorkspace : told;
    workspaces.push({ id, name, createdAt });
  }
  // Without a folder, but the browser may still hold its store.
  for (const [id, name] of salvaged.names) {
    if (found.some((traces) => traces.id === id)) continue;
    workspaces.push({ id, name, createdAt: new Date(0).toISOString() });
  }
  if (workspaces.length === 0) return null;
  const lastUsed = found
    .filter(({ wasUsedHere }) => wasUsedHere)
    .toSorted((a, b) => b.lastUsedMs - a.lastUsedMs)[0];
  const isThere = workspaces.some(({ id }) => id === salvaged.active);
  return { active: isThere ? (salvaged.active ?? null) : (lastUsed?.id ?? null), workspaces };
}

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const active = new RegExp(`"active":\\s*"(${uuid})"`);
const idAndName = new RegExp(`"id":\\s*"(${uuid})",\\s*"name":\\s*("(?:[^"\\\\]|\\\\.)*")`, 'g');
const workspaceName = z.string().min(1).max(120);

/** What is still legible in a damaged list. */
function salvage(text: string): { names: ReadonlyMap<string, string>; active: string | undefined } {
  const names = new Map<string, string>();
  for (const [, id = '', quoted = ''] of text.matchAll(idAndName)) {
    const name = workspaceName.safeParse(parseJson(quoted));
    if (z.uuid().safeParse(id).success && name.success) names.set(id, name.data);
  }
  return { names, active: active.exec(text)?.[1] };
}

async function tracesIn(folder: DataFolder): Promise<Traces[]> {
  const all: Traces[] = [];
  for (const id of await readdir(folder.workspaces).catch(noneWhenAbsent)) {
    const traces = z.uuid().safeParse(id).success ? await tracesOf(folder, id) : undefined;
    if (traces !== undefined) all.push(traces);
  }
  return all.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

async function tracesOf(folder: DataFolder, id: string): Promise<Traces | undefined> {
  const paths = folder.workspace(id);
  const sentinels = (await readdir(paths.root).catch(noneWhenAbsent)).filter((name) =>
    name.startsWith('sentinel.json'),
  );
  const journal = await listJournalFiles(paths.journal);
  const backups = await listBackupFiles(paths.backups);
  if (sentinels.length + journal.length + backups.length === 0) return undefined;
  const written = await Promise.all(
    [
      ...sentinels.map((name) => join(paths.root, name)),
      ...journal.map(({ name }) => join(paths.journal, name)),
    ].map(async (path) => (await stat(path)).mtimeMs),
  );
  return {
    id,
    createdAt: (await stat(paths.root)).birthtime.toISOString(),
    lastUsedMs: Math.max(...written, ...backups.map(({ atMs }) => atMs)),
    wasUsedHere: sentinels.length + journal.length > 0 || backups.some(isOwn),
  };
}

const noneWhenAbsent = (error: unknown): string[] => {
  if (errnoOf(error) === 'ENOENT') return [];
  throw error;
};
