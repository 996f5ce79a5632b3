import type { StoreClient } from '../../../src/renderer/store/api.ts';
import type { GroundworkDatabase } from '../../../src/renderer/store/database.ts';
import { seededRandom } from '../../builders/random.ts';
import { known, randomCommand } from '../random-commands.ts';

/** Where a sequence stands: what can be taken back of it, and a digest at every 20th step and the last. */
export interface SequenceRun {
  readonly done: number;
  readonly digests: readonly { readonly at: number; readonly digest: string }[];
}

const digestEvery = 20;

/** Gives a seeded sequence of commands, as fast as the store takes them. */
export async function runSequence(
  store: StoreClient,
  database: GroundworkDatabase,
  digest: () => Promise<string>,
  { seed, steps }: { readonly seed: number; readonly steps: number },
): Promise<SequenceRun> {
  const random = seededRandom(seed);
  const digests = [{ at: 0, digest: await digest() }];
  let done = 0;
  for (let step = 1; step <= steps; step += 1) {
    const outcome = await store.run(randomCommand(random, await known(database)));
    if (outcome.ok && outcome.n !== null) done += 1;
    if (step % digestEvery === 0 || step === steps) {
      const last = digests.at(-1);
      if (last?.at !== done) digests.push({ at: done, digest: await digest() });
    }
  }
  return { done, digests };
}

/**
 * Goes back or forth over a run, comparing at every digest on the way.
 * @param from steps that hold now
 * @returns the places where the store differs from what it was
 */
export async function walk(
  store: StoreClient,
  digest: () => Promise<string>,
  run: SequenceRun,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string[]> {
  const wrong: string[] = [];
  const step = from > to ? ('undo' as const) : ('redo' as const);
  for (let at = from; at !== to;) {
    const outcome = await store[step]();
    if (!outcome.ok) return [...wrong, `${step} at ${at} of ${run.done} was refused: ${outcome.error.code}`];
    at += step === 'undo' ? -1 : 1;
    const expected = run.digests.find((it) => it.at === at);
    if (expected && (await digest()) !== expected.digest) wrong.push(`${step} to ${at} of ${run.done}`);
  }
  return wrong;
}
