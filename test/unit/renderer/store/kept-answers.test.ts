// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { GroundworkDatabase } from '../../../../src/renderer/store/database.ts';
import { keptAnswer } from '../../../../src/renderer/store/questions/kept-answers.ts';

/** Somebody who asks, and may leave. */
function asker(database: GroundworkDatabase) {
  const over = new AbortController();
  const breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    over.signal.throwIfAborted();
  };
  return { room: { database, breathe }, leave: () => over.abort(new Error('left')), breathe };
}

const database = (): GroundworkDatabase => new GroundworkDatabase(crypto.randomUUID());

it('is worked out once for all who ask for the same, and anew for another state of the book', async () => {
  const [ada, bob] = [database()].flatMap((one) => [asker(one), asker(one)]);
  if (!ada || !bob) throw new Error('two ask');
  let worked = 0;
  const ask = ({ room, breathe }: typeof ada, key: string) =>
    keptAnswer(room, 'work', key, async () => {
      worked += 1;
      const mine = worked;
      await breathe();
      return mine;
    });
  expect(await Promise.all([ask(ada, '1'), ask(bob, '1')])).toEqual([1, 1]);
  expect(await ask(bob, '1')).toBe(1);
  expect(await ask(bob, '2')).toBe(2);
});

it('ends with who asked first; whoever else waits for it gets it all the same', async () => {
  const one = database();
  const [ada, bob, cem] = [asker(one), asker(one), asker(one)];
  const worked: string[] = [];
  const ask = (who: string, { room, breathe }: typeof ada) =>
    keptAnswer(room, 'work', '1', async () => {
      worked.push(who);
      for (let portion = 0; portion < 5; portion += 1) await breathe();
      return `of ${who}`;
    });
  const first = ask('Ada', ada);
  const others = Promise.all([ask('Bob', bob), ask('Cem', cem)]);
  ada.leave();
  await expect(first).rejects.toThrow('left');
  // Only one of them does the work.
  expect(await others).toEqual(['of Bob', 'of Bob']);
  expect(worked).toEqual(['Ada', 'Bob']);
});

it('who left while another worked is told nothing, and begins nothing', async () => {
  const one = database();
  const [ada, bob] = [asker(one), asker(one)];
  let worked = 0;
  const ask = ({ room, breathe }: typeof ada) =>
    keptAnswer(room, 'work', '1', async () => {
      worked += 1;
      await breathe();
      throw new Error('damaged');
    });
  const asked = [ask(ada), ask(bob)].map((answer) => answer.catch((error: unknown) => String(error)));
  bob.leave();
  expect(await Promise.all(asked)).toEqual(['Error: damaged', 'Error: left']);
  expect(worked).toBe(1);
  // A failure is not kept.
  await expect(ask(ada)).rejects.toThrow('damaged');
  expect(worked).toBe(2);
});
