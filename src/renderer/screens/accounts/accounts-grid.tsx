import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { inspectAndFocus } from '../../app/location.ts';
import { createSignal } from '../../store/signal.ts';
import { useStore, useStoreStatus } from '../../app/store-context.tsx';
import { useListWindow } from '../../components/use-list-window.ts';
import type { ViewQuery } from '../../store/api.ts';
import { AccountRow } from './account-row.tsx';
import { bandAt, type Band, type BandLines } from './band-lines.ts';
import { BandRow } from './band-row.tsx';
import { rowHeight, rowList, type TableLayout } from './columns.ts';
import type { Editing, GridActions } from './grid-actions.ts';
import { clampCursor, followCursor, moveCursor, type Cursor } from './grid-cursor.ts';
import { GridHeader } from './grid-header.tsx';
import {
  selectAll,
  selectedShare,
  selectRange,
  nothingSelected,
  toggleRow,
  type Selection,
} from './selection.ts';
import { markSideways, revealCell, revealTop } from './reveal-cell.ts';
import { useCellTexts } from './use-cell-texts.ts';

export interface AccountsGridProps {
  readonly list: BandLines;
  readonly layout: TableLayout;
  /** Changes with the question that `list` answers: the list then starts at its top again. */
  readonly question: string;
  /** The field that rows are grouped by, for people. */
  readonly bandLabel: string;
  /** Shows or hides the rows of a group, by its value. */
  readonly onBandToggle: (value: string) => void;
  readonly sort: ViewQuery['sort'];
  readonly onSortChange: (sort: ViewQuery['sort']) => void;
  readonly selection: Selection;
  readonly onSelectionChange: (selection: Selection) => void;
  readonly inspectedId: string | null;
  readonly onInspect: (id: string) => void;
}

