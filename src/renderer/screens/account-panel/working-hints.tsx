import type { ReactNode } from 'react';
import { proposeNextStepDate } from '../../../shared/priorities/next-step-date.ts';
import { styleHints } from '../../../shared/priorities/working-style.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { ReceiptView } from '../../app/receipts/receipt-view.tsx';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Popover } from '../../components/popover.tsx';
import type { AccountDetail } from '../../store/api.ts';
import { latestSequence } from './latest-sequence.ts';

/** PR-6 and PR-7 beside strategy, next step and its date: what the Priority asks for, and the day to propose. */
export function useWorkingHints(detail: AccountDetail): (field: string) => ReactNode {
  const { rules, today } = useStoreStatus();
  const { account, row, prospects } = detail;
  const { priority } = row;
  const isLand = row.decided?.motion !== 'Expand';
  const hints =
    row.status === 'Actively Working' && priority !== null && isLand
      ? styleHints({ priority, values: account, today }, rules)
      : [];
  const start = row.status === 'Actively Working' ? latestSequence(prospects) : undefined;
  return (field) => {
    const hint = hints.find((one) => one.field === field);
    const proposal =
      field === 'bdrNextStepDate' && start !== undefined
        ? proposeNextStepDate({ on: start, ...(priority !== null && isLand && { priority }) }, rules)
        : undefined;
    const isNews =
      proposal !== undefined && proposal.outcome > today && proposal.outcome !== account.bdrNextStepDate;
    if (hint === undefined && !isNews) return null;
    return (
      <>
        {hint && (
          <p>
            <RuleWords text={say(hint.message)} />
          </p>
        )}
        {isNews && <Proposal id={account.id} proposal={proposal} />}
      </>
    );
  };
}

/** PR-7: the day to propose, taken with one press, with its receipt. */
function Proposal({
  id,
  proposal: { outcome, receipt },
}: {
  readonly id: string;
  readonly proposal: ReturnType<typeof proposeNextStepDate>;
}) {
  const run = useRunCommand();
  return (
    <span className="cluster">
      <Button
        size="small"
        variant="quiet"
        onClick={() => void run({ kind: 'editAccounts', ids: [id], patch: { bdrNextStepDate: outcome } })}
      >
        Take {dayText(outcome)}
      </Button>
      <Popover
        title="Why this day"
        trigger={
          <button type="button" className="why-button">
            Why?<span className="visually-hidden"> The proposed day</span>
          </button>
        }
      >
        <ReceiptView receipt={receipt} />
      </Popover>
    </span>
  );
}
