/** One line of the closing table. */
export interface ReportRow {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly ms: number;
  readonly failures?: readonly string[];
  /** Why it was not run; absent when it was. */
  readonly notRun?: string;
}

export const heading = (title: string): void => {
  console.log(`\n=== ${title} ${'='.repeat(Math.max(3, 100 - title.length))}`);
};

/** The table, what failed, what was not run, and as the last line the sums. */
export function reportText(rows: readonly ReportRow[]): string {
  const ran = rows.filter((row) => row.notRun === undefined);
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(9))).join(' ');
  const table = [
    line(['part', 'passed', 'failed', 'skipped', 'seconds']),
    ...ran.map((row) =>
      line([
        row.part,
        String(row.passed),
        String(row.failed),
        String(row.skipped),
        (row.ms / 1000).toFixed(1),
      ]),
    ),
  ];
  const failures = ran.flatMap((row) => (row.failures ?? []).map((title) => `FAILED ${row.part}: ${title}`));
  const absent = rows.flatMap((row) =>
    row.notRun === undefined ? [] : [`NOT RUN ${row.part}: ${row.notRun}`],
  );
  const { passed, failed } = totals(rows);
  return [...table, '', ...failures, ...absent, `${passed} passed, ${failed} failed`].join('\n');
}

const totals = (rows: readonly ReportRow[]): { passed: number; failed: number } => ({
  passed: rows.reduce((sum, row) => sum + row.passed, 0),
  failed: rows.reduce((sum, row) => sum + row.failed, 0),
});

/** @returns the exit code: 0 only when something ran and nothing failed */
export function printReport(rows: readonly ReportRow[]): number {
  heading('What ran');
  console.log(reportText(rows));
  const { passed, failed } = totals(rows);
  return failed === 0 && passed > 0 ? 0 : 1;
}
