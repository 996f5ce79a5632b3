import type { AccountValues } from '../accounts/account.ts';
import { saysNone, type IcpNotes } from '../accounts/icp-notes.ts';
import { recency } from '../calendar.ts';
import { parseIsoDate, type IsoDate } from '../clock.ts';

export interface KnownTrigger {
  readonly text: string;
  readonly date?: IsoDate;
}

/** `unknown`: nobody has looked; for the table of PR-4 that is the same as none. */
export type TriggerState = 'recent' | 'old' | 'none' | 'unknown';

/** The triggers of an account: its own field, else what its ICP notes say, one a line. */
export function triggersOf(values: Pick<AccountValues, 'triggers'>, notes: IcpNotes): KnownTrigger[] {
  if (values.triggers && values.triggers.length > 0) {
    return values.triggers.map(({ text, date }) => ({ text, ...(date !== undefined && { date }) }));
  }
  if (notes.triggers === '' || saysNone(notes.triggers)) return [];
  return notes.triggers.split('\n').map((text) => {
    const date = parseIsoDate(/\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0] ?? '');
    return { text, ...(date !== undefined && { date }) };
  });
}

/**
 * PR-4: recent = dated within the last 90 days; undated is old. A date in the future is not recent (CLK-2).
 */
export function triggerState(
  triggers: readonly KnownTrigger[],
  notes: IcpNotes,
  today: IsoDate,
  recentTriggerDays: number,
): TriggerState {
  if (triggers.length === 0) return saysNone(notes.triggers) ? 'none' : 'unknown';
  return latestRecent(triggers, today, recentTriggerDays) === undefined ? 'old' : 'recent';
}

/** The latest trigger that is recent. */
export function latestRecent(
  triggers: readonly KnownTrigger[],
  today: IsoDate,
  recentTriggerDays: number,
): (KnownTrigger & { readonly date: IsoDate }) | undefined {
  let latest: (KnownTrigger & { readonly date: IsoDate }) | undefined;
  for (const { text, date } of triggers) {
    if (date === undefined || recency(date, today, recentTriggerDays) !== 'recent') continue;
    if (!latest || date > latest.date) latest = { text, date };
  }
  return latest;
}
