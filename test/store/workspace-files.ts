import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sentinel } from '../../src/shared/host/contract.ts';

/** What the host keeps of the one workspace of a test, by the names of docs/formats. */
export async function workspaceDir(folder: string): Promise<string> {
  const workspaces = path.join(folder, 'data', 'workspaces');
  const [id = ''] = await readdir(workspaces);
  return path.join(workspaces, id);
}

export const journalDir = async (folder: string): Promise<string> =>
  path.join(await workspaceDir(folder), 'journal');

/** Paths of the journal's files, oldest first. */
export async function journalFiles(folder: string): Promise<string[]> {
  const dir = await journalDir(folder);
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => path.join(dir, name));
}

export async function journalText(folder: string): Promise<string> {
  const texts = await Promise.all((await journalFiles(folder)).map((file) => readFile(file, 'utf8')));
  return texts.join('');
}

/** Changes the lines of every journal file. */
export async function editJournal(
  folder: string,
  edit: (lines: readonly string[]) => readonly string[],
): Promise<void> {
  for (const file of await journalFiles(folder)) {
    const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
    await writeFile(
      file,
      edit(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
}

/** The number that a journal line is about; `undefined` for a header. */
export const numberOf = (line: string): number | undefined => {
  const n = /^\{"sha256":"[0-9a-f]{64}","n":(\d+)/.exec(line)?.[1];
  return n === undefined ? undefined : Number(n);
};

/** Numbers of the change sets in the journal, in its order. */
export async function journalNumbers(folder: string): Promise<number[]> {
  const lines = (await journalText(folder)).split('\n');
  return lines.flatMap((line) => numberOf(line) ?? []);
}

export const deleteJournal = async (folder: string): Promise<void> =>
  rm(await journalDir(folder), { recursive: true });

export const sentinelFile = async (folder: string): Promise<string> =>
  path.join(await workspaceDir(folder), 'sentinel.json');

export async function readSentinel(folder: string): Promise<Sentinel> {
  return JSON.parse(await readFile(await sentinelFile(folder), 'utf8')) as Sentinel;
}

export async function editSentinel(folder: string, change: Partial<Sentinel>): Promise<void> {
  const sentinel = { ...(await readSentinel(folder)), ...change };
  await writeFile(await sentinelFile(folder), JSON.stringify(sentinel));
}

export const deleteBackups = async (folder: string): Promise<void> =>
  rm(path.join(await workspaceDir(folder), 'backups'), { recursive: true, force: true });

/** Paths of the backups that count, oldest first. */
export async function backupFiles(folder: string): Promise<string[]> {
  const dir = path.join(await workspaceDir(folder), 'backups');
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((name) => name.endsWith('.groundwork-backup'))
    .sort()
    .map((name) => path.join(dir, name));
}
