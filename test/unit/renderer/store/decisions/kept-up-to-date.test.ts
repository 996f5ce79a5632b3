// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { BookRow, Command } from '../../../../../src/renderer/store/api.ts';
import { openDatabase, type GroundworkDatabase } from '../../../../../src/renderer/store/database.ts';
import type { FromStore } from '../../../../../src/renderer/store/protocol.ts';
import type { IsoDate } from '../../../../../src/shared/clock.ts';
import { addDays } from '../../../../../src/shared/clock.ts';
import { defaultProfile } from '../../../../../src/shared/priorities/score-profile.ts';
import { printSeed, runs, seededRandom, type SeededRandom } from '../../../../builders/random.ts';
import { known, randomCommand } from '../../../../store/random-commands.ts';
import { row } from '../../../shared/territories/given.ts';
import { NodeStore } from '../node-store.ts';
import { rowsFromScratch } from './whole-book.ts';

const today = '2026-11-23' as IsoDate;
const of = { bdr: 'Ada', today };

/** What the page holds: rows by slot, as they were told. */
function mirror(): {
  readonly tell: (message: FromStore) => void;
  readonly rows: () => Map<string, BookRow>;
} {
  const bySlot = new Map<number, BookRow | null>();
  return {
    tell: (message) => {
      if (message.kind === 'rows') {
        message.slots.forEach((slot, at) => bySlot.set(slot, message.rows[at] ?? null));
      }
    },
    rows: () => new Map([...bySlot.values()].flatMap((row) => (row ? [[row.id, row] as const] : []))),
  };
}

/** Edits of what the rules look at, and of the rules themselves. */
function ruledCommand(
  random: SeededRandom,
  accounts: readonly string[],
  prospects: readonly string[],
): Command {
  const id = random.pick(accounts);
  const day = addDays(today, random.int(-40, 10));
  const ofPeople: (readonly [() => Command, number])[] =
    prospects.length === 0
      ? []
      : [
          [
            () => ({
              kind: 'editProspect',
              id: random.pick(prospects),
              patch: { state: 'paused', endedOn: day },
            }),
            2,
          ],
        ];
  return random.weighted<() => Command>([
    [
      () => ({
        kind: 'editAccounts',
        ids: [id],
        patch: { employeesImported: random.pick([5, 100, 1999, 2000]) },
      }),
      3,
    ],
    [
      () => ({
        kind: 'editAccounts',
        ids: [id],
        patch: { billingCountry: random.pick(['Germany', 'United States', 'Nowhere']) },
      }),
      3,
    ],
    [
      () => ({
        kind: 'editAccounts',
        ids: [id],
        patch: { type: 'customer', totalCarr: random.pick([47, 48]) },
      }),
      2,
    ],
    [
      () => ({
        kind: 'editAccounts',
        ids: [id],
        patch: { dbQs: random.pick([70, 71, 90]), lamDevelopers: 40, techUsed: 'Kubernetes' },
      }),
      2,
    ],
    [() => ({ kind: 'editAccounts', ids: [id], patch: { triggers: [{ text: 'News', date: day }] } }), 2],
    [
      () => ({
        kind: 'editAccounts',
        ids: [id],
        patch: { parentRef: random.pick([null, 'Company 1', 'Company 2']) },
      }),
      2,
    ],
    [
      () => ({
        kind: 'editAccounts',
        ids: [id],
        patch: { accountResearch: random.pick([null, 'Looked']), wakeOn: random.pick([null, day]) },
      }),
      2,
    ],
    [
      () => ({
        kind: 'createProspect',
        values: {
          accountId: id,
          name: 'Someone',
          sequencedOn: day,
          state: random.pick(['active', 'finished']),
        },
      }),
      3,
    ],
    ...ofPeople,
    [
      () => ({
        kind: 'createOpportunity',
        values: { accountId: id, createdDate: addDays(day, -60), stage: 'Closed Lost', closeDate: day },
      }),
      2,
    ],
    [
      () => ({
        kind: 'changeRules',
        values: { midMarketFrom: random.pick([50, 100]), researchDays: random.pick([5, 10]) },
        from: today,
      }),
      1,
    ],
    [
      () => ({
        kind: 'changeRules',
        values: {
          strongScoreFrom: random.pick([40, 60]),
          segmentChange: random.pick(['atOnce', 'atReview']),
        },
        from: today,
      }),
      1,
    ],
    [
      () => ({
        kind: 'saveProfile',
        id: null,
        profile: {
          ...defaultProfile,
          name: `P${random.int(1, 99)}`,
          weights: { ...defaultProfile.weights, highDbQs: 80 },
        },
      }),
      0.5,
    ],
    [
      () => ({
        kind: 'pauseClocks',
        ids: null,
        from: addDays(today, -2),
        until: addDays(today, 3),
        reason: 'Leave',
      }),
      0.5,
    ],
  ])();
}

