import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { PriorityMark, SegmentTag, StatusWord } from '../../app/marks.tsx';
import { dayText } from '../../app/words.ts';
import type { BookRow } from '../../store/api.ts';
import { isAsked, type Column } from './columns.ts';

/** What a cell shows while it is not being edited. A function, not a component: there are very many cells. */
export function cellContent(
  row: BookRow,
  column: Column,
  today: string,
  texts?: readonly string[],
  at = -1,
): ReactNode {
  if (isAsked(column.id)) return texts?.[at] ?? null;
  switch (column.id) {
    case 'select':
    case 'name':
      return row.name;
    case 'segment':
      return <SegmentTag segment={row.segment} />;
    case 'status':
      return <StatusWord status={row.status} />;
    case 'priority':
      return <PriorityMark priority={row.priority} />;
    case 'nextStepDate':
      if (row.nextStepDate === null) return null;
      return row.nextStepDate < today ? (
        <span className="cell-past">
          {dayText(row.nextStepDate)}
          <span className="visually-hidden"> (past due)</span>
        </span>
      ) : (
        dayText(row.nextStepDate)
      );
    case 'findings':
      return findings(row);
    default:
      return row[column.id];
  }
}

function findings(row: BookRow): ReactNode {
  const [first, ...rest] = row.findings;
  if (first === undefined) return null;
  return (
    <span className="cell-finding" title={row.findings.map((finding) => say(finding.message)).join('\n')}>
      <TriangleAlert aria-hidden />
      <span className="truncate">{say(first.message)}</span>
      {rest.length > 0 && <span className="faint">+{rest.length}</span>}
    </span>
  );
}
