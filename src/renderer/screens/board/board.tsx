import { DndContext, DragOverlay, type Announcements } from '@dnd-kit/core';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { statuses } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { inspectAccount, useAppLocation } from '../../app/location.ts';
import { SelectionBar } from '../../app/selection-bar.tsx';
import { useStore } from '../../app/store-context.tsx';
import { BoardCardMenu } from './board-card-menu.tsx';
import { BoardColumn, type ColumnEvents } from './board-column.tsx';
import type { BoardColumns } from './board-columns.ts';
import { noSelection } from './board-selection.ts';
import { cardKeys } from './card-keys.ts';
import { DragStack } from './drag-stack.tsx';
import { useBoardDrag } from './use-board-drag.ts';
import { useBoardModel, type ShownLanes } from './use-board-model.ts';
import { idsOf } from './use-board-moves.ts';
import { lineUp, useKeptPlaces } from './use-kept-places.ts';
import type { ColumnCounts } from './use-unfiltered-counts.ts';
import './board.css';

/** dnd-kit's own announcements know no rules; the board makes its own. */
const silent: Announcements = {
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
const autoScroll = { threshold: { x: 0.06, y: 0.12 }, acceleration: 12 };

/** The columns, and everything that happens on them. */
export function Board({
  stored,
  all,
  today,
  shown,
  onToggleLane,
}: {
  readonly stored: BoardColumns;
  /** Counts without the filter, while one is on. */
  readonly all: ColumnCounts | null;
  readonly today: IsoDate;
  readonly shown: ShownLanes;
  readonly onToggleLane: (lane: number) => void;
}) {
  const { book } = useStore();
  const { account } = useAppLocation();
  const boardRef = useRef<HTMLDivElement>(null);
  const model = useBoardModel(stored, boardRef, shown);
  const { layout, moves, focus, session, selection, hover, pointed } = model;
  const keepPlaces = useKeptPlaces(boardRef, layout);
  const [menu, setMenu] = useState<{ readonly slot: number; readonly byKeys: boolean } | null>(null);

  const drag = useBoardDrag({
    boardRef,
    hover,
    layout,
    lane: model.lane,
    onPickUp: (slot) => model.pickUp(slot, 'pointer'),
    onHoverColumn: (column) => void session?.ask(column),
    onDrop: model.dropAt,
  });

  const events: ColumnEvents = {
    onCardClick: (slot, event) => {
      focus.visit(slot);
      if (event.ctrlKey || event.metaKey) model.toggle(slot);
      else if (event.shiftKey) model.extendTo(slot);
      else {
        model.only(slot);
        model.inspect(slot);
      }
    },
    onCardMenu: (slot, byKeys) => setMenu({ slot, byKeys }),
    onFocusCard: focus.visit,
    onDismiss: moves.dismiss,
    onToggleLane: (lane) => {
      keepPlaces();
      onToggleLane(lane);
    },
    onFocusHeading: (column, lane) => {
      const status = statuses.find((one) => one === column);
      if (status !== undefined) focus.visitHeading(status, lane);
    },
    onLineUp: (lane) => lineUp(boardRef.current, layout, lane),
  };
  const latest = useRef(events);
  useLayoutEffect(() => {
    latest.current = events;
  });
  // One object for the board's life, so that memoised columns stay as they are.
  const stableEvents = useMemo<ColumnEvents>(
    () => ({
      onCardClick: (slot, event) => latest.current.onCardClick(slot, event),
      onCardMenu: (slot, byKeys) => latest.current.onCardMenu(slot, byKeys),
      onFocusCard: (slot) => latest.current.onFocusCard(slot),
      onDismiss: (status) => latest.current.onDismiss(status),
      onToggleLane: (lane) => latest.current.onToggleLane(lane),
      onFocusHeading: (column, lane) => latest.current.onFocusHeading(column, lane),
      onLineUp: (lane) => latest.current.onLineUp(lane),
    }),
    [],
  );

  const leave = (): void => {
    moves.dismissAll();
    if (selection.deliberate) model.select(noSelection);
    else if (account !== null) inspectAccount(null);
  };
  const selectedIds = useMemo(() => idsOf([...selection.slots], book.row), [selection, book]);
  const current = account === null ? null : (book.slotOf(account) ?? null);

  return (
    <DndContext
      sensors={drag.sensors}
      collisionDetection={drag.collisionDetection}
      accessibility={accessibility}
      autoScroll={autoScroll}
      measuring={drag.measuring}
      onDragStart={drag.onDragStart}
      onDragMove={drag.onDragMove}
      onDragEnd={drag.onDragEnd}
      onDragCancel={drag.onDragCancel}
    >
      <div
        ref={boardRef}
        className="board scroll"
        role="group"
        aria-label="Accounts by BDR Prospecting Status"
        data-moving={session?.how}
        data-selecting={selection.deliberate || undefined}
        onKeyDown={cardKeys(model, (slot) => setMenu({ slot, byKeys: true }), leave)}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onScrollCapture={drag.onScroll}
      >
        {statuses.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            slots={moves.columns[status]}
            layout={layout[status]}
            shown={shown}
            lane={model.lane}
            all={all?.[status] ?? null}
            selected={selection.slots}
            current={current}
            cursorIndex={focus.cursor.column === status ? focus.cursor.index : -1}
            session={session}
            kept={moves.kept[status]}
            menuSlot={menu?.slot ?? null}
            hover={hover}
            pointed={pointed}
            events={stableEvents}
            today={today}
          />
        ))}
      </div>
      {selection.deliberate && (
        <SelectionBar
          ids={selectedIds}
          onMove={(to) => model.moveTo(model.companyOf([...selection.slots][0] ?? -1), to)}
          onClear={() => model.select(noSelection)}
        />
      )}
      {menu !== null && (
        <BoardCardMenu
          key={menu.slot}
          slot={menu.slot}
          byKeys={menu.byKeys}
          model={model}
          boardRef={boardRef}
          onClose={() => setMenu(null)}
        />
      )}
      <DragOverlay dropAnimation={null} className="board-drag-overlay">
        {session?.how === 'pointer' && (
          <DragStack slot={session.grabbed} count={session.slots.length} today={today} />
        )}
      </DragOverlay>
    </DndContext>
  );
}
