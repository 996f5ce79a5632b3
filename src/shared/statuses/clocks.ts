import type { AccountValues, ClockPause } from '../accounts/account.ts';
import { addDays, daysBetween, type IsoDate } from '../clock.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { lastActiveDay, peopleSequenced, sequencedDays, type SequencedProspect } from './sequencing.ts';
import type { StatusSettings } from './status-settings.ts';

/** AW-9: the four BDR fields. */
export const bdrFields = ['accountResearch', 'accountStrategy', 'bdrNextStep', 'bdrNextStepDate'] as const;
export type BdrField = (typeof bdrFields)[number];

/** What the clocks of a stint run on. */
export interface ClockFacts {
  /** Start of the open stint (AW-2). */
  readonly start: IsoDate;
  readonly fields: Pick<AccountValues, BdrField>;
  readonly prospects: readonly SequencedProspect[];
  /** The account's pauses and those of the whole book (leave), in any order. */
  readonly pauses: readonly ClockPause[];
  readonly today: IsoDate;
}

/** `met`: nothing is missing. `warned`: from three days before the due day. `late`: from the day after it. */
export type ClockState = 'met' | 'running' | 'warned' | 'late' | 'paused';

interface Clock {
  readonly state: ClockState;
  /** The last day in time; `null` while a pause has no end. */
  readonly due: IsoDate | null;
  /** Negative once late; `null` with `due`. */
  readonly daysLeft: number | null;
}

/** The clocks of an account in Actively Working, as data; words come with `decideReturn`. */
export interface Clocks {
  /** AW-9. */
  readonly research: Clock & { readonly missing: readonly BdrField[] };
  /** AW-10. */
  readonly sequencing: Clock & { readonly people: number; readonly missing: number };
  /** AW-12. */
  readonly activity: {
    /** Somebody was sequenced in this stint. */
    readonly sequenced: boolean;
    readonly lastActive: IsoDate | null;
    /** The day on which nobody will have been active for 30 days; `null` while nobody was sequenced. */
    readonly due: IsoDate | null;
    readonly isDue: boolean;
  };
}

/** Reads the clocks of AW-9, AW-10 and AW-12 for one stint. */
export function readClocks(facts: ClockFacts, settings: StatusSettings): Clocks {
  const { start, today, prospects, pauses } = facts;
  const missing = missingFields(facts.fields);
  const researchDue = dueDay(start, settings.researchDays, pauses);
  const sequencingDue = dueDay(start, settings.sequencingDays, pauses);
  // A day that has not come has sequenced nobody.
  const people = peopleSequenced(prospects, start, earlier(sequencingDue ?? today, today));
  const stateOf = (due: IsoDate | null, isMet: boolean): Clock => ({
    state: isMet ? 'met' : clockState(due, today, pauses, settings.returnWarningDays),
    due,
    daysLeft: due === null ? null : daysBetween(today, due),
  });
  return {
    research: { ...stateOf(researchDue, missing.length === 0), missing },
    sequencing: {
      ...stateOf(sequencingDue, people >= settings.peopleToSequence),
      people,
      missing: Math.max(0, settings.peopleToSequence - people),
    },
    activity: readActivity(facts, settings),
  };
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** AW-9: which of the four are still blank. */
export const missingFields = (fields: ClockFacts['fields']): BdrField[] =>
  bdrFields.filter((field) => isBlankName(fields[field]));

function clockState(
  due: IsoDate | null,
  today: IsoDate,
  pauses: readonly ClockPause[],
  warningDays: number,
): ClockState {
  if (due !== null && today > due) return 'late';
  if (pauses.some(({ from, until }) => from <= today && (until === undefined || until >= today))) {
    return 'paused';
  }
  return due !== null && daysBetween(today, due) <= warningDays ? 'warned' : 'running';
}

function readActivity(
  { start, prospects, today }: ClockFacts,
  { inactiveDays }: StatusSettings,
): Clocks['activity'] {
  const sequenced = wasSequencedBetween(prospects, start, today);
  const lastActive = lastActiveDay(prospects, today);
  const due = sequenced && lastActive !== null ? addDays(lastActive, inactiveDays) : null;
  return { sequenced, lastActive, due, isDue: due !== null && due <= today };
}

/** AW-12: whether anyone was sequenced in the stint, partner-prospected people included. */
const wasSequencedBetween = (prospects: readonly SequencedProspect[], from: IsoDate, to: IsoDate): boolean =>
  prospects.some((prospect) => sequencedDays(prospect).some((day) => day >= from && day <= to));

/**
 * CLK-3, AW-11: `days` after `start`, not counting paused ones. `null` while a pause without an end holds
 * the clock.
 */
export function dueDay(start: IsoDate, days: number, pauses: readonly ClockPause[]): IsoDate | null {
  let due = addDays(start, days);
  let counted = start;
  const inOrder = [...pauses].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const { from, until } of inOrder) {
    // The clock counts the days after `counted`; what lies before was paused or has passed.
    const first = from > counted ? from : addDays(counted, 1);
    if (first > due) break;
    if (until === undefined) return null;
    if (until < first) continue;
    due = addDays(due, daysBetween(first, until) + 1);
    counted = until;
  }
  return due;
}
