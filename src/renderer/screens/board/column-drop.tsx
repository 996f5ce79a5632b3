import { X } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { canBegin } from '../../app/moves/move-offer.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { statusName } from '../../app/words.ts';
import { IconButton } from '../../components/icon-button.tsx';
import type { MovePreview } from '../../store/api.ts';
import type { ColumnLayout } from './board-lanes.ts';
import { gapTop } from './card-geometry.ts';
import type { HoverStore } from './hover-target.ts';
import type { MoveSession } from './move-session.ts';
import { previewVerdict, someNames, type Verdict } from '../../app/moves/move-verdict.ts';

interface DropProps {
  readonly status: Status;
  readonly hover: HoverStore;
  readonly session: MoveSession;
}

const useIsOver = (hover: HoverStore, status: Status): boolean =>
  useSyncExternalStore(hover.subscribe, () => hover.get()?.column === status);

const useAnswer = (session: MoveSession, status: Status): MovePreview | undefined =>
  useSyncExternalStore(session.answers.subscribe, () => session.answers.get()[status]);

/** The line where the cards would land. None where a rule lets nothing land. */
export function InsertionLine({
  status,
  hover,
  session,
  layout,
  lane,
}: DropProps & {
  readonly layout: ColumnLayout;
  /** The lane of the cards, which they keep; `null` = there are none. */
  readonly lane: number | null;
}) {
  const index = useSyncExternalStore(hover.subscribe, () => {
    const target = hover.get();
    return target?.column === status ? target.index : -1;
  });
  const preview = useAnswer(session, status);
  if (index < 0 || (preview !== undefined && !canBegin(preview))) return null;
  const top = gapTop(layout, lane, index) - 1;
  return <div className="board-insertion-line" style={{ transform: `translateY(${String(top)}px)` }} />;
}

/** While cards are held over a column: its frame, and what its rules say to them. */
export function ColumnHover({
  status,
  hover,
  session,
  laneName,
}: DropProps & {
  /** Of the lane of the cards; '' = there are none. */
  readonly laneName: string;
}) {
  const over = useIsOver(hover, status);
  const away = useSyncExternalStore(hover.subscribe, () => hover.get()?.away === true);
  const preview = useAnswer(session, status);
  if (!over) return null;
  const verdict = preview === undefined ? null : previewVerdict(session.slots.length, preview);
  return (
    <>
      <div className="board-column-frame" data-verdict={verdict?.kind ?? 'asking'} />
      {verdict !== null && (verdict.kind !== 'all' || verdict.notes !== undefined) ? (
        <div className="board-column-verdict board-column-verdict-over" data-verdict={verdict.kind}>
          <VerdictWords verdict={verdict} />
        </div>
      ) : (
        away && (
          <p className="board-column-verdict board-column-verdict-over" data-verdict="lane">
            Stays in the lane {laneName}
          </p>
        )
      )}
    </>
  );
}

/** What a column goes on saying after it sent cards back, until it is dismissed. */
export function KeptVerdict({
  status,
  verdict,
  onDismiss,
}: {
  readonly status: Status;
  readonly verdict: Verdict;
  readonly onDismiss: (status: Status) => void;
}) {
  return (
    <div className="board-column-kept">
      <div
        className="board-column-verdict"
        data-verdict={verdict.kind}
        role="group"
        aria-label={`Why cards did not move to ${statusName(status)}`}
      >
        <VerdictWords verdict={verdict} words={RuleWords} />
        <IconButton size="small" label="Dismiss" icon={<X aria-hidden />} onClick={() => onDismiss(status)} />
      </div>
    </div>
  );
}

/** @param words how a sentence is shown: as it is while hovering, later with links to its rules */
function VerdictWords({
  verdict,
  words: Words = Plain,
}: {
  readonly verdict: Verdict;
  readonly words?: (props: { readonly text: string }) => ReactNode;
}) {
  return (
    <div className="board-column-verdict-words">
      {verdict.summary !== '' && <p className="board-column-verdict-summary">{verdict.summary}</p>}
      {verdict.reasons.map(({ text, names }) => (
        <p key={text}>
          <Words text={text} />
          {names.length > 0 && <span className="muted"> ({someNames(names)})</span>}
        </p>
      ))}
      {verdict.offer !== undefined && (
        <p className="board-column-verdict-summary">
          <Words text={verdict.offer} />
        </p>
      )}
      {verdict.notes?.map((note) => (
        <p key={note}>
          <Words text={note} />
        </p>
      ))}
    </div>
  );
}

const Plain = ({ text }: { readonly text: string }): ReactNode => text;
