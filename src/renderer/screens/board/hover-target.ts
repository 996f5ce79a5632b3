import type { Status } from '../../../shared/accounts/account.ts';
import { createSignal, type Signal } from '../../store/signal.ts';

/** Where the cards would be inserted if they were dropped now. `index` counts the cards shown in their lane. */
export interface HoverTarget {
  readonly column: Status;
  readonly index: number;
  /** The pointer is over another lane than theirs, where they will not land. */
  readonly away: boolean;
}

export type HoverStore = Signal<HoverTarget | null>;

export const createHoverStore = (): HoverStore =>
  createSignal<HoverTarget | null>(
    null,
    (a, b) => a?.column === b?.column && a?.index === b?.index && a?.away === b?.away,
  );
