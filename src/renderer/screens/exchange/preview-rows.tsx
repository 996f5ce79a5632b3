import { useId, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Decision, RowKind } from '../../../shared/exchange/plan.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { PreviewDetail } from './preview-detail.tsx';
import { usePreviewPages } from './use-preview-pages.ts';
import { kindNames, summaryOf } from './words.ts';

const rowHeight = 32;
const viewHeight = 416;
const overscan = 8;
/** Rows that Page Down goes on. */
const pageStep = 12;
/** Browsers draw no taller element than some 16 million pixels. */
const tallest = 12_000_000;

/** The rows of one kind, and the chosen one field by field beside them. Only rows in view exist. */
export function PreviewRows({
  kind,
  subject,
  version,
  total,
  lastRow,
  busy,
  onDecide,
}: {
  readonly kind: RowKind;
  readonly subject: ImportSubject;
  readonly version: number;
  readonly total: number;
  /** The largest row number there can be: its digits give the numbers' column its width. */
  readonly lastRow: number;
  readonly busy: boolean;
  readonly onDecide: (row: number, decision: Decision | null) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [top, setTop] = useState(0);
  const [wanted, setWanted] = useState(0);
  const shown = Math.min(total, Math.floor(tallest / rowHeight));
  const chosen = Math.min(wanted, shown - 1);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(shown - 1, Math.ceil((top + viewHeight) / rowHeight) + overscan);
  const rowAt = usePreviewPages(kind, version, first, last);
  if (total === 0) return <p className="muted preview-none">No {kindNames[kind].toLowerCase()} rows.</p>;

  const choose = (index: number): void => {
    const next = Math.max(0, Math.min(shown - 1, index));
    setWanted(next);
    const box = list.current;
    if (!box) return;
    if (next * rowHeight < box.scrollTop) box.scrollTop = next * rowHeight;
    else if ((next + 1) * rowHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = (next + 1) * rowHeight - box.clientHeight;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + pageStep,
      PageUp: chosen - pageStep,
      Home: 0,
      End: shown - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  };

  const drawn = new Set([chosen]);
  for (let index = first; index <= last; index += 1) drawn.add(index);
  const chosenRow = rowAt(chosen);
  return (
    <div className="preview-split">
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={`${kindNames[kind]} rows`}
        aria-activedescendant={`${id}-${chosen}`}
        className="preview-list scroll"
        data-kind={kind}
        style={
          {
            height: `${Math.min(viewHeight, shown * rowHeight + 2)}px`,
            '--digits': String(lastRow).length,
          } as CSSProperties
        }
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className="preview-all" style={{ height: `${shown * rowHeight}px` }}>
          {[...drawn].map((index) => {
            const row = rowAt(index);
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                aria-setsize={total}
                aria-posinset={index + 1}
                className="preview-row"
                style={{ transform: `translateY(${index * rowHeight}px)` }}
                onClick={() => choose(index)}
              >
                {row ? (
                  <>
                    <span className="preview-row-number muted">
                      <span className="visually-hidden">Row </span>
                      {row.row}
                    </span>
                    <span className="preview-row-name truncate">
                      {row.name === '' ? '(no name)' : row.name}
                    </span>
                    <span className="preview-row-summary truncate muted" title={summaryOf(row, say)}>
                      {summaryOf(row, say)}
                    </span>
                  </>
                ) : (
                  <span className="muted">Loading…</span>
                )}
              </div>
            );
          })}
        </div>
      </div>
      {chosenRow && <PreviewDetail row={chosenRow} subject={subject} busy={busy} onDecide={onDecide} />}
    </div>
  );
}
