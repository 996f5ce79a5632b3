import {
  DndContext,
  DragOverlay,
  getClientRect,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { useActions } from '../../app/actions.ts';
import { inspectAccount, useAppLocation } from '../../app/location.ts';
import { useStore, useView } from '../../app/store-context.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useMoves } from '../../app/use-move-accounts.ts';
import { priorityName, type Priority } from '../../app/words.ts';
import { useAnnounce } from '../../components/live-region.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { Filter } from '../../store/api.ts';
import { lensActions } from './board-actions.ts';
import { cardAt, slotAt } from './card-element.ts';
import { columnLayout } from './board-lanes.ts';
import { cardsPerPage, revealItem } from './card-geometry.ts';
import { DragStack } from './drag-stack.tsx';
import { LensColumn } from './lens-column.tsx';
import type { LaneEvents } from './lane-headings.tsx';
import {
  followLens,
  lensAtHeading,
  lensColumns,
  priorityOfKey,
  stepLens,
  stepLensLane,
  type LensCursor,
} from './priority-lens-model.ts';
import { lineUp, useKeptPlaces } from './use-kept-places.ts';
import { useShownLanes, type LaneChoice } from './use-shown-lanes.ts';
import './board.css';

const empty = new Int32Array();
const nothing = columnLayout(empty, null, new Set());
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
const accessibility = {
  announcements: silent,
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
};

/**
 * Actively Working by Priority, against the mix (PR-5). Dragging a card, or a digit on it, chooses its
 * Priority; against the suggestion a word why is asked for (PR-4).
 */
export function PriorityLens({
  filter,
  today,
  choice,
}: {
  readonly filter: Filter;
  readonly today: IsoDate;
  readonly choice: LaneChoice;
}) {
  const { book } = useStore();
  const announce = useAnnounce();
  const { account } = useAppLocation();
  const { choosePriority } = useMoves();
  const mix = useAnswer('mix', null)?.mix ?? null;
  const box = useRef<HTMLDivElement>(null);
  useActions(lensActions);
  const one = useLensView(filter, 1);
  const two = useLensView(filter, 2);
  const three = useLensView(filter, 3);
  const none = useLensView(filter, null);
  const cards = useMemo(
    () => [one ?? empty, two ?? empty, three ?? empty, none ?? empty],
    [one, two, three, none],
  );
  const { shown, toggle } = useShownLanes(cards, choice);
  const { lanes, collapsed } = shown;
  const layouts = useMemo(
    () => cards.map((slots) => columnLayout(slots, lanes, collapsed)),
    [cards, lanes, collapsed],
  );
  const columns = useMemo(() => layouts.map(({ items }) => items), [layouts]);
  const byName = useMemo(() => Object.fromEntries(layouts.entries()), [layouts]);
  const keepPlaces = useKeptPlaces(box, byName);
  const [state, setState] = useState<LensCursor | null>(null);
  const cursor = followLens(columns, state);
  const [turn, setTurn] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const grabbed = useRef<HTMLElement | null>(null);
  const hadFocus = useRef(false);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  );

  const scrollerOf = (column: number): HTMLElement | null =>
    box.current?.querySelector<HTMLElement>(`[data-column-scroll="${String(column)}"]`) ?? null;
  const focusCursor = (): void => {
    const { column, index, slot, heading } = cursor;
    const scroller = scrollerOf(column);
    const layout = layouts[column];
    if (scroller === null || layout === undefined || (slot === null && heading === null)) return;
    revealItem(scroller, layout, index);
    const element =
      heading === null
        ? `[data-slot="${String(slot)}"]`
        : `[data-column="${String(column)}"] [data-lane-heading="${String(heading)}"]`;
    box.current?.querySelector<HTMLElement>(element)?.focus({ preventScroll: true });
  };
  const go = (next: LensCursor): void => {
    setState(next);
    setTurn((last) => last + 1);
  };
  const laneEvents: LaneEvents = {
    onToggleLane: (lane) => {
      keepPlaces();
      toggle(lane);
    },
    onFocusHeading: (column, lane) => setState(lensAtHeading(columns, Number(column), lane)),
    onLineUp: (lane) => lineUp(box.current, byName, lane),
  };
  useEffect(() => {
    if (turn > 0) focusCursor();
    // oxlint-disable-next-line react/exhaustive-deps -- only a step of the keyboard moves focus
  }, [turn]);
  useLayoutEffect(() => {
    // The card went to another column, and took its element and focus with it.
    if (hadFocus.current && document.activeElement === document.body) focusCursor();
  });

  const choose = async (slot: number, priority: Priority | null): Promise<void> => {
    const row = book.row(slot);
    if (row === undefined || row.priority === priority) return;
    const outcome = await choosePriority([row.id], priority);
    announce(
      outcome?.ok === true ? `${row.name}: ${priorityName(priority)}.` : `${row.name} stays where it was.`,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const onHeading = event.target instanceof Element && event.target.closest('[data-lane-heading]') !== null;
    if ((slotAt(event.target) === null && !onHeading) || event.altKey) return;
    const { key } = event;
    if (event.ctrlKey || event.metaKey) {
      if (lanes === null || (key !== 'ArrowUp' && key !== 'ArrowDown')) return;
      event.preventDefault();
      go(stepLensLane(columns, cursor, key === 'ArrowUp' ? 'up' : 'down'));
      return;
    }
    const page = cardsPerPage(scrollerOf(cursor.column)?.clientHeight ?? 0);
    const next = stepLens(columns, cursor, key, page);
    const priority = priorityOfKey(key);
    if (next !== undefined) go(next);
    else if (priority !== undefined && cursor.slot !== null) void choose(cursor.slot, priority);
    else if (key === 'Enter' && cursor.slot !== null) {
      const id = book.row(cursor.slot)?.id;
      if (id !== undefined) inspectAccount(id);
    } else if (key === 'Escape' && account !== null) inspectAccount(null);
    else return;
    event.preventDefault();
  };

  if (one === null || two === null || three === null || none === null) {
    return <Skeleton rows={10} label="Loading the board" />;
  }
  const current = account === null ? null : (book.slotOf(account) ?? null);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={accessibility}
      measuring={{ draggable: { measure: (list) => getClientRect(grabbed.current ?? list) } }}
      onDragStart={({ activatorEvent: { target } }) => {
        grabbed.current = cardAt(target);
        setDragged(slotAt(target));
      }}
      onDragCancel={() => setDragged(null)}
      onDragEnd={({ over }) => {
        const column: unknown = over?.data.current?.['status'];
        const slot = dragged;
        setDragged(null);
        const to = lensColumns[Number(column)];
        if (typeof column === 'string' && slot !== null && to !== undefined) void choose(slot, to);
      }}
    >
      <div
        ref={box}
        className="board scroll"
        role="group"
        aria-label="Actively Working by Priority"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          hadFocus.current = true;
          const slot = slotAt(target);
          if (slot !== null && slot !== cursor.slot) setState(followLens(columns, { ...cursor, slot }));
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          hadFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        }}
      >
        {lensColumns.map((priority, column) => (
          <LensColumn
            key={column}
            column={column}
            priority={priority}
            slots={cards[column] ?? empty}
            layout={layouts[column] ?? nothing}
            shown={shown}
            target={priority === null || mix === null ? null : mix.target[priority]}
            actual={priority === null || mix === null ? null : mix.actual[priority]}
            current={current}
            cursorIndex={cursor.column === column ? cursor.index : -1}
            dragged={dragged}
            today={today}
            onCard={(slot) => {
              const id = book.row(slot)?.id;
              if (id !== undefined) inspectAccount(id);
            }}
            laneEvents={laneEvents}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null} className="board-drag-overlay">
        {dragged !== null && <DragStack slot={dragged} count={1} today={today} />}
      </DragOverlay>
    </DndContext>
  );
}

/** The cards of one column; `null` before the first answer. */
function useLensView(filter: Filter, priority: Priority | null): Int32Array | null {
  const query = { ...filter, statuses: ['Actively Working'] as const, priorities: [priority] };
  return useView({ filter: query, sort: { key: 'board' } })?.slots ?? null;
}
