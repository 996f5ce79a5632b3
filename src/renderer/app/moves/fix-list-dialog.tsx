import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../rule-link.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/states.tsx';
import { openAccountAt } from '../account-wish.ts';
import { useStore } from '../store-context.tsx';
import { useAnswer } from '../use-answer.ts';
import './moves.css';

/** What to mend about an account, each with the way to where it is mended. */
export function FixListDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { book } = useStore();
  const fixes = useAnswer('fixList', { id });
  const name = book.rowOf(id)?.name ?? 'the account';
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={`What to mend about ${name}`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {fixes === null ? (
        <Skeleton rows={3} label="Looking for what to mend" />
      ) : fixes.length === 0 ? (
        <p className="muted">Nothing that a rule can see is wrong with it.</p>
      ) : (
        <ul className="fix-list">
          {fixes.map((fix) => (
            <li key={`${fix.message.id} ${fix.open.kind === 'field' ? fix.open.key : fix.open.id}`}>
              <span>
                <RuleWords text={say(fix.message)} />
              </span>
              <Button
                size="small"
                aria-label={`Mend: ${say(fix.message)}`}
                onClick={() => {
                  onClose();
                  openAccountAt(
                    fix.open.kind === 'field' ? { id, field: fix.open.key } : { id, prospect: fix.open.id },
                  );
                }}
              >
                Mend
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
