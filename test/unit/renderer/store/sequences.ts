// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDatabase, type GroundworkDatabase } from '../../../../src/renderer/store/database.ts';
import { seededRandom, type SeededRandom } from '../../../builders/random.ts';
import { tally } from '../../../run/tally.ts';
import { enteredText, readEntered } from '../../../store/entered.ts';
import { known, randomCommand } from '../../../store/random-commands.ts';
import { NodeStore } from './node-store.ts';

/** In one run of everything; the long run asks for more. */
const sequences = Number(process.env['GROUNDWORK_SEQUENCES'] ?? '100');
/** A store lives through several sequences, each on top of what the ones before left. */
const sequencesEach = process.env['GROUNDWORK_LONG'] === '1' ? 4 : 2;
const steps = 200;
/** Files that share the work: test files are what runs side by side. */
const parts = 2;

/** One part of the random sequences of commands, undone and redone over restarts. */
export function describeSequences(seed: number, part: 1 | 2): void {
  describe('random commands, undone and redone over restarts', () => {
    for (let number = part; number <= sequences / sequencesEach; number += parts) {
      it(
        `store ${number}: ${sequencesEach} sequences of ${steps} commands`,
        { timeout: 300_000 },
        async () => {
          const random = seededRandom(seed).fork(`store ${number}`);
          const store = await NodeStore.create(random);
          const database = await openDatabase(store.workspaceId);
          for (let sequence = 1; sequence <= sequencesEach; sequence += 1)
            await oneSequence(store, database, random, `sequence ${sequence}, seed ${seed}`);
          database.close();
          await store.close();
          tally('sequences', sequencesEach, seed);
        },
      );
    }
  });
}

async function oneSequence(
  store: NodeStore,
  database: GroundworkDatabase,
  random: SeededRandom,
  what: string,
): Promise<void> {
  /** What the book was after so many steps that can be taken back. */
  const digests = new Map([[0, await digestOf(database)]]);
  let done = 0;
  let there = await known(database);
  for (let step = 0; step < steps; step += 1) {
    // A command may mean something that is gone by now; the store refuses it then.
    if (step % 5 === 0) there = await known(database);
    const outcome = await store.session.run(randomCommand(random, there));
    if (!outcome.ok || outcome.n === null) continue;
    done += 1;
    if (done % 40 === 0) digests.set(done, await digestOf(database));
  }
  expect(done, what).toBeGreaterThan(steps / 3);
  digests.set(done, await digestOf(database));

  const walk = async (from: number, to: number): Promise<void> => {
    const step = from > to ? 'undo' : 'redo';
    for (let at = from; at !== to;) {
      expect(await store.session[step](), `${step} at ${at} of ${done}, ${what}`).toMatchObject({ ok: true });
      at += from > to ? -1 : 1;
      const expected = digests.get(at);
      if (expected !== undefined)
        expect(await digestOf(database), `${step} to ${at} of ${done}, ${what}`).toBe(expected);
    }
  };
  const restartAt = random.int(0, done);
  await walk(done, restartAt);
  await store.restart();
  await walk(restartAt, 0);
  if (random.chance(0.3)) await store.restart();
  await walk(0, done);
  expect(await store.session.redo(), what).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
}

/** Everything that a person entered, places on the board included. */
const digestOf = async (database: GroundworkDatabase): Promise<string> =>
  createHash('sha256')
    .update(enteredText(await readEntered(database)))
    .digest('hex');
