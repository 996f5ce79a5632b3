/**
 * An independent writer of the export "Account research fields" (EX-5, EX-6): bytes as
 * `docs/formats/csv.md` describes them, made without any of the app's exchange code.
 */
export interface ResearchRow {
  readonly crmId?: string;
  readonly name: string;
  readonly website?: string;
  readonly bdrAssigned?: string;
  readonly owner?: string;
  readonly status?: string;
  /** Start of the open stint, `YYYY-MM-DD`. */
  readonly workingSince?: string;
  readonly priority?: number;
  readonly accountResearch?: string;
  readonly accountStrategy?: string;
  readonly bdrNextStep?: string;
  readonly bdrNextStepDate?: string;
}

const columns: readonly (readonly [header: string, cell: (row: ResearchRow) => string | undefined])[] = [
  ['CRM id', (row) => row.crmId],
  ['Account Name', (row) => row.name],
  ['Website', (row) => row.website],
  ['BDR Assigned', (row) => row.bdrAssigned],
  ['Account Owner', (row) => row.owner],
  ['BDR Prospecting Status', (row) => row.status],
  ['Actively Working Start Date', (row) => row.workingSince],
  ['Priority', (row) => row.priority?.toFixed(0)],
  ['Account Research', (row) => row.accountResearch],
  ['Account Strategy', (row) => row.accountStrategy],
  ['BDR Next Step', (row) => row.bdrNextStep],
  ['BDR Next Step Date', (row) => row.bdrNextStepDate],
];

/** The whole file: byte order mark, header, one record per row in the order given, CRLF after each. */
export function writeResearchExport(rows: readonly ResearchRow[]): Uint8Array {
  const records = [
    columns.map(([header]) => header),
    ...rows.map((row) => columns.map(([, cell]) => guard(cell(row) ?? ''))),
  ];
  const text = records.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** What a spreadsheet takes for the beginning of a formula, in half and full width. */
const formulaStarts = new Set(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);

/** EX-6: an apostrophe before a formula, and one more before a text that already reads like a guarded one. */
function guard(cell: string): string {
  let signAt = 0;
  while (cell[signAt] === "'") signAt += 1;
  if (!formulaStarts.has(cell[signAt] ?? '')) return cell;
  return isPlainNegative(cell) ? cell : `'${cell}`;
}

/** "-12" and "-0.5" stay numbers; "-012", "-1e3" and "-1-1" do not count as such. */
function isPlainNegative(cell: string): boolean {
  const [whole = '', fraction, ...rest] = cell.slice(1).split('.');
  const digits = (text: string): boolean =>
    text !== '' && Array.from(text).every((sign) => sign >= '0' && sign <= '9');
  if (!cell.startsWith('-') || rest.length > 0 || !digits(whole)) return false;
  if (whole.length > 1 && whole.startsWith('0')) return false;
  return fraction === undefined || digits(fraction);
}

function quote(cell: string): string {
  const inside = ['"', ',', '\r', '\n'].some((sign) => cell.includes(sign));
  if (!inside && !cell.startsWith(' ') && !cell.endsWith(' ')) return cell;
  return `"${cell.split('"').join('""')}"`;
}
