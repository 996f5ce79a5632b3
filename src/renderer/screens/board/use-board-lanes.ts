import { useEffect, useMemo, useRef, useState } from 'react';
import type { LaneKind } from '../../../shared/views/board-shown.ts';
import { useStore } from '../../app/store-context.tsx';
import type { BookMirror, BookRow } from '../../store/api.ts';
import { lanesOf, type BoardLanes } from './board-lanes.ts';

/** The lane of an account by what lanes are made of; '' = none. */
const keyOfRow: Record<Exclude<LaneKind, 'none'>, (row: BookRow) => string> = {
  owner: (row) => row.owner,
  territory: (row) => row.decided?.territory ?? '',
};

/** Lanes, and what their headings count: made anew when a card's lane or segment changes. */
export function useBoardLanes(columns: readonly Int32Array[], kind: LaneKind): BoardLanes | null {
  const { book, onChange } = useStore();
  const [turn, setTurn] = useState(0);
  /** What lanes and headings were made from, by slot. */
  const seen = useRef(new Map<number, string>());
  const lanes = useMemo(() => {
    if (kind === 'none') return null;
    return lanesOf(columns, keysIn(book, kind));
    // Anew for every turn, too: rows changed, not the columns.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [book, columns, kind, turn]);

  useEffect(() => {
    if (kind === 'none') return undefined;
    let frame: number | null = null;
    const again = (): void => {
      // Rows come in many messages while the book loads: once a frame is enough.
      frame ??= requestAnimationFrame(() => {
        frame = null;
        setTurn((last) => last + 1);
      });
    };
    const stop = onChange((touched) => {
      if (touched === null) {
        again();
        return;
      }
      for (const id of touched) {
        const slot = book.slotOf(id);
        if (slot === undefined) continue;
        const now = traitsOf(book.row(slot), kind);
        if (seen.current.get(slot) === now) continue;
        seen.current.set(slot, now);
        again();
      }
    });
    return () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [book, onChange, kind]);
  return lanes;
}

const keysIn =
  (book: BookMirror, kind: Exclude<LaneKind, 'none'>) =>
  (slot: number): string => {
    const row = book.row(slot);
    return row === undefined ? '' : keyOfRow[kind](row);
  };

const traitsOf = (row: BookRow | undefined, kind: Exclude<LaneKind, 'none'>): string =>
  row === undefined ? '' : `${keyOfRow[kind](row)}\u0000${row.segment ?? ''}`;
