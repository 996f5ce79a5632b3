import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, AccountValues } from '../../../../src/shared/accounts/account.ts';
import { statuses } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import type { Filter, SortKey, ViewQuery } from '../../../../src/renderer/store/api.ts';
import { Book } from '../../../../src/renderer/store/book/book.ts';
import { factsOf, searchTextOf } from '../../../../src/renderer/store/book/facts.ts';
import { decisionContext } from '../../../../src/renderer/store/decisions/context.ts';
import { rowValue } from '../../../../src/renderer/store/book/row-values.ts';
import { Views } from '../../../../src/renderer/store/book/views.ts';
import { buildAccounts } from '../../../builders/accounts.ts';

const context = decisionContext({ bdr: 'Ada', today: '2026-11-23' as IsoDate });

const account = (id: string, values: Partial<AccountValues> = {}): Account => ({ name: id, ...values, id });

function bookOf(accounts: readonly Account[]): Book {
  const book = new Book(context);
  for (const one of accounts) book.put(factsOf(one), searchTextOf(one));
  book.settle();
  return book;
}

/** Over what rows say; columns of other fields have a test of their own. */
const viewsOf = (book: Book): Views =>
  new Views(book, {
    valueAt: (slot, field) => {
      const row = book.rowAt(slot);
      return row ? rowValue(row, field) : null;
    },
  });

const idsIn = (book: Book, query: ViewQuery, views = viewsOf(book)): string[] =>
  [...views.view(query).slots].map((slot) => book.rowAt(slot)?.id ?? '');

const byName: ViewQuery = { filter: {}, sort: { key: 'name' } };

describe('families in the book (SEG-3, SEG-6)', () => {
  it('a parent that comes after its children still decides for them', () => {
    const book = bookOf([account('child', { parentId: 'top', employeesImported: 10 })]);
    expect(book.rowOf('child')?.segment).toBe('SMB');
    book.put(factsOf(account('top', { employeesImported: 9000 })));
    const changed = book.settle();
    expect(book.rowOf('child')?.segment).toBe('Large');
    expect(changed.size).toBe(2);
  });

  it('a child moved to another parent changes both families', () => {
    const book = bookOf([
      account('big', { employeesImported: 9000 }),
      account('small', { employeesImported: 10 }),
      account('child', { parentId: 'small', employeesImported: 300 }),
    ]);
    expect(book.rowOf('small')?.segment).toBe('Mid-Market');
    book.put(factsOf(account('child', { parentId: 'big', employeesImported: 300 })));
    book.settle();
    expect(book.rowOf('small')?.segment).toBe('SMB');
    expect(book.rowOf('child')?.segment).toBe('Large');
  });

  it('a stand-alone child takes its children with it', () => {
    const book = bookOf([
      account('top', { employeesImported: 9000 }),
      account('fund', { parentId: 'top', employeesImported: 200, standAlone: true }),
      account('firm', { parentId: 'fund', employeesImported: 5 }),
    ]);
    expect(book.rowOf('firm')?.segment).toBe('Mid-Market');
    expect(book.familyOf('firm').map(({ id, depth }) => [id, depth])).toEqual([
      ['fund', 0],
      ['firm', 1],
    ]);
  });

  it('a circle is reported at its members and decided for all of them', () => {
    const book = bookOf([
      account('a', { parentId: 'b', employeesImported: 10 }),
      account('b', { parentId: 'a', employeesImported: 3000 }),
      account('c', { parentId: 'a', employeesImported: 10 }),
    ]);
    expect(['a', 'b', 'c'].map((id) => book.rowOf(id)?.segment)).toEqual(['Large', 'Large', 'Large']);
    expect(book.rowOf('a')?.findings.map((finding) => finding.rule)).toContain('SEG-3');
    expect(book.rowOf('c')?.findings.map((finding) => finding.rule)).not.toContain('SEG-3');
  });

  it('a chain of 20,000 parents is no trouble', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      account(`a${at}`, at === 0 ? { employeesImported: 2000 } : { parentId: `a${at - 1}` }),
    );
    const book = new Book(context);
    for (const one of chain) book.put(factsOf(one));
    book.settle();
    expect(book.rowOf('a19999')?.segment).toBe('Large');
  });

  it('after any edits the book is what a fresh one would be', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const edit = fc.record({
      id: fc.constantFrom(...ids),
      gone: fc.boolean(),
      parentId: fc.option(fc.constantFrom(...ids, 'nobody'), { nil: undefined }),
      employees: fc.option(fc.constantFrom(5, 99, 100, 1999, 2000), { nil: undefined }),
      standAlone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const book = new Book(context);
        const present = new Map<string, Account>();
        for (const { id, gone, parentId, employees, standAlone } of edits) {
          if (gone) {
            present.delete(id);
            book.remove(id);
          } else {
            const next = account(id, {
              ...(parentId !== undefined && parentId !== id && { parentId }),
              ...(employees !== undefined && { employeesImported: employees }),
              ...(standAlone && { standAlone }),
            });
            present.set(id, next);
            book.put(factsOf(next));
          }
          book.settle();
        }
        const fresh = bookOf([...present.values()]);
        for (const id of ids) expect(book.rowOf(id)).toEqual(fresh.rowOf(id));
        expect(book.size).toBe(fresh.size);
      }),
    );
  });
});

