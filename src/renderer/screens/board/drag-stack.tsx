import type { IsoDate } from '../../../shared/clock.ts';
import { useRow } from '../../app/store-context.tsx';
import { CardFace } from './card-face.tsx';

/** What follows the pointer: the card that was grabbed, and how many go with it. */
export function DragStack({
  slot,
  count,
  today,
}: {
  readonly slot: number;
  readonly count: number;
  readonly today: IsoDate;
}) {
  const row = useRow(slot);
  if (row === undefined) return null;
  return (
    <div className="board-card-stack" aria-hidden>
      {count > 1 && <div className="board-card-stack-behind" />}
      <div className="board-card">
        <CardFace row={row} today={today} />
      </div>
      {count > 1 && <span className="board-card-stack-count">{count.toLocaleString()}</span>}
    </div>
  );
}
