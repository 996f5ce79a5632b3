// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../../src/shared/clock.ts';
import { defaultRuleSettings } from '../../../../../src/shared/rule-book/settings.ts';
import { exceptionsOf } from '../../../../../src/shared/territories/exceptions.ts';
import { MappingIndex } from '../../../../../src/shared/territories/mapping-index.ts';
import { accountRow } from '../../../../../src/renderer/store/account-row.ts';
import { Book } from '../../../../../src/renderer/store/book/book.ts';
import { factsOf } from '../../../../../src/renderer/store/book/facts.ts';
import { FieldColumns } from '../../../../../src/renderer/store/book/field-columns.ts';
import { Views } from '../../../../../src/renderer/store/book/views.ts';
import {
  GroundworkDatabase,
  type DocumentRow,
  type ProspectRow,
} from '../../../../../src/renderer/store/database.ts';
import { decisionContext } from '../../../../../src/renderer/store/decisions/context.ts';
import { DecisionKeeper } from '../../../../../src/renderer/store/decisions/decision-keeper.ts';
import { ContextReader } from '../../../../../src/renderer/store/decisions/read-context.ts';
import { printSeed, seededRandom } from '../../../../builders/random.ts';
import { buildAccounts } from '../../../../builders/accounts.ts';
import { row } from '../../../shared/territories/given.ts';
import { decidedBook, recordOf, rowsOf } from './whole-book.ts';

const today = '2026-11-23' as IsoDate;
const of = { bdr: 'Ada', today };
const seed = printSeed('incremental decisions');
const accounts = buildAccounts(400, seed, { hierarchies: { share: 0.5, maxDepth: 3, standAlone: 0.1 } });

/** A store with these accounts, its book loaded and everything decided. */
async function decidedStore(name: string, list: readonly Account[]) {
  const database = new GroundworkDatabase(`${name}-${seed}`);
  await database.open();
  await database.accounts.bulkPut(list.map(({ id, ...values }) => accountRow(id, values)));
  const reader = new ContextReader(database);
  const book = new Book(await reader.read(of));
  for (const one of list) book.put(factsOf(one));
  book.settle();
  const keeper = new DecisionKeeper(database, book, reader);
  keeper.loaded(undefined);
  while (await keeper.decideSlice());
  book.settle();
  return { database, reader, book, keeper };
}

describe('one edit', () => {
  it('decides its own record and its own family, whatever the book holds', async () => {
    const { database, book, keeper } = await decidedStore('one-edit', accounts);
    const random = seededRandom(seed);
    for (let round = 0; round < 40; round += 1) {
      const { id, ...values } = random.pick(accounts);
      const family = book.familyOf(id).length;
      const edited = { ...values, industry: `Industry ${round}`, dbQs: round };
      const before = { records: keeper.recordsRead, decisions: book.decisionsMade };
      await database.accounts.put(accountRow(id, edited));
      book.put(factsOf({ ...edited, id }));
      keeper.touched([id]);
      await keeper.catchUp();
      const changed = book.settle();
      expect(keeper.recordsRead - before.records).toBe(1);
      expect(book.decisionsMade - before.decisions, `family of ${id}`).toBe(family);
      expect(changed.size).toBeLessThanOrEqual(family);
      expect(keeper.isBehind).toBe(false);
    }
    database.close();
  });

  it('of people alone decides the record, and the family only if that changed something', async () => {
    const { database, book, keeper } = await decidedStore('people', accounts.slice(0, 50));
    const [first] = accounts;
    const id = first?.id ?? '';
    const before = book.decisionsMade;
    keeper.touched([id]);
    await keeper.catchUp();
    book.settle();
    expect(book.decisionsMade).toBe(before);
    const someone: ProspectRow = {
      id: 'p',
      accountId: id,
      values: { accountId: id, name: 'Someone', lastInterestingMoment: 'Visited the stand' },
    };
    await database.prospects.put(someone);
    keeper.touched([id]);
    await keeper.catchUp();
    book.settle();
    expect(book.decisionsMade - before).toBe(book.familyOf(id).length);
    database.close();
  });
});

