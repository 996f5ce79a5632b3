import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import './diff-list.css';

/** TER-1: deals out every account that no row works, after a look at who would get how many. */
export function RoundRobinDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const proposals = useAnswer('roundRobin', open ? { ids: null } : undefined);
  const run = useRunCommand();
  const byBdr = Map.groupBy(proposals ?? [], ({ bdr }) => bdr);
  return (
    <Dialog
      open={open}
      title="Assign in turn"
      description="TER-1: the BDRs of the mapping who work an account’s segment and motion take turns, by name."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={proposals === null || proposals.length === 0}
            onClick={() => {
              void run({ kind: 'assignAccounts', assignments: proposals ?? [] }, { tell: true }).then(
                onClose,
              );
            }}
          >
            {proposals === null ? 'Working it out…' : `Assign ${count(proposals.length, 'account')}`}
          </Button>
        </>
      }
    >
      {proposals?.length === 0 ? (
        <p>No BDR of the mapping works the segment and motion of these accounts. Add a row for them first.</p>
      ) : (
        <ul className="diff-list">
          {[...byBdr].map(([bdr, own]) => (
            <li key={bdr}>
              <strong>{bdr}</strong>: {count(own.length, 'account')}{' '}
              <span className="muted">
                {own
                  .slice(0, 4)
                  .map(({ name }) => name)
                  .join(', ')}
                {own.length > 4 ? ' and others' : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
