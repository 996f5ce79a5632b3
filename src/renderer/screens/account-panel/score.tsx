import type { ExplainedScore, ScorePart } from '../../../shared/priorities/score-receipt.ts';
import { signalWords } from '../../../shared/priorities/signal.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { Decided } from '../../../shared/rule-book/receipt.ts';
import { ReceiptPopover } from '../../app/receipts/account-receipt.tsx';
import { ReceiptView } from '../../app/receipts/receipt-view.tsx';
import { RuleLink, RuleWords } from '../../app/rule-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useMoves } from '../../app/use-move-accounts.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { priorityName } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Popover } from '../../components/popover.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { AccountDetail } from '../../store/api.ts';
import type { AccountScoring } from '../../store/questions/questions.ts';
import { IcpNotesForm } from './icp-notes-form.tsx';
import { ResearchList } from './research-list.tsx';
import './score.css';

/** PR-1 to PR-4, PR-8, PR-9: what the account scores and why, what research would be worth, the notes. */
export function Score({ detail }: { readonly detail: AccountDetail }) {
  const { account } = detail;
  const scoring = useAnswer('scoring', { id: account.id });
  if (scoring === null) return <Skeleton rows={10} label="Scoring the account" />;
  const { score, draft, checklist } = scoring;
  return (
    <div className="panel-details">
      <section className="panel-group" aria-label="Score and Priority">
        <ScoreHead score={score} />
        {scoring.motion === 'Expand' ? (
          <RankLine detail={detail} scoring={scoring} />
        ) : (
          <PriorityLine detail={detail} scoring={scoring} />
        )}
      </section>
      <Signals score={score.outcome} />
      <IcpNotesForm account={account} draft={draft} />
      <ResearchList account={account} items={checklist} />
    </div>
  );
}

function ScoreHead({ score: { outcome, receipt } }: { readonly score: Decided<ExplainedScore> }) {
  return (
    <p className="score-head">
      {outcome.isKnown ? (
        <>
          <span className="score-number">{outcome.score}</span> of 100
        </>
      ) : (
        'Nothing is known yet'
      )}
      <Popover
        title="Why this score"
        trigger={
          <button type="button" className="why-button muted">
            Why?<span className="visually-hidden"> The score</span>
          </button>
        }
      >
        <ReceiptView receipt={receipt} />
      </Popover>
    </p>
  );
}

interface LineProps {
  readonly detail: AccountDetail;
  readonly scoring: AccountScoring;
}

/** PR-4: what is suggested against what was chosen, and the word why. */
function PriorityLine({ detail: { account, row }, scoring }: LineProps) {
  const { choosePriority } = useMoves();
  const suggested = scoring.suggested.outcome;
  return (
    <div className="score-line">
      <p>
        {suggested === null ? 'No Priority is suggested' : `Suggested: ${priorityName(suggested)}`}
        <ReceiptPopover
          id={account.id}
          kind="priority"
          title="Why this Priority"
          trigger={
            <button type="button" className="why-button muted">
              Why?<span className="visually-hidden"> The suggestion</span>
            </button>
          }
        />
      </p>
      <p className="muted">
        {row.priority === null
          ? 'None is chosen.'
          : row.priority === suggested
            ? `${priorityName(row.priority)} is chosen, as suggested.`
            : `${priorityName(row.priority)} is chosen${account.priorityReason === undefined ? '.' : `: “${account.priorityReason}”`}`}
      </p>
      {suggested !== null && row.priority !== suggested && (
        <Button size="small" onClick={() => void choosePriority([account.id], suggested)}>
          Take {priorityName(suggested)}
        </Button>
      )}
    </div>
  );
}

/** PR-8: Expand accounts have a rank instead. */
function RankLine({ detail: { account }, scoring }: LineProps) {
  const run = useRunCommand();
  const suggested = scoring.rank?.outcome ?? null;
  const chosen = account.expandRank;
  return (
    <div className="score-line">
      <p>
        {suggested === null
          ? 'Expand: none of the ranks fits'
          : `Expand, suggested rank ${String(suggested)}`}
        <ReceiptPopover
          id={account.id}
          kind="priority"
          title="Why this rank"
          trigger={
            <button type="button" className="why-button muted">
              Why?<span className="visually-hidden"> The rank</span>
            </button>
          }
        />
      </p>
      <p className="muted">
        <RuleWords
          text={`${chosen === undefined ? 'No rank is set' : `Rank ${String(chosen)} is set`}; Expand accounts have a rank instead of a Priority (PR-8).`}
        />
      </p>
      {suggested !== null && chosen !== suggested && (
        <Button
          size="small"
          onClick={() =>
            void run({ kind: 'editAccounts', ids: [account.id], patch: { expandRank: suggested } })
          }
        >
          Take rank {suggested}
        </Button>
      )}
    </div>
  );
}

function Signals({ score: { parts, missing } }: { readonly score: ExplainedScore }) {
  const known = parts.filter(({ state }) => state !== 'unknown');
  const worth = missing.reduce((sum, part) => sum + part.worth, 0);
  return (
    <section className="panel-group" aria-label="Signals">
      <div className="panel-group-head">
        <h3>
          Signals <RuleLink id="PR-3" />
        </h3>
      </div>
      {known.length > 0 && (
        <PartList parts={known} pointsOf={({ points }) => (points === 0 ? '0' : `+${String(points)}`)} />
      )}
      {missing.length > 0 && (
        <>
          <p className="score-missing">Not known; research is worth up to {worth} points</p>
          <PartList parts={missing} pointsOf={({ worth: most }) => `up to ${String(most)}`} />
        </>
      )}
    </section>
  );
}

function PartList({
  parts,
  pointsOf,
}: {
  readonly parts: readonly ScorePart[];
  readonly pointsOf: (part: ScorePart) => string;
}) {
  return (
    <ul className="score-parts">
      {parts.map((part) => (
        <li key={part.signal} data-state={part.state}>
          <span>
            <RuleWords text={part.state === 'unknown' ? signalWords[part.signal] : say(part.message)} />
          </span>
          <span className="score-points">{pointsOf(part)}</span>
        </li>
      ))}
    </ul>
  );
}
