import { useDndContext } from '@dnd-kit/core';
import { useId, useState } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { PriorityBars } from '../../app/marks.tsx';
import { priorityName, type Priority } from '../../app/words.ts';
import { useListWindow } from '../../components/use-list-window.ts';
import { BoardCard } from './board-card.tsx';
import { slotAt } from './card-element.ts';
import { cardList, cardTop, listPadding } from './card-geometry.ts';
import { CardSource, DropArea } from './drag-parts.tsx';

export interface LensColumnProps {
  /** Its place among the columns; also its key for dropping. */
  readonly column: number;
  readonly priority: Priority | null;
  readonly slots: Int32Array;
  /** PR-5, over the Land accounts of the workspace's BDR; `null` = no target. */
  readonly target: number | null;
  readonly actual: number | null;
  readonly current: number | null;
  readonly cursorIndex: number;
  readonly dragged: number | null;
  readonly today: IsoDate;
  readonly onCard: (slot: number) => void;
}

/** A column of the lens by Priority: a list box like those of the board. */
export function LensColumn(props: LensColumnProps) {
  const { column, priority, slots, target, actual, cursorIndex, dragged } = props;
  const headingId = useId();
  const emptyId = useId();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { first, last } = useListWindow(scroller, slots.length, cardList);
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const pinned = [cursorIndex, dragged === null ? -1 : slots.indexOf(dragged)];
  const rendered = [...new Set([...indexes, ...pinned])]
    .filter((index) => index >= 0 && index < slots.length)
    .sort((a, b) => a - b);
  return (
    <section className="board-column" aria-labelledby={headingId}>
      <header className="board-column-header">
        <div className="board-column-title">
          <PriorityBars priority={priority} />
          <h2 id={headingId}>{priorityName(priority)}</h2>
          <span className="board-column-count">
            {slots.length.toLocaleString()}
            <span className="visually-hidden"> accounts</span>
          </span>
        </div>
        {target !== null && actual !== null && <MixWords actual={actual} target={target} />}
      </header>
      <div className="board-column-rest">
        <div className="board-column-body">
          <Frame column={column} />
          <div
            ref={setScroller}
            className="board-column-scroll scroll"
            data-lens-scroll={column}
            tabIndex={-1}
          >
            <DropArea
              status={String(column)}
              className="board-column-content"
              style={{ height: cardTop(slots.length) + listPadding }}
            >
              <CardSource
                status={String(column)}
                role="listbox"
                className="board-column-list"
                aria-labelledby={headingId}
                aria-describedby={slots.length === 0 ? emptyId : undefined}
                aria-orientation="vertical"
                tabIndex={-1}
                onClick={(event) => {
                  const slot = slotAt(event.target);
                  if (slot !== null) props.onCard(slot);
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
                      selected={false}
                      current={slot === props.current}
                      carried={slot === dragged ? 'pointer' : undefined}
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
            </DropArea>
          </div>
        </div>
      </div>
    </section>
  );
}

/** The frame of the column that a card is held over; apart, as it follows the pointer. */
function Frame({ column }: { readonly column: number }) {
  const { over } = useDndContext();
  return over?.data.current?.['status'] === String(column) ? <div className="board-column-frame" /> : null;
}

/** PR-5: how the Land accounts of this Priority stand to the mix, by word and bar. */
function MixWords({ actual, target }: { readonly actual: number; readonly target: number }) {
  const away = actual - target;
  const word =
    away === 0 ? 'as it should be' : away > 0 ? `${String(away)} too many` : `${String(-away)} too few`;
  return (
    <p className="board-column-meters">
      <span className="board-column-meter" data-level={away > 0 ? 'full' : 'free'}>
        Land{' '}
        <span className="board-column-meter-used">
          {actual.toLocaleString()} of {target.toLocaleString()},
        </span>{' '}
        {away === 0 ? word : <strong>{word}</strong>}
        <span className="board-column-meter-track" aria-hidden>
          <span
            className="board-column-meter-fill"
            style={{ transform: `scaleX(${String(target === 0 ? 1 : Math.min(1, actual / target))})` }}
          />
        </span>
      </span>
    </p>
  );
}
