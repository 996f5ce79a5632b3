import { useState } from 'react';
import type { Account } from '../../../shared/accounts/account.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';

/** SEG-6: an account with its own buying authority forms its own hierarchy, with a word why. */
export function StandAloneDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const run = useRunCommand();
  const stands = account.standAlone === true;
  const [reason, setReason] = useState(account.standAloneReason ?? '');
  const [tried, setTried] = useState(false);
  const isMissing = !stands && reason.trim() === '';
  const apply = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    const outcome = await run(
      {
        kind: 'setStandAlone',
        id: account.id,
        standAlone: !stands,
        ...(!stands && { reason: reason.trim() }),
      },
      { tell: true },
    );
    if (outcome.ok) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={stands ? `${account.name} stands alone` : `Let ${account.name} stand alone`}
      description="SEG-6: with its own buying authority it forms a hierarchy of its own, although it has a parent."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void apply()}>
            {stands ? 'Back into the hierarchy' : 'Stand alone'}
          </Button>
        </>
      }
    >
      {stands ? (
        <p>{account.standAloneReason}</p>
      ) : (
        <TextField
          label="Reason"
          value={reason}
          error={tried && isMissing ? 'SEG-6: say why it buys for itself.' : undefined}
          onValueChange={setReason}
        />
      )}
    </Dialog>
  );
}
