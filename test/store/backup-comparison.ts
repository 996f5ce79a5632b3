import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import type { ChangePackRow, ChangeSetRow } from '../../src/renderer/store/database.ts';
import { readBackup, type ReadBackup } from './backup-reader.ts';
import { openDriver, type Answer, type OpenDriver } from './driver/open-driver.ts';
import { flat, stateAfter } from './history-model.ts';

/**
 * Restores a backup file on an empty machine, and expects that nothing is missing there and that every table
 * equals what the file holds, read by its documented format alone.
 * @returns the restored store, open; the caller closes it
 */
export async function restoredFrom(file: Buffer, where: string, clock?: string): Promise<OpenDriver> {
  const empty = await openDriver(clock === undefined ? {} : { clock });
  expect(await empty.call('adopt', file.toString('base64')), where).toBe('recovery');
  const rebuilt = await empty.call('rebuild');
  expect(rebuilt, where).toMatchObject({ ok: true, value: { missing: [], unreadable: 0 } });
  expect(await empty.call('retry'), where).toBe('open');
  await empty.call('ready');
  const backup = readBackup(file);
  const tables = await empty.call('tables');
  expect(unlike(tables, backup), where).toEqual([]);
  expect(differencesIn(tables, backup), where).toEqual([]);
  return empty;
}

/** What differs between a backup and what the store's history says that it held then. */
export const differences = async (store: OpenDriver, backup: ReadBackup): Promise<string[]> =>
  differencesIn(await store.call('tables'), backup);

/** Every row of every table, as it lies there. */
type Tables = Answer<'tables'>;

function differencesIn(tables: Tables, backup: ReadBackup): string[] {
  const through = Number(backup.end['through']);
  const changeSets = (tables['changeSets'] as ChangeSetRow[]).filter(({ n }) => n <= through);
  const packs = (tables['changePacks'] as ChangePackRow[]).filter(({ n }) => n <= through);
  const model = stateAfter(changeSets, packs, through);
  const wrong: string[] = [];
  const kinds = ['settings', 'customField', 'account', 'prospect', 'opportunity', 'document'] as const;
  for (const kind of kinds) {
    for (const [id, expected] of model[kind]) {
      const line = backup.records[kind].get(id) as { values?: object; deleted?: number } | undefined;
      // A custom field leaves no tombstone: it need not be in the file when it was gone before.
      if (expected === 'deleted' ? line?.values : !line?.values) wrong.push(`${kind} ${id}`);
      else if (expected !== 'deleted' && !isDeepStrictEqual(flat({ ...line?.values }), expected)) {
        wrong.push(`${kind} ${id}: ${JSON.stringify([line, expected])}`);
      }
    }
    for (const id of backup.records[kind].keys()) if (!model[kind].has(id)) wrong.push(`more: ${kind} ${id}`);
  }
  const history = changeSets.map(({ touches: _touches, ...changeSet }) => changeSet);
  if (!isDeepStrictEqual([...backup.changeSets.values()], history)) wrong.push('history');
  for (const { n, pack, changes } of packs) {
    if (!isDeepStrictEqual(backup.changePacks.get(`${n}/${pack}`), changes)) wrong.push(`pack ${n}/${pack}`);
  }
  if (backup.changePacks.size !== packs.length) wrong.push(`${backup.changePacks.size} packs`);
  return wrong;
}

/** What differs between the tables of a store and a backup that it was rebuilt from. */
function unlike(tables: Tables, { records, end }: ReadBackup): string[] {
  const wrong: string[] = [];
  const names = {
    settings: 'settings',
    customField: 'customFields',
    account: 'accounts',
    prospect: 'prospects',
    opportunity: 'opportunities',
    document: 'documents',
  };
  for (const [kind, table] of Object.entries(names)) {
    const rows = new Map((tables[table] as { id: string }[]).map((row) => [row.id, row]));
    const lines = records[kind as keyof typeof names];
    for (const [id, line] of lines) {
      const { values, deleted } = line as { values?: Record<string, unknown>; deleted?: number };
      const { id: _id, ...row } = rows.get(id) ?? { id };
      const held =
        kind === 'customField' ? { values: row } : (row as { values?: unknown; deleted?: unknown });
      const gone = kind === 'customField' ? !rows.has(id) : isDeepStrictEqual(row, { deleted });
      if (values ? !isDeepStrictEqual(held.values, values) : !gone) wrong.push(`${table} ${id}`);
    }
    for (const id of rows.keys()) if (!lines.has(id)) wrong.push(`more: ${table} ${id}`);
  }
  const [meta] = tables['meta'] as Record<string, unknown>[];
  for (const top of ['undoTop', 'redoTop']) if (meta?.[top] !== end[top]) wrong.push(top);
  const live = {
    accounts: meta?.['accounts'],
    prospects: meta?.['prospects'],
    opportunities: meta?.['opportunities'],
  };
  if (!isDeepStrictEqual(live, end['live'])) wrong.push(JSON.stringify(live));
  return wrong;
}
