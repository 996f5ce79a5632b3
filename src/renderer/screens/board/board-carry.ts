import type { Status } from '../../../shared/accounts/account.ts';
import { locate, type BoardColumns } from './board-columns.ts';
import { stepPlace, type Step, type SteppingPlace } from './board-steps.ts';
import { freeCount, freeIndexOf, neighboursAt, shownIndexOf } from './drop-place.ts';
import type { PendingMove } from './board-optimistic.ts';

/**
 * Cards carried by keyboard. Places count the cards that stay (`freeIndexOf`), so each step is a place where
 * the cards would really land: never "before itself".
 */
export interface Carry {
  /** The card that was picked up; focus stays on it. */
  readonly grabbed: number;
  /** All cards that are carried, in board order. */
  readonly slots: readonly number[];
  readonly target: SteppingPlace;
}

export type CarryEvent =
  | {
      readonly kind: 'pickUp';
      readonly grabbed: number;
      readonly slots: readonly number[];
      readonly columns: BoardColumns;
    }
  | { readonly kind: 'step'; readonly step: Step; readonly page: number; readonly columns: BoardColumns }
  /** Something else changed the board meanwhile. */
  | { readonly kind: 'boardChanged'; readonly columns: BoardColumns }
  /** Dropped, or put back: nothing is carried any more. */
  | { readonly kind: 'release' };

export function carryReducer(carry: Carry | null, event: CarryEvent): Carry | null {
  switch (event.kind) {
    case 'pickUp': {
      const place = locate(event.columns, event.grabbed);
      if (place === undefined) return carry;
      const index = freeIndexOf(event.columns[place.column], new Set(event.slots), place.index);
      return {
        grabbed: event.grabbed,
        slots: event.slots,
        target: { column: place.column, index, wish: index },
      };
    }
    case 'step': {
      if (carry === null) return null;
      const last = lastFreeIndex(event.columns, carry);
      const target = stepPlace(carry.target, event.step, last, event.page);
      return { ...carry, target };
    }
    case 'boardChanged': {
      if (carry === null || locate(event.columns, carry.grabbed) === undefined) return null;
      const last = lastFreeIndex(event.columns, carry)(carry.target.column);
      return carry.target.index <= last ? carry : { ...carry, target: { ...carry.target, index: last } };
    }
    case 'release':
      return null;
  }
}

const lastFreeIndex =
  (columns: BoardColumns, carry: Carry) =>
  (column: Status): number =>
    freeCount(columns[column], new Set(carry.slots));

/** The index among the shown cards before which the carried ones would land: where the line is drawn. */
export const shownTarget = (columns: BoardColumns, carry: Carry): number =>
  shownIndexOf(columns[carry.target.column], new Set(carry.slots), carry.target.index);

/** "Position 3 of 12", counting the carried cards as landed. */
export const positionOf = (
  columns: BoardColumns,
  carry: Carry,
): { readonly position: number; readonly of: number } => ({
  position: carry.target.index + 1,
  of: freeCount(columns[carry.target.column], new Set(carry.slots)) + carry.slots.length,
});

/** What dropping the cards here asks for. */
export const landingOf = (columns: BoardColumns, carry: Carry): PendingMove => ({
  slots: carry.slots,
  to: carry.target.column,
  place: neighboursAt(columns[carry.target.column], new Set(carry.slots), shownTarget(columns, carry)),
});
