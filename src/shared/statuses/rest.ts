import type { AccountValues, RestReason, Status } from '../accounts/account.ts';
import { isFuture } from '../calendar.ts';
import type { IsoDate } from '../clock.ts';
import { label } from '../rule-book/messages.ts';
import type { Refusal } from './decision.ts';

/** Why an account leaves Actively Working, and the day on which it is to come back to Today. */
export interface Rest {
  readonly reason: RestReason;
  readonly wakeOn?: IsoDate;
}

/** What each reason asks for and suggests. */
export interface RestKind {
  /** "Get back to me" means nothing without a day. */
  readonly needsDate: boolean;
  readonly suggests: Extract<Status, 'Queued' | 'Worked in FY'>;
  /** Bad data opens the list of what to mend (`fixList`). */
  readonly opensFixList: boolean;
}

export const restKinds: Readonly<Record<RestReason, RestKind>> = {
  'get back to me': { needsDate: true, suggests: 'Queued', opensFixList: false },
  'bad data': { needsDate: false, suggests: 'Queued', opensFixList: true },
  'poor fit': { needsDate: false, suggests: 'Queued', opensFixList: false },
  'worked to completion': { needsDate: false, suggests: 'Worked in FY', opensFixList: false },
};

/** AW-2: what is missing of the reason why a stint ends. A wake-up date lies in the future (CLK-3). */
export function checkRest({ reason, wakeOn }: Rest, today: IsoDate): Refusal[] {
  if (wakeOn === undefined) {
    if (!restKinds[reason].needsDate) return [];
    return [{ rule: 'AW-2', message: label('aw2.wake-missing'), remedy: label('aw2.wake-missing-remedy') }];
  }
  if (isFuture(wakeOn, today)) return [];
  return [
    {
      rule: 'CLK-3',
      message: label('clk3.wake-not-future', { date: wakeOn }),
      remedy: label('clk3.wake-not-future-remedy'),
    },
  ];
}

/** Whether a resting account is to be looked at again: its day has come, and it is not worked already. */
export const isAwake = (values: Pick<AccountValues, 'status' | 'wakeOn'>, today: IsoDate): boolean =>
  values.wakeOn !== undefined &&
  values.wakeOn <= today &&
  values.status !== 'Actively Working' &&
  values.status !== 'Restricted';
