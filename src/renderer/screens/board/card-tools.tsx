import { Ellipsis } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useStore } from '../../app/store-context.tsx';
import type { ColumnLayout } from './board-lanes.ts';
import { itemTop } from './card-geometry.ts';
import type { Signal } from '../../store/signal.ts';

/**
 * The "Move" button on a card. It lies beside the list box, not in the option (an option may hold no
 * button): one per column, on the card under the pointer, else on the one the keyboard is at. Tab goes from
 * the card to it.
 */
export function CardTools({
  layout,
  pointed,
  cursorSlot,
  open,
  onOpen,
}: {
  readonly layout: ColumnLayout;
  readonly pointed: Signal<number | null>;
  /** The card the keyboard is at, when it is in this column. */
  readonly cursorSlot: number | null;
  /** The card whose menu is open. */
  readonly open: number | null;
  readonly onOpen: (slot: number, byKeys: boolean) => void;
}) {
  const { book } = useStore();
  const underPointer = useSyncExternalStore(pointed.subscribe, pointed.get);
  const here = (slot: number | null): number => (slot === null ? -1 : layout.items.indexOf(slot));
  const index = [open, underPointer, cursorSlot].map(here).find((at) => at >= 0) ?? -1;
  const slot = layout.items[index];
  const row = slot === undefined ? undefined : book.row(slot);
  if (slot === undefined || row === undefined) return null;
  return (
    <button
      type="button"
      className="board-card-tools"
      aria-label={`Move ${row.name}`}
      aria-haspopup="menu"
      aria-expanded={open === slot}
      data-card-menu={slot}
      data-at-pointer={slot === underPointer || open === slot ? '' : undefined}
      style={{ transform: `translateY(${String(itemTop(layout, index))}px)` }}
      // A click that Enter made has no count.
      onClick={({ detail }) => onOpen(slot, detail === 0)}
    >
      <Ellipsis aria-hidden />
    </button>
  );
}
