import type { SeatOffer } from '../../../shared/statuses/seat-swap.ts';

/** Which seats are to be released, and where the keyboard is. */
export interface ChosenSeats {
  readonly at: number;
  readonly ids: ReadonlySet<string>;
}

/** The best ones, as many as are proposed. */
export const firstSeats = (offers: readonly SeatOffer[], proposed: number): ChosenSeats => ({
  at: 0,
  ids: new Set(offers.slice(0, proposed).map(({ id }) => id)),
});

const pageSize = 8;

/**
 * What a key does to the choice; the same value where it means nothing. Where one alone goes the choice follows
 * the arrows; where several may, Space chooses and lets go.
 */
export function chooseSeat(
  chosen: ChosenSeats,
  key: string,
  offers: readonly SeatOffer[],
  several: boolean,
): ChosenSeats {
  const last = offers.length - 1;
  const goTo = (wish: number): ChosenSeats => {
    const at = Math.max(0, Math.min(last, wish));
    const id = offers[at]?.id;
    return { at, ids: !several && id !== undefined ? new Set([id]) : chosen.ids };
  };
  switch (key) {
    case 'ArrowDown':
      return goTo(chosen.at + 1);
    case 'ArrowUp':
      return goTo(chosen.at - 1);
    case 'PageDown':
      return goTo(chosen.at + pageSize);
    case 'PageUp':
      return goTo(chosen.at - pageSize);
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(last);
    case ' ': {
      const id = offers[chosen.at]?.id;
      if (id === undefined) return chosen;
      if (!several) return { at: chosen.at, ids: new Set([id]) };
      const ids = new Set(chosen.ids);
      if (!ids.delete(id)) ids.add(id);
      return { at: chosen.at, ids };
    }
    default:
      return chosen;
  }
}
