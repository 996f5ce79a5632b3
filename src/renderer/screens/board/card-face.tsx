import { CalendarDays, Star, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { PriorityMark, SegmentTag } from '../../app/marks.tsx';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import type { BookRow } from '../../store/api.ts';
import { dueState, dueWords, findingWords, shortDate } from './card-words.ts';
import './card.css';

/**
 * What a BDR needs at a glance, in three lines of fixed height. The card's name for screen readers is this
 * text in this order; words that only the eye can do without are hidden from it.
 */
export const CardFace = memo(function CardFace({
  row,
  today,
}: {
  readonly row: BookRow;
  readonly today: IsoDate;
}) {
  return (
    <>
      <span className="board-card-line board-card-title">
        <span className="board-card-name truncate">{row.name}</span>
        {row.nominatedBy !== '' && (
          <span className="board-card-nominated" title={`Nominated by ${row.nominatedBy}`}>
            <Pause />
            <Star aria-hidden />
            Nominated
            <VisuallyHidden> by {row.nominatedBy}</VisuallyHidden>
          </span>
        )}
      </span>
      <span className="board-card-line board-card-facts">
        <Pause words="segment" />
        <SegmentTag segment={row.segment} />
        <Pause />
        <PriorityMark priority={row.priority} />
        {row.place !== '' && <Pause />}
        <span className="truncate board-card-place">{row.place}</span>
      </span>
      <span className="board-card-line board-card-facts">
        {row.nextStepDate !== null && (
          <span className="board-card-due" data-due={dueState(row.nextStepDate, today)}>
            <Pause words="next step" />
            <CalendarDays aria-hidden />
            {dueWords(row.nextStepDate, today)}
          </span>
        )}
        {row.workingSince !== null && (
          <span className="board-card-since">
            <Pause words="Actively Working" />
            Since {shortDate(row.workingSince, today)}
          </span>
        )}
        {row.findings.length > 0 && (
          <span className="board-card-finding">
            <Pause words="warning" />
            <TriangleAlert aria-hidden />
            <span className="truncate">{findingWords(row.findings)}</span>
          </span>
        )}
      </span>
    </>
  );
});

/** A breath between two facts when the card is read out, and a word the icon stands for. */
function Pause({ words }: { readonly words?: string }) {
  return <VisuallyHidden>{words === undefined ? ', ' : `, ${words} `}</VisuallyHidden>;
}
