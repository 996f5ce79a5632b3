import { stat } from 'node:fs/promises';
import { z } from 'zod';
import {
  backupFormat,
  backupLine,
  backupManifest,
  type BackupCounts,
  type BackupEnd,
  type BackupLine,
  type BackupManifest,
} from '../../shared/backup/format.ts';
import { BackupTally } from '../../shared/backup/tally.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { parseJson } from '../files.ts';
import { findMembers, type Member } from './members.ts';
import { readPart } from './part-lines.ts';

/** What reading a backup file from its first byte to its last found. */
export interface Verdict {
  readonly state: 'verified' | 'damaged' | 'newer';
  readonly manifest: BackupManifest | null;
  readonly end: BackupEnd | null;
  readonly readable: BackupCounts;
  readonly problem?: string;
  /** Of a newer file: the workspace it says it belongs to. */
  readonly newerOf?: string;
}

/** Text that a backup may expand to, bytes. A store of 100,000 accounts with its history has some hundred MB. */
const mostExpandedBytes = 4_000_000_000;

/**
 * Reads a backup back: every checksum, the line numbers without a gap, every line against the format, the
 * first and the last one, and the counts of the last against what the file holds.
 * @param workspaceId whose backup it has to be; any when absent
 * @returns undefined when it was cancelled
 * @throws Error when the file cannot be read at all (a disk's error is no damage)
 */
export async function verifyBackup(
  path: string,
  context: CallContext,
  options: { readonly workspaceId?: string; readonly mostBytes?: number } = {},
): Promise<Verdict | undefined> {
  const { size } = await stat(path);
  const parts = await findMembers(path);
  const tally = createTally();
  let expanded = 0;
  context.onProgress({ done: 0, of: size });
  for (const part of parts) {
    if (context.signal.aborted) return undefined;
    const read = await readPart(path, part);
    expanded += read.expanded;
    if (read.tooLarge || expanded > (options.mostBytes ?? mostExpandedBytes)) {
      tally.refuse('The file expands to more than a backup may hold. It was not made by Groundwork.');
      break;
    }
    if (read.damaged > 0) tally.note(`${told(part, parts)} is damaged.`);
    for (const line of read.lines) tally.take(line.number, parseJson(line.body));
    if (tally.isNewer()) break;
    context.onProgress({ done: part.end, of: size });
  }
  context.onProgress({ done: size, of: size });
  return tally.verdict(options.workspaceId);
}

const told = (part: Member, parts: readonly Member[]): string =>
  `Part ${parts.indexOf(part) + 1} of ${parts.length}`;

const versionOnly = z.object({
  kind: z.literal('manifest'),
  format: z.int(),
  workspaceId: z.uuid().optional().catch(undefined),
});

/** Takes a file's lines one by one and keeps what the verdict needs: ids, not records. */
function createTally() {
  let manifest: BackupManifest | null = null;
  let end: BackupEnd | null = null;
  let problem: string | undefined;
  let refused: string | undefined;
  let newer: z.infer<typeof versionOnly> | undefined;
  let expected = 1;
  let lastKind: BackupLine['kind'] | undefined;
  const held = new BackupTally();

  const note = (what: string): void => {
    problem ??= what;
  };

  function takeLine(number: number, line: BackupLine): void {
    lastKind = line.kind;
    held.take(line);
    if (line.kind === 'end') end = line;
    if (line.kind !== 'manifest') return;
    if (number === 1) manifest = line;
    else note(`Line ${number} is a second manifest.`);
  }

  function missing(found: BackupCounts): string | undefined {
    if (end === null || lastKind !== 'end') return 'The file is cut off: its last line is missing.';
    const { counts, live } = end;
    for (const kind of Object.keys(counts) as (keyof BackupCounts)[]) {
      if (counts[kind] !== found[kind]) {
        return `The file should hold ${counts[kind]} ${inWords[kind]} and holds ${found[kind]}.`;
      }
    }
    const living = held.live;
    return live.accounts === living.accounts &&
      live.prospects === living.prospects &&
      live.opportunities === living.opportunities
      ? undefined
      : 'The number of living accounts, prospects or opportunities is not the one that the last line tells.';
  }

  return {
    note,
    /** As `note`, for a file that is not read on: nothing else about it matters. */
    refuse: (what: string): void => {
      refused = what;
    },
    isNewer: (): boolean => newer !== undefined,
    take: (number: number, value: unknown): void => {
      if (number !== expected) note(`Line ${expected} is missing.`);
      expected = number + 1;
      if (end !== null) note(`Line ${number} stands behind the last one.`);
      const line = backupLine.safeParse(value);
      if (line.success) {
        takeLine(number, line.data);
        return;
      }
      const version = versionOnly.safeParse(value);
      if (number === 1 && version.success && version.data.format > backupFormat) newer = version.data;
      note(`Line ${number} is of no kind this version knows.`);
    },
    verdict: (workspaceId: string | undefined): Verdict => {
      const found = held.counts;
      if (newer !== undefined) {
        return {
          state: 'newer',
          manifest: null,
          end: null,
          readable: found,
          problem: `A newer Groundwork wrote this file (format ${newer.format}). Update Groundwork to open it.`,
          ...(newer.workspaceId === undefined ? {} : { newerOf: newer.workspaceId }),
        };
      }
      const known = backupManifest.safeParse(manifest);
      const wrong =
        refused ??
        (expected === 1 ? 'This is no backup of Groundwork: it holds none of its lines.' : undefined) ??
        (known.success ? undefined : 'The first line, which tells what the file is, is damaged.') ??
        problem ??
        (known.success && workspaceId !== undefined && known.data.workspaceId !== workspaceId
          ? 'The file belongs to another workspace.'
          : undefined) ??
        missing(found);
      return {
        state: wrong === undefined ? 'verified' : 'damaged',
        manifest,
        end: wrong === undefined || lastKind === 'end' ? end : null,
        readable: found,
        ...(wrong === undefined ? {} : { problem: wrong }),
      };
    },
  };
}

const inWords: Readonly<Record<keyof BackupCounts, string>> = {
  accounts: 'accounts',
  prospects: 'prospects',
  opportunities: 'opportunities',
  documents: 'documents',
  customFields: 'custom fields',
  changeSets: 'change sets',
  changePacks: 'parts of large change sets',
  quarantined: 'rows in quarantine',
};
