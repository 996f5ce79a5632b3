// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { accountRow } from '../../../../src/renderer/store/account-row.ts';
import { GroundworkDatabase } from '../../../../src/renderer/store/database.ts';
import { decisionContext } from '../../../../src/renderer/store/decisions/context.ts';
import type { QuestionRoom } from '../../../../src/renderer/store/questions/answer-question.ts';
import { recordTurns } from '../../../../src/renderer/store/questions/impact-records.ts';
import { Turns } from '../../../../src/renderer/store/questions/impact-turns.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { compareProfiles } from '../../../../src/shared/priorities/compare-profiles.ts';
import { defaultProfile } from '../../../../src/shared/priorities/score-profile.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { buildAccounts } from '../../../builders/accounts.ts';
import { printSeed, seededRandom } from '../../../builders/random.ts';
import { decidedBook, recordOf } from './decisions/whole-book.ts';
import { NodeStore } from './node-store.ts';

const today = '2026-11-23' as IsoDate;
const seed = printSeed('passes of questions');
const to = { ...defaultProfile, weights: { ...defaultProfile.weights, highDbQs: 90 } };

describe('two profiles on the whole book (PR-3)', () => {
  it('are told in numbers, and who moves in portions', async () => {
    const store = await NodeStore.create(seededRandom(seed));
    const between = { from: defaultProfile, to };
    const book = Array.from({ length: 9 }, (_, at) => ({ name: `Company ${at}`, dbQs: 60 + 5 * at }));
    for (const values of book) await store.session.run({ kind: 'createAccount', values });
    const facts = book.map((values) => ({
      id: values.name,
      name: values.name,
      motion: 'Land' as const,
      values,
      prospects: [],
      today,
    }));
    const expected = compareProfiles(facts, defaultProfile, to, defaultRuleSettings);
    expect(expected.movers.length).toBeGreaterThan(3);
    const told = await store.session.ask('compareProfiles', between);
    expect(told).toEqual({ ...expected, movers: expected.movers.length });
    const portion = (offset: number, limit: number) =>
      store.session.ask('profileMovers', { ...between, offset, limit });
    const movers = [...(await portion(0, 2)), ...(await portion(2, 100))];
    expect(movers.map(({ name, score }) => [name, score])).toEqual(
      expected.movers.map(({ name, score }) => [name, score]),
    );
    expect(await portion(movers.length, 10)).toEqual([]);
    // An edit is in the next answer: what is kept holds for one state of the book.
    await store.session.run({ kind: 'createAccount', values: { name: 'Another', dbQs: 95 } });
    const next = await store.session.ask('compareProfiles', between);
    expect([next.accounts, next.movers]).toEqual([10, expected.movers.length + 1]);
    await store.close();
  });
});

describe('the impact of settings on records', () => {
  it('ends where nobody waits any more, without reading the rest of the book', async () => {
    const accounts = buildAccounts(1600, seed);
    const database = new GroundworkDatabase(`overtaken-${seed}`);
    await database.open();
    await database.accounts.bulkPut(accounts.map(({ id, ...values }) => accountRow(id, values)));
    const sides = {
      before: decisionContext({ bdr: 'Ada', today }),
      after: decisionContext({ bdr: 'Ada', today, rules: { ...defaultRuleSettings, highDbQsOver: 1 } }),
      reviewBefore: null,
      reviewAfter: null,
    };
    const book = decidedBook(
      accounts.map((account) => recordOf(account)),
      sides.before,
    );
    const pass = async (ranges: number) => {
      const turns = new Turns((id) => id);
      let breaths = 0;
      const breathe = async (): Promise<void> => {
        breaths += 1;
        await Promise.resolve();
        if (breaths === ranges) throw new Error('overtaken');
      };
      const room = { database, book, breathe } as unknown as QuestionRoom;
      const ended = await recordTurns(room, sides, new Set(['scores']), turns).then(
        () => 'to its end',
        (error: unknown) => String(error),
      );
      return { ended, turned: turns.list().reduce((sum, { count }) => sum + count, 0) };
    };
    const whole = await pass(100);
    expect(whole.ended).toBe('to its end');
    const inOrder = accounts.map(({ id }) => id).sort();
    const first = new Set(inOrder.slice(0, 500));
    const score = (side: typeof sides.before, values: (typeof accounts)[number]): number =>
      side.scorer.score({ values, prospects: [], today }).score;
    const others = accounts.filter((account) => score(sides.before, account) !== score(sides.after, account));
    expect(whole.turned).toBe(others.length);
    const overtaken = await pass(1);
    expect(overtaken.ended).toContain('overtaken');
    expect(overtaken.turned).toBe(others.filter(({ id }) => first.has(id)).length);
    expect(overtaken.turned).toBeLessThan(whole.turned);
    database.close();
  });
});
