import { AlignStartHorizontal, ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import { segments, type Segment } from '../../../shared/accounts/account.ts';
import { useStore } from '../../app/store-context.tsx';
import { count, segmentName } from '../../app/words.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { laneEnds, type BoardLanes, type ColumnLayout } from './board-lanes.ts';
import { itemTop, lanePitch } from './card-geometry.ts';

export interface LaneEvents {
  readonly onToggleLane: (lane: number) => void;
  readonly onFocusHeading: (column: string, lane: number) => void;
  /** Shows the lane at the top of every column. */
  readonly onLineUp: (lane: number) => void;
}

export interface LaneHeadingsProps {
  readonly column: string;
  readonly slots: Int32Array;
  readonly layout: ColumnLayout;
  readonly lanes: BoardLanes;
  readonly laneName: (lane: number) => string;
  readonly collapsed: ReadonlySet<string>;
  readonly first: number;
  readonly last: number;
  /** The lane whose heading the keyboard is at. */
  readonly cursorLane: number | null;
  readonly events: LaneEvents;
}

/**
 * The headings of lanes in a column. Each stays in sight while cards of its lane are. They lie beside the list
 * box, which may hold no buttons; the arrow keys go through both as if they were one list.
 */
export function LaneHeadings(props: LaneHeadingsProps) {
  const { column, slots, layout, lanes, events, cursorLane } = props;
  const shown = Array.from({ length: props.last - props.first + 1 }, (_, at) => props.first + at);
  const all =
    cursorLane === null || (cursorLane >= props.first && cursorLane <= props.last)
      ? shown
      : [...shown, cursorLane];
  const countsOf = useSegmentCounts(slots, lanes);
  return all.map((lane) => {
    const { first, last } = laneEnds(layout, lane);
    const top = itemTop(layout, first);
    const isCollapsed = props.collapsed.has(lanes.keys[lane] ?? '');
    const size = layout.sizes[lane] ?? 0;
    const ofSegments = countsOf(lane);
    return (
      <div
        key={lane}
        className="board-lane"
        style={{ top, height: itemTop(layout, last + 1) - top }}
        data-empty={size === 0 ? '' : undefined}
      >
        <div className="board-lane-heading" style={{ height: lanePitch - 4 }}>
          <h3>
            <button
              type="button"
              className="board-lane-name"
              data-lane-heading={lane}
              aria-expanded={!isCollapsed}
              tabIndex={lane === cursorLane ? 0 : -1}
              title={[count(size, 'account'), ...ofSegments.map(inWords)].join(', ')}
              onFocus={() => events.onFocusHeading(column, lane)}
              onClick={() => events.onToggleLane(lane)}
            >
              <ChevronDown aria-hidden className="board-lane-chevron" />
              <span className="truncate">
                <span className="visually-hidden">Lane </span>
                {props.laneName(lane)}
              </span>
              <span className="board-lane-count">
                {size.toLocaleString()}
                <span className="visually-hidden"> {size === 1 ? 'account' : 'accounts'}</span>
              </span>
              {ofSegments.length > 0 && (
                <span className="board-lane-segments">
                  <span aria-hidden>{ofSegments.map(inShort).join('  ')}</span>
                  <span className="visually-hidden">{ofSegments.map(inWords).join(', ')}</span>
                </span>
              )}
            </button>
          </h3>
          <IconButton
            size="small"
            label={`Line up ${props.laneName(lane)} in all columns`}
            icon={<AlignStartHorizontal aria-hidden />}
            tabIndex={lane === cursorLane ? 0 : -1}
            className="board-lane-line-up"
            onClick={() => events.onLineUp(lane)}
          />
        </div>
      </div>
    );
  });
}

type SegmentCount = readonly [segment: Segment | null, cards: number];

const inWords = ([segment, cards]: SegmentCount): string =>
  `${cards.toLocaleString()} ${segmentName(segment)}`;

const shortNames: Readonly<Record<Segment, string>> = { Large: 'L', 'Mid-Market': 'MM', SMB: 'SMB' };

const inShort = ([segment, cards]: SegmentCount): string =>
  `${cards.toLocaleString()} ${segment === null ? '?' : shortNames[segment]}`;

const kinds: readonly (Segment | null)[] = [...segments, null];

/** Cards per lane and segment of a column. */
function useSegmentCounts(slots: Int32Array, lanes: BoardLanes): (lane: number) => readonly SegmentCount[] {
  const { book } = useStore();
  return useMemo(() => {
    const counts = new Int32Array(lanes.keys.length * kinds.length);
    for (const slot of slots) {
      const at = lanes.laneOf(slot) * kinds.length + kinds.indexOf(book.row(slot)?.segment ?? null);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return (lane) =>
      kinds.flatMap((segment, kind) => {
        const cards = counts[lane * kinds.length + kind] ?? 0;
        return cards === 0 ? [] : [[segment, cards] as const];
      });
  }, [book, slots, lanes]);
}
