import { describe, expect, it } from 'vitest';
import { comingNext } from '../../../../src/renderer/screens/today/coming-next.ts';
import { todayActions } from '../../../../src/renderer/screens/today/today-actions.ts';
import { readTodayKey } from '../../../../src/renderer/screens/today/today-keys.ts';
import { followItem, shownItems, stepItem } from '../../../../src/renderer/screens/today/today-cursor.ts';
import {
  actionKeys,
  actionWords,
  allWords,
  inboxCountWords,
  itemWords,
  releaseAllWords,
} from '../../../../src/renderer/screens/today/today-words.ts';
import type { BookRow } from '../../../../src/renderer/store/api.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import type { InboxAction, InboxItem } from '../../../../src/shared/inbox/inbox-item.ts';
import { label } from '../../../../src/shared/rule-book/messages.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-03-12');

const item = (key: string, group: InboxItem['group'], actions: InboxItem['actions']): InboxItem => ({
  key,
  group,
  accountId: key,
  name: key,
  rule: 'AW-11',
  message: label('inbox.due-today'),
  on: null,
  priority: null,
  actions,
});
const back = (key: string): InboxItem =>
  item(key, 'returns', [
    { kind: 'move', id: key, to: 'Queued' },
    { kind: 'pauseClocks', id: key },
  ]);
const nominated = (key: string): InboxItem =>
  item(key, 'nominations', [
    { kind: 'acceptNomination', id: key },
    { kind: 'declineNomination', id: key },
  ]);
const items = [back('a'), back('b'), nominated('c'), nominated('d')];
const at = (key: string | null, index: number) => ({ key, index });

describe('where the keyboard is', () => {
  it('follows its item; once it is settled, what took its place, or the last one', () => {
    expect(followItem(items, at('c', 0))).toEqual(at('c', 2));
    expect(followItem(items, at('gone', 1))).toEqual(at('b', 1));
    expect(followItem(items, at('gone', 9))).toEqual(at('d', 3));
    expect(followItem([], at('gone', 9))).toEqual(at(null, 0));
  });

  it('goes item by item and group by group', () => {
    expect(stepItem(items, at('a', 0), 'ArrowDown')).toEqual(at('b', 1));
    expect(stepItem(items, at('d', 3), 'ArrowDown')).toEqual(at('d', 3));
    expect(stepItem(items, at('a', 0), 'PageDown')).toEqual(at('c', 2));
    expect(stepItem(items, at('d', 3), 'PageUp')).toEqual(at('c', 2));
    expect(stepItem(items, at('c', 2), 'PageUp')).toEqual(at('a', 0));
    expect(stepItem(items, at('a', 0), 'x')).toBeUndefined();
  });

  it('sees only what is shown of a group', () => {
    const sections = [
      { group: 'returns' as const, items: items.slice(0, 2), atOnce: [] },
      { group: 'nominations' as const, items: items.slice(2), atOnce: [] },
    ];
    expect(shownItems(sections, ({ group }) => (group === 'returns' ? 1 : 9)).map(({ key }) => key)).toEqual([
      'a',
      'c',
      'd',
    ]);
  });
});

describe('what keys do', () => {
  const press = (key: string, more = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });
  const read = (key: string, isOnItem = true, more = {}) =>
    readTodayKey(press(key, more), back('a'), isOnItem, items, at('a', 0));

  it('Enter is the first action, letters are the others, o opens, u takes back', () => {
    expect(read('Enter')).toEqual({ kind: 'act', action: { kind: 'move', id: 'a', to: 'Queued' } });
    expect(read('p')).toEqual({ kind: 'act', action: { kind: 'pauseClocks', id: 'a' } });
    expect(read('o')).toEqual({ kind: 'act', action: { kind: 'open', id: 'a' } });
    expect(read('u')).toEqual({ kind: 'undo' });
    expect(read('w')).toBeUndefined();
  });

  it('Enter on a button is the button’s; chords are the app’s', () => {
    expect(read('Enter', false)).toBeUndefined();
    expect(read('p', true, { ctrlKey: true })).toBeUndefined();
  });

  it('no letter means two things, nor what steps, undoes or starts a shortcut of the app', () => {
    const letters = Object.values(actionKeys);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.filter((letter) => ['j', 'k', 'u', 'g', 'n', '/', '?'].includes(letter))).toEqual([]);
  });
});

describe('words', () => {
  const all = (atOnce: readonly InboxAction[]) => allWords({ group: 'returns', items: [], atOnce });
  it('a line does not say its rule twice, and names keep their writing', () => {
    const words = (id: Parameters<typeof label>[0], params: Record<string, string | number> = {}) =>
      itemWords({ rule: 'TER-6', message: { id, params } });
    expect(words('ter6.no-territory', { name: 'eBay' })).toMatch(/^eBay is US public sector, /);
    expect(words('ter5.territory-gone', { code: 'BAY' })).toMatch(/^TER-5: it was handed to BAY/);
    expect(words('inbox.due-today')).toBe('The next step is due today.');
    const gone = label('ter5.territory-gone', { code: 'BAY' });
    expect(itemWords({ rule: 'TER-5', message: gone })).toMatch(/^It was handed to BAY/);
  });

  it('the button for a group names what it does, where that is one thing', () => {
    const queued = { kind: 'move', id: 'a', to: 'Queued' } as const;
    expect(all([queued, queued])).toBe('Move all 2 to Queued');
    expect(all([queued, { ...queued, to: 'Worked in FY' }])).toBe('Settle all 2');
    const accept = { kind: 'acceptNomination', id: 'a' } as const;
    expect(all([accept, accept, accept])).toBe('Accept all 3');
    expect(actionWords({ kind: 'releaseSeats', segment: 'Large', count: 2 })).toBe('Release 2 seats…');
    expect(actionWords({ kind: 'releaseSeats', segment: 'Large', count: 1 })).toBe('Release 1 seat…');
    expect(
      releaseAllWords([
        { segment: 'Large', count: 6 },
        { segment: 'Mid-Market', count: 8 },
      ]),
    ).toBe('Release 14 seats in all…');
    expect([inboxCountWords(1), inboxCountWords(2)]).toEqual([
      '1 thing needs a hand',
      '2 things need a hand',
    ]);
  });
});

describe('what comes next', () => {
  const row = (name: string, more: Partial<BookRow>): BookRow =>
    ({ id: name, name, status: 'Actively Working', nextStepDate: null, ...more }) as BookRow;
  it('is the earliest day after today: a next step or clock of a worked one, a wake-up of a resting one', () => {
    const decided = { wakeOn: day('2026-03-14'), clock: null } as NonNullable<BookRow['decided']>;
    const rows = [
      row('Today itself', { nextStepDate: today }),
      row('Later', { nextStepDate: day('2026-03-20') }),
      row('Resting', { status: 'Queued', nextStepDate: day('2026-03-13'), decided }),
    ];
    expect(comingNext(rows, today)).toMatchObject({ name: 'Resting', what: 'wakes up', day: '2026-03-14' });
    expect(comingNext(rows.slice(0, 1), today)).toBeUndefined();
  });
});

it('every letter of Today is listed among the shortcuts', () => {
  const listed = todayActions.flatMap(({ shortcuts }) => shortcuts ?? []);
  for (const letter of Object.values(actionKeys)) expect(listed).toContain(letter);
  expect(new Set(listed).size).toBe(listed.length);
  for (const { title, handledByScreen } of todayActions) {
    expect(title).not.toBe('');
    // Each is the screen's own: the palette and global keys leave them alone.
    expect(handledByScreen).toBe(true);
  }
});
