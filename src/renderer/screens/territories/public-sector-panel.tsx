import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import type { PublicSectorHint } from '../../store/questions/questions.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { PublicSectorDialog } from './public-sector-dialog.tsx';
import { openSection } from './sections.ts';

/** TER-6: hints from descriptions. A person flags the account or says that it is none; nothing is applied silently. */
export function PublicSectorPanel() {
  const hints = useAnswer('publicSector', null);
  const run = useRunCommand();
  const [asked, setAsked] = useState<PublicSectorHint | null>(null);
  if (hints === null) return <Skeleton rows={8} />;
  if (hints.length === 0) {
    return (
      <EmptyState
        title="No suggestions"
        actions={<Button onClick={() => openSection('work')}>See the work list</Button>}
      >
        No description of an account without an answer has one of the words that tell of the public sector
        (TER-6).
      </EmptyState>
    );
  }
  const answer = (ids: readonly string[], publicSector: boolean): void =>
    void run({ kind: 'editAccounts', ids, patch: { publicSector } }, { tell: true });
  return (
    <div className="stack exceptions-panel">
      <p className="muted">
        {count(hints.length, 'account')} may be public sector by the description. Flag each, or say that it is
        not; both can be undone.
      </p>
      <div className="table-fill">
        <VirtualTable<PublicSectorHint>
          label="Public sector suggestions"
          total={hints.length}
          rowAt={(index) => hints[index]}
          minWidth={800}
          columns={[
            {
              key: 'account',
              label: 'Account',
              track: 'minmax(160px, 1fr)',
              cell: ({ id, name }) => <AccountLink id={id} name={name} />,
            },
            {
              key: 'hint',
              label: 'Hint',
              track: 'minmax(280px, 3fr)',
              cell: ({ message }) => (
                <span className="truncate" title={say(message)}>
                  <RuleWords text={say(message)} />
                </span>
              ),
            },
            {
              key: 'answer',
              label: 'Answer',
              track: '330px',
              cell: (hint) => (
                <>
                  <Button
                    size="small"
                    aria-label={`Flag ${hint.name} as public sector`}
                    onClick={() => answer([hint.id], true)}
                  >
                    Public sector
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`It is not public sector: ${hint.name}`}
                    onClick={() => answer([hint.id], false)}
                  >
                    It is not
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`Answer questions about ${hint.name}`}
                    onClick={() => setAsked(hint)}
                  >
                    Questions…
                  </Button>
                </>
              ),
            },
          ]}
        />
      </div>
      {asked && (
        <PublicSectorDialog
          hint={asked}
          onClose={() => setAsked(null)}
          onAnswer={(publicSector) => {
            answer([asked.id], publicSector);
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}
