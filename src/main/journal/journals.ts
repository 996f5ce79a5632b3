import type { DataFolder } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { createJournal, type Journal } from './journal.ts';
import { createSentinelFile } from './sentinel-file.ts';

/** The journals of all workspaces; each is opened when first asked for. */
export interface Journals {
  /** @param workspaceId a UUID (the contract checks it): it names a folder */
  readonly of: (workspaceId: string) => Journal;
  readonly close: () => Promise<void>;
}

/** @param covered number of the last change set that whole backups of a workspace's store hold */
export function createJournals(
  folder: DataFolder,
  log: Log,
  covered: (workspaceId: string, store: { storeId: string; generation: number }) => Promise<number>,
): Journals {
  const open = new Map<string, Journal>();
  return {
    of: (workspaceId) => {
      const known = open.get(workspaceId);
      if (known !== undefined) return known;
      const paths = folder.workspace(workspaceId);
      const journal = createJournal({
        workspaceId,
        folder: paths.journal,
        sentinelFile: createSentinelFile(paths.sentinel, workspaceId, () => {
          log.event('sentinel.damaged', { workspaceId });
        }),
        covered: (store) => covered(workspaceId, store),
        onFound: ({ setAside, badLines }) => {
          log.event('journal.opened', { workspaceId, setAside, badLines });
        },
      });
      open.set(workspaceId, journal);
      return journal;
    },
    close: async () => {
      await Promise.all([...open.values()].map((journal) => journal.close()));
    },
  };
}
