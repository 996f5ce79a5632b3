import { expect, test } from '@playwright/test';
import { schemaVersion } from '../../src/renderer/store/versions/index.ts';
import { printSeed, seededRandom } from '../builders/random.ts';
import { loadDatabases, writeHostFiles } from '../fixtures/frozen-store.ts';
import { readFrozen } from '../fixtures/read-frozen.ts';
import { tally } from '../run/tally.ts';
import { turnOf } from '../run/turns.ts';
import { checkWhole, comeBack } from './coming-back.ts';
import { migrationKills } from './kill-counts.ts';
import { Victim, victims, type Engine, type VictimPart } from './victim.ts';

/** By when an upgrade of the frozen store has ended, killed or not. */
const latestMs = 2500;

for (const [at, engine] of (['leveldb', 'sqlite'] as const).entries()) {
  // Torn logs have the other engine's turn.
  const turn = turnOf(at + 1);
  test(`${migrationKills} upgrades on ${engine}, killed at any moment, lose nothing ${turn}`, async () => {
    test.setTimeout(60_000 + migrationKills * 60_000);
    const seed = printSeed(`kills of upgrades on ${engine}`);
    const random = seededRandom(seed).fork(`upgrades on ${engine}`);
    for (let at = 0; at < migrationKills; at += 1) {
      // The page alone first: its store's worker is what upgrades.
      const part = victims[(at + victims.indexOf('page')) % victims.length] ?? 'all';
      const afterMs = random.int(0, latestMs);
      await killUpgrade(engine, part, afterMs, `${part} killed after ${afterMs} ms, seed ${seed}`);
    }
    tally('kills', migrationKills, seed);
  });
}

async function killUpgrade(engine: Engine, part: VictimPart, afterMs: number, what: string): Promise<void> {
  const frozen = await readFrozen('version-1.json');
  const victim = await Victim.prepared(engine, {
    folder: (folder) => writeHostFiles(`${folder}/data`, frozen.files),
    page: (page) => loadDatabases(page, frozen.databases),
  });
  try {
    await victim.beginAndKill(part, afterMs);
    await victim.startAll();
    await comeBack(victim, what);
    expect((await victim.call('fingerprint')).digest, what).toBe(frozen.fingerprint);
    const made = await victim.call('run', { kind: 'createAccount', values: { name: 'After the upgrade' } });
    expect(made, what).toMatchObject({ ok: true });
    await victim.call('saved');
    const { digest } = await victim.call('fingerprint');
    // A damaged store shows only at the second start after a kill.
    await victim.restart();
    await comeBack(victim, what);
    expect((await victim.call('fingerprint')).digest, what).toBe(digest);
    expect((await victim.call('stored')).meta, what).toMatchObject({ schema: schemaVersion });
    await checkWhole(victim, what);
  } finally {
    await victim.remove();
  }
}
