import type { Dexie } from 'dexie';
import type { Instant } from '../../../shared/clock.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { StoreMeta } from '../database.ts';
import { pause } from '../pause.ts';
import { Refused } from '../store-error.ts';
import { backedUpTables, lineOf, type BackedUpTable, type WrittenLine } from './backup-lines.ts';
import { catchUp } from './catch-up.ts';
import type { BackupTally } from '../../../shared/backup/tally.ts';
import type { LineSender } from './line-sender.ts';
import { factsIfThere } from './store-facts.ts';
import { tableSlices, type AnyTable } from './table-slices.ts';

/** Rows of a table that the engine could not give; `rest`: from some row on nothing could be read. */
export interface Unreadable {
  readonly table: BackedUpTable | 'meta';
  readonly rows: number;
  readonly rest: boolean;
}

export interface CopyRequest {
  readonly database: Dexie;
  /** Nobody writes meanwhile. */
  readonly isQuiet: boolean;
  readonly foundAt: Instant;
  readonly tally: BackupTally;
  readonly sender: LineSender;
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Where the copy ends: every line of it is as of change set `through`. */
export interface Copied extends Pick<StoreMeta, 'through' | 'undoTop' | 'redoTop'> {
  readonly unreadable: readonly Unreadable[];
}

/** A slice should be about so many characters of lines, and never more rows. */
const sliceCharacters = 300_000;
const mostRows = 500;

/** Rows of the first slice; from then on the table itself tells how large its rows are. */
const firstRows: Readonly<Record<BackedUpTable, number>> = {
  settings: 1,
  customFields: 100,
  accounts: 50,
  prospects: 100,
  opportunities: 100,
  documents: 1,
  quarantine: 10,
  changeSets: 10,
  changePacks: 1,
};

/** How many rows of the same kind make a slice of the wanted size; it grows no faster than twofold. */
const nextRows = (rows: number, characters: number): number =>
  Math.max(1, Math.min(mostRows, rows * 2, Math.floor((rows * sliceCharacters) / Math.max(1, characters))));

/**
 * Hands every row of a store as a line to `sender`.
 * @throws Refused when cancelled, or what sender or engine throw
 */
export async function copyDatabase(request: CopyRequest): Promise<Copied> {
  const { database } = request;
  const meta = await factsIfThere(database);
  const copier = new Copier(request, await rowsIn(database));
  for (const table of backedUpTables) {
    const rows = tableOf(database, table);
    if (rows) await copier.copyTable(table, rows, meta?.through);
  }
  if (!meta) return { through: copier.lastNumber, unreadable: [...copier.unreadable, lostMeta] };
  const last = request.isQuiet ? meta : await catchUp(database, meta.through, copier);
  return {
    through: last.through,
    ...(last.undoTop !== undefined && { undoTop: last.undoTop }),
    ...(last.redoTop !== undefined && { redoTop: last.redoTop }),
    unreadable: copier.unreadable,
  };
}

const lostMeta: Unreadable = { table: 'meta', rows: 1, rest: false };

/** Hands lines on, counts them, and keeps the copy interruptible. */
export class Copier {
  readonly unreadable: Unreadable[] = [];
  /** Number of the last change set that was written. */
  lastNumber = 0;
  readonly #request: CopyRequest;
  #done = 0;
  #characters = 0;
  #of: number;

  constructor(request: CopyRequest, of: number) {
    this.#request = request;
    this.#of = of;
  }

  /** Copies a table; of the history only what stands up to change set `through`. */
  async copyTable(name: BackedUpTable, table: AnyTable, through: number | undefined): Promise<void> {
    let rows = 0;
    let rest = false;
    let size = firstRows[name];
    for await (const slice of tableSlices(table, () => size, boundOf(name, through))) {
      const before = this.#characters;
      rows += slice.unreadable + (await this.rows(name, slice.rows));
      rest ||= slice.brokenOff;
      size = nextRows(size, this.#characters - before);
      await this.breathe();
    }
    if (rows > 0 || rest) this.unreadable.push({ table: name, rows, rest });
  }

  /** @returns how many of them no line could be made of */
  async rows(table: BackedUpTable, rows: readonly unknown[]): Promise<number> {
    let odd = 0;
    for (const row of rows) {
      const line = lineOf(table, row, this.#request.foundAt);
      if (line) await this.line(line);
      else odd += 1;
    }
    return odd;
  }

  async line({ line, text }: WrittenLine): Promise<void> {
    this.#request.tally.take(line);
    if (line.kind === 'changeSet') this.lastNumber = Math.max(this.lastNumber, line.n);
    this.#characters += text.length;
    await this.#request.sender.add(text);
    this.#done += 1;
  }

  /** Lets commands and a cancel be heard. @throws Refused */
  async breathe(): Promise<void> {
    if (this.#request.signal?.aborted === true) {
      throw new Refused({ code: 'cancelled', message: label('store.cancelled') });
    }
    this.#of = Math.max(this.#of, this.#done);
    this.#request.onProgress?.(this.#done, this.#of);
    await pause();
  }
}

/** What comes after is read with the change sets that made it; packs of an import on its way are none yet. */
function boundOf(table: BackedUpTable, through: number | undefined): number | [number, number] | undefined {
  if (through === undefined) return undefined;
  if (table === 'changeSets') return through + 1;
  return table === 'changePacks' ? [through + 1, 0] : undefined;
}

const tableOf = (database: Dexie, name: string): AnyTable | undefined =>
  database.tables.find((table) => table.name === name);

/** How much there is to copy; a table that cannot be counted counts as nothing. */
async function rowsIn(database: Dexie): Promise<number> {
  let sum = 0;
  for (const name of backedUpTables) {
    sum +=
      (await tableOf(database, name)
        ?.count()
        .catch(() => 0)) ?? 0;
  }
  return sum;
}
