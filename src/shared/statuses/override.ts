import type { OverrideGround, Segment } from '../accounts/account.ts';
import { overrideGrounds } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { isFuture } from '../calendar.ts';
import type { IsoDate } from '../clock.ts';
import { label } from '../rule-book/messages.ts';
import type { Refusal } from './decision.ts';
import type { EntryChecks, EntryProspect } from './entry-checks.ts';

/** AW-3x: who lets an account enter against AW-3 or AW-5, on what ground, when and why. */
export interface Override {
  readonly ground: OverrideGround;
  /** The SAL or AE. */
  readonly by: string;
  readonly on: IsoDate;
  readonly reason: string;
}

/** What stands against an entry, sorted by what an override can do about it. */
export interface OverrideOffer {
  /** The refusals that an override on one of `grounds` would lift. */
  readonly liftable: readonly Refusal[];
  readonly grounds: readonly OverrideGround[];
  /** What no override helps against: AW-4, and AW-5 because of others than the MQL. */
  readonly standing: readonly Refusal[];
}

/** AW-3x: which of the entry checks' refusals an override could lift, and on which grounds. */
export function offerOverride(checks: EntryChecks, segment: Segment | null): OverrideOffer {
  const { refusals, mqls, qualifying } = checks;
  const grounds =
    mqls.length === 0 ? [] : overrideGrounds.filter((ground) => groundHolds(ground, mqls, segment));
  const onlyThatMql = qualifying.every(({ id }) => mqls.some((mql) => mql.id === id));
  const canLift = ({ rule }: Refusal): boolean =>
    grounds.length > 0 && (rule === 'AW-3' || (rule === 'AW-5' && onlyThatMql));
  return {
    liftable: refusals.filter(canLift),
    grounds,
    standing: refusals.filter((refusal) => !canLift(refusal)),
  };
}

/** Every MQL in a low-touch sequence; or a Large account, where outreach can go to other units. */
const groundHolds = (
  ground: OverrideGround,
  mqls: readonly EntryProspect[],
  segment: Segment | null,
): boolean => (ground === 'other units' ? segment === 'Large' : mqls.every(isInLowTouchSequence));

const isInLowTouchSequence = ({ touchLevel, state }: EntryProspect): boolean =>
  touchLevel === 'low' && (state === 'active' || state === 'paused');

/** AW-3x: what is wrong with an override; empty = it lifts what it can lift. */
export function checkOverride(override: Override, offer: OverrideOffer, today: IsoDate): Refusal[] {
  const refused = (message: Refusal['message'], remedy: Refusal['remedy']): Refusal[] => [
    { rule: 'AW-3x', message, remedy },
  ];
  const details = label('aw3x.details-remedy');
  return [
    ...(isBlankName(override.by) ? refused(label('aw3x.by-missing'), details) : []),
    ...(isBlankName(override.reason) ? refused(label('aw3x.reason-missing'), details) : []),
    ...(isFuture(override.on, today)
      ? refused(label('aw3x.ahead', { date: override.on }), label('aw3x.ahead-remedy'))
      : []),
    ...(offer.grounds.includes(override.ground)
      ? []
      : refused(
          override.ground === 'other units' ? label('aw3x.not-large') : label('aw3x.not-low-touch'),
          label('aw3x.no-ground-remedy'),
        )),
  ];
}
