import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../src/shared/result.ts';

export const jobNames = ['import', 'drag', 'scroll', 'start', 'edit', 'check', 'decide', 'ask'] as const;
export type JobName = (typeof jobNames)[number];

export interface BenchOptions {
  readonly jobs: readonly JobName[];
  /** Small sizes and one round; nothing is judged by a ratio. */
  readonly quick: boolean;
  /** Rounds of every job, instead of its own number. */
  readonly rounds: number | undefined;
  readonly seed: number | undefined;
  /** A built page other than this tree's own, to compare two builds. */
  readonly appDir: string | undefined;
}

export const helpText = `npm run bench -- [options]

  --jobs ${jobNames.join(',')}   only these (default: all)
  --rounds <n>                     rounds of every job (default: as many as each job needs)
  --quick                          small sizes, one round; fails on wrong counts only
  --seed <n>                       of the list that is imported (default: the same every time)
  --app-dir <folder>               measure this built page instead of out/renderer
  --help`;

/** Reads the command line. @returns `null` when help was asked for */
export function parseOptions(argv: readonly string[]): Result<BenchOptions | null, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        jobs: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        seed: { type: 'string' },
        'app-dir': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return err(`${error instanceof Error ? error.message : String(error)}\n\n${helpText}`);
  }
  if (values.help) return ok(null);
  const asked = (values.jobs ?? jobNames.join(',')).split(',').map((name) => name.trim());
  const jobs = jobNames.filter((name) => asked.includes(name));
  const unknown = asked.filter((name) => !jobNames.some((known) => known === name));
  if (unknown.length > 0) {
    return err(`There is no job "${unknown.join('", "')}". Jobs: ${jobNames.join(', ')}.`);
  }
  for (const [name, text] of [
    ['rounds', values.rounds],
    ['seed', values.seed],
  ] as const) {
    if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text)) {
      return err(`--${name} needs a whole number above 0, not "${text}".`);
    }
  }
  return ok({
    jobs,
    quick: values.quick,
    rounds: values.rounds === undefined ? undefined : Number(values.rounds),
    seed: values.seed === undefined ? undefined : Number(values.seed),
    appDir: values['app-dir'],
  });
}
