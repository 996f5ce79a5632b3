import type { Account, ClockPause } from '../accounts/account.ts';
import { weekUnder, type DateSpan } from '../calendar.ts';
import { addDays, type IsoDate } from '../clock.ts';
import { settingsOn, type SettingsHistory } from '../rule-book/settings-history.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import { readClocks } from './clocks.ts';
import { returnOf } from './returns.ts';
import type { SequencedProspect } from './sequencing.ts';
import { openStintOf } from './stints.ts';
import type { StatusSettings } from './status-settings.ts';

type ReviewSettings = Pick<RuleSettings, 'returnDue' | 'weekFirstDay'>;

/**
 * AW-11, WK-1: the week whose review is to be held, on its first day or when the app is opened next; `null` where
 * returns are moved by hand. The settings of the week's first day decide: a review that is turned on in the
 * middle of a week is held for the first time at the beginning of the next one.
 */
export function weekToReview(history: SettingsHistory, today: IsoDate): DateSpan | null {
  const week = weekUnder(today, settingsOn(history, today));
  return settingsOn(history, week.from).returnDue === 'atWeeklyReview' ? week : null;
}

/** AW-11: the day of the next review from a day on, when these settings hold from then; `null` = by hand. */
export function nextReview(from: IsoDate, settings: ReviewSettings): IsoDate | null {
  if (settings.returnDue === 'byHand') return null;
  const week = weekUnder(from, settings);
  return week.from === from ? from : addDays(week.to, 1);
}

/** What a review is held by. */
interface ReviewFacts {
  readonly today: IsoDate;
  readonly rules: StatusSettings;
  /** Pauses of every clock: the BDR's leave. */
  readonly pauses: readonly ClockPause[];
}

/** AW-11: whether an account in Actively Working is due back to Queued, and no pause goes on. */
export function dueAtReview(
  account: Account,
  prospects: readonly SequencedProspect[],
  { today, rules, pauses: ofBook }: ReviewFacts,
): boolean {
  const start = openStintOf(account.stints)?.start;
  if (account.status !== 'Actively Working' || start === undefined) return false;
  const pauses = [...(account.clockPauses ?? []), ...ofBook];
  if (pauses.some(({ from, until }) => from <= today && (until === undefined || until >= today)))
    return false;
  const due = returnOf(readClocks({ start, fields: account, prospects, pauses, today }, rules), today, rules);
  return due.kind === 'return' && due.to === 'Queued';
}
