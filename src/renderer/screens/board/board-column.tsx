import { memo, type MouseEvent } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { ColumnLayout } from './board-lanes.ts';
import { headingLane } from './board-lanes.ts';
import { CardColumn } from './card-column.tsx';
import { menuSlotAt, slotAt } from './card-element.ts';
import { CardTools } from './card-tools.tsx';
import { ColumnHover, InsertionLine, KeptVerdict } from './column-drop.tsx';
import { ColumnHeader } from './column-header.tsx';
import type { HoverStore } from './hover-target.ts';
import type { LaneEvents } from './lane-headings.tsx';
import type { MoveSession } from './move-session.ts';
import type { ShownLanes } from './use-board-model.ts';
import type { Verdict } from '../../app/moves/move-verdict.ts';
import type { Signal } from '../../store/signal.ts';

/** What a column tells the board; the same object for the board's life. */
export interface ColumnEvents extends LaneEvents {
  readonly onCardClick: (slot: number, event: MouseEvent) => void;
  /** `byKeys`: asked for with the keyboard, not by a pointer. */
  readonly onCardMenu: (slot: number, byKeys: boolean) => void;
  readonly onFocusCard: (slot: number) => void;
  readonly onDismiss: (status: Status) => void;
}

export interface BoardColumnProps {
  readonly status: Status;
  /** Its cards in their order, whatever lanes show. */
  readonly slots: Int32Array;
  readonly layout: ColumnLayout;
  readonly shown: ShownLanes;
  /** The lane of the cards on their way; `null` = none are, or there are no lanes. */
  readonly lane: number | null;
  readonly all: number | null;
  readonly selected: ReadonlySet<number>;
  /** Slot of the account open in the inspector. */
  readonly current: number | null;
  /** Index of the item the keyboard is at; -1 when it is in another column. */
  readonly cursorIndex: number;
  readonly session: MoveSession | null;
  readonly kept: Verdict | undefined;
  readonly menuSlot: number | null;
  readonly hover: HoverStore;
  readonly pointed: Signal<number | null>;
  readonly events: ColumnEvents;
  readonly today: IsoDate;
}

/** A column of the board by status: cards, what its rules say to cards held over it, and lanes. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { status, slots, layout, shown, session, cursorIndex, hover, events } = props;
  const cursorItem = layout.items[cursorIndex];
  const cursorLane = headingLane(cursorItem);
  return (
    <CardColumn
      column={status}
      header={(id) => <ColumnHeader id={id} status={status} shown={slots.length} all={props.all} />}
      notice={
        props.kept !== undefined && (
          <KeptVerdict status={status} verdict={props.kept} onDismiss={events.onDismiss} />
        )
      }
      hover={
        session !== null && (
          <ColumnHover
            status={status}
            hover={hover}
            session={session}
            laneName={props.lane === null ? '' : shown.laneName(props.lane)}
          />
        )
      }
      slots={slots}
      layout={layout}
      shown={shown}
      laneEvents={events}
      beside={
        session === null ? (
          <CardTools
            layout={layout}
            pointed={props.pointed}
            cursorSlot={cursorLane === null ? (cursorItem ?? null) : null}
            open={props.menuSlot}
            onOpen={events.onCardMenu}
          />
        ) : (
          <InsertionLine status={status} hover={hover} session={session} layout={layout} lane={props.lane} />
        )
      }
      cursorIndex={cursorIndex}
      grabbed={session?.grabbed ?? null}
      isSelected={(slot) => props.selected.has(slot)}
      carriedAs={(slot) => (session?.moved.has(slot) === true ? session.how : undefined)}
      current={props.current}
      today={props.today}
      onCardClick={events.onCardClick}
      list={{
        'aria-multiselectable': true,
        onFocus: (event) => {
          const slot = slotAt(event.target);
          if (slot !== null) events.onFocusCard(slot);
        },
        onContextMenu: (event) => {
          const slot = slotAt(event.target);
          if (slot === null) return;
          event.preventDefault();
          events.onCardMenu(slot, event.button !== rightButton);
        },
      }}
      area={{
        onPointerOver: (event) => props.pointed.set(slotAt(event.target) ?? menuSlotAt(event.target)),
        onPointerLeave: () => props.pointed.set(null),
      }}
    />
  );
});

/** What the mouse opens a context menu with; the menu key tells no button. */
const rightButton = 2;
