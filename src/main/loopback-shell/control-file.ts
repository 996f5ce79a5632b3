import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';

const controlFile = z.object({
  format: z.literal(1),
  pid: z.int().positive(),
  port: z.int().min(1).max(65_535),
  /** Known to this file's user only; never sent before the other side has proved that it knows it too. */
  secret: z.string().min(40),
});
export type ControlFile = z.infer<typeof controlFile>;

const pathIn = (dataDir: string): string => join(dataDir, 'control.json');

/** What a running host left for a second start; a stale one is harmless: nobody proves it. */
export async function readControlFile(dataDir: string): Promise<ControlFile | undefined> {
  const parsed = controlFile.safeParse(parseJson((await readTextIfThere(pathIn(dataDir))) ?? ''));
  return parsed.success ? parsed.data : undefined;
}

export const writeControlFile = (dataDir: string, file: ControlFile): Promise<void> =>
  writeFileSynced(pathIn(dataDir), `${JSON.stringify(file)}\n`);

export const removeControlFile = (dataDir: string): Promise<void> => rm(pathIn(dataDir), { force: true });
