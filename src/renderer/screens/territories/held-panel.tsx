import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { dayText } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import type { HeldLine } from '../../store/questions/questions.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { openSection } from './sections.ts';

/** TER-10: open opportunities of accounts that went to another owner, with the days they stay. */
export function HeldPanel() {
  const held = useAnswer('heldOpportunities', null);
  const [asking, setAsking] = useState<HeldLine | null>(null);
  if (held === null) return <Skeleton rows={8} />;
  if (held.length === 0) {
    return (
      <EmptyState
        title="No held opportunities"
        actions={<Button onClick={() => openSection('mapping')}>See the mapping</Button>}
      >
        Every open opportunity belongs to the owner of its account. After a hand-over they stay with the one
        who began them for a while (TER-10), and are listed here.
      </EmptyState>
    );
  }
  return (
    <div className="stack exceptions-panel">
      <div className="table-fill">
        <VirtualTable<HeldLine>
          label="Held opportunities"
          total={held.length}
          rowAt={(index) => held[index]}
          minWidth={1020}
          columns={[
            {
              key: 'name',
              label: 'Opportunity',
              track: 'minmax(140px, 1fr)',
              cell: ({ opportunity }) => <span className="truncate">{opportunity.name ?? 'No name'}</span>,
            },
            {
              key: 'account',
              label: 'Account',
              track: 'minmax(140px, 1fr)',
              cell: ({ opportunity, accountName }) => (
                <AccountLink id={opportunity.accountId} name={accountName} />
              ),
            },
            {
              key: 'owner',
              label: 'Stays with',
              track: '130px',
              cell: ({ opportunity }) => <span className="truncate">{opportunity.owner}</span>,
            },
            {
              key: 'to',
              label: 'Goes to',
              track: '130px',
              cell: ({ accountOwner }) => <span className="truncate">{accountOwner}</span>,
            },
            {
              key: 'created',
              label: 'Created',
              track: '110px',
              cell: ({ opportunity }) =>
                opportunity.createdDate === undefined ? '–' : dayText(opportunity.createdDate),
            },
            { key: 'left', label: 'Days left', track: '140px', cell: (line) => <DaysLeft line={line} /> },
            {
              key: 'extension',
              label: 'Extension',
              track: '230px',
              cell: (line) => <Extension line={line} onAsk={() => setAsking(line)} />,
            },
          ]}
        />
      </div>
      {asking && <AskDialog line={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

function DaysLeft({ line: { decided } }: { readonly line: HeldLine }) {
  if (decided === null) return <Badge tone="warn">No creation date</Badge>;
  const { outcome, receipt } = decided;
  const words =
    outcome.kind === 'stays'
      ? `${outcome.daysLeft.toLocaleString()} left`
      : outcome.kind === 'transfer'
        ? 'Hand it over'
        : 'Created ahead';
  const tone = outcome.kind === 'stays' ? (outcome.daysLeft <= 30 ? 'warn' : 'neutral') : 'danger';
  return (
    <span title={say(receipt.said)}>
      <Badge tone={tone}>{words}</Badge>
    </span>
  );
}

function Extension({ line, onAsk }: { readonly line: HeldLine; readonly onAsk: () => void }) {
  const { opportunity, decided } = line;
  const { extension, id } = opportunity;
  const run = useRunCommand();
  const name = opportunity.name ?? line.accountName;
  if (extension) {
    const decide = (granted: boolean): void =>
      void run({ kind: 'decideExtension', id, granted }, { tell: true });
    if (extension.granted !== undefined) {
      return (
        <span title={extension.evidence}>
          {extension.granted ? 'Granted' : 'Refused'}, asked {dayText(extension.askedOn)}
        </span>
      );
    }
    return (
      <>
        <Button size="small" aria-label={`Granted: the extension of ${name}`} onClick={() => decide(true)}>
          Granted
        </Button>
        <Button size="small" aria-label={`Refused: the extension of ${name}`} onClick={() => decide(false)}>
          Refused
        </Button>
      </>
    );
  }
  const mayAsk = decided !== null && decided.receipt.flips.length > 0;
  return mayAsk ? (
    <Button size="small" aria-label={`Ask for an extension of ${name}`} onClick={onAsk}>
      Ask for an extension
    </Button>
  ) : (
    <span className="muted">Too late to ask</span>
  );
}

function AskDialog({ line, onClose }: { readonly line: HeldLine; readonly onClose: () => void }) {
  const run = useRunCommand();
  const { rules } = useStoreStatus();
  const [evidence, setEvidence] = useState('');
  const { opportunity, accountName } = line;
  return (
    <Dialog
      open
      size="small"
      title={`Extension of ${opportunity.name ?? accountName}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={evidence.trim() === ''}
            onClick={() => {
              void run({ kind: 'askExtension', id: opportunity.id, evidence }, { tell: true }).then(
                (outcome) => {
                  if (outcome.ok) onClose();
                },
              );
            }}
          >
            Ask
          </Button>
        </>
      }
    >
      <TextArea
        label={`What shows that it closes within ${rules.extensionCloseDays} days`}
        value={evidence}
        autoFocus
        onValueChange={setEvidence}
      />
    </Dialog>
  );
}
