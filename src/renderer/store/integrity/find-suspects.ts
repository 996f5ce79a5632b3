import { tableSlices, type AnyTable } from '../backup/table-slices.ts';
import { isLive, type GroundworkDatabase, type Tombstone } from '../database.ts';
import {
  recordKindIn,
  recordTableNames,
  recordTables,
  type RecordKind,
  type RecordRow,
} from '../record-tables.ts';
import type { EnteredTable } from '../backup/backup-state.ts';
import { checkRow } from './check-row.ts';

const rowsAtATime = 200;

/** The tables that hold what a person entered. */
const enteredTables = ['settings', 'customFields', ...recordTableNames] as const satisfies EnteredTable[];

/** A reference that leads nowhere. */
export interface Dangling {
  readonly kind: RecordKind;
  readonly id: string;
  /** The account that should be there. */
  readonly to: string;
}

/** What a first look found; writers go on meanwhile, so each of it is looked at again before it is told. */
export interface Suspects {
  readonly rows: number;
  /** `row` is absent where the settings are. */
  readonly bad: readonly { readonly table: EnteredTable; readonly row: unknown }[];
  readonly keys: readonly { readonly kind: RecordKind; readonly id: string }[];
  readonly dangling: readonly Dangling[];
  /** Tables with rows that the engine could not give. */
  readonly unreadable: readonly { readonly table: EnteredTable; readonly rows: number }[];
}

/**
 * Looks at every row of the tables that a person filled.
 * @param hasAccount whether there is such a living account
 */
export async function findSuspects(
  database: GroundworkDatabase,
  hasAccount: (id: string) => boolean,
  breathe: (rows: number) => Promise<void>,
): Promise<Suspects> {
  const bad: { table: EnteredTable; row: unknown }[] = [];
  const keys: { kind: RecordKind; id: string }[] = [];
  const dangling: Dangling[] = [];
  const unreadable: { table: EnteredTable; rows: number }[] = [];
  let rows = 0;
  for (const table of enteredTables) {
    const kind = recordKindIn(table);
    let lost = 0;
    for await (const slice of tableSlices(anyTable(database, table), () => rowsAtATime)) {
      lost += slice.unreadable + (slice.brokenOff ? 1 : 0);
      for (const row of slice.rows) {
        const verdict = checkRow(table, row);
        if (verdict.kind === 'bad') bad.push({ table, row });
        else if (kind) {
          if (verdict.kind === 'keys') keys.push({ kind, id: verdict.row.id });
          const to = referenceOf(kind, row);
          if (to !== undefined && !hasAccount(to)) dangling.push({ kind, id: (row as RecordRow).id, to });
        }
      }
      rows += slice.rows.length;
      await breathe(slice.rows.length);
    }
    if (lost > 0) unreadable.push({ table, rows: lost });
  }
  if ((await database.settings.count()) === 0) bad.push({ table: 'settings', row: undefined });
  return { rows, bad, keys, dangling, unreadable };
}

const anyTable = (database: GroundworkDatabase, name: EnteredTable): AnyTable =>
  database.table<unknown>(name);

/** The account that a living row leans on. */
export const referenceOf = (kind: RecordKind, row: unknown): string | undefined =>
  isLive<RecordRow>(row as RecordRow | Tombstone)
    ? recordTables[kind].leansOn((row as RecordRow).values)
    : undefined;