describe('views', () => {
  const accounts = buildAccounts(300, 7, {
    hierarchies: { share: 0.4, maxDepth: 3, cycles: 2, missingParents: 3, standAlone: 0.1 },
  });
  const sortKeys: SortKey[] = ['board', 'name', 'segment', 'priority', 'owner', 'employees', 'nextStepDate'];

  it.each(sortKeys)('by %s: an edited book is sorted like a fresh one', (key) => {
    const book = bookOf(accounts);
    const views = viewsOf(book);
    const query: ViewQuery = { filter: {}, sort: { key } };
    views.view(query);
    const edited = accounts.map((one, at) =>
      at % 7 === 0 ? { ...one, name: `Zz ${one.name}`, priority: 1 as const, owner: 'New Owner' } : one,
    );
    for (const one of edited) book.put(factsOf(one), searchTextOf(one));
    const [removed] = edited;
    if (removed) book.remove(removed.id);
    views.update(book.settle());
    expect(idsIn(book, query, views)).toEqual(idsIn(bookOf(edited.slice(1)), query));
  });

  it('blanks come last in both directions', () => {
    const book = bookOf([
      account('x'),
      account('y', { employeesImported: 5 }),
      account('z', { employeesImported: 50 }),
    ]);
    const by = (descending: boolean) => idsIn(book, { filter: {}, sort: { key: 'employees', descending } });
    expect(by(false)).toEqual(['y', 'z', 'x']);
    expect(by(true)).toEqual(['z', 'y', 'x']);
  });

  it('unranked cards come after ranked ones, by name', () => {
    const book = bookOf([
      account('3', { name: 'Álpha' }),
      account('1', { name: 'beta' }),
      account('2', { name: 'Zeta', rank: 'a0' }),
    ]);
    expect(idsIn(book, { filter: {}, sort: { key: 'board' } })).toEqual(['2', '3', '1']);
  });

  it('groups hold every found row once, in order', () => {
    const book = bookOf(accounts);
    const view = viewsOf(book).view({ filter: {}, sort: { key: 'board' }, groupBy: 'status' });
    const grouped = statuses.flatMap((status) => [...(view.groups?.[status] ?? [])]);
    expect(grouped.toSorted((a, b) => a - b)).toEqual([...view.slots].toSorted((a, b) => a - b));
    expect(view.total).toBe(300);
  });

  it.each<[string, Filter, (one: Account, book: Book) => boolean]>([
    [
      'segment',
      { segments: ['Large', null] },
      (one, book) => ['Large', null].includes(book.rowOf(one.id)?.segment ?? null),
    ],
    ['priority', { priorities: [1, null] }, (one) => [1, undefined].includes(one.priority)],
    ['status', { statuses: ['', 'Queued'] }, (one) => ['', 'Queued'].includes(one.status ?? '')],
    ['owner', { owners: [''] }, (one) => (one.owner ?? '') === ''],
    ['findings', { onlyWithFindings: true }, (one, book) => (book.rowOf(one.id)?.findings.length ?? 0) > 0],
  ])('filters by %s', (_name, filter, expected) => {
    const book = bookOf(accounts);
    const found = new Set(idsIn(book, { ...byName, filter }));
    const wanted = accounts.filter((one) => expected(one, book)).map((one) => one.id);
    expect([...found].toSorted()).toEqual(wanted.toSorted());
  });
});

it('a reference finds the one account it means, by CRM id or name', () => {
  const book = bookOf([
    account('1', { name: 'Acme', crmId: '001A' }),
    account('2', { name: 'Twin' }),
    account('3', { name: 'TWIN' }),
  ]);
  expect(book.findByReference('001A', '9')).toBe('1');
  expect(book.findByReference(' acme ', '9')).toBe('1');
  expect(book.findByReference('twin', '9')).toBeUndefined();
  expect(book.findByReference('Acme', '1')).toBeUndefined();
});

it('counts each BDR’s accounts in Actively Working by segment (AW-6)', () => {
  const working = { status: 'Actively Working', bdrAssigned: ' ada ' } as const;
  const book = bookOf([
    account('1', { ...working, employeesImported: 2000 }),
    account('2', { ...working, employeesImported: 100 }),
    account('3', { ...working, bdrAssigned: 'Bea', employeesImported: 100 }),
    account('4', { ...working }),
    account('5', { status: 'Queued', bdrAssigned: 'Ada', employeesImported: 100 }),
  ]);
  expect(Object.fromEntries(book.workingBySegment('Ada'))).toEqual({ Large: 1, 'Mid-Market': 1 });
});
