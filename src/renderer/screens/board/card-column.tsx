import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { useListView } from '../../components/use-list-window.ts';
import { BoardCard, type Carried } from './board-card.tsx';
import { headingLane, headingsBefore, type ColumnLayout } from './board-lanes.ts';
import { slotAt } from './card-element.ts';
import { cardList, contentHeight, itemsInView, itemTop } from './card-geometry.ts';
import { CardSource, DropArea } from './drag-parts.tsx';
import { LaneHeadings, type LaneEvents } from './lane-headings.tsx';
import type { ShownLanes } from './use-board-model.ts';

export interface CardColumnProps {
  /** Names it for dropping: a status, or what another lens makes columns of. */
  readonly column: string;
  /** @param headingId of the heading that names the column's list */
  readonly header: (headingId: string) => ReactNode;
  /** Between header and cards. */
  readonly notice?: ReactNode;
  /** Over the cards, while some are held over them. */
  readonly hover?: ReactNode;
  /** Its cards in their order, whatever lanes show. */
  readonly slots: Int32Array;
  readonly layout: ColumnLayout;
  readonly shown: ShownLanes;
  readonly laneEvents: LaneEvents;
  /** Beside the list box: what an option may not hold. */
  readonly beside?: ReactNode;
  /** Index of the item the keyboard is at; -1 when it is in another column. */
  readonly cursorIndex: number;
  /** The card that was taken hold of, if it is here; `null` = none was. */
  readonly grabbed: number | null;
  readonly isSelected: (slot: number) => boolean;
  readonly carriedAs: (slot: number) => Carried;
  /** Slot of the account open in the inspector. */
  readonly current: number | null;
  readonly today: IsoDate;
  readonly list: Omit<ComponentProps<typeof CardSource>, 'status'>;
  readonly area?: Omit<ComponentProps<typeof DropArea>, 'status'>;
  readonly onCardClick: (slot: number, event: React.MouseEvent) => void;
}

/**
 * A column: a list box whose options are its cards. Screen readers know a list box's keys, read set size and
 * position of options that were never rendered, and pass arrow keys through; a list of buttons would not,
 * a grid would add cells that mean nothing. With lanes they are groups of the list box; their headings, which
 * are buttons, lie beside it. Focus roves: one item on the whole board is a tab stop.
 */
export function CardColumn(props: CardColumnProps) {
  const { column, layout } = props;
  const { items, headings, sizes } = layout;
  const { lanes, laneName, collapsed } = props.shown;
  const headingId = useId();
  const emptyId = useId();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const view = itemsInView(layout, useListView(scroller, cardList));
  const isEmpty = items.length === 0;
  const grabbedIndex = props.grabbed === null ? -1 : items.indexOf(props.grabbed);
  const rendered = withPinned(view, [props.cursorIndex, grabbedIndex], items.length);
  return (
    <section className="board-column" data-column={column} aria-labelledby={headingId}>
      {props.header(headingId)}
      <div className="board-column-rest">
        {props.notice}
        <div className="board-column-body">
          {props.hover}
          <div
            ref={setScroller}
            className="board-column-scroll scroll"
            data-column-scroll={column}
            tabIndex={-1}
          >
            <DropArea
              {...props.area}
              status={column}
              className="board-column-content"
              style={{ height: contentHeight(layout) }}
            >
              <CardSource
                {...props.list}
                status={column}
                role="listbox"
                className="board-column-list"
                data-column-list={column}
                aria-labelledby={headingId}
                aria-describedby={isEmpty ? emptyId : undefined}
                aria-orientation="vertical"
                tabIndex={isEmpty && props.cursorIndex >= 0 ? 0 : -1}
                onClick={(event) => {
                  const slot = slotAt(event.target);
                  if (slot !== null) props.onCardClick(slot, event);
                }}
              >
                {headings.length === 0 ? rendered.map(cardAt) : byLane(rendered)}
              </CardSource>
              {isEmpty && (
                <p id={emptyId} className="board-column-empty">
                  No accounts
                </p>
              )}
              {headings.length > 0 && lanes !== null && (
                <LaneHeadings
                  column={column}
                  slots={props.slots}
                  layout={layout}
                  lanes={lanes}
                  laneName={laneName}
                  collapsed={collapsed}
                  first={laneOf(view.first)}
                  last={laneOf(Math.max(view.first, view.last))}
                  cursorLane={headingLane(items[props.cursorIndex])}
                  events={props.laneEvents}
                />
              )}
              {props.beside}
            </DropArea>
          </div>
        </div>
      </div>
    </section>
  );

  function laneOf(index: number): number {
    return headingsBefore(headings, index + 1) - 1;
  }

  function cardAt(index: number): ReactNode {
    const slot = items[index];
    if (slot === undefined || headingLane(slot) !== null) return null;
    const lane = laneOf(index);
    return (
      <BoardCard
        key={slot}
        slot={slot}
        top={itemTop(layout, index)}
        position={lane < 0 ? index + 1 : index - (headings[lane] ?? 0)}
        size={lane < 0 ? items.length : (sizes[lane] ?? 0)}
        selected={props.isSelected(slot)}
        current={slot === props.current}
        carried={props.carriedAs(slot)}
        tabStop={index === props.cursorIndex}
        today={props.today}
      />
    );
  }

  function byLane(indexes: readonly number[]): ReactNode {
    const groups = new Map<number, number[]>();
    for (const index of indexes) {
      if (headingLane(items[index]) !== null) continue;
      const lane = laneOf(index);
      groups.set(lane, [...(groups.get(lane) ?? []), index]);
    }
    return [...groups].map(([lane, cards]) => (
      <div key={lane} role="group" aria-label={`Lane ${laneName(lane)}`}>
        {cards.map(cardAt)}
      </div>
    ));
  }
}

/**
 * The indexes in the window, and the pinned ones wherever they are: the card with focus must keep it, the one
 * being dragged must keep its touch events.
 * @param pinned -1 is none
 */
function withPinned(
  { first, last }: { readonly first: number; readonly last: number },
  pinned: readonly number[],
  count: number,
): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const missing = pinned.filter((index) => index >= 0 && index < count && (index < first || index > last));
  return missing.length === 0 ? indexes : [...new Set([...indexes, ...missing])].sort((a, b) => a - b);
}
