import type { IsoDate } from '../../shared/clock.ts';
import {
  mappingOn,
  rowNumber,
  type MappingRow,
  type MappingVersion,
  type RowNumberOf,
} from '../../shared/territories/mapping.ts';
import { positionsLeft } from '../../shared/territories/part-positions.ts';
import { isOfMapping, mappingPartId } from '../../shared/workspace/documents.ts';
import type { GroundworkDatabase } from './database.ts';
import { partLength, readDocument, readDocuments, type StoredDocument } from './reading.ts';

/** A version of the mapping without its rows. */
export type MappingHead = StoredDocument<'mapping'>;

/** A version as far as it can be read. */
export interface KnownVersion extends MappingVersion {
  /** Rows that are not there: damaged, and put aside by the integrity check. */
  readonly missingRows: number;
  readonly numberOf: RowNumberOf;
}

/** A version of which rows are missing. */
export interface IncompleteVersion {
  readonly head: MappingHead;
  readonly missingRows: number;
}

/** Versions whose rows are kept in memory: the one in force and one that it is compared with. */
const kept = 2;

/**
 * The versions of the territory mapping (TER-1). A version never changes once it is written, so its rows are
 * read once; only the integrity check takes parts away, and a person puts them back (`partChanged`).
 */
export class Mappings {
  readonly #database: GroundworkDatabase;
  readonly #versions = new Map<string, KnownVersion>();
  /** Of versions whose rows are not kept: how many are missing. */
  readonly #missing = new Map<string, number>();
  /** How often parts have changed: what was counted meanwhile does not hold. */
  #changes = 0;

  constructor(database: GroundworkDatabase) {
    this.#database = database;
  }

  /** Every version, in the order in which they were written. */
  heads(): Promise<MappingHead[]> {
    return readDocuments(this.#database, 'mapping');
  }

  /** The version in force on a day; `null` = none was there. */
  async inForce(date: IsoDate): Promise<KnownVersion | null> {
    const heads = await this.heads();
    const versions = heads.map(({ id, values }) => ({ ...values, id, rows: [] }));
    const found = mappingOn(versions, date);
    return found ? this.version(found.id) : null;
  }

  /** A version with its rows; `null` when there is no such one. */
  async version(id: string): Promise<KnownVersion | null> {
    const head = await readDocument(this.#database, 'mapping', id);
    if (!head) {
      this.#versions.delete(id);
      this.#missing.delete(id);
      return null;
    }
    const known = this.#versions.get(id);
    if (known) return known;
    const { importedOn, source, rowCount } = head.values;
    const { rows, numberOf } = await this.#rowsOf(head);
    const missingRows = Math.max(0, rowCount - rows.length);
    const version = { id, importedOn, source, rows, missingRows, numberOf };
    this.#keep(version);
    return version;
  }

  /** Documents came or went: a version that one of them is a part of is read anew. */
  partsChanged(documentIds: Iterable<string>): void {
    this.#changes += 1;
    for (const documentId of documentIds) {
      for (const known of [this.#versions, this.#missing]) {
        for (const id of known.keys()) if (isOfMapping(documentId, id)) known.delete(id);
      }
    }
  }

  /**
   * The versions of which rows are missing, in the order in which they were written. Rows of a version that
   * nobody looks at are counted, not kept; the count holds until one of its documents comes or goes.
   */
  async incomplete(): Promise<IncompleteVersion[]> {
    const found: IncompleteVersion[] = [];
    for (const head of await this.heads()) {
      const missingRows = await this.#missingOf(head);
      if (missingRows > 0) found.push({ head, missingRows });
    }
    return found;
  }

  async #missingOf({ id, values }: MappingHead): Promise<number> {
    const known = this.#versions.get(id)?.missingRows ?? this.#missing.get(id);
    if (known !== undefined) return known;
    const changes = this.#changes;
    let count = 0;
    for (let part = 0; part < values.parts; part += 1) {
      count += await partLength(this.#database, mappingPartId(id, part));
    }
    const missing = Math.max(0, values.rowCount - count);
    if (changes === this.#changes) this.#missing.set(id, missing);
    return missing;
  }

  async #rowsOf({ id, values }: MappingHead): Promise<Pick<KnownVersion, 'rows' | 'numberOf'>> {
    const rows: MappingRow[] = [];
    const positions: number[] = [];
    let next = 0;
    for (let part = 0; part < values.parts; part += 1) {
      const found = await readDocument(this.#database, 'mappingPart', mappingPartId(id, part));
      if (!found) continue;
      const { rows: own, first = next, lacks = [] } = found.values;
      rows.push(...own);
      positions.push(...positionsLeft(own.length, lacks).map((at) => first + at));
      next = first + own.length + lacks.length;
    }
    const isWhole = positions.every((position, at) => position === at);
    return { rows, numberOf: isWhole ? rowNumber : (at) => rowNumber(positions[at] ?? at) };
  }

  #keep(version: KnownVersion): void {
    const [oldest] = this.#versions.keys();
    if (oldest !== undefined && this.#versions.size >= kept) this.#versions.delete(oldest);
    this.#versions.set(version.id, version);
  }
}

const ofDatabases = new WeakMap<GroundworkDatabase, Mappings>();

/** The versions of a database's mapping; who asks in this worker shares what was read. */
export function mappingsOf(database: GroundworkDatabase): Mappings {
  const known = ofDatabases.get(database) ?? new Mappings(database);
  ofDatabases.set(database, known);
  return known;
}

/** Codes of the territories that rows of a mapping name, in order, each once. */
export const territoryCodes = (rows: readonly MappingRow[]): string[] =>
  [...new Set(rows.map(({ code }) => code))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
