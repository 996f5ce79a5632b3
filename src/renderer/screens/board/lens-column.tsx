import { useDndContext } from '@dnd-kit/core';
import type { IsoDate } from '../../../shared/clock.ts';
import { PriorityBars } from '../../app/marks.tsx';
import { priorityName, type Priority } from '../../app/words.ts';
import type { ColumnLayout } from './board-lanes.ts';
import { CardColumn } from './card-column.tsx';
import type { LaneEvents } from './lane-headings.tsx';
import type { ShownLanes } from './use-board-model.ts';

export interface LensColumnProps {
  /** Its place among the columns; also its key for dropping. */
  readonly column: number;
  readonly priority: Priority | null;
  readonly slots: Int32Array;
  readonly layout: ColumnLayout;
  readonly shown: ShownLanes;
  /** PR-5, over the Land accounts of the workspace's BDR; `null` = no target. */
  readonly target: number | null;
  readonly actual: number | null;
  readonly current: number | null;
  readonly cursorIndex: number;
  readonly dragged: number | null;
  readonly today: IsoDate;
  readonly onCard: (slot: number) => void;
  readonly laneEvents: LaneEvents;
}

/** A column of the lens by Priority: a list box like those of the board. */
export function LensColumn(props: LensColumnProps) {
  const { column, priority, slots, target, actual, dragged } = props;
  return (
    <CardColumn
      column={String(column)}
      header={(headingId) => (
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
      )}
      hover={<Frame column={column} />}
      slots={slots}
      layout={props.layout}
      shown={props.shown}
      laneEvents={props.laneEvents}
      cursorIndex={props.cursorIndex}
      grabbed={dragged}
      isSelected={() => false}
      carriedAs={(slot) => (slot === dragged ? 'pointer' : undefined)}
      current={props.current}
      today={props.today}
      onCardClick={props.onCard}
      list={{}}
    />
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
