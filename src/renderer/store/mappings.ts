import type { IsoDate } from '../../shared/clock.ts';
import { mappingOn, type MappingRow, type MappingVersion } from '../../shared/territories/mapping.ts';
import { isOfMapping, mappingPartId } from '../../shared/workspace/documents.ts';
import type { GroundworkDatabase } from './database.ts';
import { readDocument, readDocuments, type StoredDocument } from './reading.ts';

/** A version of the mapping without its rows. */
export type MappingHead = StoredDocument<'mapping'>;

/** A version as far as it can be read. */
export interface KnownVersion extends MappingVersion {
  /** Rows of parts that are not there: damaged, and put aside by the integrity check. */
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
      return null;
    }
    const known = this.#versions.get(id);
    if (known) return known;
    const { importedOn, source, rowCount } = head.values;
    const rows = await this.#rowsOf(head);
    const version = { id, importedOn, source, rows, missingRows: Math.max(0, rowCount - rows.length) };
    this.#keep(version);
    return version;
  }

  /** Documents came or went: a version that one of them is a part of is read anew. */
  partsChanged(documentIds: Iterable<string>): void {
    for (const documentId of documentIds) {
      for (const id of this.#versions.keys()) if (isOfMapping(documentId, id)) this.#versions.delete(id);
    }
  }

  /**
   * The versions of which rows are missing, in the order in which they were written: of the one in force
   * whatever rows, of older ones whole parts, since their rows are read only when somebody looks at them.
   */
  async incomplete(today: IsoDate): Promise<KnownVersion[]> {
    const there = new Set<unknown>(
      await this.#database.documents.where('type').equals('mappingPart').primaryKeys(),
    );
    const inForce = await this.inForce(today);
    const found: KnownVersion[] = [];
    for (const { id, values } of await this.heads()) {
      const lacks = Array.from({ length: values.parts }, (_, part) => mappingPartId(id, part)).some(
        (part) => !there.has(part),
      );
      const version = id === inForce?.id ? inForce : lacks ? await this.version(id) : null;
      if (version && version.missingRows > 0) found.push(version);
    }
    return found;
  }

  async #rowsOf({ id, values }: MappingHead): Promise<MappingVersion['rows']> {
    const rows: MappingVersion['rows'] = [];
    for (let part = 0; part < values.parts; part += 1) {
      const found = await readDocument(this.#database, 'mappingPart', mappingPartId(id, part));
      rows.push(...(found?.values.rows ?? []));
    }
    return rows;
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