/** The table of accounts: an ARIA grid over fixed-height rows, of which only those in view exist. */
export function AccountsGrid({
  list: { lines: slots, bands },
  layout,
  question,
  bandLabel,
  onBandToggle,
  sort,
  onSortChange,
  selection,
  onSelectionChange,
  inspectedId,
  onInspect,
}: AccountsGridProps) {
  const { columns } = layout;
  const { book } = useStore();
  const { today } = useStoreStatus();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const range = useListWindow(scroller, slots.length, rowList);
  const [wantedCursor, setCursor] = useState<Cursor>({ row: 0, col: 1 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pointed] = useState(() => createSignal(-1));
  const [seen, setSeen] = useState({ slots, question });
  if (seen.slots !== slots) {
    setSeen({ slots, question });
    // An edit may have moved the row; another question is answered from its top.
    if (seen.question === question) setCursor(followCursor(wantedCursor, seen.slots, slots));
  }
  const size = { rows: slots.length, cols: columns.length, page: range.page };
  const cursor = clampCursor(wantedCursor, size);
  const focusWanted = useRef(false);
  const hasFocus = useRef(false);

  const sortBy = (col: number): void => {
    const key = columns[col]?.sort;
    if (key === undefined) return;
    onSortChange({ key, descending: sort.key === key && sort.descending !== true });
  };

  const goTo = (next: Cursor): void => {
    focusWanted.current = true;
    setCursor(next);
  };

  // What the handlers below see; they stay the same objects so that rows are not drawn again.
  const latest = useRef({ slots, selection, cursor, size, columns });
  useLayoutEffect(() => {
    latest.current = { slots, selection, cursor, size, columns };
  });

  const actions = useMemo<GridActions>(() => {
    const edit = (row: number, col: number): void => {
      const column = latest.current.columns[col];
      const slot = latest.current.slots[row];
      if (column?.edit === undefined || slot === undefined || slot < 0) return;
      setCursor({ row, col });
      setEditing({ slot, column: column.id });
    };
    return {
      press: (row, col, { shiftKey }) => {
        setCursor({ row, col });
        if (shiftKey && latest.current.columns[col]?.id !== 'select') {
          onSelectionChange(
            selectRange(latest.current.selection, latest.current.slots, latest.current.cursor.row, row),
          );
        }
      },
      edit,
      toggle: (row, isRange) => {
        const { slots: order, selection: present } = latest.current;
        const slot = order[row];
        if (slot === undefined || slot < 0) return;
        onSelectionChange(isRange ? selectRange(present, order, row, row) : toggleRow(present, slot, row));
      },
      inspect: onInspect,
      leave: (step) => {
        setEditing(null);
        const { cursor: at, size: grid } = latest.current;
        focusWanted.current = true;
        setCursor(clampCursor({ row: at.row, col: at.col + step }, grid));
      },
    };
  }, [onInspect, onSelectionChange]);

  useEffect(() => {
    if (scroller !== null) revealTop(scroller);
  }, [question, scroller]);
  useEffect(() => (scroller === null ? undefined : markSideways(scroller)), [scroller]);

  // Focus follows the cursor after keys, not while the list merely changes under it.
  useEffect(() => {
    if (!focusWanted.current || editing !== null) return;
    focusWanted.current = false;
    const cell = scroller?.querySelector<HTMLElement>(`[data-row="${cursor.row}"][data-col="${cursor.col}"]`);
    cell?.focus({ preventScroll: true });
  }, [cursor.row, cursor.col, editing, scroller]);

  // A row that an edit moved stays in sight, and keeps focus that it may have lost on the way.
  const last = useRef({ slots, row: cursor.row });
  useLayoutEffect(() => {
    const moved = last.current.slots !== slots && last.current.row !== cursor.row;
    last.current = { slots, row: cursor.row };
    if (!hasFocus.current || scroller === null) return;
    const lost = document.activeElement === document.body;
    if (lost || moved) revealCell(scroller, columns, cursor);
    if (lost) scroller.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null || event.altKey) return;
    const band = bands[bandAt(slots[cursor.row] ?? 0)];
    if (band !== undefined && isBandKey(event.key, band)) {
      event.preventDefault();
      onBandToggle(band.value);
      return;
    }
    const whole = event.ctrlKey || event.metaKey;
    const next = moveCursor(cursor, event.key, whole, size);
    const slot = slots[cursor.row];
    if (next !== undefined) {
      goTo(next);
      if (scroller !== null) revealCell(scroller, columns, next);
      if (event.shiftKey && next.row >= 0 && next.row !== cursor.row) {
        onSelectionChange(selectRange(selection, slots, cursor.row, next.row));
      }
    } else if (whole && event.key.toLowerCase() === 'a') {
      onSelectionChange(selectAll(slots));
    } else if (whole) {
      return;
    } else if (event.key === 'Enter' || event.key === 'F2') {
      if (cursor.row === -1) sortBy(cursor.col);
      else if (columns[cursor.col]?.id === 'select') actions.toggle(cursor.row, false);
      else actions.edit(cursor.row, cursor.col);
    } else if (event.key === ' ' || event.key === 'x') {
      if (cursor.row === -1) onSelectionChange(selection.slots.size > 0 ? nothingSelected : selectAll(slots));
      else actions.toggle(cursor.row, false);
    } else if (event.key === 'o' && slot !== undefined) {
      const id = book.row(slot)?.id;
      if (id !== undefined) inspectAndFocus(id);
    } else if (event.key === 'Escape' && selection.slots.size > 0) {
      onSelectionChange(nothingSelected);
    } else return;
    event.preventDefault();
  };

  const drawn: number[] = [];
  for (let index = range.first; index <= Math.min(range.last, slots.length - 1); index += 1)
    drawn.push(index);
  // The row with the cursor stays, however far away: focus must not fall out of the grid.
  if (cursor.row >= 0 && !(cursor.row >= range.first && cursor.row <= range.last)) drawn.push(cursor.row);
  const ids = drawn.flatMap((index) => book.row(slots[index] ?? -1)?.id ?? []);
  const texts = useCellTexts(ids, layout.asked);
  const share = useMemo(() => selectedShare(selection, slots), [selection, slots]);

  return (
    <div
      ref={setScroller}
      role={bands.length > 0 ? 'treegrid' : 'grid'}
      aria-label="Accounts"
      aria-rowcount={slots.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      className="grid scroll"
      data-selecting={selection.slots.size > 0 || undefined}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hasFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      }}
    >
      <GridHeader
        layout={layout}
        sort={sort}
        cursorCol={cursor.row === -1 ? cursor.col : -1}
        share={share}
        onSort={sortBy}
        onSelectAll={() => onSelectionChange(share === 'none' ? selectAll(slots) : nothingSelected)}
        onPress={(col) => setCursor({ row: -1, col })}
      />
      <div
        role="rowgroup"
        className="grid-rows"
        onPointerOver={({ target }) => pointed.set(rowAt(target))}
        onPointerLeave={() => pointed.set(-1)}
        style={{ height: `${slots.length * rowHeight}px`, width: `${layout.width}px` }}
      >
        {drawn.map((index) => {
          const slot = slots[index] ?? -1;
          const band = slot < 0 ? bands[bandAt(slot)] : undefined;
          if (band !== undefined) {
            return (
              <BandRow
                key={slot}
                band={band}
                label={bandLabel}
                index={index}
                columns={columns.length}
                cursorCol={cursor.row === index ? cursor.col : -1}
                onPress={() => setCursor({ row: index, col: 1 })}
                onToggle={() => onBandToggle(band.value)}
              />
            );
          }
          return (
            <AccountRow
              layout={layout}
              texts={texts.get(book.row(slot)?.id ?? '')}
              key={slot}
              slot={slot}
              index={index}
              selected={selection.slots.has(slot)}
              grouped={bands.length > 0}
              inspected={inspectedId !== null && book.slotOf(inspectedId) === slot}
              cursorCol={cursor.row === index ? cursor.col : -1}
              editing={editing?.slot === slot ? editing.column : null}
              pointed={pointed}
              today={today}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}

/** On the head of a group: to the right shows its rows, to the left hides them (ARIA treegrid pattern). */
const isBandKey = (key: string, { isCollapsed }: Band): boolean =>
  key === 'Enter' || key === ' ' || key === (isCollapsed ? 'ArrowRight' : 'ArrowLeft');

/** Index of the row that an event's target lies in; -1 is none. */
function rowAt(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest('[data-row]') : null;
  return cell === null ? -1 : Number(cell.getAttribute('data-row'));
}
