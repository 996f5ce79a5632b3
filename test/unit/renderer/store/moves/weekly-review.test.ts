import { describe, expect, it, vi } from 'vitest';
import type { RuleSettings } from '../../../../../src/shared/rule-book/settings.ts';
import { daysAgo, MovesBook } from './moves-book.ts';

const weekly: Partial<RuleSettings> = { returnDue: 'atWeeklyReview' };
/** The clock of the store stands on Monday, 2026-11-23; this is the Monday after it. */
const nextMonday = daysAgo(-7);

const review = (book: MovesBook) => book.store.session.ask('weeklyReview', null);
const names = async (book: MovesBook): Promise<string[] | undefined> =>
  (await review(book))?.accounts.map(({ name }) => name).sort();
/** Resolves when the review was held, whatever it found. */
const isHeld = (book: MovesBook, week: string) =>
  vi.waitFor(async () => expect((await review(book))?.week).toBe(week), { timeout: 5000 });
/** When the day is decided and what waited for it had its turn. */
async function nothingIsHeld(book: MovesBook): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await book.store.session.refresh();
    await book.store.session.ask('inbox', null);
  }
  expect(await review(book)).toBeNull();
}

describe('AW-11: accounts that are due back return at the weekly review', () => {
  it('in one change, on the first day of the week while the app is open, and all of it is undone at once', async () => {
    const book = await MovesBook.open(weekly);
    const late = await book.worked('Late', 11);
    const later = await book.worked('Due on Sunday', 4);
    const warned = await book.worked('Warned', 0);
    const paused = await book.worked('Paused', 11);
    await book.done({ kind: 'pauseClocks', ids: [paused], from: daysAgo(0), reason: 'Leave' });
    const others = await book.workedByBob('Another’s');
    book.store.setClock('2026-11-29T23:59:30Z');
    await nothingIsHeld(book);
    book.store.setClock('2026-11-30T00:00:00Z');
    await isHeld(book, nextMonday);
    expect(await names(book)).toEqual(['Due on Sunday', 'Late']);
    expect(await Promise.all([late, later, warned, paused, others].map((id) => book.statusOf(id)))).toEqual([
      'Queued',
      'Queued',
      'Actively Working',
      'Actively Working',
      'Actively Working',
    ]);
    // As by the one click: the stint ends, on the day of the review.
    expect((await book.get(late)).stints?.at(-1)).toMatchObject({ end: nextMonday });
    await book.store.session.undo();
    expect(await Promise.all([late, later].map((id) => book.statusOf(id)))).toEqual([
      'Actively Working',
      'Actively Working',
    ]);
    expect(await review(book)).toBeNull();
  });

  it('Monday is Monday in the workspace’s zone', async () => {
    const book = await MovesBook.open(weekly);
    await book.worked('Late', 11);
    await book.done({ kind: 'changeSettings', patch: { timeZone: 'Pacific/Honolulu' } });
    book.store.setClock('2026-11-30T09:59:00Z');
    await nothingIsHeld(book);
    book.store.setClock('2026-11-30T10:00:00Z');
    await isHeld(book, nextMonday);
  });

  it('an undo is respected: the week’s review is not held again, not even by a restart; the next one is', async () => {
    const book = await MovesBook.open(weekly);
    const late = await book.worked('Late', 11);
    book.store.passDays(8);
    await isHeld(book, nextMonday);
    await book.store.session.undo();
    for (let start = 0; start < 2; start += 1) {
      await book.store.restart();
      await nothingIsHeld(book);
      expect(await book.statusOf(late)).toBe('Actively Working');
    }
    book.store.passDays(5);
    await nothingIsHeld(book);
    book.store.passDays(1);
    await isHeld(book, daysAgo(-14));
    expect(await book.statusOf(late)).toBe('Queued');
  });

  it('redone, it stays; a restart repeats nothing', async () => {
    const book = await MovesBook.open(weekly);
    const late = await book.worked('Late', 11);
    book.store.passDays(7);
    await isHeld(book, nextMonday);
    await book.store.session.undo();
    await book.store.session.redo();
    expect(await names(book)).toEqual(['Late']);
    await book.store.restart();
    expect(await names(book)).toEqual(['Late']);
    expect(await book.statusOf(late)).toBe('Queued');
  });

  it('at the first opening of the week, where nobody had it open on Monday', async () => {
    const book = await MovesBook.open(weekly);
    await book.worked('Late', 11);
    await book.store.close();
    book.store.setClock('2026-12-03T12:00:00Z');
    await book.store.restart();
    await isHeld(book, nextMonday);
    expect((await review(book))?.on).toBe('2026-12-03');
  });

  it('finds nothing due: the week is over all the same, and undo does not stop at it', async () => {
    const book = await MovesBook.open(weekly);
    const id = await book.worked('Research is due on Thursday', 0);
    book.store.passDays(7);
    await nothingIsHeld(book);
    // Due on day 10 of the stint, a Thursday: late on Friday, returned on the Monday after.
    book.store.passDays(4);
    await nothingIsHeld(book);
    await book.store.restart();
    await nothingIsHeld(book);
    expect(await book.statusOf(id)).toBe('Actively Working');
    await book.store.session.undo();
    expect(await book.statusOf(id)).toBe('');
  });

  it('is not held by default, and one turned on in the middle of a week waits for the next', async () => {
    const book = await MovesBook.open();
    const late = await book.worked('Late', 11);
    book.store.passDays(8);
    await nothingIsHeld(book);
    await book.done({ kind: 'changeRules', values: weekly, from: daysAgo(-8) });
    await book.store.restart();
    await nothingIsHeld(book);
    expect(await book.statusOf(late)).toBe('Actively Working');
    book.store.passDays(6);
    await isHeld(book, daysAgo(-14));
  });

  it('on the first day of the week that the settings name (WK-1)', async () => {
    const book = await MovesBook.open({ ...weekly, weekFirstDay: 'wednesday' });
    await book.worked('Late', 11);
    book.store.passDays(1);
    await nothingIsHeld(book);
    book.store.passDays(1);
    await isHeld(book, daysAgo(-2));
  });

  it('is taken back after other work too; what was moved on stays; its note can be put away', async () => {
    const book = await MovesBook.open(weekly);
    const ids = [
      await book.worked('Late', 11),
      await book.worked('Moved on', 11),
      await book.worked('Third', 11),
    ];
    book.store.passDays(7);
    await isHeld(book, nextMonday);
    await book.done({ kind: 'moveAccounts', ids: [ids[1] ?? ''], to: '' });
    expect(await names(book)).toEqual(['Late', 'Third']);
    const taken = await book.done({ kind: 'takeBackReview' });
    expect(taken.label).toEqual({ id: 'command.review-taken-back', params: { count: 2 } });
    expect(await Promise.all(ids.map((id) => book.statusOf(id)))).toEqual([
      'Actively Working',
      '',
      'Actively Working',
    ]);
    expect((await book.get(ids[0] ?? '')).stints?.at(-1)).not.toHaveProperty('end');
    expect(await review(book)).toBeNull();
    const again = await book.run({ kind: 'takeBackReview' });
    expect(again).toMatchObject({ ok: false, error: { message: { id: 'aw11.review-moved-on' } } });
    await book.store.session.undo();
    expect(await names(book)).toEqual(['Late', 'Third']);
    await book.done({ kind: 'dismissReview' });
    expect(await review(book)).toBeNull();
    // Putting the note away is no step of undo.
    await book.store.session.undo();
    expect(await book.statusOf(ids[1] ?? '')).toBe('Queued');
  });

  it('is written whole or not at all, with its note in the same change', async () => {
    const book = await MovesBook.open(weekly);
    for (let at = 0; at < 30; at += 1) await book.worked(`Late ${at}`, 11);
    book.store.passDays(7);
    await isHeld(book, nextMonday);
    expect((await review(book))?.accounts).toHaveLength(30);
    await book.store.session.undo();
    expect(
      (await book.store.session.ask('inbox', null)).find(({ group }) => group === 'returns')?.items,
    ).toHaveLength(30);
  });
});
