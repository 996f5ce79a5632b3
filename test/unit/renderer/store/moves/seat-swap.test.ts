import { expect, it } from 'vitest';
import { MovesBook } from './moves-book.ts';

const enter = 'Actively Working';

async function fullBook(limit: number, more = 0) {
  const book = await MovesBook.open({ limitMidMarket: limit + more });
  const idle: string[] = [];
  for (let at = 0; at < limit + more; at += 1) idle.push(await book.worked(`Idle ${at}`, 5 + at));
  if (more > 0)
    await book.done({ kind: 'changeRules', values: { limitMidMarket: limit }, from: '2026-11-23' as never });
  return { book, idle };
}

it('releases one and lets one in as one change, which one undo takes back (AW-6)', async () => {
  const { book, idle } = await fullBook(2);
  const acme = await book.account('Acme');
  const [best] = await book.store.session.ask('seats', { segment: 'Mid-Market' });
  expect(best).toMatchObject({ id: idle[1], to: 'Queued', daysIdle: 6 });
  const release = [{ id: best?.id ?? '', to: best?.to ?? ('Queued' as const) }];
  const outcome = await book.done({ kind: 'swapSeats', enter: acme, release });
  expect(outcome.changed).toHaveLength(2);
  expect([await book.statusOf(acme), await book.statusOf(idle[1] ?? '')]).toEqual([enter, 'Queued']);
  await book.store.session.undo();
  expect([await book.statusOf(acme), await book.statusOf(idle[1] ?? '')]).toEqual(['', enter]);
});

it('the offers are those of this BDR in this segment', async () => {
  const { book } = await fullBook(1);
  await book.workedByBob('Other hands');
  await book.worked('Large one', 3, { employeesImported: 5000 });
  const names = (await book.store.session.ask('seats', { segment: 'Mid-Market' })).map(({ name }) => name);
  expect(names).toEqual(['Idle 0']);
});

it('due back comes before idle, and says since when (AW-11)', async () => {
  const book = await MovesBook.open({ limitMidMarket: 2 });
  await book.worked('Idle', 9);
  await book.worked('Late', 11);
  const offers = await book.store.session.ask('seats', { segment: 'Mid-Market' });
  expect(offers.map(({ name, reason }) => [name, reason.id])).toEqual([
    ['Late', 'swap.due-back'],
    ['Idle', 'swap.idle-unranked'],
  ]);
});

it.each([
  { releases: 2, refused: ['AW-6'], entered: '' },
  { releases: 3, refused: [], entered: enter },
])(
  'over the limit by two, $releases must not let one in: $refused',
  async ({ releases, refused, entered }) => {
    const { book, idle } = await fullBook(1, 2);
    const acme = await book.account('Acme');
    const release = idle.slice(0, releases).map((id) => ({ id, to: 'Queued' as const }));
    expect(await book.refusedBy(book.run({ kind: 'swapSeats', enter: acme, release }))).toEqual(refused);
    expect(await book.statusOf(acme)).toBe(entered);
    // Refused means untouched: nobody was released.
    expect(await book.statusOf(idle[0] ?? '')).toBe(entered === enter ? 'Queued' : enter);
  },
);

it('a seat of another segment helps nothing', async () => {
  const { book } = await fullBook(1);
  const large = await book.worked('Large one', 2, { employeesImported: 5000 });
  const acme = await book.account('Acme');
  const swap = { kind: 'swapSeats', enter: acme, release: [{ id: large, to: 'Queued' }] } as const;
  expect(await book.refusedBy(book.run(swap))).toEqual(['AW-6']);
  expect(await book.statusOf(large)).toBe(enter);
});

it('nobody is released for one that is in already, itself included', async () => {
  const { book, idle } = await fullBook(2);
  for (const enterId of idle) {
    const swap = {
      kind: 'swapSeats',
      enter: enterId,
      release: [{ id: idle[0] ?? '', to: 'Queued' }],
    } as const;
    expect((await book.refusedBy(book.run(swap)))[0]).toMatch(/is in Actively Working already/);
  }
  expect(await book.statusOf(idle[0] ?? '')).toBe(enter);
});

it('one that has left meanwhile, or is another BDR’s, cannot be released', async () => {
  const { book } = await fullBook(1);
  const acme = await book.account('Acme');
  const queued = await book.account('Queued one');
  const gone = { kind: 'swapSeats', enter: acme, release: [{ id: queued, to: 'Queued' }] } as const;
  expect((await book.refusedBy(book.run(gone)))[0]).toMatch(/^AW-6: Queued one is not in Actively Working/);
  const bobs = await book.workedByBob('Bobs');
  const others = { kind: 'swapSeats', enter: acme, release: [{ id: bobs, to: 'Queued' }] } as const;
  expect(await book.refusedBy(book.run(others))).toEqual(['AW-1']);
});
