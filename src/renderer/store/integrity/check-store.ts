import { instantOf, type Clock } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { CommandOutcome } from '../api.ts';
import type { EnteredTable } from '../backup/backup-state.ts';
import type { IntegrityFinding, IntegrityReport } from './integrity-report.ts';
import type { CommandRoom, Done } from '../commands/room.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { recordKindIn, recordKinds, recordsOf, recordTables } from '../record-tables.ts';
import { checkHistory } from './check-history.ts';
import { findSuspects, referenceOf, type Dangling, type Suspects } from './find-suspects.ts';
import { mendKeys } from './mend-keys.ts';
import { miscount, recount } from './recount.ts';
import { canBeKept, setAside } from './set-aside.ts';

/** Of one kind no more are told one by one. */
const mostTold = 100;

export interface CheckJob {
  readonly database: GroundworkDatabase;
  readonly host: HostCalls;
  readonly workspaceId: string;
  readonly clock: Clock;
  /** History and journal too, not only what a person entered. */
  readonly isFull: boolean;
  readonly hasAccount: (id: string) => boolean;
  /** Runs a command of the store's own. */
  readonly command: (work: (room: CommandRoom) => Promise<Done>) => Promise<CommandOutcome>;
  /** Called after every few rows: waits while somebody works. @throws when the check is to end */
  readonly breathe: (rows: number) => Promise<void>;
}

/**
 * Looks whether the store is whole. What can only be one thing is set right, rows that cannot be read go to
 * quarantine, the rest is told. Nothing is deleted.
 */
export async function checkStore(job: CheckJob): Promise<IntegrityReport> {
  const { database, clock, isFull } = job;
  const suspects = await findSuspects(database, job.hasAccount, job.breathe);
  const findings = [
    ...(await settleKeys(database, suspects)),
    ...(await settleBadRows(job, suspects)),
    ...suspects.unreadable.map(({ table, rows }) =>
      finding('bad-row', label('integrity.rows-unreadable', { table: wordsFor(table), count: rows })),
    ),
    ...(await settleCounts(job)),
    ...(await tellDangling(database, suspects)),
  ];
  const history = isFull ? await checkHistory(database, job.breathe) : { changeSets: 0, findings: [] };
  const journal = isFull ? await checkJournal(job) : [];
  return {
    checkedAt: instantOf(clock),
    rows: suspects.rows,
    changeSets: history.changeSets,
    findings: [...findings, ...atMost(history.findings), ...atMost(journal)],
  };
}

/** A table as people call it. */
function wordsFor(table: EnteredTable): string {
  const kind = recordKindIn(table);
  if (kind) return recordTables[kind].words;
  return table === 'customFields' ? 'custom fields' : 'settings';
}

const finding = (kind: IntegrityFinding['kind'], message: Label, accountId?: string): IntegrityFinding => ({
  kind,
  message,
  ...(accountId !== undefined && { accountId }),
});

async function settleKeys(database: GroundworkDatabase, { keys }: Suspects): Promise<IntegrityFinding[]> {
  if (keys.length === 0) return [];
  const mended = await mendKeys(database, keys);
  return recordKinds.flatMap((kind) => {
    const count = mended.get(kind) ?? 0;
    const { words: table } = recordTables[kind];
    return count === 0 ? [] : [finding('repaired', label('integrity.keys-mended', { table, count }))];
  });
}

async function settleBadRows({ command }: CheckJob, { bad }: Suspects): Promise<IntegrityFinding[]> {
  if (bad.length === 0) return [];
  const outcome = await command((room) => setAside(room, bad));
  return atMost(
    bad.map(({ table, row }) => {
      if (row === undefined) return finding('repaired', label('integrity.settings-missing'));
      const names = { table: wordsFor(table), name: nameIn(row) };
      return outcome.ok && canBeKept(row)
        ? finding('bad-row', label('integrity.row-set-aside', names))
        : finding('bad-row', label('integrity.row-left', names));
    }),
  );
}

/** What a person knows a damaged row by. */
function nameIn(row: unknown): string {
  const { id, label: said, values } = (row ?? {}) as Readonly<Record<string, unknown>>;
  const name = (values as { readonly name?: unknown } | null | undefined)?.name ?? said ?? id;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : 'without a name';
}

async function settleCounts({ database, command }: CheckJob): Promise<IntegrityFinding[]> {
  const wrong = await miscount(database);
  if (!wrong) return [];
  const outcome = await command(recount);
  if (!outcome.ok || outcome.n === null) return [];
  const { said, held } = wrong;
  return [
    finding(
      'repaired',
      label('integrity.recounted', {
        accounts: held.accounts,
        accountsSaid: said.accounts,
        prospects: held.prospects,
        prospectsSaid: said.prospects,
        opportunities: held.opportunities,
        opportunitiesSaid: said.opportunities,
      }),
    ),
  ];
}

async function tellDangling(
  database: GroundworkDatabase,
  { dangling }: Suspects,
): Promise<IntegrityFinding[]> {
  const told: IntegrityFinding[] = [];
  for (const suspect of dangling) {
    const name = await danglingName(database, suspect);
    if (name === null) continue;
    told.push(
      suspect.kind === 'account'
        ? finding('dangling', label('integrity.parent-missing', { name }), suspect.id)
        : finding('dangling', label('integrity.account-missing', { name })),
    );
  }
  return atMost(told);
}

/**
 * Who leans on nothing. A parent may have been deleted (SEG-3 then has none); an account takes its people and
 * opportunities along when it goes.
 * @returns `null` when the reference leads somewhere after all
 */
async function danglingName(
  database: GroundworkDatabase,
  { kind, id, to }: Dangling,
): Promise<string | null> {
  const row = await recordsOf(database, kind).get(id);
  const target = await database.accounts.get(to);
  if (row === undefined || referenceOf(kind, row) !== to) return null;
  const leadsOn = kind === 'account' ? target !== undefined : isLive<AccountRow>(target);
  return leadsOn ? null : nameIn(row);
}

/** The host reads its whole journal and compares every checksum. */
async function checkJournal({ host, workspaceId }: CheckJob): Promise<IntegrityFinding[]> {
  const answer = await host.call('journal.verify', { workspaceId });
  if (!answer.ok) {
    return [finding('history', label('integrity.journal-unchecked', { what: answer.error.message }))];
  }
  return answer.value.problems.map(({ file, line, what }) =>
    finding('history', label('integrity.journal-damaged', { file, line, what })),
  );
}

function atMost(findings: readonly IntegrityFinding[]): IntegrityFinding[] {
  const more = findings.length - mostTold;
  const [first] = findings;
  if (more <= 0 || !first) return [...findings];
  return [...findings.slice(0, mostTold), finding(first.kind, label('integrity.more', { count: more }))];
}
