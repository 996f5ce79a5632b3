import type { ReactNode } from 'react';
import type { Segment, Status } from '../../shared/accounts/account.ts';
import { priorityName, segmentName, statusName, type Priority } from './words.ts';
import './marks.css';

const statusShapes: Record<Status, ReactNode> = {
  '': <circle cx="7" cy="7" r="5.25" strokeDasharray="2 2.1" />,
  Queued: <circle cx="7" cy="7" r="5.25" />,
  'Actively Working': (
    <>
      <circle cx="7" cy="7" r="5.25" />
      <path className="mark-fill" d="M7 3.6a3.4 3.4 0 0 1 0 6.8z" stroke="none" />
    </>
  ),
  'Worked in FY': (
    <>
      <circle className="mark-fill" cx="7" cy="7" r="5.25" />
      <path className="mark-cut" d="m4.7 7.2 1.6 1.6 3-3.4" />
    </>
  ),
  Restricted: (
    <>
      <circle cx="7" cy="7" r="5.25" />
      <path d="m3.4 3.4 7.2 7.2" />
    </>
  ),
};

/** The shape of a status. Silent: stands beside its word, or pass `named`. */
export function StatusMark({ status, named = false }: { readonly status: Status; readonly named?: boolean }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      className="mark mark-status"
      data-status={status === '' ? 'none' : status}
      {...(named ? { role: 'img', 'aria-label': statusName(status) } : { 'aria-hidden': true })}
    >
      {statusShapes[status]}
    </svg>
  );
}

/** Mark and word of a status. */
export function StatusWord({ status }: { readonly status: Status }) {
  return (
    <span className="mark-word">
      <StatusMark status={status} />
      <span className={status === '' ? 'faint' : undefined}>{statusName(status)}</span>
    </span>
  );
}

const bars = [
  { x: 2, y: 8.5, height: 3.5 },
  { x: 5.75, y: 5.5, height: 6.5 },
  { x: 9.5, y: 2.5, height: 9.5 },
];

/** Bars for Priority: three for 1, one for 3, with its name for screen readers. Without one: only the name. */
export function PriorityMark({ priority }: { readonly priority: Priority | null }) {
  return (
    <span className="mark-word">
      {priority !== null && (
        <>
          <PriorityBars priority={priority} />
          <span aria-hidden>{priority}</span>
        </>
      )}
      <span className="visually-hidden">{priorityName(priority)}</span>
    </span>
  );
}

/** The bars alone, silent, for places where words stand beside them; `null` draws three dots. */
export function PriorityBars({ priority }: { readonly priority: Priority | null }) {
  const filled = priority === null ? 0 : 4 - priority;
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" className="mark-priority" aria-hidden>
      {bars.map((bar, index) => (
        <rect
          key={bar.x}
          x={bar.x}
          y={priority === null ? 8.5 : bar.y}
          width="2.5"
          height={priority === null ? 1.5 : bar.height}
          rx="0.8"
          className={index < filled ? 'mark-bar' : 'mark-bar-empty'}
        />
      ))}
    </svg>
  );
}

/** The segment as a word; "Unknown" is told apart by its dashed frame. */
export function SegmentTag({ segment }: { readonly segment: Segment | null }) {
  return (
    <span className="segment-tag" data-segment={segment ?? 'unknown'}>
      {segmentName(segment)}
    </span>
  );
}
