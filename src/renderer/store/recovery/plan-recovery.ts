import type { Instant } from '../../../shared/clock.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { MissingChanges, RecoveryPlan } from './store-recovery.ts';
import { hostTrouble } from '../backup/host-trouble.ts';
import { JournalSums } from '../opening/common-change.ts';
import { expectationOf } from '../opening/expectation.ts';
import { recordedAfter } from '../replay/recorded.ts';
import { Refused } from '../store-error.ts';
import { holesIn } from './holes.ts';
import type { RecoveryJob } from './recovery-job.ts';
import { sourceOf, sourcesOf, type Source } from './sources.ts';

/**
 * Works out what a rebuild would bring back. Changes nothing.
 * @throws Refused when the host does not answer
 */
export async function planRecovery(job: RecoveryJob): Promise<RecoveryPlan> {
  const { request, found, host } = job;
  const { remembered: sentinel } = request;
  const expectation = expectationOf(request);
  const { accounts, through } = expectation;
  const backups = await listBackups(job);
  const [source = journalOnly] = await sources(job, backups);
  const base = throughOf(source);
  const journal = new Map<number, Instant>();
  for await (const recorded of recordedAfter(host, request.workspaceId, base)) {
    if (recorded.kind === 'pack') continue;
    const changeSets = recorded.kind === 'few' ? recorded.changeSets : [recorded.changeSet];
    for (const { n, at } of changeSets) journal.set(n, at);
  }
  const present = [...journal.keys()].toSorted((a, b) => a - b);
  const last = present.at(-1);
  return {
    expected: { accounts, through },
    found,
    base: source.kind === 'damaged' ? 'backup' : source.kind,
    backup: 'entry' in source ? source.entry : null,
    passedOver: 'entry' in source || source.kind === 'journal' ? newerDamaged(backups, source) : [],
    through: last ?? base,
    fromJournal: present.length,
    missing: holesIn(present, base, through).map(({ from, to }): MissingChanges => ({
      from,
      to,
      since: journal.get(from - 1) ?? (from - 1 === base ? madeBefore(source) : null),
      until: journal.get(to + 1) ?? (to === sentinel?.through ? (sentinel.writtenAt as Instant) : null),
    })),
    lastChangeAt: last === undefined ? madeBefore(source) : (journal.get(last) ?? null),
  };
}

const journalOnly: Source = { kind: 'journal' };

/** @throws Refused when the host does not answer */
export async function listBackups({ host, request }: RecoveryJob): Promise<readonly BackupEntry[]> {
  const answer = await host.call('backup.list', { workspaceId: request.workspaceId });
  if (!answer.ok) throw new Refused(hostTrouble(answer.error));
  return answer.value.backups;
}

/** What a rebuild may start from, what a person chose first, then the best. */
export async function sources(
  { request, found, host, from }: RecoveryJob,
  backups: readonly BackupEntry[],
): Promise<readonly Source[]> {
  const sums = new JournalSums(host, request.workspaceId);
  const isJournalWhole = (await sums.of(1)) !== null;
  const all = sourcesOf({ backups, expectation: expectationOf(request), found, isJournalWhole });
  const chosen = backups.filter(({ id }) => id === from).map(sourceOf);
  return [...chosen, ...all.filter((source) => !('entry' in source) || source.entry.id !== from)];
}

/** Number of the last change set that is in a source. */
const throughOf = (source: Source): number => (source.kind === 'journal' ? 0 : source.through);

/** No change in the source is younger. */
const madeBefore = (source: Source): Instant | null =>
  'entry' in source ? ((source.entry.end?.finishedAt ?? source.entry.at) as Instant) : null;

const newerDamaged = (backups: readonly BackupEntry[], source: Source): readonly BackupEntry[] =>
  backups.filter(
    ({ id, state, at }) =>
      state === 'damaged' && !('entry' in source && (source.entry.id === id || at < source.entry.at)),
  );
