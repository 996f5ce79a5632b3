import type { z } from 'zod';
import { fold } from '../../../shared/accounts/normalise.ts';
import type { BackupLine, EntityLine } from '../../../shared/backup/format.ts';
import type { EntityChange, Fields } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { customFieldValues } from '../../../shared/workspace/custom-field-values.ts';
import { soundSettings } from '../../../shared/workspace/sound-settings.ts';
import type { RestoreCounts, RestorePreview } from './backup-state.ts';
import type { GroundworkDatabase } from '../database.ts';
import { pause } from '../pause.ts';
import { isRecordKind, recordKinds, recordTables } from '../record-tables.ts';

type RestoredKind = EntityLine['kind'];
type RestoredTable = keyof RestorePreview['counts'];

const kinds = ['settings', 'customField', ...recordKinds] as const satisfies RestoredKind[];

function tableOf(kind: RestoredKind): RestoredTable {
  if (isRecordKind(kind)) return recordTables[kind].table;
  return kind === 'settings' ? 'settings' : 'customFields';
}

/** What a backup's record is against the one in the store. */
type Verdict =
  | { readonly kind: 'differs'; readonly change: EntityChange; readonly name: string }
  /** There and equal. */
  | { readonly kind: 'same' }
  /** Deleted there, and not here either. */
  | { readonly kind: 'absent' }
  /** Of the backup's record nothing can be said: the store's stays. */
  | { readonly kind: 'unreadable' };

const samplesShown = 200;
const atATime = 500;

/** How a restore would change the store. */
export interface Difference {
  readonly changes: readonly EntityChange[];
  readonly counts: RestorePreview['counts'];
  readonly samples: RestorePreview['samples'];
  readonly unreadable: number;
}

/**
 * Compares a backup, line by line, with what the store holds. Of records that are equal only the id is kept,
 * so a book of any size can be compared.
 */
