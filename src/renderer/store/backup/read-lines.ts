import { backupLine, type BackupLine } from '../../../shared/backup/format.ts';
import { upcastLines } from '../../../shared/backup/upcast.ts';
import type { HostRequest, HostResponse } from '../../../shared/host/contract.ts';
import type { HostCalls } from '../host-relay.ts';
import { Refused } from '../store-error.ts';
import { schemaVersion } from '../versions/index.ts';
import { hostTrouble } from './host-trouble.ts';

/** One answer of the host. */
const pageCharacters = 2_000_000;

export interface BackupPage {
  /** As this version would have written them. */
  readonly lines: readonly BackupLine[];
  /** Lines of this stretch that do not prove themselves or are no lines. */
  readonly damaged: number;
  /** Parts read, of all. */
  readonly done: number;
  readonly of: number;
}

/**
 * The lines of a backup, page by page. A later line about the same thing replaces an earlier one.
 *
 * @param schema version of the store that was backed up
 * @throws Refused when the host does not answer
 */
export async function* backupPages(
  host: HostCalls,
  { workspaceId, backupId, schema }: { workspaceId: string; backupId: string; schema: number },
): AsyncGenerator<BackupPage> {
  let part: number | null = 0;
  while (part !== null) {
    const answer = await readPart(host, { workspaceId, backupId, part, maxCharacters: pageCharacters });
    const { lines, damaged, next, of } = answer;
    const read = lines.map(parsedLine).filter((line) => line !== null);
    part = next;
    yield {
      lines: read.flatMap((line) => upcastLines(line, schema, schemaVersion)),
      damaged: damaged + lines.length - read.length,
      done: next ?? of,
      of,
    };
  }
}

async function readPart(
  host: HostCalls,
  request: HostRequest<'backup.read'>,
): Promise<HostResponse<'backup.read'>> {
  const answer = await host.call('backup.read', request);
  if (!answer.ok) throw new Refused(hostTrouble(answer.error));
  return answer.value;
}

function parsedLine(text: string): BackupLine | null {
  try {
    const parsed = backupLine.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
