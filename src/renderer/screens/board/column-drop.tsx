import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { canBegin } from '../../app/moves/move-offer.ts';
import { statusName } from '../../app/words.ts';
import { IconButton } from '../../components/icon-button.tsx';
import type { MovePreview } from '../../store/api.ts';
import { cardGap, cardTop } from './card-geometry.ts';
import type { HoverStore } from './hover-target.ts';
import type { MoveSession } from './move-session.ts';
import { previewVerdict, someNames, type Verdict } from './move-verdict.ts';

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
export function InsertionLine({ status, hover, session }: DropProps) {
  const index = useSyncExternalStore(hover.subscribe, () => {
    const target = hover.get();
    return target?.column === status ? target.index : -1;
  });
  const preview = useAnswer(session, status);
  if (index < 0 || (preview !== undefined && !canBegin(preview))) return null;
  const top = cardTop(index) - cardGap / 2 - 1;
  return <div className="board-insertion-line" style={{ transform: `translateY(${String(top)}px)` }} />;
}

/** While cards are held over a column: its frame, and what its rules say to them. */
export function ColumnHover({ status, hover, session }: DropProps) {
  const over = useIsOver(hover, status);
  const preview = useAnswer(session, status);
  if (!over) return null;
  const verdict = preview === undefined ? null : previewVerdict(session.slots.length, preview);
  return (
    <>
      <div className="board-column-frame" data-verdict={verdict?.kind ?? 'asking'} />
      {verdict !== null && (verdict.kind !== 'all' || verdict.notes !== undefined) && (
        <div className="board-column-verdict board-column-verdict-over" data-verdict={verdict.kind}>
          <VerdictWords verdict={verdict} />
        </div>
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
        <VerdictWords verdict={verdict} />
        <IconButton size="small" label="Dismiss" icon={<X aria-hidden />} onClick={() => onDismiss(status)} />
      </div>
    </div>
  );
}

function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  return (
    <div className="board-column-verdict-words">
      {verdict.summary !== '' && <p className="board-column-verdict-summary">{verdict.summary}</p>}
      {verdict.reasons.map(({ text, names }) => (
        <p key={text}>
          {text}
          {names.length > 0 && <span className="muted"> ({someNames(names)})</span>}
        </p>
      ))}
      {verdict.offer !== undefined && <p className="board-column-verdict-summary">{verdict.offer}</p>}
      {verdict.notes?.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
