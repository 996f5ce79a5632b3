import { useDraggable, useDroppable, type DraggableSyntheticListeners } from '@dnd-kit/core';
import type { ComponentProps, SyntheticEvent } from 'react';
import { slotAt } from './card-element.ts';

type PartProps = ComponentProps<'div'> & {
  /** The column's key: a status, or what another lens makes columns of. */
  readonly status: string;
};

/**
 * A column's list, whose cards can be dragged. Apart from the column, as dnd-kit renders it anew for every
 * move of the pointer: its cards stay as they are.
 */
export function CardSource({ status, ...rest }: PartProps) {
  const { setNodeRef, listeners } = useDraggable({ id: `cards-${status}` });
  return <div ref={setNodeRef} {...onCards(listeners)} {...rest} />;
}

/** Where cards can be dropped on a column. Apart, as dnd-kit renders it anew whenever another one is hit. */
export function DropArea({ status, ...rest }: PartProps) {
  const { setNodeRef } = useDroppable({ id: `column-${status}`, data: { status } });
  return <div ref={setNodeRef} {...rest} />;
}

/** A press beside the cards picks nothing up. */
const onCards = (listeners: DraggableSyntheticListeners): DraggableSyntheticListeners =>
  listeners &&
  Object.fromEntries(
    // dnd-kit types them as any function; they are React's handlers.
    Object.entries(listeners as Record<string, (event: SyntheticEvent) => void>).map(([name, listener]) => [
      name,
      (event: SyntheticEvent) => {
        if (slotAt(event.target) !== null) listener(event);
      },
    ]),
  );
