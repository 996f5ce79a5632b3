import { z } from 'zod';
import { backupCounts, backupEnd, backupManifest } from '../../shared/backup/format.ts';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';
import type { BackupFile } from './backup-folder.ts';
import type { Verdict } from './verify-backup.ts';

const verdict = z.object({
  state: z.enum(['verified', 'damaged', 'newer']),
  manifest: backupManifest.nullable(),
  end: backupEnd.nullable(),
  readable: backupCounts,
  problem: z.string().optional(),
  newerOf: z.uuid().optional(),
});
const verdictsFile = z.object({
  format: z.literal(1),
  files: z.record(z.string(), z.object({ key: z.string(), at: z.number(), verdict })),
});
type Known = z.infer<typeof verdictsFile>['files'];

/**
 * What reading the backups back found, so that a start need not read them all again. It holds for a file
 * only while size and times are the same, and for a month: disks rot without changing either.
 */
export interface Verdicts {
  readonly of: (file: BackupFile) => Promise<Verdict | undefined>;
  readonly keep: (file: BackupFile, verdict: Verdict) => Promise<void>;
  /** Forgets files that are gone. */
  readonly keepOnly: (files: readonly BackupFile[]) => Promise<void>;
}

const holdsForMs = 30 * 24 * 60 * 60_000;

/** @param nowMs the machine's own clock: a clock fixed by a test must not keep a verdict alive */
export function createVerdicts(path: string, nowMs: () => number = Date.now): Verdicts {
  let known: Known | undefined;
  const loaded = async (): Promise<Known> => {
    // One that cannot be read only means that the backups are read again.
    known ??= verdictsFile.safeParse(parseJson((await readTextIfThere(path)) ?? '')).data?.files ?? {};
    return known;
  };
  const save = async (next: Known): Promise<void> => {
    known = next;
    await writeFileSynced(path, `${JSON.stringify({ format: 1, files: next })}\n`);
  };
  return {
    of: async (file) => {
      const found = (await loaded())[file.id];
      const age = nowMs() - (found?.at ?? 0);
      return found?.key === file.key && age >= 0 && age < holdsForMs
        ? withoutUndefined(found.verdict)
        : undefined;
    },
    keep: async (file, next) => {
      await save({ ...(await loaded()), [file.id]: { key: file.key, at: nowMs(), verdict: next } });
    },
    keepOnly: async (files) => {
      const ids = new Set(files.map(({ id }) => id));
      const all = Object.entries(await loaded());
      const left = all.filter(([id]) => ids.has(id));
      if (left.length < all.length) await save(Object.fromEntries(left));
    },
  };
}

const withoutUndefined = ({ problem, newerOf, ...rest }: z.infer<typeof verdict>): Verdict => ({
  ...rest,
  ...(problem === undefined ? {} : { problem }),
  ...(newerOf === undefined ? {} : { newerOf }),
});
