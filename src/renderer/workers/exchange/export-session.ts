import { todayIn, type Clock } from '../../../shared/clock.ts';
import type { Account } from '../../../shared/accounts/account.ts';
import { knownCustomFields } from '../../../shared/exchange/custom-keys.ts';
import { exportColumns, exportFileName } from '../../../shared/exchange/presets.ts';
import { underReview } from '../../../shared/exchange/under-review.ts';
import { csvParts, inExportOrder, parentNamer } from '../../../shared/exchange/write-accounts.ts';
import { byteOrderMark, csvRecord } from '../../../shared/exchange/write-csv.ts';
import { writeMapping, writeMappingRow } from '../../../shared/territories/write-mapping.ts';
import { settingsOn } from '../../../shared/rule-book/settings-history.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ExportFile, ExportRequest } from './protocol.ts';
import type { BookState, StoreAccess } from './store-access.ts';

/** How many accounts an export would hold, and how many of them are public sector (EX-7). */
export async function countExport(
  store: StoreAccess,
  clock: Clock,
  { ids, preset }: Pick<ExportRequest, 'ids' | 'preset'>,
): Promise<{ readonly accounts: number; readonly publicSector: number }> {
  const chosen = pick(await store.read(), clock, { ids, preset });
  return {
    accounts: chosen.length,
    publicSector: chosen.filter((account) => account.publicSector === true).length,
  };
}

/** Writes the file of an export (docs/formats/csv.md has its bytes). */
export async function writeExport(
  store: StoreAccess,
  clock: Clock,
  request: ExportRequest,
  pace: { readonly onProgress: (done: number, of: number) => void; readonly signal: AbortSignal },
): Promise<Result<ExportFile, Label>> {
  const { preset } = request;
  if (preset === 'territory-mapping') return writeMappingFile(store, clock, request, pace);
  const book = await store.read();
  const { accounts, customFields, settings } = book;
  const chosen = pick(book, clock, request);
  const shared = request.publicSector ? chosen : chosen.filter(({ publicSector }) => publicSector !== true);
  if (shared.length === 0) {
    const isReview = preset === 'segment-review' && chosen.length === 0;
    return err({ id: isReview ? 'exchange.export.no-review' : 'exchange.export.nothing' });
  }
  const columns = exportColumns(preset, knownCustomFields(customFields, accounts));
  const parts: BlobPart[] = [byteOrderMark];
  let done = 0;
  const perPart = 1000;
  for (const part of csvParts(
    inExportOrder(shared),
    columns,
    parentNamer(accounts),
    request.style,
    perPart,
  )) {
    if (pace.signal.aborted) return err({ id: 'exchange.cancelled' });
    // As bytes at once: a hundred thousand accounts as one text would be held twice.
    parts.push(new Blob([part]));
    done += perPart;
    pace.onProgress(Math.min(done, shared.length), shared.length);
    // Lets a cancel be heard.
    if (done % (10 * perPart) === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return ok({
    name: exportFileName(preset, todayIn(clock, settings.timeZone)),
    blob: new Blob(parts, { type: 'text/csv;charset=utf-8' }),
    accounts: shared.length,
    leftOut: chosen.length - shared.length,
  });
}

/** Rows of a mapping written between two pauses. */
const rowsPerPart = 1000;

/** EX-5: a version of the territory mapping; importing it again changes nothing. */
async function writeMappingFile(
  store: StoreAccess,
  clock: Clock,
  { style, mappingId }: ExportRequest,
  pace: { readonly onProgress: (done: number, of: number) => void; readonly signal: AbortSignal },
): Promise<Result<ExportFile, Label>> {
  const { timeZone, rows } = await store.readMapping(mappingId ?? null);
  if (rows.length === 0) return err({ id: 'exchange.export.no-mapping' });
  const [header = []] = writeMapping([]);
  const parts: BlobPart[] = [byteOrderMark, csvRecord(header, style)];
  for (let start = 0; start < rows.length; start += rowsPerPart) {
    if (pace.signal.aborted) return err({ id: 'exchange.cancelled' });
    const part = rows.slice(start, start + rowsPerPart);
    parts.push(part.map((row) => csvRecord(writeMappingRow(row), style)).join(''));
    pace.onProgress(start + part.length, rows.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return ok({
    name: exportFileName('territory-mapping', todayIn(clock, timeZone)),
    blob: new Blob(parts, { type: 'text/csv;charset=utf-8' }),
    accounts: rows.length,
    leftOut: 0,
  });
}

function pick(
  { accounts, ruleHistory, settings }: BookState,
  clock: Clock,
  { ids, preset }: Pick<ExportRequest, 'ids' | 'preset'>,
): readonly Account[] {
  const wanted = ids === null ? null : new Set(ids);
  const rules = settingsOn(ruleHistory, todayIn(clock, settings.timeZone));
  const reviewed = preset === 'segment-review' ? underReview(accounts, rules) : null;
  return accounts.filter(({ id }) => wanted?.has(id) !== false && reviewed?.has(id) !== false);
}
