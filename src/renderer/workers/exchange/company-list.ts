import { readRows } from '../../../shared/exchange/read-rows.ts';
import { erased } from '../../../shared/exchange/merge-row.ts';
import type { ColumnKey } from '../../../shared/exchange/columns.ts';
import type { AccountValues } from '../../../shared/accounts/account.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { queryOfAccount, type CompanyQuery } from '../../../shared/territories/company-query.ts';
import { fileReport } from './file-report.ts';
import type { CompanyList } from './protocol.ts';
import { readList, type Pace } from './read-file.ts';

/** TER-9: a dropped list of companies, read as the importer would read it; nothing of it is kept. */
export async function readCompanies(file: File, pace: Pace): Promise<Result<CompanyList, Label>> {
  const read = await readList(file, {}, pace);
  if (!read.ok) return read;
  const report = fileReport(file, read.value, []);
  const mapping = report.columns.map(({ suggestion }) => suggestion.mapping);
  const rows = readRows(read.value.table, mapping, [], 'UTC');
  const companies = rows.cells.flatMap((cells): CompanyQuery[] => {
    if (!cells) return [];
    const values: Partial<Record<ColumnKey, unknown>> = {};
    rows.columns.forEach(({ field }, at) => {
      const cell = cells[at];
      if (field.kind === 'field' && cell !== undefined && cell !== erased) values[field.key] = cell;
    });
    // What the readers of the columns give has the types of their fields, and no row comes without a name.
    return [queryOfAccount(values as AccountValues)];
  });
  return ok({ companies, refused: rows.refused.size });
}
