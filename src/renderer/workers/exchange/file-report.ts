import type { Label } from '../../../shared/history/change-set.ts';
import { shortened } from '../../../shared/exchange/read-cell.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import { suggestRecordMapping } from '../../../shared/exchange/records/suggest-record-mapping.ts';
import { suggestMapping } from '../../../shared/exchange/suggest-mapping.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import type { FileReport } from './protocol.ts';
import type { ReadList } from './read-file.ts';

/** Rows looked at for a suggestion, spread evenly over the file. */
const sampleSize = 2000;

/** What is said of a file before anything is planned. */
export function fileReport(
  file: { readonly name: string; readonly size: number },
  list: ReadList,
  customFields: readonly CustomField[],
  subject: ImportSubject = 'accounts',
): FileReport {
  const samples = sampleRows(list);
  const columns = list.headers.map((header, at) => ({ header, cells: samples.map((row) => row[at] ?? '') }));
  const suggestions =
    subject === 'accounts' ? suggestMapping(columns, customFields) : suggestRecordMapping(subject, columns);
  return {
    name: file.name,
    bytes: file.size,
    encoding: list.encoding,
    encodingBy: list.encodingBy,
    separator: list.separator,
    separatorBy: list.separatorBy,
    subject,
    rows: list.table.rows.length,
    columns: columns.flatMap(({ header, cells }, at) => {
      const suggestion = suggestions[at];
      if (!suggestion) return [];
      const filled = cells.filter((cell) => cell.trim() !== '');
      const distinct = [...new Set(filled.slice(0, 200))].slice(0, 4);
      return [
        {
          header: header.label,
          suggestion,
          samples: distinct.map((cell) => shortened(cell.trim().replace(/\s+/g, ' '))),
          filled: filled.length,
          sampled: cells.length,
        },
      ];
    }),
    notes: notesOf(list),
  };
}

function sampleRows({ table }: ReadList): readonly (readonly string[])[] {
  const rows = table.rows.slice(0, table.footerFrom);
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  return rows.filter((_, at) => at % step === 0).slice(0, sampleSize);
}

/** What a person should know of a file before going on. */
export function notesOf(list: ReadList): Label[] {
  const notes: Label[] = [];
  for (const { label, raw, duplicateOf } of list.headers) {
    if (duplicateOf === undefined) continue;
    const first = list.headers[duplicateOf]?.label ?? raw;
    notes.push({ id: 'exchange.note.duplicate-header', params: { header: first, renamed: label } });
  }
  if (list.unreadable > 0) {
    notes.push({
      id: 'exchange.note.unreadable',
      params: { count: list.unreadable, encoding: list.encoding },
    });
  }
  if (list.mixedLineEnds) notes.push({ id: 'exchange.note.mixed-line-ends' });
  return notes;
}
