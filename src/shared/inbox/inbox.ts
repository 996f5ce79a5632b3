import { label } from '../rule-book/messages.ts';
import { isNearlyFull, seatsToEase, type SegmentMeter } from '../statuses/limits.ts';
import {
  inboxGroups,
  settlesAtOnce,
  type InboxAction,
  type InboxGroup,
  type InboxItem,
} from './inbox-item.ts';

/** AW-6: segments that are full, over-full or nearly full, each with the seats that must go to end that. */
export function limitItems(meters: readonly SegmentMeter[]): InboxItem[] {
  return meters.flatMap((meter): InboxItem[] => {
    const { segment, used, limit } = meter;
    if (limit === null || !isNearlyFull(meter)) return [];
    const said = { segment, used, limit };
    return [
      {
        key: `limit ${segment}`,
        group: 'limits',
        accountId: null,
        name: segment,
        rule: 'AW-6',
        message:
          used > limit
            ? label('aw6.over', said)
            : used === limit
              ? label('inbox.limit-full', said)
              : label('inbox.limit-nearly', { ...said, left: limit - used }),
        on: null,
        priority: null,
        actions: [{ kind: 'releaseSeats', segment, count: seatsToEase(meter) }],
      },
    ];
  });
}

export interface InboxSection {
  readonly group: InboxGroup;
  /** The most urgent first. */
  readonly items: readonly InboxItem[];
  /** What would settle the group all at once: the first action of each item that needs nothing more. */
  readonly atOnce: readonly InboxAction[];
}

/**
 * Today: what needs a hand now, grouped and sorted by urgency. Groups come in a fixed order, the most urgent
 * first; in a group the oldest day first, without a day last, then Priority, then name. Empty = nothing to do.
 */
export function inboxOf(items: Iterable<InboxItem>): InboxSection[] {
  const byGroup = new Map<InboxGroup, InboxItem[]>();
  for (const item of items) {
    const group = byGroup.get(item.group);
    if (group) group.push(item);
    else byGroup.set(item.group, [item]);
  }
  return inboxGroups.flatMap((group): InboxSection[] => {
    const found = byGroup.get(group);
    if (!found) return [];
    const sorted = found.sort(compareUrgency);
    const atOnce = sorted.map(({ actions }) => actions[0]).filter(settlesAtOnce);
    return [{ group, items: sorted, atOnce }];
  });
}

/** Later than every day that a book knows. */
const noDay = '9999-12-31';

const compareUrgency = (a: InboxItem, b: InboxItem): number =>
  compare(a.on ?? noDay, b.on ?? noDay) ||
  (a.priority ?? 4) - (b.priority ?? 4) ||
  compare(a.name, b.name) ||
  compare(a.key, b.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
