import { runScript } from './child.ts';
import { heading, type ReportRow } from './report.ts';

const checks: readonly (readonly [script: string, what: string])[] = [
  // First, as it takes long on one core; the next two use all there are.
  ['format:check', 'Formatting'],
  ['lint', 'Oxlint'],
  ['types', 'TypeScript'],
  ['layers', 'Import fences'],
  ['dead-code', 'Dead code'],
];

const limitMs = 10 * 60_000;
const atOnce = 2;

/** Runs the static checks, two at a time, and prints each one's output in one piece. */
export async function runChecks(): Promise<ReportRow[]> {
  heading('Checks');
  const waiting = [...checks];
  const rows: ReportRow[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [script, what] = next;
      const { ok, output, ms } = await runScript(script, [], { limitMs, quiet: true });
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${what} (npm run ${script}), ${(ms / 1000).toFixed(1)} s`);
      if (!ok) console.log(output.trimEnd());
      rows.push({ part: script, passed: +ok, failed: +!ok, skipped: 0, ms });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return rows;
}
