import { exceptionsOf } from '../../../shared/territories/exceptions.ts';
import { MappingIndex } from '../../../shared/territories/mapping-index.ts';
import { contextOf, type TerritoryContext } from '../../../shared/territories/territory-of.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { KnownVersion } from '../mappings.ts';
import { indexOfMapping } from './mapping-documents.ts';
import { readExceptions, type RecordedException } from './exception-documents.ts';

/** What decides territories today. */
export interface TerritoryRules {
  /** `null` = there is no mapping. */
  readonly version: KnownVersion | null;
  readonly exceptions: readonly RecordedException[];
  readonly context: TerritoryContext & { readonly settings: CommandRoom['rules'] };
}

export async function readTerritoryRules({
  database,
  mappings,
  rules,
  today,
}: Pick<CommandRoom, 'database' | 'mappings' | 'rules' | 'today'>): Promise<TerritoryRules> {
  const version = await mappings.inForce(today);
  const exceptions = await readExceptions(database);
  const recorded = exceptionsOf(exceptions.map(({ exception }) => exception));
  const index = version ? indexOfMapping(version) : new MappingIndex([]);
  return { version, exceptions, context: { ...contextOf(index, recorded, rules), settings: rules } };
}
