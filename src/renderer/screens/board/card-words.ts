import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../../shared/clock.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { BookRow } from '../../store/api.ts';

const shownDates = new Map<string, string>();

/** "12 Mar", with the year when it is not this year. Kept: formatting is dear, and boards repeat dates. */
export function shortDate(date: IsoDate, today: IsoDate): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  const key = `${date}${sameYear ? '' : 'y'}`;
  const known = shownDates.get(key);
  if (known !== undefined) return known;
  const words = Temporal.PlainDate.from(date).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  shownDates.set(key, words);
  return words;
}

/** How a next step date stands to today (CLK-3): today is neither overdue nor ahead. */
export type DueState = 'overdue' | 'today' | 'ahead';

export const dueState = (date: IsoDate, today: IsoDate): DueState =>
  date < today ? 'overdue' : date === today ? 'today' : 'ahead';

/** The next step date as the card says it. */
export function dueWords(date: IsoDate, today: IsoDate): string {
  const state = dueState(date, today);
  if (state === 'today') return 'Today';
  return state === 'overdue' ? `Overdue, ${shortDate(date, today)}` : shortDate(date, today);
}

/** The first warning in words, and how many more there are. */
export function findingWords(findings: BookRow['findings']): string {
  const [first, ...more] = findings;
  if (first === undefined) return '';
  return more.length === 0 ? say(first.message) : `${say(first.message)} +${String(more.length)}`;
}
