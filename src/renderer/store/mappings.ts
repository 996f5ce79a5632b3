import type { IsoDate } from '../../shared/clock.ts';
import { mappingOn, type MappingVersion } from '../../shared/territories/mapping.ts';
import { mappingPartId } from '../../shared/workspace/documents.ts';
import type { GroundworkDatabase } from './database.ts';
import { readDocument, readDocuments, type StoredDocument } from './reading.ts';

/** A version of the mapping without its rows. */
export type MappingHead = StoredDocument<'mapping'>;

/** Versions whose rows are kept in memory: the one in force and one that it is compared with. */
const kept = 2;

/**
 * The versions of the territory mapping (TER-1). A version never changes once it is written, so its rows are
 * read once.
 */
export class Mappings {
  readonly #database: GroundworkDatabase;
  readonly #versions = new Map<string, MappingVersion>();

  constructor(database: GroundworkDatabase) {
    this.#database = database;
  }

  /** Every version, in the order in which they were written. */
  heads(): Promise<MappingHead[]> {
    return readDocuments(this.#database, 'mapping');
  }

  /** The version in force on a day; `null` = none was there. */
  async inForce(date: IsoDate): Promise<MappingVersion | null> {
    const heads = await this.heads();
    const versions = heads.map(({ id, values }) => ({ ...values, id, rows: [] }));
    const found = mappingOn(versions, date);
    return found ? this.version(found.id) : null;
  }

  /** A version with its rows; `null` when there is no such one. */
  async version(id: string): Promise<MappingVersion | null> {
    const head = await readDocument(this.#database, 'mapping', id);
    if (!head) {
      this.#versions.delete(id);
      return null;
    }
    const known = this.#versions.get(id);
    if (known) return known;
    const { importedOn, source } = head.values;
    const version = { id, importedOn, source, rows: await this.#rowsOf(head) };
    this.#keep(version);
    return version;
  }

  async #rowsOf({ id, values }: MappingHead): Promise<MappingVersion['rows']> {
    const rows: MappingVersion['rows'] = [];
    for (let part = 0; part < values.parts; part += 1) {
      const found = await readDocument(this.#database, 'mappingPart', mappingPartId(id, part));
      rows.push(...(found?.values.rows ?? []));
    }
    return rows;
  }

  #keep(version: MappingVersion): void {
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

/** Codes of the territories of a version, in order, each once. */
export const territoryCodes = (version: MappingVersion | null): string[] =>
  [...new Set(version?.rows.map(({ code }) => code))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
