import { memo } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { useRow } from '../../app/store-context.tsx';
import { CardFace } from './card-face.tsx';
import { cardName } from './card-words.ts';
import '../../components/visually-hidden.css';

/** How a card is on its way: picked up by key, dragged by pointer, or not. */
export type Carried = 'keyboard' | 'pointer' | undefined;

export interface BoardCardProps {
  readonly slot: number;
  /** From the top of the column's content, in px. */
  readonly top: number;
  /** In its column, or its lane of it; the first is 1. */
  readonly position: number;
  /** Cards in the column, or in its lane of it, rendered or not. */
  readonly size: number;
  readonly selected: boolean;
  /** Open in the inspector. */
  readonly current: boolean;
  readonly carried: Carried;
  /** The one card that Tab reaches. */
  readonly tabStop: boolean;
  readonly today: IsoDate;
}

/**
 * A card: an option of its column's list box, at its arithmetic place. Board and column handle its events,
 * dragging included: a card of its own has nothing to set up and nothing to hear of a drag.
 */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { slot, top, position, size, selected, current, carried, tabStop, today } = props;
  const row = useRow(slot);
  if (row === undefined) return null;
  return (
    <div
      role="option"
      className="board-card"
      data-slot={slot}
      data-current={current ? '' : undefined}
      data-carried={carried}
      aria-selected={selected}
      aria-setsize={size}
      aria-posinset={position}
      tabIndex={tabStop ? 0 : -1}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      {/* Its name as content: the face abbreviates, so a label could not repeat what is seen (WCAG 2.5.3). */}
      <span className="visually-hidden">{cardName(row, today)}</span>
      <span className="board-card-face" aria-hidden>
        <CardFace row={row} today={today} />
      </span>
    </div>
  );
});
