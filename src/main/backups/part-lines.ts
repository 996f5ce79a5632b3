import type { BackupFileLine } from './backup-line.ts';
import { readBackupLine } from './backup-line.ts';
import { readMember, type Member } from './members.ts';

/** The lines of one member that prove themselves. */
export interface PartLines {
  readonly lines: readonly BackupFileLine[];
  /** Lines that do not prove themselves; at least 1 when the member is not whole. */
  readonly damaged: number;
  /** Bytes of its text. */
  readonly expanded: number;
  readonly tooLarge: boolean;
}

const lineBreak = 0x0a;

export async function readPart(path: string, member: Member): Promise<PartLines> {
  const { bytes, whole, tooLarge } = await readMember(path, member);
  const lines: BackupFileLine[] = [];
  let damaged = 0;
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(lineBreak, from);
    const line = at === -1 ? undefined : readBackupLine(bytes.subarray(from, at));
    if (line === undefined) damaged += 1;
    else lines.push(line);
    from = at === -1 ? bytes.length : at + 1;
  }
  return {
    lines,
    damaged: whole ? damaged : Math.max(damaged, 1),
    expanded: bytes.length,
    tooLarge,
  };
}
