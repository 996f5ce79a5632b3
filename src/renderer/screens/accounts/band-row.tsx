import { ChevronDown, ChevronRight } from 'lucide-react';
import { count } from '../../app/words.ts';
import type { Band } from './band-lines.ts';
import { rowHeight } from './columns.ts';

interface BandRowProps {
  readonly band: Band;
  /** What the rows are grouped by. */
  readonly label: string;
  readonly index: number;
  readonly columns: number;
  /** Column of the cursor when it is in this row, else -1. */
  readonly cursorCol: number;
  readonly onPress: () => void;
  readonly onToggle: () => void;
}

/** The head over the rows of one group: a press shows or hides them. */
export function BandRow({ band, label, index, columns, cursorCol, onPress, onToggle }: BandRowProps) {
  const Chevron = band.isCollapsed ? ChevronRight : ChevronDown;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!band.isCollapsed}
      className="grid-row grid-band"
      style={{ transform: `translateY(${index * rowHeight}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        aria-readonly
        tabIndex={cursorCol >= 0 ? 0 : -1}
        data-row={index}
        data-col={Math.max(0, cursorCol)}
        className="grid-cell"
        onMouseDown={onPress}
        onClick={onToggle}
      >
        <span className="grid-band-words">
          <Chevron aria-hidden />
          <span className="muted">{label}: </span>
          {band.value === '' ? 'Blank' : band.value}
          <span className="faint"> · {count(band.rows, 'account')}</span>
        </span>
      </div>
    </div>
  );
}
