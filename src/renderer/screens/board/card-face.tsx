import { Calendar, Star, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { PriorityBars, SegmentTag } from '../../app/marks.tsx';
import type { BookRow } from '../../store/api.ts';
import { dueState, dueWords, findingWords, kindWords, shortDate } from './card-words.ts';
import './card.css';

/** What a BDR needs at a glance, in lines of fixed height. For the eye: `cardName` says it to screen readers. */
export const CardFace = memo(function CardFace({
  row,
  today,
}: {
  readonly row: BookRow;
  readonly today: IsoDate;
}) {
  const hasFacts = row.nextStepDate !== null || row.workingSince !== null || row.findings.length > 0;
  const kind = hasFacts ? '' : kindWords(row);
  return (
    <>
      <span className="board-card-line board-card-title">
        <span className="board-card-name truncate">{row.name}</span>
        {row.nominatedBy !== '' && (
          <span className="board-card-nominated" title={`Nominated by ${row.nominatedBy}`}>
            <Star aria-hidden />
            Nominated
          </span>
        )}
      </span>
      <span className="board-card-line board-card-facts">
        <SegmentTag segment={row.segment} />
        {row.priority !== null && (
          <span className="mark-word">
            <PriorityBars priority={row.priority} />
            {row.priority}
          </span>
        )}
        {row.place !== '' && <span className="truncate board-card-place">{row.place}</span>}
      </span>
      {hasFacts && (
        <span className="board-card-line board-card-facts">
          {row.nextStepDate !== null && (
            <span className="board-card-due" data-due={dueState(row.nextStepDate, today)}>
              <Calendar aria-hidden />
              {dueWords(row.nextStepDate, today)}
            </span>
          )}
          {row.workingSince !== null && (
            <span className="board-card-since">Since {shortDate(row.workingSince, today)}</span>
          )}
          {row.findings.length > 0 && (
            <span className="board-card-finding">
              <TriangleAlert aria-hidden />
              <span className="truncate">{findingWords(row.findings)}</span>
            </span>
          )}
        </span>
      )}
      {kind !== '' && <span className="board-card-line board-card-facts board-card-kind">{kind}</span>}
    </>
  );
});
