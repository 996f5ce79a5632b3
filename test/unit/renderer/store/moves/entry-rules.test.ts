import { describe, expect, it } from 'vitest';
import { daysAgo, MovesBook, today } from './moves-book.ts';

const enter = 'Actively Working';

describe('AW-3: an MQL in the last 30 days', () => {
  it.each([
    { days: 29, refused: ['AW-3'] },
    { days: 30, refused: [] },
    { days: -1, refused: [] },
  ])('$days days ago refuses by $refused', async ({ days, refused }) => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(id, { mqlDate: daysAgo(days) });
    expect(await book.refusedBy(book.move(id, enter))).toEqual(refused);
    expect(await book.statusOf(id)).toBe(refused.length === 0 ? enter : '');
  });

  it('counts the people of this account alone', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(await book.account('Bolt'), { mqlDate: today });
    expect(await book.refusedBy(book.move(id, enter))).toEqual([]);
  });

  it('counts by the days that the settings say', async () => {
    const book = await MovesBook.open({ recentDays: 10 });
    const id = await book.account('Acme');
    await book.person(id, { mqlDate: daysAgo(10) });
    expect(await book.refusedBy(book.move(id, enter))).toEqual([]);
  });
});

describe('AW-4: an opportunity created in the last 30 days', () => {
  it.each([
    { days: 29, refused: ['AW-4'] },
    { days: 30, refused: [] },
  ])('$days days ago refuses by $refused', async ({ days, refused }) => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.opportunity(id, {
      createdDate: daysAgo(days),
      stage: 'Closed Lost',
      closeDate: daysAgo(days),
    });
    expect(await book.refusedBy(book.move(id, enter))).toEqual(refused);
  });

  it('an old open one is a warning, told before and no hindrance', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.opportunity(id, { createdDate: daysAgo(90), stage: '3-Discovery' });
    const preview = await book.store.session.previewMove([id], enter);
    expect(preview.warnings.map(({ message }) => message.id)).toEqual(['aw4.open']);
    expect(await book.refusedBy(book.move(id, enter))).toEqual([]);
  });
});

describe('AW-5: a lead in Qualifying that somebody is at', () => {
  it.each([
    { what: 'activity 29 days ago', person: { lastActivity: daysAgo(29) }, refused: ['AW-5'] },
    { what: 'activity 30 days ago', person: { lastActivity: daysAgo(30) }, refused: [] },
    { what: 'a task due today', person: { nextTaskDate: today }, refused: ['AW-5'] },
    { what: 'a task due yesterday', person: { nextTaskDate: daysAgo(1) }, refused: [] },
  ])('$what refuses by $refused', async ({ person, refused }) => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(id, { leadStatus: 'Qualifying', ...person });
    expect(await book.refusedBy(book.move(id, enter))).toEqual(refused);
  });
});

describe('AW-3x: an override', () => {
  const override = { ground: 'low-touch sequence', by: 'Dana Wells', reason: 'Newsletter only' } as const;

  it('lets an MQL in a low-touch sequence enter, and the stint keeps who, when and why', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(id, { mqlDate: daysAgo(3), touchLevel: 'low', state: 'active' });
    const preview = await book.store.session.previewMove([id], enter);
    expect(preview).toMatchObject({ allowed: [], isOverridable: true, fullSegment: null });
    expect(await book.store.session.ask('move', { id, to: enter })).toMatchObject({
      override: { grounds: ['low-touch sequence'] },
    });
    expect(await book.refusedBy(book.move(id, enter, { override }))).toEqual([]);
    expect((await book.get(id)).stints?.at(-1)).toMatchObject({
      start: today,
      overrideBy: 'Dana Wells',
      overrideOn: today,
      overrideGround: 'low-touch sequence',
      overrideReason: 'Newsletter only',
    });
  });

  it('is not recorded where nothing had to be lifted', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.move(id, enter, { override });
    expect((await book.get(id)).stints).toEqual([{ start: today, actor: 'Ada' }]);
  });

  it.each([
    { what: 'a high-touch sequence', person: { touchLevel: 'high' as const, state: 'active' as const } },
    { what: 'no sequence', person: {} },
  ])('does not help with $what at a Mid-Market account', async ({ person }) => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(id, { mqlDate: daysAgo(3), ...person });
    expect((await book.store.session.previewMove([id], enter)).isOverridable).toBe(false);
    expect(await book.refusedBy(book.move(id, enter, { override }))).toEqual(['AW-3']);
  });

  it('needs name and reason', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(id, { mqlDate: daysAgo(3), touchLevel: 'low', state: 'active' });
    const nameless = { override: { ...override, by: ' ' } };
    expect(await book.refusedBy(book.move(id, enter, nameless))).toEqual(['AW-3x']);
  });

  it('never lifts AW-4', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.person(id, { mqlDate: daysAgo(3), touchLevel: 'low', state: 'active' });
    await book.opportunity(id, { createdDate: daysAgo(3) });
    expect((await book.store.session.previewMove([id], enter)).isOverridable).toBe(false);
    expect(await book.refusedBy(book.move(id, enter, { override }))).toEqual(['AW-4']);
  });
});

