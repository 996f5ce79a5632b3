import { daysBetween, type IsoDate } from '../../../shared/clock.ts';
import { once } from '../../../shared/once.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { count, priorityName, segmentName } from '../../app/words.ts';
import type { BookRow, RowDecisions } from '../../store/api.ts';

const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const inThisYear = once(() => new Intl.DateTimeFormat(undefined, day));
const inAnyYear = once(() => new Intl.DateTimeFormat(undefined, { ...day, year: 'numeric' }));

/** "12 Mar", with the year when it is not this year. */
export function shortDate(date: IsoDate, today: IsoDate): string {
  const format = date.slice(0, 4) === today.slice(0, 4) ? inThisYear() : inAnyYear();
  return format.format(new Date(`${date}T00:00:00Z`));
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

type CardClock = NonNullable<RowDecisions['clock']>;

/** The clock that runs out first, as the card says it: "4 days", "last day", "late 2 days", "paused". */
export function clockWords({ state, due }: CardClock, today: IsoDate): string {
  if (state === 'paused' || due === null) return 'paused';
  const days = daysBetween(today, due);
  if (days === 0) return 'last day';
  return days < 0 ? `late ${count(-days, 'day')}` : count(days, 'day');
}

/** The same with its rule, for screen readers. */
const clockSaid = (clock: CardClock, today: IsoDate): string => {
  const words = clockWords(clock, today);
  const left = clock.state !== 'paused' && clock.due !== null && clock.due > today;
  return `${words}${left ? ' left' : ''} under ${clock.rule}`;
};

/** PR-4: the suggested Priority where another one, or none of a worked account, was chosen. */
export function suggestionWords({ priority, status, decided }: BookRow): string {
  // Priority is how hard an account is worked; one that rests needs none.
  if (priority === null && status !== 'Actively Working') return '';
  const suggested = decided?.suggested ?? null;
  return suggested === null || suggested === priority ? '' : `suggested ${String(suggested)}`;
}

/** The first warning in words, and how many more there are. */
export function findingWords(findings: BookRow['findings']): string {
  const [first, ...more] = findings;
  if (first === undefined) return '';
  return more.length === 0 ? say(first.message) : `${say(first.message)} +${String(more.length)}`;
}

/** What an account is, for a card that has nothing to tell of dates or findings; '' when nothing is known. */
export const kindWords = ({ employees, industry }: BookRow): string =>
  [employees === '' ? '' : `${employees} employees`, industry].filter((part) => part !== '').join(', ');

/** A card's name for screen readers: all that it shows, in its order, with words for what icons stand for. */
export function cardName(row: BookRow, today: IsoDate): string {
  const facts = [
    row.nextStepDate === null ? '' : `next step ${dueWords(row.nextStepDate, today)}`,
    row.decided?.clock ? clockSaid(row.decided.clock, today) : '',
    row.workingSince === null ? '' : `Actively Working Since ${shortDate(row.workingSince, today)}`,
    row.findings.length === 0 ? '' : `warning ${findingWords(row.findings)}`,
  ].filter((fact) => fact !== '');
  return [
    row.name,
    row.nominatedBy === '' ? '' : `Nominated by ${row.nominatedBy}`,
    `segment ${segmentName(row.segment)}`,
    [priorityName(row.priority), suggestionWords(row)].filter((part) => part !== '').join(' '),
    row.decided?.territory ? `territory ${row.decided.territory}` : '',
    row.place,
    ...(facts.length === 0 ? [kindWords(row)] : facts),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
