import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalLine, Sentinel } from '../../../src/shared/host/contract.ts';
import type { CallContext } from '../../../src/shared/host/handlers.ts';
import { createJournal, type Journal, type JournalOptions } from '../../../src/main/journal/journal.ts';
import type { AppendRequest } from '../../../src/main/journal/plan-append.ts';
import { createSentinelFile } from '../../../src/main/journal/sentinel-file.ts';
import { storeId, workspaceId } from '../../shells/journal-samples.ts';

/** A journal in a folder of its own, that can be closed, damaged and opened again. */
export interface JournalFolder {
  readonly folder: string;
  readonly sentinelPath: string;
  readonly open: (options?: Partial<JournalOptions>) => Journal;
  /** Names in the journal folder, sorted. */
  readonly names: () => Promise<string[]>;
  readonly read: (name: string) => Promise<string>;
  readonly sentinel: () => Promise<Sentinel>;
  readonly found: { setAside: number; badLines: number }[];
  readonly remove: () => Promise<void>;
}

export async function journalFolder(): Promise<JournalFolder> {
  const root = await mkdtemp(join(tmpdir(), 'groundwork-journal-'));
  const folder = join(root, 'journal');
  const sentinelPath = join(root, 'sentinel.json');
  const found: { setAside: number; badLines: number }[] = [];
  return {
    folder,
    sentinelPath,
    found,
    open: (options) =>
      createJournal({
        workspaceId,
        folder,
        sentinelFile: createSentinelFile(sentinelPath, workspaceId, () => undefined),
        onFound: (what) => void found.push(what),
        ...options,
      }),
    names: async () => (await readdir(folder)).sort(),
    read: (name) => readFile(join(folder, name), 'utf8'),
    sentinel: async () => JSON.parse(await readFile(sentinelPath, 'utf8')) as Sentinel,
    remove: () => rm(root, { recursive: true }),
  };
}

export const quiet: CallContext = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/** An append to the store that the samples speak of. */
export const request = (lines: JournalLine[], more: Partial<AppendRequest> = {}): AppendRequest => ({
  workspaceId,
  storeId,
  generation: 1,
  lines,
  ...more,
});
