import { cp, rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { printSeed, seededRandom } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { turnOf } from '../run/turns.ts';
import { PersonAtWork } from './activities.ts';
import { bookOf, checkWhole, comeBack } from './coming-back.ts';
import { Ledger } from './ledger.ts';
import { deeds, targets, vandalise, type Target } from './vandal.ts';
import { Victim } from './victim.ts';

const isLong = process.env['GROUNDWORK_LONG'] === '1';

for (const [at, target] of targets.entries()) {
  const turn = turnOf(at);
  test(`a vandal deletes, truncates, swaps the ${target}: nothing that was shown as saved is lost ${turn}`, async () => {
    test.setTimeout(240_000);
    const seed = printSeed(`vandal at the ${target}`);
    // All of them one after the other in the long run; which one otherwise is up to the seed.
    const done = isLong ? deeds : [seededRandom(seed).fork(`deed at the ${target}`).pick(deeds)];
    const { victim, person, ledger, older } = await livedIn(target, seed, {
      keepsOlder: done.includes('swaps'),
    });
    try {
      for (const deed of done) {
        const what = `${deed} the ${target}, seed ${seed}`;
        await vandalise(victim.folder, older, target, deed);
        await victim.startAll();
        await comeBack(victim, what);
        await person.create();
        await victim.restart();
        await comeBack(victim, what);
        expect(ledger.settle(await bookOf(victim)), what).toEqual([]);
        await checkWhole(victim, what);
        // Work between two deeds, so that the next one finds a backup and a journal behind it.
        await person.doOne('backup');
        await person.doOne('typing');
        await victim.stop();
      }
      tally('vandalisms', done.length, seed);
    } finally {
      await victim.remove();
      await rm(older, { recursive: true, force: true });
    }
  });
}

/**
 * A store with a past: several backups, a journal that goes on behind them.
 * @param keepsOlder whether a copy of an earlier day lies beside it, too
 */
async function livedIn(
  target: Target,
  seed: number,
  { keepsOlder }: { readonly keepsOlder: boolean },
): Promise<{ victim: Victim; person: PersonAtWork; ledger: Ledger; older: string }> {
  const victim = await Victim.start('leveldb');
  const ledger = new Ledger();
  const person = new PersonAtWork(victim, ledger, seededRandom(seed).fork(target));
  const older = `${victim.folder}-older`;
  await victim.call('create', { name: 'Vandalised', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  for (let act = 0; act < 8; act += 1) await person.doOne('board moves');
  await person.doOne('backup');
  if (keepsOlder) {
    await victim.stop();
    await cp(victim.folder, older, { recursive: true });
    await victim.startAll();
  }
  await person.doOne('import');
  await person.doOne('backup');
  for (let act = 0; act < 5; act += 1) await person.doOne('typing');
  await victim.stop();
  return { victim, person, ledger, older };
}