export class BackupComparison {
  readonly #database: GroundworkDatabase;
  readonly #verdicts: Readonly<Record<RestoredKind, Map<string, Verdict>>> = {
    settings: new Map(),
    customField: new Map(),
    account: new Map(),
    prospect: new Map(),
    opportunity: new Map(),
    document: new Map(),
  };
  #damaged = 0;

  constructor(database: GroundworkDatabase) {
    this.#database = database;
  }

  async take(lines: readonly BackupLine[], damaged: number): Promise<void> {
    this.#damaged += damaged;
    for (const kind of kinds) {
      // The last line about a record is the one that holds.
      const latest = new Map<string, EntityLine>();
      for (const line of lines) if (line.kind === kind) latest.set(line.id, line);
      await this.#compare(kind, [...latest.values()]);
    }
  }

  /**
   * @param isWhole every line of the backup was read: what it does not hold was not there. Of a damaged one
   * a missing record says nothing.
   */
  async finish(isWhole: boolean): Promise<Difference> {
    if (isWhole) for (const kind of kinds) await this.#findRemoved(kind);
    else await this.#leaveOrphans();
    const found = kinds.flatMap((kind) => [...this.#verdicts[kind].values()]);
    const differing = found.filter((verdict) => verdict.kind === 'differs');
    return {
      changes: differing.map(({ change }) => change),
      counts: {
        accounts: countsOf(this.#verdicts.account),
        prospects: countsOf(this.#verdicts.prospect),
        opportunities: countsOf(this.#verdicts.opportunity),
        documents: countsOf(this.#verdicts.document),
        customFields: countsOf(this.#verdicts.customField),
        settings: countsOf(this.#verdicts.settings),
      },
      samples: samplesOf(differing),
      unreadable: this.#damaged + found.filter(({ kind }) => kind === 'unreadable').length,
    };
  }

  async #compare(kind: RestoredKind, lines: readonly EntityLine[]): Promise<void> {
    for (let start = 0; start < lines.length; start += atATime) {
      const part = lines.slice(start, start + atATime);
      const present = await this.#present(
        kind,
        part.map(({ id }) => id),
      );
      part.forEach((line, at) => {
        this.#verdicts[kind].set(line.id, verdictOn(line, present[at] ?? null));
      });
      await pause();
    }
  }

  /** Living records that the backup says nothing of. */
  async #findRemoved(kind: RestoredKind): Promise<void> {
    const verdicts = this.#verdicts[kind];
    if (kind === 'settings') return;
    for (let after = ''; ;) {
      const rows = await this.#table(kind).where('id').above(after).limit(atATime).toArray();
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
      for (const row of rows) {
        const values = valuesOf(kind, row);
        if (values && !verdicts.has(row.id)) verdicts.set(row.id, between(kind, row.id, values, null));
      }
      await pause();
    }
  }

  /** What belongs to an account that is neither here nor readable in the backup stays away with it. */
  async #leaveOrphans(): Promise<void> {
    for (const kind of recordKinds) {
      for (const [id, verdict] of this.#verdicts[kind]) {
        if (verdict.kind !== 'differs' || verdict.change.before !== null) continue;
        const { accountId } = verdict.change;
        if (accountId !== undefined && !(await this.#willBeThere(accountId))) {
          this.#verdicts[kind].set(id, { kind: 'unreadable' });
        }
      }
    }
  }

  /** Whether an account is there after the restore. */
  async #willBeThere(accountId: string): Promise<boolean> {
    const verdict = this.#verdicts.account.get(accountId);
    if (verdict?.kind === 'differs') return verdict.change.after !== null;
    const [present] = await this.#present('account', [accountId]);
    return present !== null && present !== undefined;
  }

  async #present(kind: RestoredKind, ids: string[]): Promise<(Fields | null)[]> {
    const rows = await this.#table(kind).bulkGet(ids);
    return rows.map((row) => (row ? valuesOf(kind, row) : null));
  }

  #table(kind: RestoredKind) {
    return this.#database.table<StoredRecord, string>(tableOf(kind));
  }
}

interface StoredRecord {
  readonly id: string;
  readonly values?: Fields;
  readonly deleted?: number;
}

/** The values of a living record. */
function valuesOf(kind: RestoredKind, row: StoredRecord): Fields | null {
  if (kind === 'customField') {
    const { id: _id, ...values } = row;
    return values;
  }
  return 'deleted' in row ? null : (row.values ?? null);
}

const schemaOf = (kind: Exclude<RestoredKind, 'settings'>): z.ZodType<Fields> =>
  isRecordKind(kind) ? recordTables[kind].schema : customFieldValues;

function verdictOn(line: EntityLine, present: Fields | null): Verdict {
  const { kind, id } = line;
  if (line.deleted !== undefined) return present ? between(kind, id, present, null) : { kind: 'absent' };
  if (kind === 'settings') return between(kind, id, present, soundSettings(line.values).settings);
  const values = schemaOf(kind).safeParse(line.values);
  return values.success ? between(kind, id, present, values.data) : { kind: 'unreadable' };
}

function between(kind: RestoredKind, id: string, from: Fields | null, to: Fields | null): Verdict {
  const accountId = isRecordKind(kind) ? recordTables[kind].ownerOf(to ?? from ?? {}) : undefined;
  const about = { kind, id, ...(accountId !== undefined && { accountId }) };
  const change = changeBetween(about, from, to);
  if (!change) return { kind: 'same' };
  const name = (to ?? from)?.['name'];
  return { kind: 'differs', change, name: typeof name === 'string' ? name : '' };
}

function countsOf(verdicts: ReadonlyMap<string, Verdict>): RestoreCounts {
  const counts = { added: 0, changed: 0, removed: 0, same: 0 };
  for (const verdict of verdicts.values()) {
    if (verdict.kind === 'same') counts.same += 1;
    if (verdict.kind !== 'differs') continue;
    const { before, after } = verdict.change;
    if (before === null) counts.added += 1;
    else if (after === null) counts.removed += 1;
    else counts.changed += 1;
  }
  return counts;
}

const samplesOf = (differing: readonly Extract<Verdict, { kind: 'differs' }>[]): RestorePreview['samples'] =>
  differing
    .filter(({ change }) => change.kind === 'account')
    .map(({ change: { id, before, after }, name }) => ({ key: fold(name), id, name, before, after }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .slice(0, samplesShown)
    .map(({ key: _key, ...sample }) => sample);
