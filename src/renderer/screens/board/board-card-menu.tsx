import { useState, type RefObject } from 'react';
import { useStore } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { CardMenu } from './card-menu.tsx';
import { nudge } from './nudge.ts';
import type { BoardModel } from './use-board-model.ts';
import { idsOf } from './use-board-moves.ts';

/** The card's menu, for the card or for the whole selection it is part of. */
export function BoardCardMenu({
  slot,
  byKeys,
  model,
  boardRef,
  onClose,
}: {
  readonly slot: number;
  readonly byKeys: boolean;
  readonly model: BoardModel;
  readonly boardRef: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}) {
  const { book } = useStore();
  // Settled when the menu opens, so that it does not change under the pointer.
  const [slots] = useState(() => model.companyOf(slot));
  const [ids] = useState(() => idsOf(slots, book.row));
  const homes = new Set(slots.map((one) => book.row(one)?.status));
  const [home] = homes;
  return (
    <CardMenu
      name={ids.length === 1 ? (book.row(slot)?.name ?? '') : count(ids.length, 'account')}
      ids={ids}
      at={homes.size === 1 ? (home ?? null) : null}
      anchor={() =>
        boardRef.current?.querySelector(`[data-card-menu="${String(slot)}"]`) ??
        boardRef.current?.querySelector(`[data-slot="${String(slot)}"]`) ??
        null
      }
      byKeys={byKeys}
      onClose={onClose}
      onMove={(to) => model.moveTo(slots, to)}
      inLane={model.lanes !== null}
      canNudge={(way) => nudge(model.placesOf(slot), slot, slots, way) !== undefined}
      onNudge={(way) => {
        const move = nudge(model.placesOf(slot), slot, slots, way);
        if (move !== undefined) model.landInLane(slot, move);
      }}
      onInspect={() => model.inspect(slot)}
      focusAfter={model.focus.element}
    />
  );
}
