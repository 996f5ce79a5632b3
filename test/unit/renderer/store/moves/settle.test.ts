import { describe, expect, it } from 'vitest';
import { say } from '../../../../../src/shared/rule-book/messages.ts';
import { daysAgo, MovesBook, today } from './moves-book.ts';

const enter = 'Actively Working';

describe('settling Today', () => {
  it('does a whole group as one change; what a rule refuses stays and is told', async () => {
    const book = await MovesBook.open({ limitMidMarket: 2 });
    const late = await book.worked('Late', 12);
    const nominated = await book.account('Nominated');
    await book.done({ kind: 'nominate', ids: [nominated], by: 'Dana' });
    const first = await book.account('First in');
    const second = await book.account('Second in');
    const outcome = await book.done({
      kind: 'settle',
      actions: [
        { kind: 'move', id: late, to: 'Queued' },
        { kind: 'acceptNomination', id: nominated },
        { kind: 'enter', id: first, returned: [] },
        { kind: 'enter', id: second, returned: [] },
        { kind: 'enter', id: await book.account('Third in'), returned: [] },
      ],
    });
    expect(outcome.refused).toMatchObject([{ name: 'Third in', refusal: { rule: 'AW-6' } }]);
    expect(await Promise.all([late, nominated, first, second].map((id) => book.statusOf(id)))).toEqual([
      'Queued',
      'Queued',
      enter,
      enter,
    ]);
    await book.store.session.undo();
    expect(await Promise.all([late, nominated, first].map((id) => book.statusOf(id)))).toEqual([
      enter,
      '',
      '',
    ]);
  });

  it('refuses altogether where nothing at all can be settled, and what needs a person', async () => {
    const book = await MovesBook.open();
    const restricted = await book.account('Restricted');
    await book.move(restricted, 'Restricted', { reason: 'Renewal talks', askedBy: 'Dana' });
    const entering = { kind: 'enter', id: restricted, returned: [] } as const;
    expect(await book.refusedBy(book.run({ kind: 'settle', actions: [entering] }))).toEqual(['AW-7']);
    const form = { kind: 'setNextStep', id: restricted } as const;
    expect((await book.refusedBy(book.run({ kind: 'settle', actions: [form] })))[0]).toMatch(/needs more/);
  });

  it('says where they moved when all move to one place', async () => {
    const book = await MovesBook.open();
    const late = [await book.worked('Late', 12), await book.worked('Later', 13)] as const;
    const back = (id: string) => ({ kind: 'move', id, to: 'Queued' }) as const;
    const both = await book.done({ kind: 'settle', actions: late.map(back) });
    expect(say(both.label)).toBe('Moved 2 accounts to Queued');
    const mixed = [await book.worked('Short', 12), await book.worked('Shorter', 12)] as const;
    const apart = await book.done({
      kind: 'settle',
      actions: [back(mixed[0]), { kind: 'move', id: mixed[1], to: 'Worked in FY' }],
    });
    expect(say(apart.label)).toBe('Settled 2 accounts');
    const one = await book.done({ kind: 'settle', actions: [back(await book.worked('Alone', 12))] });
    expect(say(one.label)).toBe('Moved Alone to Queued');
  });

  it('ends a rest', async () => {
    const book = await MovesBook.open();
    const id = await book.worked('Acme', 3);
    await book.move(id, 'Queued', { rest: { reason: 'poor fit', wakeOn: daysAgo(-1) } });
    await book.done({ kind: 'settle', actions: [{ kind: 'endRest', id }] });
    const { restReason, wakeOn } = await book.get(id);
    expect([restReason, wakeOn]).toEqual([undefined, undefined]);
  });
});