describe('another context', () => {
  const mapping = {
    id: 'm',
    index: new MappingIndex([row('ALL', { segments: [], countries: ['US', 'DE', 'GB', 'FR'], bdr: 'Ada' })]),
  };
  const records = accounts.map((account) => recordOf(account));

  it('a mapping re-decides every family once, in portions, and reads no record', () => {
    const context = decisionContext(of);
    const book = decidedBook(records, context);
    const before = book.decisionsMade;
    const next = decisionContext({ ...of, mapping });
    expect(next.stamps.records).toBe(context.stamps.records);
    book.setContext(next);
    let portions = 0;
    while (book.unsettled) {
      book.settleMore(50);
      portions += 1;
      expect(portions).toBeLessThan(100);
    }
    expect(portions).toBeGreaterThan(3);
    expect(book.decisionsMade - before).toBe(accounts.length);
    expect(rowsOf(book)).toEqual(rowsOf(decidedBook(records, next)));
  });

  it('those on the board come first, and edits meanwhile are decided once, by the new one', () => {
    const random = seededRandom(seed);
    const book = decidedBook(records, decisionContext(of));
    const next = decisionContext({ ...of, mapping });
    book.setContext(next);
    const present = new Map(accounts.map((account) => [account.id, account]));
    const changedIn = (slots: ReadonlySet<number>): string[] =>
      [...slots].flatMap((slot) => book.rowAt(slot)?.id ?? []);
    const onBoard = accounts.filter(({ status = '' }) => status !== '');
    const families = new Set(onBoard.flatMap(({ id }) => book.familyOf(id).map((member) => member.id)));
    expect(families.size).toBeGreaterThan(40);
    const first = changedIn(book.settleMore(20));
    expect(first.length).toBeGreaterThan(0);
    expect(first.filter((id) => !families.has(id))).toEqual([]);
    while (book.unsettled) {
      const { id, ...values } = random.pick([...present.values()]);
      if (random.int(0, 3) === 0) {
        present.delete(id);
        book.remove(id);
      } else {
        const edited = { ...values, id, status: random.pick(['', 'Queued', 'Worked in FY'] as const) };
        present.set(id, edited);
        book.put(factsOf(edited));
      }
      book.settleMore(30);
    }
    const expected = decidedBook(
      [...present.values()].map((account) => recordOf(account)),
      next,
    );
    // What is decided of a record is the keeper's matter: here it stays as it was.
    const places = (of: Book) =>
      [...rowsOf(of)].map(([id, { segment, decided }]) => `${id} ${segment} ${decided?.territory}`).sort();
    expect(places(book)).toEqual(places(expected));
  });

  it('an exception re-decides its own family only (TER-5)', () => {
    const book = decidedBook(records, decisionContext({ ...of, mapping }));
    const random = seededRandom(seed);
    const { id } = random.pick(accounts);
    const exceptions = exceptionsOf([
      { accountId: id, territory: 'ALL', reason: 'agreed', on: today, basis: 'resolution', by: 'Ann' },
    ]);
    const before = book.decisionsMade;
    const next = decisionContext({ ...of, mapping, exceptions });
    book.setContext(next);
    book.settle();
    expect(book.unsettled).toBe(false);
    expect(book.decisionsMade - before).toBe(book.familyOf(id).length);
    expect(rowsOf(book)).toEqual(rowsOf(decidedBook(records, next)));
  });

  it('the same one again re-decides nothing', () => {
    const book = decidedBook(records, decisionContext({ ...of, mapping }));
    book.setContext(decisionContext({ ...of, mapping }));
    expect(book.unsettled).toBe(false);
  });

  it.each([
    ['a limit', { limitLarge: 5 }, { facts: true, records: true, rows: true }],
    ['the border of Mid-Market', { midMarketFrom: 90 }, { facts: false, records: true, rows: false }],
    ['days for research', { researchDays: 9 }, { facts: true, records: false, rows: true }],
    ['a strong score', { strongScoreFrom: 50 }, { facts: true, records: true, rows: false }],
    [
      'the order of sources',
      { employeeSourceOrder: 'dataFoxFirst' as const },
      { facts: false, records: false, rows: true },
    ],
  ])('%s: only what depends on it is made anew', (_what, values, same) => {
    const before = decisionContext(of).stamps;
    const after = decisionContext({ ...of, rules: { ...defaultRuleSettings, ...values } }).stamps;
    expect({
      facts: before.facts === after.facts,
      records: before.records === after.records,
      rows: before.rows === after.rows,
    }).toEqual(same);
  });

  it('rules that change reach every account, facts included, in slices', async () => {
    const { database, book, keeper } = await decidedStore('rules', accounts);
    const rules = { ...defaultRuleSettings, midMarketFrom: 20, researchDays: 2 };
    const document: DocumentRow = {
      id: 'rules',
      type: 'rules',
      values: { type: 'rules', history: [{ from: '2026-01-01' as IsoDate, values: rules }] },
    };
    await database.documents.put(document);
    keeper.documentsChanged();
    await keeper.refresh(of);
    expect(keeper.isBehind).toBe(true);
    // Who is not in a hurry keeps nobody from giving way.
    const inTime = keeper.eventuallyWhole();
    expect(keeper.isAwaited).toBe(false);
    const waited = keeper.whole();
    expect(keeper.isAwaited).toBe(true);
    let slices = 1;
    while (await keeper.decideSlice()) slices += 1;
    while (book.unsettled) book.settleMore(100);
    let isWhole = false;
    const both = Promise.all([waited, inTime]).then(() => (isWhole = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isWhole).toBe(false);
    keeper.told();
    await both;
    expect(slices).toBeGreaterThan(1);
    expect(keeper.isAwaited).toBe(false);
    expect(rowsOf(book)).toEqual(rowsOf(decidedBook(records, decisionContext({ ...of, rules }))));
    database.close();
  });
});

describe('columns of fields that rows do not hold', () => {
  it('are read at the first use, and follow edits from then on', async () => {
    const list = accounts.slice(0, 60).map((account, at) => ({
      ...account,
      dbQs: at,
      custom: { tier: at % 2 === 0 ? 'Gold' : 'Silver' },
    }));
    const { database, book } = await decidedStore('columns', list);
    const columns = new FieldColumns(database, book);
    const fields = ['dbQs', 'custom.tier'];
    expect(columns.has(fields)).toBe(false);
    expect(columns.has(['name', 'rule.score', 'status'])).toBe(true);
    const [edited] = list;
    if (!edited) throw new Error('There are no accounts.');
    const filled = columns.fill(fields);
    // An edit while the scan is on its way is newer than what the scan reads.
    const { id, ...values } = { ...edited, dbQs: 1000 };
    await database.accounts.put(accountRow(id, values));
    columns.put({ ...values, id });
    await filled;
    expect(columns.has(fields)).toBe(true);

    const views = new Views(book, columns);
    const view = views.view({
      filter: { conditions: [{ field: 'custom.tier', kind: 'is', values: ['gold'] }] },
      sort: { key: 'field:dbQs', descending: true },
    });
    const expected = list
      .filter((_, at) => at % 2 === 0)
      .map((one) => (one.id === id ? 1000 : one.dbQs))
      .sort((a, b) => b - a);
    expect([...view.slots].map((slot) => columns.valueAt(slot, 'dbQs'))).toEqual(expected);

    columns.put({ ...values, id, dbQs: -1 });
    book.put(factsOf({ ...values, id }));
    views.update(book.settle());
    const after = views.view({ filter: {}, sort: { key: 'field:dbQs' } });
    expect(book.rowAt(after.slots[0] ?? -1)?.id).toBe(id);
    database.close();
  });

  it('group by any field: values in their order, the blank last, every slot once', async () => {
    const list = accounts.slice(0, 40).map((account, at) => ({
      ...account,
      ...(at % 4 === 0 ? {} : { custom: { tier: `T${at % 4}` } }),
    }));
    const { database, book } = await decidedStore('bands', list);
    const columns = new FieldColumns(database, book);
    await columns.fill(['custom.tier']);
    const { slots, bands } = new Views(book, columns).view({
      filter: {},
      sort: { key: 'name' },
      groupBy: 'field:custom.tier',
    });
    expect(bands).toEqual([
      { value: 'T1', from: 0 },
      { value: 'T2', from: 10 },
      { value: 'T3', from: 20 },
      { value: '', from: 30 },
    ]);
    expect(new Set(slots).size).toBe(40);
    database.close();
  });
});
