import type { EntityChange, EntityKind } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { QuarantinedRow } from './integrity-report.ts';
import { notFound, userWrite, type CommandRoom, type Done } from '../commands/room.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from '../database.ts';
import { recordKindIn, recordTables } from '../record-tables.ts';
import { Refused } from '../store-error.ts';
import { mended, type Mended } from './mend-row.ts';
import type { QuarantineRow } from './quarantine-row.ts';

/** Rows that wait for a person's decision, the latest first. */
export async function quarantinedRows(database: GroundworkDatabase): Promise<QuarantinedRow[]> {
  const rows = await database.quarantine.toArray();
  return rows
    .filter(({ state, table }) => state === 'held' && isKnown(table))
    .sort((a, b) => (a.foundAt < b.foundAt ? 1 : -1))
    .map((row) => {
      const { id, table, foundAt, problems, text } = row;
      return { id, table, foundAt, problems, text, canPutBack: mended(row) !== null };
    });
}

/** Puts rows back into their tables, without the fields that are wrong. */
export function putBackQuarantined(
  room: CommandRoom,
  { ids }: { readonly ids: readonly string[] },
): Promise<Done> {
  return userWrite(room, async () => {
    const rows = await heldRows(room.database, ids);
    const coming = new Set(rows.filter(({ table }) => table === 'accounts').map(({ key }) => String(key)));
    const changes: EntityChange[] = [];
    for (const row of rows) {
      const whole = mended(row);
      if (!whole) throw refused('quarantine.not-whole');
      await refuseUnfit(room.database, row, whole, coming);
      changes.push(decided(row, 'put-back'), ...creation(row, whole));
    }
    return {
      command: 'putBackQuarantined',
      label: label('command.put-back', { count: rows.length }),
      changes,
    };
  });
}

/** Lets rows go; undo brings them back into the quarantine. */
export function dropQuarantined(
  room: CommandRoom,
  { ids }: { readonly ids: readonly string[] },
): Promise<Done> {
  return userWrite(room, async () => {
    const rows = await heldRows(room.database, ids);
    return {
      command: 'dropQuarantined',
      label: label('command.dropped-quarantined', { count: rows.length }),
      changes: rows.map((row) => decided(row, 'dropped')),
    };
  });
}

const isKnown = (table: string): table is QuarantineRow['table'] =>
  recordKindIn(table) !== undefined || table === 'customFields' || table === 'settings';

async function heldRows(database: GroundworkDatabase, ids: readonly string[]): Promise<QuarantineRow[]> {
  const rows = await database.quarantine.bulkGet([...new Set(ids)]);
  const held = rows.filter((row) => row !== undefined).filter(({ state }) => state === 'held');
  if (held.length === 0 || held.length < rows.length) throw notFound();
  return held;
}

/** A restore may have brought the record back meanwhile; a person needs their account. */
async function refuseUnfit(
  database: GroundworkDatabase,
  { table }: QuarantineRow,
  { id, values }: Mended,
  coming: ReadonlySet<string>,
): Promise<void> {
  const present: unknown = await database.table(table).get(id);
  const isThere =
    table === 'customFields' ? present !== undefined : isLive(present as AccountRow | undefined);
  if (isThere) throw refused('quarantine.there-already');
  const accountId = ownerOf(table, values);
  if (accountId === undefined || coming.has(accountId)) return;
  const account = await database.accounts.get(accountId);
  if (!isLive<AccountRow>(account)) throw refused('quarantine.no-account');
}

const refused = (
  id: 'quarantine.not-whole' | 'quarantine.there-already' | 'quarantine.no-account',
): Refused => new Refused({ code: 'invalid', message: label(id) });

const decided = ({ id, state }: QuarantineRow, next: QuarantineRow['state']): EntityChange => ({
  kind: 'quarantined',
  id,
  before: { state },
  after: { state: next },
});

function ownerOf(table: QuarantineRow['table'], values: Mended['values']): string | undefined {
  const kind = recordKindIn(table);
  return kind && recordTables[kind].ownerOf(values);
}

function creation({ table }: QuarantineRow, { id, values }: Mended): EntityChange[] {
  const accountId = ownerOf(table, values);
  // The settings never go this way: they were set right where they stand.
  const kind: EntityKind = recordKindIn(table) ?? 'customField';
  const about = { kind, id, ...(accountId !== undefined && { accountId }) };
  const change = changeBetween(about, null, values);
  return change ? [change] : [];
}