describe('AW-1: nominations', () => {
  it('accepted: Queued, mark gone; declined: mark gone, status kept', async () => {
    const book = await MovesBook.open();
    const ids = [await book.account('Yes'), await book.account('No')];
    await book.done({ kind: 'nominate', ids, by: 'Dana' });
    await book.done({ kind: 'answerNomination', ids: [ids[0] ?? ''], accept: true });
    await book.done({ kind: 'answerNomination', ids: [ids[1] ?? ''], accept: false });
    const found = await Promise.all(ids.map((id) => book.get(id)));
    expect(found.map(({ status, nominatedBy }) => [status, nominatedBy])).toEqual([
      ['Queued', undefined],
      [undefined, undefined],
    ]);
  });

  it('only the BDR Assigned answers', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Bobs', { bdrAssigned: 'Bob' });
    await book.done({ kind: 'nominate', ids: [id], by: 'Dana' });
    for (const accept of [true, false]) {
      const answer = { kind: 'answerNomination', ids: [id], accept } as const;
      expect(await book.refusedBy(book.run(answer))).toEqual(['AW-1']);
    }
  });
});

describe('AW-11: pauses', () => {
  it('of an account: from the day on, ended by yesterday; outside of Actively Working there is no clock', async () => {
    const book = await MovesBook.open();
    const id = await book.worked('Acme', 4);
    const queued = await book.account('Queued');
    const pause = { kind: 'pauseClocks', ids: [id, queued], from: daysAgo(2), reason: 'Leave' } as const;
    expect(await book.refusedBy(book.run(pause))).toEqual(['AW-11']);
    expect((await book.get(id)).clockPauses).toEqual([{ from: daysAgo(2), reason: 'Leave' }]);
    await book.done({ kind: 'endPause', ids: [id] });
    expect((await book.get(id)).clockPauses).toEqual([
      { from: daysAgo(2), until: daysAgo(1), reason: 'Leave' },
    ]);
  });

  it('one that begins today and ends today never was', async () => {
    const book = await MovesBook.open();
    const id = await book.worked('Acme', 4);
    await book.done({ kind: 'pauseClocks', ids: [id], from: today, reason: 'Leave' });
    await book.done({ kind: 'endPause', ids: [id] });
    expect((await book.get(id)).clockPauses).toBeUndefined();
  });

  it.each([
    { until: daysAgo(1), reason: 'Leave', said: /ends on .* before it begins/ },
    { until: undefined, reason: ' ', said: /say why/ },
  ])('refuses until $until, “$reason”', async ({ until, reason, said }) => {
    const book = await MovesBook.open();
    const id = await book.worked('Acme', 4);
    const pause = { kind: 'pauseClocks', ids: [id], from: today, reason, ...(until && { until }) } as const;
    expect((await book.refusedBy(book.run(pause)))[0]).toMatch(said);
  });

  it('of the whole book: nobody is late while it goes on, and it can be ended', async () => {
    const book = await MovesBook.open();
    await book.worked('Acme', 11);
    const reasons = async () =>
      (await book.store.session.ask('seats', { segment: 'Mid-Market' })).map(({ reason }) => reason.id);
    expect(await reasons()).toEqual(['swap.due-back']);
    await book.done({ kind: 'pauseClocks', ids: null, from: daysAgo(3), reason: 'Leave' });
    expect(await reasons()).toEqual(['swap.idle-unranked']);
    await book.done({ kind: 'endPause', ids: null });
    // Three paused days are over; ten and three days are not.
    expect(await reasons()).toEqual(['swap.idle-unranked']);
    await book.store.session.undo();
    await book.store.session.undo();
    expect(await reasons()).toEqual(['swap.due-back']);
  });
});

