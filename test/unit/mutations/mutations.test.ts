import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printSeed, seededRandom } from '../../builders/random.ts';
import { mutations } from '../../mutations/mutations.ts';
import { runMutations } from '../../mutations/run-mutations.ts';

const seed = printSeed('mutations');
const isLong = process.env['GROUNDWORK_LONG'] === '1';
/** All of them in the long run, a few drawn ones in every other. */
const chosen = isLong ? mutations : seededRandom(seed).shuffle(mutations).slice(0, 4);
const limitMs = isLong ? 540_000 : 90_000;
const repository = join(import.meta.dirname, '../../..');

describe('the rules are pinned: a wrong line makes a test fail', () => {
  it('there are at least twenty such lines, each in its place, each with its tests', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(20);
    expect(new Set(mutations.map(({ what }) => what)).size).toBe(mutations.length);
    for (const { file, before, after, tests } of mutations) {
      const lines = readFileSync(join(repository, 'src/shared', file), 'utf8').split('\n');
      expect([file, before, lines.filter((line) => line === before).length]).toEqual([file, before, 1]);
      expect(after).not.toBe(before);
      for (const test of tests) expect(existsSync(join(repository, 'test/unit', test))).toBe(true);
    }
  });

  it(`${chosen.length} of ${mutations.length} are noticed`, { timeout: limitMs + 30_000 }, async () => {
    const { control, outcomes } = await runMutations(chosen, limitMs);
    expect(control).toMatchObject({ failed: 0 });
    expect(control.problem).toBeUndefined();
    expect(control.passed).toBeGreaterThan(0);
    const unnoticed = outcomes.filter(({ failed }) => failed === 0);
    expect(unnoticed).toEqual([]);
  });
});
