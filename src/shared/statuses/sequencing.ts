import type { Prospect, ProspectValues } from '../accounts/prospect.ts';
import { fold } from '../accounts/normalise.ts';
import type { IsoDate } from '../clock.ts';

/** What the rules of sequencing need of a person. */
export type SequencedProspect = Pick<
  Prospect,
  | 'id'
  | 'email'
  | 'sequencedOn'
  | 'endedOn'
  | 'state'
  | 'lastActivity'
  | 'earlierSequences'
  | 'partnerProspected'
>;

/** Every day on which a person was put into a sequence, the present one included. */
export const sequencedDays = ({ sequencedOn, earlierSequences }: SequencedProspect): IsoDate[] => [
  ...(earlierSequences ?? []).map(({ on }) => on),
  ...(sequencedOn === undefined ? [] : [sequencedOn]),
];

/**
 * The values of a person after an edit, with the sequence that the edit replaced kept among the earlier ones:
 * a second sequencing must not erase that there was a first (AW-10).
 */
export function keepEarlierSequence<P extends Partial<ProspectValues>>(
  before: Partial<ProspectValues>,
  after: P,
): P {
  const { sequencedOn: on, sequenceName, endedOn } = before;
  if (on === undefined || after.sequencedOn === undefined || after.sequencedOn <= on) return after;
  const replaced = {
    ...(sequenceName !== undefined && { name: sequenceName }),
    on,
    ...(endedOn !== undefined && { ended: endedOn }),
  };
  const earlier = [...(after.earlierSequences ?? []), replaced];
  // The old end is none of the new sequence's.
  const { endedOn: _endedOn, ...rest } = after;
  return after.endedOn === endedOn
    ? ({ ...rest, earlierSequences: earlier } as P)
    : { ...after, earlierSequences: earlier };
}

/** Two records with one mail address are one person. */
const personKey = ({ id, email }: SequencedProspect): string =>
  email === undefined || email.trim() === '' ? `id ${id}` : `mail ${fold(email.trim())}`;

/**
 * AW-10: how many distinct people were sequenced on a day from `from` to `to`. One that ran
 * already does not count unless they were added anew; partner-prospected people never count (AW-7).
 */
export function peopleSequenced(prospects: readonly SequencedProspect[], from: IsoDate, to: IsoDate): number {
  const people = new Set<string>();
  for (const prospect of prospects) {
    if (prospect.partnerProspected === true) continue;
    const counts = sequencedDays(prospect).some((day) => day >= from && day <= to);
    if (counts) people.add(personKey(prospect));
  }
  return people.size;
}

/** AW-12: active = state active only. */
const isActive = ({ state }: SequencedProspect): boolean => state === 'active';

/**
 * AW-12: the last day on which a person at the account was active. Somebody active makes it today; paused
 * and finished ended on their day, which where it is unknown is their last activity. Days after today are
 * mistakes and count as today. `null` = nobody was ever sequenced.
 */
export function lastActiveDay(prospects: readonly SequencedProspect[], today: IsoDate): IsoDate | null {
  if (prospects.some(isActive)) return today;
  const days = prospects.flatMap(endedDays);
  const last = days.reduce<IsoDate | null>((a, b) => (a === null || b > a ? b : a), null);
  return last !== null && last > today ? today : last;
}

function endedDays({ sequencedOn, endedOn, lastActivity, earlierSequences }: SequencedProspect): IsoDate[] {
  const earlier = (earlierSequences ?? []).map(({ on, ended }) => ended ?? on);
  return sequencedOn === undefined
    ? earlier
    : [...earlier, sequencedOn, endedOn ?? lastActivity ?? sequencedOn];
}
