import type { IsoDate } from '../../../shared/clock.ts';
import { MappingIndex } from '../../../shared/territories/mapping-index.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { ReadyMapping } from '../decisions/context.ts';
import { mappingsOf, type KnownVersion } from '../mappings.ts';

/** A version never changes, so it is made ready once. */
const indexes = new WeakMap<KnownVersion, MappingIndex>();

/** A version, ready to decide a book by. */
export function indexOfMapping(version: KnownVersion): MappingIndex {
  const known = indexes.get(version) ?? new MappingIndex(version.rows, version.numberOf);
  indexes.set(version, known);
  return known;
}

/** The mapping in force on a day, ready to decide a book by; `null` = there is none (TER-1). */
export async function mappingInForce(
  database: GroundworkDatabase,
  today: IsoDate,
): Promise<Required<ReadyMapping> | null> {
  const version = await mappingsOf(database).inForce(today);
  if (!version) return null;
  const { id, missingRows } = version;
  return { id, missingRows, index: indexOfMapping(version) };
}