describe('SEG-3, SEG-6: parents', () => {
  it('a circle is refused with its path, in command and preview', async () => {
    const book = await MovesBook.open();
    const a = await book.account('A');
    const b = await book.account('B');
    await book.done({ kind: 'setParent', id: b, parentId: a });
    const preview = await book.store.session.ask('reparent', { id: a, parentId: b });
    expect(preview).toMatchObject({ allowed: false, path: [a, b, a] });
    const outcome = await book.run({ kind: 'setParent', id: a, parentId: b });
    expect(outcome).toMatchObject({ ok: false, error: { message: { params: { path: 'A → B → A' } } } });
  });

  it('typed into the field, a circle is refused with its path, and nothing is written', async () => {
    const book = await MovesBook.open();
    const a = await book.account('A');
    const b = await book.account('B');
    await book.done({ kind: 'editAccounts', ids: [b], patch: { parentRef: 'A' } });
    expect((await book.get(b)).parentId).toBe(a);
    const circle = { kind: 'editAccounts', ids: [a], patch: { parentRef: 'B' } } as const;
    expect(await book.refusedBy(book.run(circle))).toEqual(['SEG-3']);
    const outcome = await book.run(circle);
    expect(outcome).toMatchObject({ ok: false, error: { message: { params: { path: 'A → B → A' } } } });
    expect((await book.get(a)).parentRef).toBeUndefined();
    // A parent that is not in the book is no circle: it is reported.
    await book.done({ kind: 'editAccounts', ids: [a], patch: { parentRef: 'Elsewhere' } });
  });

  it('the tree says who decides segment and Expand, and who stands apart', async () => {
    const book = await MovesBook.open();
    const top = await book.account('Top', { employeesImported: 5000 });
    const payer = await book.account('Payer', { employeesImported: 50, type: 'customer', totalCarr: 48 });
    const apart = await book.account('Apart', { employeesImported: 70 });
    for (const id of [payer, apart]) await book.done({ kind: 'setParent', id, parentId: top });
    await book.done({ kind: 'setStandAlone', id: apart, standAlone: true, reason: 'Held by a fund' });
    const tree = async (id: string) => (await book.store.session.account(id))?.family;
    expect(await tree(payer)).toMatchObject({
      members: [
        { id: top, depth: 0, carr: null, decides: [{ id: 'seg3.decides', params: { employees: '5,000' } }] },
        {
          id: payer,
          depth: 1,
          carr: 48,
          decides: [{ id: 'seg5.decides', params: { carr: 48, border: 48 } }],
        },
      ],
      undecided: [],
      apartFrom: null,
      standingApart: [{ id: apart, name: 'Apart' }],
    });
    expect(await tree(apart)).toMatchObject({
      members: [{ id: apart }],
      undecided: [{ id: 'seg5.no-customer' }],
      apartFrom: { id: top, name: 'Top' },
      standingApart: [],
    });
    await book.done({ kind: 'setStandAlone', id: apart, standAlone: false });
    expect((await tree(apart))?.members.map(({ name }) => name).sort()).toEqual(['Apart', 'Payer', 'Top']);
  });

  it('a parent brings its segment; the preview says so before, and standing alone takes it away', async () => {
    const book = await MovesBook.open();
    const parent = await book.account('Parent', { employeesImported: 5000 });
    const id = await book.account('Child', { employeesImported: 50 });
    const effects = await book.store.session.ask('reparent', { id, parentId: parent });
    expect(effects).toMatchObject({ effects: [{ id, segment: { from: 'SMB', to: 'Large' } }] });
    await book.done({ kind: 'setParent', id, parentId: parent });
    const segment = async () => (await book.store.session.account(id))?.row.segment;
    expect(await segment()).toBe('Large');
    const alone = { kind: 'setStandAlone', id, standAlone: true } as const;
    expect(await book.refusedBy(book.run(alone))).toEqual(['SEG-6']);
    await book.done({ ...alone, reason: 'Held by a fund' });
    expect(await segment()).toBe('SMB');
    await book.done({ kind: 'setStandAlone', id, standAlone: false });
    expect(await segment()).toBe('Large');
    await book.done({ kind: 'setParent', id, parentId: null });
    const { parentId, parentRef } = await book.get(id);
    expect([parentId, parentRef, await segment()]).toEqual([undefined, undefined, 'SMB']);
  });
});

describe('SEG-4: reviews', () => {
  it('an accepted count becomes the override; a dropped one leaves nothing', async () => {
    const book = await MovesBook.open();
    const proposed = { proposedEmployees: 5000, proposedEmployeesSource: 'https://acme.example/report' };
    const yes = await book.account('Yes', proposed);
    const no = await book.account('No', proposed);
    await book.done({ kind: 'reviewSegment', id: yes, what: 'acceptCount' });
    await book.done({ kind: 'reviewSegment', id: no, what: 'dropCount' });
    expect(await book.get(yes)).toMatchObject({ employeesOverride: 5000 });
    expect((await book.get(no)).proposedEmployees).toBeUndefined();
    const again = { kind: 'reviewSegment', id: no, what: 'dropCount' } as const;
    expect((await book.refusedBy(book.run(again)))[0]).toMatch(/^SEG-4/);
  });
});

