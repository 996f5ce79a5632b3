import type { Account } from '../../../shared/accounts/account.ts';
import { TextDialog } from '../../app/text-dialog.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

const description =
  'SEG-6: with its own buying authority it forms a hierarchy of its own, although it has a parent.';

/** SEG-6: an account with its own buying authority forms its own hierarchy, with a word why; or no longer. */
export function StandAloneDialog({
  account: { id, name, standAlone, standAloneReason },
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const run = useRunCommand();
  const goBack = async (): Promise<void> => {
    const outcome = await run({ kind: 'setStandAlone', id, standAlone: false }, { tell: true });
    if (outcome.ok) onClose();
  };
  if (standAlone !== true) {
    return (
      <TextDialog
        title={`Let ${name} stand alone`}
        description={description}
        label="Reason"
        does="Stand alone"
        problemOf={(reason) => (reason === '' ? 'SEG-6: say why it buys for itself.' : undefined)}
        onSubmit={async (reason) =>
          (await run({ kind: 'setStandAlone', id, standAlone: true, reason }, { tell: true })).ok
        }
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={`${name} stands alone`}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void goBack()}>
            Back into the hierarchy
          </Button>
        </>
      }
    >
      <p>{standAloneReason}</p>
    </Dialog>
  );
}