describe('AW-14: who came back by themselves', () => {
  /** It left Actively Working 20 days ago. */
  const leftBook = async (rules = {}) => {
    const book = await MovesBook.open(rules);
    book.store.passDays(-20);
    const id = await book.account('Acme');
    await book.move(id, enter);
    await book.move(id, 'Queued');
    book.store.passDays(20);
    return { book, id };
  };

  it.each([
    { what: 'the day it left', answered: 20, refused: [] },
    { what: 'the day before it left', answered: 21, refused: ['AW-3'] },
  ])('an answer on $what: refused by $refused', async ({ answered, refused }) => {
    const { book, id } = await leftBook();
    await book.person(id, { mqlDate: daysAgo(2), answeredOn: daysAgo(answered) });
    expect(await book.refusedBy(book.move(id, enter))).toEqual(refused);
  });

  it('AW-6 still holds', async () => {
    const { book, id } = await leftBook({ limitMidMarket: 1 });
    await book.move(await book.account('Full'), enter);
    await book.person(id, { answeredOn: daysAgo(1) });
    expect(await book.refusedBy(book.move(id, enter))).toEqual(['AW-6']);
  });
});

describe('AW-6: the limit of a segment', () => {
  it('the last seat is given, the next one refused, in the order asked for (AW-15)', async () => {
    const book = await MovesBook.open({ limitMidMarket: 2 });
    const ids = [await book.account('C'), await book.account('A'), await book.account('B')];
    const outcome = await book.done({ kind: 'moveAccounts', ids, to: enter });
    expect(outcome.refused).toMatchObject([{ name: 'B', refusal: { rule: 'AW-6' } }]);
    expect(await Promise.all(ids.map((id) => book.statusOf(id)))).toEqual([enter, enter, '']);
  });

  it('a full segment is offered a swap; one that is refused for more than that is not', async () => {
    const book = await MovesBook.open({ limitMidMarket: 1 });
    await book.move(await book.account('Full'), enter);
    const id = await book.account('Acme');
    expect(await book.store.session.previewMove([id], enter)).toMatchObject({
      allowed: [],
      fullSegment: 'Mid-Market',
      isOverridable: false,
    });
    await book.person(id, { mqlDate: today, touchLevel: 'low', state: 'active' });
    const both = await book.store.session.previewMove([id], enter);
    expect(both).toMatchObject({ fullSegment: null, isOverridable: false });
  });
});

describe('AW-2: leaving Actively Working', () => {
  it.each([
    { wakeOn: daysAgo(0), refused: /^CLK-3/ },
    { wakeOn: daysAgo(-1), refused: undefined },
  ])('with a wake-up day $wakeOn', async ({ wakeOn, refused }) => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.move(id, enter);
    expect((await book.store.session.previewMove([id], 'Queued')).asksRest).toBe(true);
    const rest = { reason: 'get back to me', wakeOn } as const;
    const [said] = await book.refusedBy(book.move(id, 'Queued', { rest }));
    if (refused) expect(said).toMatch(refused);
    else {
      const { restReason, stints } = await book.get(id);
      expect({ said, restReason, stints }).toMatchObject({
        said: undefined,
        restReason: 'get back to me',
        stints: [{ end: today, reason: 'get back to me' }],
      });
    }
  });

  it('“get back to me” needs the day; entering again ends the rest', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    await book.move(id, enter);
    const [said] = await book.refusedBy(book.move(id, 'Queued', { rest: { reason: 'get back to me' } }));
    expect(said).toMatch(/^AW-2/);
    await book.move(id, 'Queued', { rest: { reason: 'poor fit', wakeOn: daysAgo(-9) } });
    expect(await book.get(id)).toMatchObject({ restReason: 'poor fit', wakeOn: daysAgo(-9) });
    await book.move(id, enter);
    const { restReason, wakeOn } = await book.get(id);
    expect([restReason, wakeOn]).toEqual([undefined, undefined]);
  });

  it('asks for no rest where the account is restricted or was not worked', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme');
    expect((await book.store.session.previewMove([id], 'Queued')).asksRest).toBe(false);
    await book.move(id, enter);
    const preview = await book.store.session.previewMove([id], 'Restricted');
    expect(preview).toMatchObject({ asksRest: false, needsReason: true });
  });
});

describe('the family guard', () => {
  it('names who works a relative, and customers, and follows changes', async () => {
    const book = await MovesBook.open();
    const parent = await book.workedByBob('Parent', { website: 'p.example' });
    const child = await book.account('Child', { website: 'c.example' });
    await book.done({ kind: 'setParent', id: child, parentId: parent });
    const family = async () =>
      (await book.store.session.previewMove([child], enter)).family.map(({ message }) => message.id);
    expect(await family()).toEqual(['family.parent-worked']);
    await book.done({ kind: 'editAccounts', ids: [parent], patch: { type: 'customer' } });
    expect(await family()).toEqual(['family.parent-worked', 'family.parent-customer']);
    const twin = await book.account('Twin', { website: 'https://www.c.example', type: 'customer' });
    expect(await family()).toContain('family.domain-customer');
    await book.done({ kind: 'deleteAccounts', ids: [twin] });
    await book.done({ kind: 'setParent', id: child, parentId: null });
    expect(await family()).toEqual([]);
  });
});
