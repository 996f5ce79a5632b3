import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateDirectory, syncDirectory } from '../files.ts';
import { errnoOf } from '../io-error.ts';
import { backupEnding, readBackupFileName, type BackupName } from './backup-names.ts';

/** A backup's file as the folder shows it. */
export interface BackupFile extends BackupName {
  readonly path: string;
  readonly bytes: number;
  /** In the folder for files that are not whole. */
  readonly isAside: boolean;
  /** Changes whenever the file does: what was found out about it holds only as long as this. */
  readonly key: string;
}

const asideFolder = (folder: string): string => join(folder, 'set-aside');

/** All backups of a workspace, newest first, those set aside among them. */
export async function listBackupFiles(folder: string): Promise<BackupFile[]> {
  const files = [...(await filesIn(folder, false)), ...(await filesIn(asideFolder(folder), true))];
  return files.sort((a, b) => b.atMs - a.atMs);
}

export async function findBackupFile(folder: string, id: string): Promise<BackupFile | undefined> {
  const name = readBackupFileName(`${id}${backupEnding}`);
  if (name === undefined) return undefined;
  return (await fileOf(folder, name, false)) ?? (await fileOf(asideFolder(folder), name, true));
}

/** Moves a file that is not whole out of the way, or one that turned out to be whole back. */
export async function moveBackupFile(
  folder: string,
  file: BackupFile,
  to: 'aside' | 'back',
): Promise<BackupFile> {
  const aside = asideFolder(folder);
  await makePrivateDirectory(aside);
  const target = to === 'aside' ? aside : folder;
  await rename(file.path, join(target, `${file.id}${backupEnding}`));
  await syncDirectory(folder);
  await syncDirectory(aside);
  return (await fileOf(target, file, to === 'aside')) ?? file;
}

async function filesIn(folder: string, isAside: boolean): Promise<BackupFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
  const files: BackupFile[] = [];
  for (const entry of names) {
    const name = readBackupFileName(entry);
    const file = name === undefined ? undefined : await fileOf(folder, name, isAside);
    if (file !== undefined) files.push(file);
  }
  return files;
}

async function fileOf(folder: string, name: BackupName, isAside: boolean): Promise<BackupFile | undefined> {
  const path = join(folder, `${name.id}${backupEnding}`);
  try {
    const found = await stat(path);
    if (!found.isFile()) return undefined;
    const key = `${found.size}-${found.mtimeMs}-${found.ctimeMs}`;
    return { id: name.id, reason: name.reason, atMs: name.atMs, path, bytes: found.size, isAside, key };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
