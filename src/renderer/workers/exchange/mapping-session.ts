import { shortened } from '../../../shared/exchange/read-cell.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { MappingProblem } from '../../../shared/territories/check-mapping.ts';
import { suggestColumns, type MappingColumn } from '../../../shared/territories/mapping-columns.ts';
import { readMapping } from '../../../shared/territories/read-mapping.ts';
import { notesOf } from './file-report.ts';
import type { MappingFileReport, MappingReadReport } from './protocol.ts';
import { readList, type Pace, type ReadChoice, type ReadList } from './read-file.ts';

/** Problems told at once; a file that is wrong in every row is wrong in one way. */
const mostTold = 1000;
const samples = 3;

/** A territory mapping on its way in: the page gets reports, and the rows as one piece that it only hands on. */
export class MappingSession {
  private list: ReadList | undefined;

  /** Reads a file, or a pasted table as one; nothing is judged yet. */
  async inspect(file: File, choice: ReadChoice, pace: Pace): Promise<Result<MappingFileReport, Label>> {
    this.list = undefined;
    const read = await readList(file, choice, pace);
    if (!read.ok) return read;
    const list = read.value;
    this.list = list;
    const suggestions = suggestColumns(list.headers.map(({ raw }) => raw));
    return ok({
      name: file.name,
      encoding: list.encoding,
      encodingBy: list.encodingBy,
      separator: list.separator,
      separatorBy: list.separatorBy,
      rows: list.table.footerFrom,
      columns: list.headers.map(({ label }, at) => ({
        header: label,
        suggestion: suggestions[at] ?? null,
        samples: samplesOf(list, at),
      })),
      notes: notesOf(list),
    });
  }

  /** Reads the table by these columns. A record that the file itself breaks is an error like any other. */
  read(
    columns: readonly (MappingColumn | null)[],
    settings: { readonly namedLimit: number },
  ): MappingReadReport {
    const { list } = this;
    if (!list) throw new Error('No mapping file is open.');
    const { table, headerRow } = list;
    const firstRowNumber = headerRow + 1;
    const rows = table.rows.slice(0, table.footerFrom);
    const read = readMapping({ columns, rows, firstRowNumber }, { settings });
    const broken = [...table.malformed]
      .filter(([row]) => row < rows.length)
      .map(([row, message]): MappingProblem => ({ row, column: null, severity: 'error', message }));
    const problems = [...broken, ...read.problems].sort(
      (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || a.row - b.row,
    );
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return {
      rows:
        read.rows === null || broken.length > 0
          ? null
          : new Blob([JSON.stringify(read.rows)], { type: 'application/json' }),
      rowCount: read.rows?.length ?? 0,
      firstRowNumber,
      counts: read.counts,
      errors,
      warnings: problems.length - errors,
      problems: problems.slice(0, mostTold),
    };
  }
}

function samplesOf({ table }: ReadList, column: number): readonly string[] {
  const found = new Set<string>();
  for (const row of table.rows.slice(0, Math.min(table.footerFrom, 200))) {
    const text = (row[column] ?? '').trim().replace(/\s+/g, ' ');
    if (text !== '') found.add(shortened(text));
    if (found.size === samples) break;
  }
  return [...found];
}
