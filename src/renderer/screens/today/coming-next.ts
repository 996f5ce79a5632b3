import type { IsoDate } from '../../../shared/clock.ts';
import type { BookRow } from '../../store/api.ts';

/** What will need a hand next. */
export interface ComingNext {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly day: IsoDate;
}

/** The earliest day after today on which an account asks for something: next step, clock, wake-up. */
export function comingNext(rows: readonly BookRow[], today: IsoDate): ComingNext | undefined {
  let first: ComingNext | undefined;
  for (const { id, name, status, nextStepDate, decided } of rows) {
    const isWorked = status === 'Actively Working';
    const days: readonly (readonly [string, IsoDate | null])[] = [
      ['next step', isWorked ? nextStepDate : null],
      ['a clock runs out', isWorked ? (decided?.clock?.due ?? null) : null],
      ['wakes up', isWorked ? null : (decided?.wakeOn ?? null)],
    ];
    for (const [what, day] of days) {
      if (day !== null && day > today && (first === undefined || day < first.day)) {
        first = { id, name, what, day };
      }
    }
  }
  return first;
}
