import type { EntityChange, EntityKind } from '../../shared/history/change-set.ts';
import { applyUpdate, unflattenFields } from '../../shared/history/diff.ts';
import { soundSettings } from '../../shared/workspace/sound-settings.ts';
import { applyQuarantine } from './integrity/apply-quarantine.ts';
import { isLive, type GroundworkDatabase, type Tombstone } from './database.ts';
import {
  isRecordKind,
  recordKinds,
  recordsOf,
  recordTables,
  type RecordKind,
  type RecordRow,
} from './record-tables.ts';
import { upcastChanges } from './upcast-changes.ts';

/** Rows put with one call; between two slices progress is told and a cancel is heard. */
const slice = 1000;

export interface Pace {
  readonly onProgress?: (done: number, of: number) => void;
  /** Throws when the user cancelled; the transaction is then taken back whole. */
  readonly check?: () => void;
}

/** A change is about a record that is not there: it was made in another store, or after something that is lost. */
export class RecordMissing extends Error {
  constructor(what: string) {
    super(`No ${what} to change.`);
    this.name = 'RecordMissing';
  }
}

const order = ['quarantined', 'settings', 'customField', ...recordKinds] as const satisfies EntityKind[];

/**
 * Writes changes into the tables, those of older schema versions too. Runs inside the caller's transaction;
 * history and numbers are the caller's (write.ts), so nothing else may call this.
 */
export async function applyChanges(
  database: GroundworkDatabase,
  n: number,
  recorded: readonly EntityChange[],
  pace: Pace = {},
): Promise<void> {
  const changes = await upcastChanges(database, recorded);
  let done = 0;
  for (const kind of order) {
    const ofKind = byKind(changes, kind);
    for (let start = 0; start < ofKind.length; start += slice) {
      pace.check?.();
      const part = ofKind.slice(start, start + slice);
      if (isRecordKind(kind)) await applyToRecords(database, n, kind, part);
      else await appliers[kind](database, part);
      done += part.length;
      pace.onProgress?.(done, changes.length);
    }
  }
}

const byKind = (changes: readonly EntityChange[], kind: EntityKind): readonly EntityChange[] =>
  changes.every((change) => change.kind === kind)
    ? changes
    : changes.filter((change) => change.kind === kind);

async function applyToRecords(
  database: GroundworkDatabase,
  n: number,
  kind: RecordKind,
  changes: readonly EntityChange[],
): Promise<void> {
  const table = recordsOf(database, kind);
  const { row: rowOf } = recordTables[kind];
  const present = await presentRows(changes, (ids) => table.bulkGet(ids));
  const rows = changes.map((change): RecordRow | Tombstone => {
    if (change.after === null) return { id: change.id, deleted: n };
    if (change.before === null) return rowOf(change.id, unflattenFields(change.after));
    const row = present.get(change.id);
    if (!isLive<RecordRow>(row)) throw new RecordMissing(`${kind} ${change.id}`);
    return rowOf(change.id, applyUpdate(row.values, change).values);
  });
  await table.bulkPut(rows);
}

type Applier = (database: GroundworkDatabase, changes: readonly EntityChange[]) => Promise<unknown>;

const appliers: Record<Exclude<EntityKind, RecordKind>, Applier> = {
  quarantined: applyQuarantine,
  customField: async (database, changes) => {
    for (const change of changes) {
      if (change.after === null) await database.customFields.delete(change.id);
      else {
        const before = (await database.customFields.get(change.id)) ?? { key: change.id, label: change.id };
        await database.customFields.put({ ...before, ...change.after, id: change.id });
      }
    }
  },
  settings: async (database, changes) => {
    for (const change of changes) {
      const present = await database.settings.get('workspace');
      const merged = present && change.before ? applyUpdate(present.values, change).values : change.after;
      await database.settings.put({ id: 'workspace', values: soundSettings(merged).settings });
    }
  },
};

/** Rows that updates start from; creations and deletions need none. */
async function presentRows<R extends { readonly id: string }>(
  changes: readonly EntityChange[],
  read: (ids: string[]) => PromiseLike<(R | undefined)[]>,
): Promise<Map<string, R>> {
  const ids = changes.filter((it) => it.before !== null && it.after !== null).map((it) => it.id);
  if (ids.length === 0) return new Map();
  const rows = await read(ids);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}
