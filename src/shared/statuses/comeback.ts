import type { AccountValues } from '../accounts/account.ts';
import type { Prospect } from '../accounts/prospect.ts';
import type { IsoDate } from '../clock.ts';
import { openStintOf } from './stints.ts';

type Returning = Pick<Prospect, 'id' | 'name' | 'answeredOn' | 'nominatedForEvent' | 'eventResponseOn'>;

/** AW-14: who is the reason to bring an account back, and since when. */
export interface Comeback {
  readonly prospect: Pick<Prospect, 'id' | 'name'>;
  readonly kind: 'answer' | 'event';
  readonly on: IsoDate;
  /** The event, where that is it. */
  readonly event?: string;
}

/**
 * AW-14: people who answered, or nominated guests who responded to an event's invitation, after the account
 * left Actively Working; the latest first. On the day it left counts: the answer may be why it was missed.
 * Empty while it is worked, and when it never was. Days after today are mistakes and do not count.
 */
export function comebacks(
  account: Pick<AccountValues, 'status' | 'stints'>,
  prospects: readonly Returning[],
  today: IsoDate,
): Comeback[] {
  if (account.status === 'Actively Working' || openStintOf(account.stints)) return [];
  const left = leftOn(account.stints);
  if (left === undefined) return [];
  const since = (on: IsoDate | undefined): on is IsoDate => on !== undefined && on >= left && on <= today;
  const found = prospects.flatMap((prospect): Comeback[] => {
    const { id, name, answeredOn, nominatedForEvent: event, eventResponseOn } = prospect;
    const person = { id, name };
    return [
      ...(since(answeredOn) ? [{ prospect: person, kind: 'answer' as const, on: answeredOn }] : []),
      ...(event !== undefined && since(eventResponseOn)
        ? [{ prospect: person, kind: 'event' as const, on: eventResponseOn, event }]
        : []),
    ];
  });
  return found.sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
}

/** AW-14: the people against whom AW-3 and AW-5 are not tested (`EntryFacts.returned`). */
export const returnedPeople = (found: readonly Comeback[]): ReadonlySet<string> =>
  new Set(found.map(({ prospect }) => prospect.id));

function leftOn(stints: AccountValues['stints']): IsoDate | undefined {
  let last: IsoDate | undefined;
  for (const { end } of stints ?? []) if (end !== undefined && (last === undefined || end > last)) last = end;
  return last;
}
