import type { Segment, Status } from '../../shared/accounts/account.ts';
import type { Instant } from '../../shared/clock.ts';
import { once } from '../../shared/once.ts';

export { choiceName, dayText } from '../../shared/views/shown-text.ts';

/** The blank status is the empty string in the data; people need a word for it. */
export const statusName = (status: Status): string => (status === '' ? 'No status' : status);

export const segmentName = (segment: Segment | null): string => segment ?? 'Unknown';

export type Priority = 1 | 2 | 3;

export const priorityName = (priority: Priority | null): string =>
  priority === null ? 'No priority' : `Priority ${priority}`;

/** A moment for people, in the workspace's time zone. */
export const momentText = (instant: Instant | string, timeZone: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );

const plural = once(() => new Intl.PluralRules('en'));

/** "1 account", "12 accounts", "1,200 companies". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString()} ${plural().select(n) === 'one' ? one : many}`;

/** What is announced of a selection, on the board and in the table. */
export const selectedWords = (n: number): string =>
  n === 0 ? 'Nothing selected.' : `${count(n, 'account')} selected.`;

const sizes = [
  [1_000_000_000, 'GB'],
  [1_000_000, 'MB'],
  [1000, 'kB'],
] as const;

/** "1.2 MB", "640 bytes". */
export function bytesText(bytes: number): string {
  const fit = sizes.find(([size]) => bytes >= size);
  if (fit === undefined) return count(bytes, 'byte');
  const [size, unit] = fit;
  return `${(bytes / size).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}
