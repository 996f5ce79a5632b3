import { label } from '../../../shared/rule-book/messages.ts';
import type { IntegrityFinding } from './integrity-report.ts';
import { tableSlices } from '../backup/table-slices.ts';
import type { ChangePackRow, ChangeSetRow, GroundworkDatabase } from '../database.ts';
import { readMeta } from '../reading.ts';

const changeSetsAtATime = 50;

export interface CheckedHistory {
  readonly changeSets: number;
  readonly findings: readonly IntegrityFinding[];
}

/** Whether the history is there: every number once, every part of the large ones, what undo would take. */
export async function checkHistory(
  database: GroundworkDatabase,
  breathe: (done: number) => Promise<void>,
): Promise<CheckedHistory> {
  const { through, undoTop, redoTop } = await readMeta(database);
  const findings: IntegrityFinding[] = [];
  let changeSets = 0;
  let expected = 1;
  const missing = (from: number, to: number): void => {
    findings.push(finding(label('integrity.history-missing', { from, to })));
  };
  const table = database.table<unknown>('changeSets');
  for await (const slice of tableSlices(table, () => changeSetsAtATime, through + 1)) {
    if (slice.unreadable > 0 || slice.brokenOff) {
      findings.push(finding(label('integrity.history-unreadable', { after: expected - 1 })));
    }
    for (const row of slice.rows) {
      const changeSet = row as ChangeSetRow;
      if (changeSet.n > expected) missing(expected, changeSet.n - 1);
      expected = changeSet.n + 1;
      changeSets += 1;
      const problem = await problemIn(database, changeSet);
      if (problem) findings.push(finding(label(problem, { n: changeSet.n })));
    }
    await breathe(slice.rows.length);
  }
  if (expected <= through) missing(expected, through);
  for (const top of [undoTop, redoTop]) {
    if (top !== undefined && !(await database.changeSets.get(top))) {
      findings.push(finding(label('integrity.undo-missing', { n: top })));
    }
  }
  return { changeSets, findings };
}

const finding = (message: IntegrityFinding['message']): IntegrityFinding => ({ kind: 'history', message });

async function problemIn(
  database: GroundworkDatabase,
  changeSet: ChangeSetRow,
): Promise<'integrity.change-set-damaged' | 'integrity.pack-missing' | null> {
  const { n, changes, packs } = changeSet;
  if (!hasLabel(changeSet) || (packs === undefined && !areChanges(changes)))
    return 'integrity.change-set-damaged';
  for (let pack = 0; pack < (packs ?? 0); pack += 1) {
    const row = await database.changePacks.get([n, pack]).catch(() => undefined);
    if (!isPack(row)) return 'integrity.pack-missing';
  }
  return null;
}

/** What a damaged store may hold instead of a change set. */
function hasLabel(changeSet: object): boolean {
  const { at, label: said } = changeSet as Readonly<Record<string, unknown>>;
  return (
    typeof at === 'string' &&
    typeof said === 'object' &&
    said !== null &&
    typeof (said as { id?: unknown }).id === 'string'
  );
}

const isPack = (row: ChangePackRow | undefined): boolean => row !== undefined && areChanges(row.changes);

/** What a damaged store may hold instead of changes. */
const areChanges = (changes: unknown): boolean =>
  Array.isArray(changes) &&
  changes.every((change: unknown) => {
    if (typeof change !== 'object' || change === null) return false;
    const { kind, id, before, after } = change as Readonly<Record<string, unknown>>;
    return (
      typeof kind === 'string' &&
      typeof id === 'string' &&
      typeof before === 'object' &&
      typeof after === 'object'
    );
  });
