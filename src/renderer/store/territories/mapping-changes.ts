import { z } from 'zod';
import type { IsoDate } from '../../../shared/clock.ts';
import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { mappingRow, type MappingRow } from '../../../shared/territories/mapping.ts';
import { mappingPartId, mappingRowsPerPart, type DocumentOf } from '../../../shared/workspace/documents.ts';
import type { GivenRows } from '../questions/questions.ts';

/** Characters of JSON that a part holds at most; a single longer row has a part of its own. */
const longestPart = 250_000;

const listOfRows = z.array(mappingRow);

/** Rows that a screen handed over. @throws when they are none: the screens read them before */
export async function givenRows(rows: GivenRows): Promise<readonly MappingRow[]> {
  return listOfRows.parse(rows instanceof Blob ? (JSON.parse(await rows.text()) as unknown) : rows);
}

/** What writing a new version changes: a header and its parts. */
export function newMappingChanges(
  id: string,
  { rows, source, importedOn }: { rows: readonly MappingRow[]; source: string; importedOn: IsoDate },
): EntityChange[] {
  const parts = partsOf(rows);
  const header: DocumentOf<'mapping'> = {
    type: 'mapping',
    importedOn,
    source: source.slice(0, 300),
    rowCount: rows.length,
    parts: parts.length,
  };
  let first = 0;
  const firsts = parts.map((part) => (first += part.length) - part.length);
  const documents: (readonly [string, DocumentOf<'mapping'> | DocumentOf<'mappingPart'>])[] = [
    [id, header],
    ...parts.map(
      (part, at) =>
        [
          mappingPartId(id, at),
          { type: 'mappingPart', mappingId: id, part: at, first: firsts[at], rows: part },
        ] as const,
    ),
  ];
  return documents.flatMap(([documentId, values]): EntityChange[] => {
    const change = changeBetween({ kind: 'document', id: documentId }, null, values);
    return change ? [change] : [];
  });
}

function partsOf(rows: readonly MappingRow[]): MappingRow[][] {
  const parts: MappingRow[][] = [];
  let length = 0;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    const last = parts.at(-1);
    if (last && last.length < mappingRowsPerPart && length + own <= longestPart) {
      last.push(row);
      length += own;
    } else {
      parts.push([row]);
      length = own;
    }
  }
  return parts;
}
