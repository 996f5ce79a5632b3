import { Calendar, CirclePause, Hourglass, Star, TimerOff, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { PriorityBars, SegmentTag } from '../../app/marks.tsx';
import type { BookRow } from '../../store/api.ts';
import {
  clockWords,
  dueState,
  dueWords,
  findingWords,
  kindWords,
  shortDate,
  suggestionWords,
} from './card-words.ts';
import './card.css';

/** What a BDR needs at a glance, in lines of fixed height. For the eye: `cardName` says it to screen readers. */
export const CardFace = memo(function CardFace({
  row,
  today,
}: {
  readonly row: BookRow;
  readonly today: IsoDate;
}) {
  const clock = row.decided?.clock ?? null;
  const suggestion = suggestionWords(row);
  const hasFacts =
    row.nextStepDate !== null || row.workingSince !== null || row.findings.length > 0 || suggestion !== '';
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
        {row.decided !== undefined && row.decided.territory !== '' && (
          <span className="board-card-territory truncate">{row.decided.territory}</span>
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
          {clock !== null && (
            <span className="board-card-clock" data-clock={clock.state}>
              {clockIcons[clock.state]}
              {clockWords(clock, today)}
            </span>
          )}
          {row.workingSince !== null && clock === null && (
            <span className="board-card-since">Since {shortDate(row.workingSince, today)}</span>
          )}
          {suggestion !== '' && <span className="board-card-suggested">{suggestion}</span>}
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

/** Told by shape and word, not by colour alone. */
const clockIcons = {
  running: <Hourglass aria-hidden />,
  warned: <Hourglass aria-hidden />,
  late: <TimerOff aria-hidden />,
  paused: <CirclePause aria-hidden />,
} as const;
