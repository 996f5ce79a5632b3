import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { BoardPlace } from './board-columns.ts';

/** A step on the board, by key. */
export type Step = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'pageUp' | 'pageDown';

const stepOfKey: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** The step of a `KeyboardEvent.key`, if it is one. */
export const stepForKey = (key: string): Step | undefined => stepOfKey[key];

/** A place, and the index it would have in a column long enough: kept while stepping sideways. */
export interface SteppingPlace extends BoardPlace {
  readonly wish: number;
}

/**
 * The place one step away. Sideways steps keep the index as far as the column reaches, and get it back in
 * the next column that reaches so far.
 * @param lastIndexOf the greatest index allowed in a column; -1 for a column without places
 * @param page how many places PageUp and PageDown go
 */
export function stepPlace(
  from: SteppingPlace,
  step: Step,
  lastIndexOf: (column: Status) => number,
  page: number,
): SteppingPlace {
  const within = (column: Status, index: number): number => Math.max(0, Math.min(lastIndexOf(column), index));
  const inColumn = (index: number): SteppingPlace => {
    const clamped = within(from.column, index);
    return { column: from.column, index: clamped, wish: clamped };
  };
  switch (step) {
    case 'up':
      return inColumn(from.index - 1);
    case 'down':
      return inColumn(from.index + 1);
    case 'pageUp':
      return inColumn(from.index - page);
    case 'pageDown':
      return inColumn(from.index + page);
    case 'home':
      return inColumn(0);
    case 'end':
      return inColumn(lastIndexOf(from.column));
    case 'left':
    case 'right': {
      const at = statuses.indexOf(from.column) + (step === 'left' ? -1 : 1);
      const column = statuses[at];
      if (column === undefined) return from;
      return { column, index: within(column, from.wish), wish: from.wish };
    }
  }
}
