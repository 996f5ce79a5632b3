import { expect, test } from '@playwright/test';
import { printSeed, seededRandom, type SeededRandom } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { activities, PersonAtWork, type Activity } from './activities.ts';
import { bookOf, checkWhole, comeBack } from './coming-back.ts';
import { storeKills } from './kill-counts.ts';
import { Ledger } from './ledger.ts';
import { restoreAll } from './restore-all.ts';
import { Victim, victims, type Engine, type VictimPart } from './victim.ts';

/** One store each; a store that has lived through several crashes is worth more than fresh ones. */
const engines = ['leveldb', 'leveldb', 'leveldb', 'sqlite'] as const satisfies Engine[];
const stores = engines.map((engine, number) => ({ engine, kills: storeKills[number] ?? 0 }));

for (const [number, { engine, kills }] of stores.entries()) {
  test(`store ${number + 1} on ${engine}: ${kills} kills lose nothing that was shown as saved`, async () => {
    test.setTimeout(60_000 + kills * 45_000);
    const seed = printSeed(`kills, store ${number + 1}`);
    const random = seededRandom(seed).fork(`store ${number + 1}`);
    const victim = await Victim.start(engine);
    const ledger = new Ledger();
    let wipes = 0;
    try {
      await victim.call('create', { name: 'Crash', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
      const person = new PersonAtWork(victim, ledger, random.fork('person'));
      for (let at = 0; at < kills; at += 1) {
        const turn = number * kills + at;
        const activity = inTurn(activities, turn);
        const part = inTurn(victims, turn + Math.floor(turn / activities.length));
        const what = `${part} killed during ${activity}, kill ${at + 1}, seed ${seed}`;
        await workUntilKilled(victim, person, { activity, part, random });
        ledger.crash();
        wipes += Number(await comeBack(victim, what));
        await person.create(`marker ${at + 1}`).catch((error: unknown) => {
          throw new Error(`${what}: ${String(error)}`);
        });
        // A damaged store shows only at the second start after a kill.
        await victim.restart();
        wipes += Number(await comeBack(victim, what));
        expect(ledger.settle(await bookOf(victim)), what).toEqual([]);
        await checkWhole(victim, what);
      }
      await victim.stop();
      const restores = await restoreAll(victim.folder, person.backups, `store ${number + 1}, seed ${seed}`);
      console.log(
        `${engine}: ${kills} kills, ${ledger.shown} acts shown as saved, 0 lost, ${wipes} wipes detected, ${restores} backups restored`,
      );
      tally('restores', restores, seed);
      tally('kills', kills, seed);
      if (wipes > 0) tally('wipes detected', wipes, seed);
    } finally {
      await victim.remove();
    }
  });
}

const inTurn = <T>(items: readonly T[], turn: number): T => {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

/** Works until the crash comes at a random moment. */
async function workUntilKilled(
  victim: Victim,
  person: PersonAtWork,
  { activity, part, random }: { activity: Activity; part: VictimPart; random: SeededRandom },
): Promise<void> {
  const gone = new AbortController();
  const working = (async () => {
    while (!gone.signal.aborted) await person.doOne(activity);
  })().catch((error: unknown) => {
    // Before the kill nothing may fail; after it everything may.
    if (!gone.signal.aborted) throw error;
  });
  await Promise.race([working, new Promise((resolve) => setTimeout(resolve, random.int(150, 1800)))]);
  gone.abort();
  await victim.kill(part);
  if (part === 'host') {
    // The page lives on and must heal by itself once there is a host again.
    await new Promise((resolve) => setTimeout(resolve, random.int(50, 400)));
    await victim.restartHost();
  }
  await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 20_000))]);
  await victim.stop();
  await working;
  await victim.startAll();
}
