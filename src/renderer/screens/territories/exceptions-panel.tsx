import { useState } from 'react';
import type { TerritoryException } from '../../../shared/territories/exceptions.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/states.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import type { KnownException } from '../../store/questions/questions.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { ExceptionDialog } from './exception-dialog.tsx';

/** TER-5, TER-7: what was agreed against the mapping, by whom and why. */
export function ExceptionsPanel() {
  const exceptions = useAnswer('exceptions', null);
  const { territories } = useStoreStatus();
  const run = useRunCommand();
  const [recording, setRecording] = useState(false);
  if (exceptions === null) return <Skeleton rows={8} />;
  return (
    <div className="stack exceptions-panel">
      <div className="cluster">
        <span className="muted">
          A child can be handed to a local territory by agreement of both reps and their managers, or by the
          global owner (TER-5).
        </span>
        <span className="cluster cluster-end">
          <Button variant="primary" disabled={territories.length === 0} onClick={() => setRecording(true)}>
            Record an exception
          </Button>
        </span>
      </div>
      {exceptions.length === 0 ? (
        <p className="muted">None is recorded.</p>
      ) : (
        <div className="table-fill">
          <VirtualTable<KnownException>
            label="Recorded exceptions"
            total={exceptions.length}
            rowAt={(index) => exceptions[index]}
            minWidth={900}
            columns={[
              {
                key: 'account',
                label: 'Account',
                track: 'minmax(160px, 1fr)',
                cell: ({ exception, accountName }) => (
                  <AccountLink id={exception.accountId} name={accountName} />
                ),
              },
              {
                key: 'territory',
                label: 'Goes to',
                track: '140px',
                cell: ({ exception }) => <span className="truncate">{exception.territory}</span>,
              },
              {
                key: 'who',
                label: 'Agreed by',
                track: 'minmax(180px, 1.2fr)',
                cell: ({ exception }) => <span className="truncate">{whoAgreed(exception)}</span>,
              },
              {
                key: 'reason',
                label: 'Reason',
                track: 'minmax(180px, 1.5fr)',
                cell: ({ exception }) => (
                  <span className="truncate" title={exception.reason}>
                    {exception.reason}
                  </span>
                ),
              },
              { key: 'on', label: 'Since', track: '110px', cell: ({ exception }) => dayText(exception.on) },
              {
                key: 'drop',
                label: <span className="visually-hidden">Drop</span>,
                track: '84px',
                cell: ({ id, accountName }) => (
                  <Button
                    size="small"
                    aria-label={`Drop the exception of ${accountName}`}
                    onClick={() => void run({ kind: 'dropException', id }, { tell: true })}
                  >
                    Drop
                  </Button>
                ),
              },
            ]}
          />
        </div>
      )}
      {recording && <ExceptionDialog onClose={() => setRecording(false)} />}
    </div>
  );
}

function whoAgreed(exception: TerritoryException): string {
  switch (exception.basis) {
    case 'agreement':
      return `${exception.reps.join(' and ')}; managers ${exception.managers.join(' and ')}`;
    case 'global owner':
      return `${exception.globalOwner}, global owner`;
    case 'resolution':
      return `${exception.by}, to settle what fitted alike`;
  }
}
