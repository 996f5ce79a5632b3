import { memo, useId, useMemo, useState, type MouseEvent } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { useListWindow, type ListWindow } from '../../components/use-list-window.ts';
import { BoardCard } from './board-card.tsx';
import { menuSlotAt, slotAt } from './card-element.ts';
import { cardList, cardTop, listPadding } from './card-geometry.ts';
import { CardTools } from './card-tools.tsx';
import { ColumnHover, InsertionLine, KeptVerdict } from './column-drop.tsx';
import { ColumnHeader } from './column-header.tsx';
import { CardSource, DropArea } from './drag-parts.tsx';
import type { HoverStore } from './hover-target.ts';
import type { MoveSession } from './move-session.ts';
import type { Verdict } from './move-verdict.ts';
import type { Signal } from '../../app/signal.ts';

/** What a column tells the board; the same object for the board's life. */
export interface ColumnEvents {
  readonly onCardClick: (slot: number, event: MouseEvent) => void;
  /** `byKeys`: asked for with the keyboard, not by a pointer. */
  readonly onCardMenu: (slot: number, byKeys: boolean) => void;
  readonly onFocusCard: (slot: number) => void;
  readonly onDismiss: (status: Status) => void;
}

export interface BoardColumnProps {
  readonly status: Status;
  readonly slots: Int32Array;
  readonly all: number | null;
  readonly selected: ReadonlySet<number>;
  /** Slot of the account open in the inspector. */
  readonly current: number | null;
  /** Index of the card the keyboard is at; -1 when it is in another column. */
  readonly cursorIndex: number;
  readonly session: MoveSession | null;
  readonly kept: Verdict | undefined;
  readonly menuSlot: number | null;
  readonly hover: HoverStore;
  readonly pointed: Signal<number | null>;
  readonly events: ColumnEvents;
  readonly today: IsoDate;
}

/**
 * A column: a list box whose options are its cards. Screen readers know a list box's keys, read set size and
 * position of options that were never rendered, and pass arrow keys through; a list of buttons would not,
 * a grid would add cells that mean nothing. Focus roves: one card on the whole board is a tab stop.
 */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { status, slots, session, cursorIndex, hover, events } = props;
  const headingId = useId();
  const emptyId = useId();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const grabbedIndex = useMemo(
    () => (session === null ? -1 : slots.indexOf(session.grabbed)),
    [session, slots],
  );
  const range = useListWindow(scroller, slots.length, cardList);
  const rendered = withPinned(range, [cursorIndex, grabbedIndex], slots.length);
  return (
    <section className="board-column" data-column={status} aria-labelledby={headingId}>
      <ColumnHeader id={headingId} status={status} shown={slots.length} all={props.all} />
      <div className="board-column-rest">
        {props.kept !== undefined && (
          <KeptVerdict status={status} verdict={props.kept} onDismiss={events.onDismiss} />
        )}
        <div className="board-column-body">
          {session !== null && <ColumnHover status={status} hover={hover} session={session} />}
          <div
            ref={setScroller}
            className="board-column-scroll scroll"
            data-column-scroll={status}
            tabIndex={-1}
          >
            <DropArea
              status={status}
              className="board-column-content"
              style={{ height: cardTop(slots.length) + listPadding }}
              onPointerOver={(event) => props.pointed.set(slotAt(event.target) ?? menuSlotAt(event.target))}
              onPointerLeave={() => props.pointed.set(null)}
            >
              <CardSource
                status={status}
                role="listbox"
                className="board-column-list"
                data-column-list={status}
                aria-multiselectable
                aria-labelledby={headingId}
                aria-describedby={slots.length === 0 ? emptyId : undefined}
                aria-orientation="vertical"
                tabIndex={slots.length === 0 && cursorIndex >= 0 ? 0 : -1}
                onClick={(event) => {
                  const slot = slotAt(event.target);
                  if (slot !== null) events.onCardClick(slot, event);
                }}
                onFocus={(event) => {
                  const slot = slotAt(event.target);
                  if (slot !== null) events.onFocusCard(slot);
                }}
                onContextMenu={(event) => {
                  const slot = slotAt(event.target);
                  if (slot === null) return;
                  event.preventDefault();
                  events.onCardMenu(slot, event.button !== rightButton);
                }}
              >
                {rendered.map((index) => {
                  const slot = slots[index];
                  if (slot === undefined) return null;
                  return (
                    <BoardCard
                      key={slot}
                      slot={slot}
                      index={index}
                      size={slots.length}
                      selected={props.selected.has(slot)}
                      current={slot === props.current}
                      carried={session?.moved.has(slot) === true ? session.how : undefined}
                      tabStop={index === cursorIndex}
                      today={props.today}
                    />
                  );
                })}
              </CardSource>
              {slots.length === 0 && (
                <p id={emptyId} className="board-column-empty">
                  No accounts
                </p>
              )}
              {session === null && (
                <CardTools
                  slots={slots}
                  pointed={props.pointed}
                  cursorSlot={slots[cursorIndex] ?? null}
                  open={props.menuSlot}
                  onOpen={events.onCardMenu}
                />
              )}
              {session !== null && <InsertionLine status={status} hover={hover} session={session} />}
            </DropArea>
          </div>
        </div>
      </div>
    </section>
  );
});

/** What the mouse opens a context menu with; the menu key tells no button. */
const rightButton = 2;

/**
 * The indexes in the window, and the pinned ones wherever they are: the card with focus must keep it, the one
 * being dragged must keep its touch events.
 * @param pinned -1 is none
 */
function withPinned({ first, last }: ListWindow, pinned: readonly number[], count: number): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const missing = pinned.filter((index) => index >= 0 && index < count && (index < first || index > last));
  return missing.length === 0 ? indexes : [...new Set([...indexes, ...missing])].sort((a, b) => a - b);
}
