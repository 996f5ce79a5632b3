import type { Segment, Status } from '../../shared/accounts/account.ts';
import { parseIsoDate, type Instant, type IsoDate } from '../../shared/clock.ts';

/** The blank status is the empty string in the data; people need a word for it. */
export const statusName = (status: Status): string => (status === '' ? 'No status' : status);

export const segmentName = (segment: Segment | null): string => segment ?? 'Unknown';

export type Priority = 1 | 2 | 3;

export const priorityName = (priority: Priority | null): string =>
  priority === null ? 'No priority' : `Priority ${priority}`;

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A calendar day for people; the text itself when it is none. */
export const dayText = (date: IsoDate | string): string => {
  const parsed = parseIsoDate(date);
  return parsed === undefined ? date : dayFormat.format(new Date(`${parsed}T00:00:00Z`));
};

/** A moment for people, in the workspace's time zone. */
export const momentText = (instant: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );

const plural = new Intl.PluralRules('en');

/** "1 account", "12 accounts", "1,200 companies". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString()} ${plural.select(n) === 'one' ? one : many}`;
