import type { HostResponse } from '../../shared/host/contract.ts';
import { findMembers, type Member } from './members.ts';
import { readPart } from './part-lines.ts';

type Page = HostResponse<'backup.read'>;

/** Pages through backup files. Each call stands for itself; only where the parts lie is remembered. */
export interface BackupReader {
  /**
   * @param key changes when the file does
   * @param page `part` to begin with; at least one whole part is read, more while they fit
   */
  readonly read: (
    file: { readonly path: string; readonly key: string },
    page: { readonly part: number; readonly maxCharacters: number },
  ) => Promise<Page>;
}

/** A restore reads one file, a rebuild perhaps two. */
const mostRemembered = 4;

export function createBackupReader(): BackupReader {
  const known = new Map<string, readonly Member[]>();
  async function partsOf(path: string, key: string): Promise<readonly Member[]> {
    const name = `${key} ${path}`;
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const parts = await findMembers(path);
    known.set(name, parts);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
    return parts;
  }
  return {
    read: async ({ path, key }, { part, maxCharacters }) => {
      const parts = await partsOf(path, key);
      const lines: string[] = [];
      let characters = 0;
      let damaged = 0;
      let next = part;
      let before = 0;
      for (const member of parts.slice(part)) {
        // Parts are much alike: the one before tells whether another one fits.
        if (next > part && characters + before > maxCharacters) break;
        const read = await readPart(path, member);
        before = read.lines.reduce((sum, line) => sum + line.body.length, 0);
        for (const line of read.lines) lines.push(line.body);
        characters += before;
        damaged += read.damaged;
        next += 1;
      }
      return { lines, next: next < parts.length ? next : null, damaged, of: parts.length };
    },
  };
}