describe('SEG-4: a segment change that new data brought', () => {
  /** As an import leaves it: 5,000 employees, held at Mid-Market. */
  const grown = { employeesImported: 5000, segmentConfirmed: 'Mid-Market' } as const;

  async function changes(book: MovesBook) {
    const sections = await book.store.session.ask('inbox', null);
    return sections.find(({ group }) => group === 'segments');
  }
  const segmentOf = async (book: MovesBook, id: string) =>
    (await book.store.session.account(id))?.row.segment ?? null;

  it('stands in Today, whoever it belongs to, and is confirmed or kept one by one', async () => {
    const book = await MovesBook.open();
    const [yes, no] = [await book.account('Yes', grown), await book.account('No', grown)];
    const waiting = await changes(book);
    expect(waiting?.items.map(({ name, rule, message }) => [name, rule, say(message)])).toEqual(
      ['No', 'Yes'].map((name) => [
        name,
        'SEG-4',
        'SEG-4: new data makes it Large; Mid-Market stays in force until the change is confirmed at review.',
      ]),
    );
    await book.done({ kind: 'settle', actions: [{ kind: 'confirmSegment', id: yes }] });
    await book.done({ kind: 'settle', actions: [{ kind: 'keepSegment', id: no }] });
    expect([await segmentOf(book, yes), await segmentOf(book, no)]).toEqual(['Large', 'Mid-Market']);
    expect(await changes(book)).toBeUndefined();
    const again = { kind: 'settle', actions: [{ kind: 'confirmSegment', id: no }] } as const;
    expect(await book.refusedBy(book.run(again))).toEqual(['SEG-4']);
    await book.store.session.undo();
    expect((await changes(book))?.items.map(({ name }) => name)).toEqual(['No']);
  });

  it('all at once, as one change that one undo takes back', async () => {
    const book = await MovesBook.open();
    const ids = [await book.account('One', grown), await book.account('Two', grown)];
    const { atOnce = [] } = (await changes(book)) ?? {};
    await book.done({ kind: 'settle', actions: atOnce });
    expect(await Promise.all(ids.map((id) => segmentOf(book, id)))).toEqual(['Large', 'Large']);
    await book.store.session.undo();
    expect(await Promise.all(ids.map((id) => segmentOf(book, id)))).toEqual(['Mid-Market', 'Mid-Market']);
  });

  it('AW-6 counts by the segment in force, before the review and after it', async () => {
    const book = await MovesBook.open({ limitLarge: 1 });
    const first = await book.account('First', { employeesImported: 3000 });
    const second = await book.account('Second', grown);
    await book.done({ kind: 'moveAccounts', ids: [first], to: enter });
    await book.done({ kind: 'moveAccounts', ids: [second], to: enter });
    await book.done({ kind: 'settle', actions: [{ kind: 'confirmSegment', id: second }] });
    // It evicts nobody; further entries are blocked.
    expect(await book.statusOf(second)).toBe(enter);
    const third = await book.account('Third', { employeesImported: 3000 });
    expect(await book.refusedBy(book.move(third, enter))).toEqual(['AW-6']);
  });

  it('SEG-3: a hierarchy goes by what is in force; what would change nobody is not asked', async () => {
    const book = await MovesBook.open();
    const parent = await book.account('Parent', grown);
    await book.account('Child', { parentRef: 'Parent' });
    const quiet = await book.account('Top', { employeesImported: 9000 });
    await book.account('Below', { ...grown, parentRef: 'Top' });
    expect(await segmentOf(book, parent)).toBe('Mid-Market');
    expect((await changes(book))?.items.map(({ name }) => name)).toEqual(['Parent']);
    await book.done({ kind: 'reviewSegment', id: parent, what: 'confirmSegment' });
    const rows = (await book.store.session.account(parent))?.family.members.map(({ segment }) => segment);
    expect(rows).toEqual(['Large', 'Large']);
    expect(await segmentOf(book, quiet)).toBe('Large');
  });

  it('its receipt says what waits and what would decide it', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme', grown);
    const receipt = (await book.store.session.ask('receipts', { id }))?.segment;
    expect(receipt?.rules).toContain('SEG-4');
    expect(
      [receipt?.said, ...(receipt?.facts ?? []), ...(receipt?.flips ?? [])].map((it) => it && say(it)),
    ).toEqual([
      'Segment Mid-Market.',
      'SEG-2: 5,000 employees (imported list) make it Large by itself.',
      'SEG-4: new data makes it Large; Mid-Market stays in force until the change is confirmed at review.',
      'Confirmed at review: Large',
      '−4,901 employees: SMB',
    ]);
  });

  it('a count that a person types holds at once, also while a change waits', async () => {
    const book = await MovesBook.open();
    const id = await book.account('Acme', grown);
    await book.done({ kind: 'editAccounts', ids: [id], patch: { employeesOverride: 50 } });
    expect(await segmentOf(book, id)).toBe('SMB');
    expect((await book.get(id)).segmentConfirmed).toBeUndefined();
    expect(await changes(book)).toBeUndefined();
    const free = await book.account('Free');
    await book.done({ kind: 'editAccounts', ids: [free], patch: { employeesImported: 2000 } });
    expect(await segmentOf(book, free)).toBe('Large');
  });
});

