import type { Dexie } from 'dexie';
import type { ChangePackRow, ChangeSetRow, StoreMeta } from '../database.ts';
import { goneLine, written } from './backup-lines.ts';
import type { Copier } from './copy-database.ts';
import { note, nothingTouched, sizeOf, type Touched } from './touched.ts';

/** So little is left that reading it in one transaction holds no command up. */
const fewChangeSets = 50;
const fewRows = 500;

/** Commands faster than the copy would keep it going for ever; after these rounds the rest is read at once. */
const mostRounds = 200;

/** Touched rows are read again at the latest when there are so many. */
const portion = 500;

const historyAtATime = 50;

/** Milliseconds between two looks at an import that is being applied. */
const gatePause = 200;

/**
 * Reads again what was changed while the tables were copied: in rounds, each shorter than the one before,
 * then the last of it in one transaction with the store's own facts.
 *
 * @param from number of the last change set when the copy began
 * @returns the facts as of the last line
 */
export async function catchUp(database: Dexie, from: number, copier: Copier): Promise<StoreMeta> {
  let done = from;
  for (let round = 0; ; round += 1) {
    const { through, applying } = await factsOf(database);
    const isTired = round >= mostRounds;
    if (!applying && (isTired || through - done <= fewChangeSets)) {
      const last = await lastRound(database, done, copier, isTired);
      if (last) return last;
    }
    if (through > done) await ordinaryRound(database, done, through, copier);
    else await new Promise((resolve) => setTimeout(resolve, gatePause));
    await copier.breathe();
    done = through;
  }
}

async function ordinaryRound(database: Dexie, from: number, to: number, copier: Copier): Promise<void> {
  let touched = nothingTouched();
  const readAgain = async (): Promise<void> => {
    await writeRows(copier, await rowsAgain(database, touched), to);
    touched = nothingTouched();
    await copier.breathe();
  };
  for (let at = from; at < to; at += historyAtATime) {
    for (const row of await changeSetsOf(database, at, Math.min(at + historyAtATime, to))) {
      await copier.rows('changeSets', [row]);
      for (const change of row.changes ?? []) note(touched, change);
      for (const pack of packsOf(row)) {
        const changes = await database.table<ChangePackRow, [number, number]>('changePacks').get(pack);
        if (!changes) continue;
        await copier.rows('changePacks', [changes]);
        for (const change of changes.changes) note(touched, change);
        if (sizeOf(touched) >= portion) await readAgain();
      }
      if (sizeOf(touched) >= portion) await readAgain();
    }
  }
  await readAgain();
}

/**
 * @param isTired read whatever there is
 * @returns `null` when there is more than should be read in one transaction
 */
async function lastRound(
  database: Dexie,
  from: number,
  copier: Copier,
  isTired: boolean,
): Promise<StoreMeta | null> {
  const read = await database.transaction('r', database.tables, async () => {
    const meta = await factsOf(database);
    const changeSets = await changeSetsOf(database, from, meta.through);
    const packNumbers = changeSets.flatMap(packsOf);
    if (meta.applying || (packNumbers.length > 0 && !isTired)) return null;
    const found = await database.table<ChangePackRow, [number, number]>('changePacks').bulkGet(packNumbers);
    const packs = found.filter((pack) => pack !== undefined);
    const touched = nothingTouched();
    for (const { changes = [] } of [...changeSets, ...packs]) {
      for (const change of changes) note(touched, change);
    }
    if (sizeOf(touched) > fewRows && !isTired) return null;
    return { meta, changeSets, packs, rows: await rowsAgain(database, touched) };
  });
  if (!read) return null;
  await copier.rows('changeSets', read.changeSets);
  await copier.rows('changePacks', read.packs);
  await writeRows(copier, read.rows, read.meta.through);
  return read.meta;
}

async function factsOf(database: Dexie): Promise<StoreMeta> {
  const meta = await database.table<StoreMeta>('meta').get('store');
  if (!meta) throw new Error('The database has no meta row.');
  return meta;
}

/** Change sets after `from` up to `to`. */
const changeSetsOf = (database: Dexie, from: number, to: number): PromiseLike<ChangeSetRow[]> =>
  database.table<ChangeSetRow, number>('changeSets').where('n').between(from, to, false, true).toArray();

const packsOf = ({ n, packs = 0 }: ChangeSetRow): [number, number][] =>
  Array.from({ length: packs }, (_, pack) => [n, pack]);

interface RowAgain {
  readonly table: keyof Touched;
  readonly id: string;
  /** `undefined` when it is gone. */
  readonly row: unknown;
}

async function rowsAgain(database: Dexie, touched: Touched): Promise<RowAgain[]> {
  const again: RowAgain[] = [];
  for (const table of Object.keys(touched) as (keyof Touched)[]) {
    const ids = [...touched[table]];
    if (ids.length === 0) continue;
    const rows = await database.table<unknown, string>(table).bulkGet(ids);
    for (const [at, id] of ids.entries()) again.push({ table, id, row: rows[at] });
  }
  return again;
}

async function writeRows(copier: Copier, again: readonly RowAgain[], n: number): Promise<void> {
  for (const { table, id, row } of again) {
    if (row !== undefined) await copier.rows(table, [row]);
    // A row stays in the quarantine's table, whatever a person decides about it.
    else if (table !== 'quarantine') await copier.line(written(goneLine(table, id, n)));
  }
}
