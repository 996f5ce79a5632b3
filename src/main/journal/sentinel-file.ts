import { rename } from 'node:fs/promises';
import { sentinel, type Sentinel } from '../../shared/host/contract.ts';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';

/** What the host remembers of a store, so that an emptied database is never taken for a first run. */
export interface SentinelFile {
  /** `null` when none was written yet. One that cannot be read is set aside as `.damaged`. */
  readonly read: () => Promise<Sentinel | null>;
  /** Atomic and synced: file, rename, directory. */
  readonly write: (next: Sentinel) => Promise<void>;
}

/** @param workspaceId the one it has to speak of; a file that was put here from elsewhere does not */
export function createSentinelFile(path: string, workspaceId: string, onDamaged: () => void): SentinelFile {
  return {
    read: async () => {
      const text = await readTextIfThere(path);
      if (text === undefined) return null;
      const parsed = sentinel.safeParse(parseJson(text));
      if (parsed.success && parsed.data.workspaceId === workspaceId) return parsed.data;
      await rename(path, `${path}.damaged`);
      onDamaged();
      return null;
    },
    write: (next) => writeFileSynced(path, `${JSON.stringify(next)}\n`),
  };
}
