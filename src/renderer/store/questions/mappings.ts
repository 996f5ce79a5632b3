import { checkMapping, type MappingProblem } from '../../../shared/territories/check-mapping.ts';
import { diffMappings } from '../../../shared/territories/diff-mappings.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { KnownVersion } from '../mappings.ts';
import { givenRows } from '../territories/mapping-changes.ts';
import type { AnswerTo, Ask, MappingChecked } from './questions.ts';

/** TER-1: the versions, the newest first. */
export async function answerMappings({ mappings, today }: CommandRoom): Promise<AnswerTo<'mappings'>> {
  const inForce = await mappings.inForce(today);
  return (await mappings.heads()).toReversed().map(({ id, values: { importedOn, source, rowCount } }) => ({
    id,
    importedOn,
    source,
    rowCount,
    isInForce: id === inForce?.id,
  }));
}

/** A stretch of the rows of a version; without versions there are none. */
export async function answerMappingRows(
  room: CommandRoom,
  { id, offset, limit }: Ask<'mappingRows'>,
): Promise<AnswerTo<'mappingRows'>> {
  const version = await versionOf(room, id);
  if (version === null) return { total: 0, rows: [], numbers: [] };
  const rows = version.rows.slice(offset, offset + limit);
  const numbers = rows.map((_, at) => version.numberOf(offset + at));
  return { total: version.rows.length, rows, numbers };
}

export async function answerMappingDiff(
  room: CommandRoom,
  { from, to }: Ask<'mappingDiff'>,
): Promise<AnswerTo<'mappingDiff'>> {
  const [before, after] = [await versionOf(room, from), await versionOf(room, to)];
  return diffMappings(before?.rows ?? [], after?.rows ?? []);
}

/** @param id `null` = the version in force */
const versionOf = ({ mappings, today }: CommandRoom, id: string | null): Promise<KnownVersion | null> =>
  id === null ? mappings.inForce(today) : mappings.version(id);

export const answerMappingCheck = async (
  { rules }: CommandRoom,
  { rows }: Ask<'mappingCheck'>,
): Promise<AnswerTo<'mappingCheck'>> => checkedRows(await givenRows(rows), rules);

/** Problems told at once; a mapping that is wrong in every row is wrong in one way. */
const mostTold = 500;

/** What is wrong with rows as a whole. An error keeps all of them out (TER-1). */
export function checkedRows(rows: readonly MappingRow[], settings: CommandRoom['rules']): MappingChecked {
  const problems: readonly MappingProblem[] =
    rows.length === 0
      ? [{ row: 0, column: null, severity: 'error', message: label('mapping.no-rows-left') }]
      : checkMapping(rows, { settings });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return {
    errors: errors.length,
    warnings: warnings.length,
    problems: [...errors, ...warnings].slice(0, mostTold),
  };
}
