import { appendFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { printSeed, seededRandom } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { turnOf } from '../run/turns.ts';
import { PersonAtWork } from './activities.ts';
import { bookOf, checkWhole, comeBack } from './coming-back.ts';
import { Ledger } from './ledger.ts';
import { Victim, type Engine } from './victim.ts';

const isLong = process.env['GROUNDWORK_LONG'] === '1';

/** A record header that promises more than follows: what a kill in mid-write leaves at the log's end. */
const tornHeader = Buffer.from([0x11, 0x22, 0x33, 0x44, 0xff, 0x00, 0x01]);

/** The files that the engine appends to: LevelDB's logs, SQLite's write-ahead logs. */
async function engineLogs(victim: Victim): Promise<string[]> {
  const folder = path.join(victim.profileDir, 'Default');
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) =>
      victim.engine === 'leveldb'
        ? /IndexedDB.*\.leveldb.*\d+\.log$/.test(file)
        : /IndexedDB.*-wal$/.test(file),
    )
    .map((file) => path.join(folder, file));
}

for (const [at, engine] of (['leveldb', 'sqlite'] satisfies Engine[]).entries()) {
  const turn = turnOf(at);
  const times = isLong ? (engine === 'leveldb' ? 20 : 5) : 1;
  test(`a torn log on ${engine}, ${times} times: detected, rebuilt, nothing lost ${turn}`, async () => {
    test.setTimeout(60_000 + times * 45_000);
    const seed = printSeed(`torn log on ${engine}`);
    const random = seededRandom(seed).fork(engine);
    const victim = await Victim.start(engine);
    const ledger = new Ledger();
    let wipes = 0;
    let torn = 0;
    try {
      await victim.call('create', { name: 'Torn', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
      const person = new PersonAtWork(victim, ledger, random);
      for (let time = 1; time <= times; time += 1) {
        const what = `torn log ${time} on ${engine}, seed ${seed}`;
        for (let act = 0; act < 6; act += 1) await person.doOne('typing');
        await victim.stop();
        const logs = await engineLogs(victim);
        for (const log of logs) await appendFile(log, tornHeader);
        torn += Math.min(1, logs.length);
        await victim.startAll();
        wipes += Number(await comeBack(victim, what));
        // Goes behind the torn header, where the start after this one stumbles over it.
        await person.doOne('typing');
        await victim.restart();
        wipes += Number(await comeBack(victim, what));
        expect(ledger.settle(await bookOf(victim)), what).toEqual([]);
        await checkWhole(victim, what);
      }
      // LevelDB is known to delete the whole origin on the second start: a suite that no longer sees it proves nothing.
      if (engine === 'leveldb') expect(wipes, `seed ${seed}`).toBe(times);
      console.log(`${engine}: ${torn} torn logs, ${wipes} wipes detected and rebuilt, 0 edits lost`);
      if (torn > 0) tally('torn logs', torn, seed);
      if (wipes > 0) tally('wipes detected', wipes, seed);
    } finally {
      await victim.remove();
    }
  });
}
