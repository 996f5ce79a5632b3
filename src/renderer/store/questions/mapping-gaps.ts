import { z } from 'zod';
import { isOfMapping } from '../../../shared/workspace/documents.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { GroundworkDatabase } from '../database.ts';
import { mended } from '../integrity/mend-row.ts';
import type { QuarantineRow } from '../integrity/quarantine-row.ts';
import type { AnswerTo, MappingGap } from './questions.ts';

/** TER-1: mappings that are not whole, the one in force first, with what lies in quarantine of them. */
export async function answerMappingGaps({
  database,
  mappings,
  today,
}: CommandRoom): Promise<AnswerTo<'mappingGaps'>> {
  const [versions, held] = [await mappings.incomplete(), await heldDocuments(database)];
  const headless = held.flatMap(headlessMapping);
  if (versions.length === 0) return headless;
  const inForce = await mappings.inForce(today);
  const gaps = versions.map(({ head: { id, values }, missingRows }) => {
    const { importedOn, source, rowCount } = values;
    const own = held.filter(({ key }) => isOfMapping(String(key), id));
    return {
      isHeadless: false as const,
      id,
      importedOn,
      source,
      rowCount,
      isInForce: id === inForce?.id,
      missingRows,
      heldParts: own.length,
      mendableParts: own.filter((row) => mended(row) !== null).length,
    };
  });
  return [...gaps.filter(({ isInForce }) => isInForce), ...headless, ...gaps.filter((it) => !it.isInForce)];
}

const heldDocuments = async (database: GroundworkDatabase): Promise<QuarantineRow[]> =>
  (await database.quarantine.toArray()).filter(
    ({ state, table }) => state === 'held' && table === 'documents',
  );

/** What can still be read of a version's own record, whatever else of it is wrong. */
const head = z.object({
  values: z.object({
    type: z.literal('mapping'),
    importedOn: z.string().catch(''),
    source: z.string().catch(''),
    rowCount: z.int().catch(0),
  }),
});

/** A version whose own record was put aside: its rows lie there, but no day knows of it. */
function headlessMapping(row: QuarantineRow): Extract<MappingGap, { isHeadless: true }>[] {
  const read = head.safeParse(jsonIn(row.text));
  if (!read.success) return [];
  const { importedOn, source, rowCount } = read.data.values;
  const canPutBack = mended(row) !== null;
  return [{ isHeadless: true, id: String(row.key), importedOn, source, rowCount, canPutBack }];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
