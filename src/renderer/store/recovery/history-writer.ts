import { instantOf } from '../../../shared/clock.ts';
import type { ChangeSet, EntityChange, Fields } from '../../../shared/history/change-set.ts';
import { changedKeys, flattenFields } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { applyChanges } from '../apply-changes.ts';
import { isLive, type GroundworkDatabase } from '../database.ts';
import { historyRow } from '../journal-lines.ts';
import type { Recorded } from '../replay/recorded.ts';
import {
  countLiving,
  isRecordKind,
  recordKinds,
  recordsOf,
  type RecordKind,
  type RecordRow,
} from '../record-tables.ts';
import { topsAfter, type StackTops } from '../undo-stack.ts';
import { schemaVersion } from '../versions/index.ts';
import type { WriteContext } from '../write.ts';
import type { Hole } from './holes.ts';

/** Stand-ins written with one transaction. */
const portion = 1000;

/** A change of a record that nothing has any more: its making was lost. */
export interface Stray {
  readonly kind: RecordKind;
  readonly id: string;
  /** What later changes say of it. */
  readonly fields: Fields;
}

/**
 * Writes recorded change sets, rows and history, into a store that is being rebuilt. Where numbers are
 * missing it puts stand-ins that change nothing, so that the history stays without a gap; what comes after
 * them is written as it was, whatever the lost ones had done.
 */
export class HistoryWriter {
  readonly #database: GroundworkDatabase;
  readonly #context: WriteContext;
  readonly #strays = new Map<string, Stray>();
  readonly #holes: Hole[] = [];
  #through: number;
  #tops: StackTops;
  #applied = 0;

  /** @param from number of the last change set that is there, and what undo and redo would take then */
  constructor(
    database: GroundworkDatabase,
    context: WriteContext,
    from: { readonly through: number; readonly tops: StackTops },
  ) {
    this.#database = database;
    this.#context = context;
    this.#through = from.through;
    this.#tops = from.tops;
  }

  get through(): number {
    return this.#through;
  }

  get tops(): StackTops {
    return this.#tops;
  }

  /** Change sets taken in. */
  get applied(): number {
    return this.#applied;
  }

  get holes(): readonly Hole[] {
    return this.#holes;
  }

  get strays(): readonly Stray[] {
    return [...this.#strays.values()];
  }

  /** Takes in the next of the journal; what is there already is passed over. */
  async take(recorded: Recorded): Promise<void> {
    switch (recorded.kind) {
      case 'pack':
        await this.#database.changePacks.put(recorded.row);
        break;
      case 'few':
        for (const run of runsOf(recorded.changeSets.filter(({ n }) => n > this.#through))) {
          const [first] = run;
          if (!first) continue;
          await this.fillTo(first.n - 1);
          await this.#takeFew(run);
        }
        break;
      case 'large':
        if (recorded.changeSet.n <= this.#through) break;
        await this.fillTo(recorded.changeSet.n - 1);
        await this.#takeLarge(recorded.changeSet);
        break;
    }
  }

  /** Puts stand-ins up to number `to`. */
  async fillTo(to: number): Promise<void> {
    if (to <= this.#through) return;
    const hole = { from: this.#through + 1, to };
    await this.fill(hole, this.#tops.undoTop);
    this.#through = to;
  }

  /** Puts stand-ins for change sets that are lost. @param undoNext what undo takes behind them */
  async fill({ from, to }: Hole, undoNext: number | undefined): Promise<void> {
    this.#holes.push({ from, to });
    const totals = await countLiving(this.#database);
    for (let start = from; start <= to; start += portion) {
      const count = Math.min(portion, to - start + 1);
      const rows = Array.from({ length: count }, (_, at) => this.#standIn(start + at, undoNext, totals));
      await this.#database.changeSets.bulkPut(rows);
    }
  }

  #standIn(n: number, undoNext: number | undefined, totals: ChangeSet['totals']): ChangeSet {
    return {
      n,
      id: this.#context.ids.next(),
      format: 1,
      schema: schemaVersion,
      at: instantOf(this.#context.clock),
      actor: this.#context.actor,
      bdr: this.#context.bdr,
      command: 'lost',
      label: label('command.lost'),
      origin: 'system',
      ...(undoNext !== undefined && { undoNext }),
      counts: { created: 0, updated: 0, deleted: 0 },
      totals,
      changes: [],
    };
  }

  async #takeFew(changeSets: readonly ChangeSet[]): Promise<void> {
    const database = this.#database;
    await database.transaction('rw', database.tables, async () => {
      for (const changeSet of changeSets) {
        await this.#apply(changeSet.n, changeSet.changes ?? []);
        await database.changeSets.put(historyRow(changeSet));
        await this.#pass(changeSet);
      }
    });
  }

  async #takeLarge(changeSet: ChangeSet): Promise<void> {
    const database = this.#database;
    for (let pack = 0; pack < (changeSet.packs ?? 0); pack += 1) {
      await database.transaction('rw', database.tables, async () => {
        const row = await database.changePacks.get([changeSet.n, pack]);
        await this.#apply(changeSet.n, row?.changes ?? []);
      });
    }
    await database.transaction('rw', database.changeSets, async () => {
      await database.changeSets.put(changeSet);
      await this.#pass(changeSet);
    });
  }

  async #pass(changeSet: ChangeSet): Promise<void> {
    this.#tops = await topsAfter(this.#tops, changeSet, (n) => this.#database.changeSets.get(n));
    this.#through = changeSet.n;
    this.#applied += 1;
  }

  async #apply(n: number, changes: readonly EntityChange[]): Promise<void> {
    const fitting = this.#holes.length === 0 ? changes : await this.#fit(changes);
    await applyChanges(this.#database, n, fitting);
  }

  /**
   * After a hole a record may stand otherwise than a change found it. The change's own words hold: each field
   * becomes what it became then.
   */
  async #fit(changes: readonly EntityChange[]): Promise<EntityChange[]> {
    const present = new Map<string, Fields>();
    for (const kind of recordKinds) {
      const updated = changes.filter((it) => it.kind === kind && it.before !== null && it.after !== null);
      const rows = await recordsOf(this.#database, kind).bulkGet(updated.map(({ id }) => id));
      for (const row of rows) {
        if (isLive<RecordRow>(row)) present.set(`${kind} ${row.id}`, flattenFields(row.values));
      }
    }
    return changes.flatMap((change) => {
      const { kind, id, before, after } = change;
      if (!isRecordKind(kind)) return [change];
      if (before === null || after === null) {
        this.#strays.delete(id);
        return [change];
      }
      const values = present.get(`${kind} ${id}`);
      if (values) {
        const asItIs = changedKeys(change).flatMap((key) =>
          values[key] === undefined ? [] : [[key, values[key]] as const],
        );
        return [{ ...change, before: Object.fromEntries(asItIs) }];
      }
      const known = this.#strays.get(id);
      this.#strays.set(id, {
        kind,
        id,
        fields: { ...without(known?.fields ?? {}, changedKeys(change)), ...after },
      });
      return [];
    });
  }
}

const without = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

/** Change sets that follow each other without a gap, run by run. */
function runsOf(changeSets: readonly ChangeSet[]): ChangeSet[][] {
  const runs: ChangeSet[][] = [];
  for (const changeSet of changeSets) {
    const run = runs.at(-1);
    if (run?.at(-1)?.n === changeSet.n - 1) run.push(changeSet);
    else runs.push([changeSet]);
  }
  return runs;
}
