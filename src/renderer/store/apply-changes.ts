import type { AccountValues } from '../../shared/accounts/account.ts';
import type { ProspectValues } from '../../shared/accounts/prospect.ts';
import type { EntityChange, EntityKind } from '../../shared/history/change-set.ts';
import { applyUpdate, unflattenFields } from '../../shared/history/diff.ts';
import { soundSettings } from '../../shared/workspace/sound-settings.ts';
import { accountRow } from './account-row.ts';
import { applyQuarantine } from './integrity/apply-quarantine.ts';
import { isLive, type AccountRow, type GroundworkDatabase, type ProspectRow } from './database.ts';

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

/**
 * Writes changes into the tables. Runs inside the caller's transaction; history and numbers are the
 * caller's (write.ts), so nothing else may call this.
 */
export async function applyChanges(
  database: GroundworkDatabase,
  n: number,
  changes: readonly EntityChange[],
  pace: Pace = {},
): Promise<void> {
  let done = 0;
  for (const kind of ['quarantined', 'settings', 'customField', 'account', 'prospect'] as const) {
    const ofKind = byKind(changes, kind);
    for (let start = 0; start < ofKind.length; start += slice) {
      pace.check?.();
      const part = ofKind.slice(start, start + slice);
      await appliers[kind](database, n, part);
      done += part.length;
      pace.onProgress?.(done, changes.length);
    }
  }
}

const byKind = (changes: readonly EntityChange[], kind: EntityKind): readonly EntityChange[] =>
  changes.every((change) => change.kind === kind)
    ? changes
    : changes.filter((change) => change.kind === kind);

type Applier = (
  database: GroundworkDatabase,
  n: number,
  changes: readonly EntityChange[],
) => Promise<unknown>;

const appliers: Record<EntityKind, Applier> = {
  quarantined: (database, _n, changes) => applyQuarantine(database, changes),
  account: async (database, n, changes) => {
    const present = await presentRows(changes, (ids) => database.accounts.bulkGet(ids));
    const rows = changes.map((change) => {
      if (change.after === null) return { id: change.id, deleted: n };
      if (change.before === null)
        return accountRow(change.id, unflattenFields(change.after) as AccountValues);
      const row = present.get(change.id);
      if (!row || !isLive<AccountRow>(row)) throw new RecordMissing(`account ${change.id}`);
      return accountRow(change.id, applyUpdate(row.values, change).values as AccountValues);
    });
    await database.accounts.bulkPut(rows);
  },
  prospect: async (database, n, changes) => {
    const present = await presentRows(changes, (ids) => database.prospects.bulkGet(ids));
    const rows = changes.map((change) => {
      if (change.after === null) return { id: change.id, deleted: n };
      if (change.before === null) return prospectRow(change.id, unflattenFields(change.after));
      const row = present.get(change.id);
      if (!row || !isLive<ProspectRow>(row)) throw new RecordMissing(`prospect ${change.id}`);
      return prospectRow(change.id, applyUpdate(row.values, change).values);
    });
    await database.prospects.bulkPut(rows);
  },
  customField: async (database, _n, changes) => {
    for (const change of changes) {
      if (change.after === null) await database.customFields.delete(change.id);
      else {
        const before = (await database.customFields.get(change.id)) ?? { key: change.id, label: change.id };
        await database.customFields.put({ ...before, ...change.after, id: change.id });
      }
    }
  },
  settings: async (database, _n, changes) => {
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

const prospectRow = (id: string, values: Record<string, unknown>): ProspectRow => {
  const parsed = values as ProspectValues;
  return { id, accountId: parsed.accountId, values: parsed };
};
