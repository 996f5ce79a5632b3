import {
  getClientRect,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  type MeasuringConfiguration,
  type SensorDescriptor,
  type SensorOptions,
} from '@dnd-kit/core';
import { useLayoutEffect, useState, type RefObject } from 'react';
import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { BoardLayout } from './board-lanes.ts';
import { cardAt, slotAt } from './card-element.ts';
import { insertionAt } from './card-geometry.ts';
import type { HoverStore, HoverTarget } from './hover-target.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface BoardDrag {
  readonly sensors: SensorDescriptor<SensorOptions>[];
  readonly collisionDetection: CollisionDetection;
  readonly measuring: MeasuringConfiguration;
  readonly onDragStart: (event: DragStartEvent) => void;
  readonly onDragMove: (event: DragMoveEvent) => void;
  readonly onDragEnd: (event: DragEndEvent) => void;
  readonly onDragCancel: () => void;
  /** A list scrolled under a pointer that stands still. */
  readonly onScroll: () => void;
}

interface DragHandlers {
  readonly boardRef: RefObject<HTMLElement | null>;
  readonly hover: HoverStore;
  readonly layout: BoardLayout;
  /** The lane of what is dragged; `null` = there are none. */
  readonly lane: number | null;
  readonly onPickUp: (slot: number) => void;
  readonly onHoverColumn: (column: Status) => void;
  /** `null`: let go outside of every column. */
  readonly onDrop: (target: HoverTarget | null) => void;
}

/**
 * Dragging by mouse and touch. dnd-kit keeps the pointer, the overlay and auto-scroll; which column is one
 * of five rectangles, and where in it is arithmetic: no card is measured, none re-renders for a move.
 */
export function useBoardDrag(handlers: DragHandlers): BoardDrag {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  );
  const [{ connect, ...tracking }] = useState(trackPointer);
  useLayoutEffect(() => connect(handlers));
  return { sensors, ...tracking };
}

interface PointerTracking extends Omit<BoardDrag, 'sensors'> {
  /** Takes what the last render gave. */
  readonly connect: (handlers: DragHandlers) => void;
}

function trackPointer(): PointerTracking {
  let latest: DragHandlers | null = null;
  let pointer: Point | null = null;
  let over: Status | null = null;
  /** What dnd-kit drags is a column's list; what the user drags is this card of it. */
  let grabbed: HTMLElement | null = null;
  const columnRects = new Map<Element, DOMRect>();
  const aim = (): void => {
    if (latest === null) return;
    const { hover, boardRef, layout, lane, onHoverColumn } = latest;
    const scroller = over === null ? null : boardRef.current?.querySelector(`[data-column-scroll="${over}"]`);
    if (pointer === null || over === null || scroller === null || scroller === undefined) {
      hover.set(null);
      return;
    }
    const { top } = scroller.getBoundingClientRect();
    const y = pointer.y - top + scroller.scrollTop;
    hover.set({ column: over, ...insertionAt(layout[over], lane, y) });
    onHoverColumn(over);
  };
  const stop = (): void => {
    pointer = null;
    over = null;
    grabbed = null;
    columnRects.clear();
    latest?.hover.set(null);
  };
  return {
    connect: (handlers) => {
      latest = handlers;
    },
    collisionDetection: columnUnderPointer(columnRects),
    measuring: { draggable: { measure: (list) => getClientRect(grabbed ?? list) } },
    onDragStart: ({ activatorEvent: { target } }) => {
      grabbed = cardAt(target);
      const slot = slotAt(target);
      if (slot !== null) latest?.onPickUp(slot);
    },
    onDragMove: ({ collisions }) => {
      const hit = collisions?.[0];
      pointer = hit === undefined ? null : pointOf(hit.data?.['pointer']);
      over = hit === undefined ? null : statusOf(hit.data?.['status']);
      aim();
    },
    onDragEnd: () => {
      const target = latest?.hover.get() ?? null;
      stop();
      latest?.onDrop(target);
    },
    onDragCancel: () => {
      stop();
      latest?.onDrop(null);
    },
    onScroll: () => {
      columnRects.clear();
      if (pointer !== null) aim();
    },
  };
}

/**
 * The column under the pointer, header and scrollbar included; none beside the board.
 * @param rects of columns, measured once for a drag: whoever scrolls or ends it empties them
 */
const columnUnderPointer =
  (rects: Map<Element, DOMRect>): CollisionDetection =>
  ({ droppableContainers, pointerCoordinates: pointer }) => {
    if (pointer === null) return [];
    for (const container of droppableContainers) {
      const column = container.node.current?.closest('[data-column]');
      if (column === undefined || column === null) continue;
      const rect = rects.get(column) ?? column.getBoundingClientRect();
      rects.set(column, rect);
      if (!holds(rect, pointer)) continue;
      const status: unknown = container.data.current?.['status'];
      return [{ id: container.id, data: { droppableContainer: container, status, pointer } }];
    }
    return [];
  };

const holds = (rect: DOMRect, { x, y }: Point): boolean =>
  x >= rect.left && x < rect.right && y >= rect.top && y <= rect.bottom;

const statusOf = (value: unknown): Status | null => statuses.find((status) => status === value) ?? null;

const pointOf = (value: unknown): Point | null =>
  typeof value === 'object' &&
  value !== null &&
  'x' in value &&
  'y' in value &&
  typeof value.x === 'number' &&
  typeof value.y === 'number'
    ? { x: value.x, y: value.y }
    : null;