/** Another mapping, applied with everything that it changes (TER-8). */
async function applyMapping(store: NodeStore, random: SeededRandom): Promise<boolean> {
  const rows = [
    row('DE', { segments: [], countries: ['DE'], bdr: random.pick(['Ada', 'Bob']) }),
    row('US', { segments: random.pick([[], ['Large']]), countries: ['US'], bdr: 'Ada' }),
    ...(random.chance(0.5) ? [row('DE2', { segments: [], countries: ['DE'] })] : []),
  ];
  const { draft } = await store.session.ask('mappingImpact', { rows, source: 'test' });
  if (draft === null) return false;
  return (await store.session.run({ kind: 'applyMapping', draft, chosen: { except: [] } })).ok;
}

/** Rows told so far, once nothing is left to decide. */
async function whole(store: NodeStore, rows: () => Map<string, BookRow>): Promise<Map<string, BookRow>> {
  await store.session.ask('mix', null);
  return rows();
}

async function expectDecided(
  store: NodeStore,
  database: GroundworkDatabase,
  rows: () => Map<string, BookRow>,
  what: string,
): Promise<void> {
  const told = await whole(store, rows);
  const fresh = await rowsFromScratch(database, of);
  expect([...told.keys()].sort(), what).toEqual([...fresh.keys()].sort());
  for (const [id, row] of fresh) {
    expect(row.decided, `one outcome for ${id}, ${what}`).toBeDefined();
    expect(told.get(id), `${id}, ${what}`).toEqual(row);
  }
}

describe('decisions that are kept up to date', () => {
  const seed = printSeed('decisions');
  for (let number = 1; number <= runs(3); number += 1) {
    it(
      `store ${number}: after commands, undo, redo and restarts the book is decided as if from nothing`,
      { timeout: 300_000 },
      async () => {
        const random = seededRandom(seed).fork(`store ${number}`);
        const page = mirror();
        const store = await NodeStore.create(random, page.tell);
        const database = await openDatabase(store.workspaceId);
        let done = 0;
        for (let step = 1; step <= 90; step += 1) {
          const there = await known(database);
          if (step === 20 || step === 70) expect(await applyMapping(store, random)).toBe(true);
          const command =
            there.accounts.length > 4 && random.chance(0.7)
              ? ruledCommand(random, there.accounts, there.prospects)
              : randomCommand(random, there);
          const outcome =
            random.chance(0.15) && done > 0
              ? await store.session[random.chance(0.6) ? 'undo' : 'redo']()
              : await store.session.run(command);
          if (outcome.ok) done += 1;
          if (step % 15 === 0) await expectDecided(store, database, page.rows, `step ${step}, seed ${seed}`);
          if (step === 45) {
            await store.restart();
            await expectDecided(store, database, page.rows, `restart, seed ${seed}`);
          }
        }
        expect(done).toBeGreaterThan(30);
        const mappings = await store.session.ask('mappings', null);
        const isMapped = mappings.some(({ isInForce }) => isInForce);
        for (const { decided } of page.rows().values()) {
          // With a mapping an account is in one territory or in none, never both or neither.
          expect(decided?.results.includes('noTerritory')).toBe(isMapped && decided?.territory === '');
        }
        for (let back = 0; back < 25; back += 1) await store.session.undo();
        await expectDecided(store, database, page.rows, `undone, seed ${seed}`);
        for (let on = 0; on < 25; on += 1) await store.session.redo();
        await expectDecided(store, database, page.rows, `redone, seed ${seed}`);
        database.close();
        await store.close();
      },
    );
  }

  it('other rules re-decide a larger book in idle slices, and commands go on meanwhile', async () => {
    const random = seededRandom(seed).fork('slices');
    const page = mirror();
    const store = await NodeStore.create(random, page.tell);
    const database = await openDatabase(store.workspaceId);
    for (let at = 0; at < 450; at += 1) {
      const values = { name: `Company ${at}`, employeesImported: 10 * at, dbQs: at % 100 };
      await store.session.run({ kind: 'createAccount', values });
    }
    const of450 = [...page.rows().keys()];
    expect(of450).toHaveLength(450);
    const scores = (): number[] => [...page.rows().values()].map(({ decided }) => decided?.score ?? -1);
    expect(scores().filter((score) => score === 15)).not.toHaveLength(0);
    await store.session.run({
      kind: 'changeRules',
      values: { highDbQsOver: 100, midMarketFrom: 90 },
      from: today,
    });
    // Too many to be decided before the answer.
    expect(scores().filter((score) => score === 15)).not.toHaveLength(0);
    const moved = await store.session.run({ kind: 'moveAccounts', ids: of450.slice(0, 1), to: 'Queued' });
    expect(moved.ok).toBe(true);
    await expectDecided(store, database, page.rows, `slices, seed ${seed}`);
    expect(scores().filter((score) => score === 15)).toHaveLength(0);
    await store.restart();
    await expectDecided(store, database, page.rows, `slices after a restart, seed ${seed}`);
    database.close();
    await store.close();
  });
});