describe('PR-4: chosen Priorities', () => {
  it('against the suggestion needs a word why, which goes once the choice agrees', async () => {
    const book = await MovesBook.open();
    // 5,000 developers to be won and a high DB QS: a strong score, and no trigger at all.
    const id = await book.account('Strong', { dbQs: 95, lamDevelopers: 400, ceUsers: 40, intent: 'high' });
    const suggested = (await book.store.session.account(id))?.row.decided?.suggested ?? null;
    expect(suggested).not.toBeNull();
    const other = suggested === 3 ? 1 : 3;
    const against = { kind: 'choosePriorities', choices: [{ id, priority: other }] } as const;
    expect(await book.refusedBy(book.run(against))).toEqual(['PR-4']);
    await book.done({ ...against, reason: 'The AE knows them' });
    expect(await book.get(id)).toMatchObject({ priority: other, priorityReason: 'The AE knows them' });
    await book.done({ kind: 'choosePriorities', choices: [{ id, priority: suggested }] });
    const { priority, priorityReason } = await book.get(id);
    expect([priority, priorityReason]).toEqual([suggested, undefined]);
  });
});

it('ROE-1, ROE-3: the account of a lead is looked up in the book', async () => {
  const book = await MovesBook.open();
  const id = await book.account('Acme', { owner: 'Dana', bdrAssigned: 'Ada' });
  const question = {
    accountId: id,
    activities: [],
    otherLeads: [],
    currentOwner: '',
    isQualifying: false,
    isInSequence: false,
    isPartnerProspected: false,
    metAtJointPartnerEvent: false,
  };
  expect((await book.store.session.ask('lead', question)).receipt.rules[0]).toBe('ROE-4');
  await book.move(id, 'Restricted', { reason: 'Renewal', askedBy: 'Dana' });
  expect((await book.store.session.ask('lead', question)).outcome).toMatchObject({
    who: 'bdr',
    name: 'Ada',
    ask: { ae: 'Dana' },
  });
});

it('AW-15: the preview of a bulk change counts seats as they fill', async () => {
  const book = await MovesBook.open({ limitMidMarket: 1 });
  const ids = [await book.account('A'), await book.account('B')];
  await book.person(ids[0] ?? '', { mqlDate: today });
  const rows = await book.store.session.ask('bulk', { ids, change: { kind: 'status', to: enter } });
  expect(rows.map(({ outcome, refusals }) => [outcome, refusals.map(({ rule }) => rule)])).toEqual([
    ['refused', ['AW-3']],
    ['passes', []],
  ]);
});
