import { useRef, useState } from 'react';
import type { Status } from '../../shared/accounts/account.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import type { MoveDetails } from '../store/api.ts';
import { count as counted, statusName } from './words.ts';

export interface MoveReasonDialogProps {
  /** How many accounts are about to move. */
  readonly count: number;
  readonly to: Status;
  readonly onCancel: () => void;
  readonly onConfirm: (details: MoveDetails) => void;
}

/** AW-8: Restricted needs a reason and who asked; both go into Account Research as a dated line. */
export function MoveReasonDialog({ count, to, onCancel, onConfirm }: MoveReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [askedBy, setAskedBy] = useState('');
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  const confirm = () => {
    setTried(true);
    if (reason.trim() === '' || askedBy.trim() === '') return;
    onConfirm({ reason: reason.trim(), askedBy: askedBy.trim() });
  };
  return (
    <Dialog
      open
      onClose={onCancel}
      size="small"
      initialFocus={first}
      title={`Move ${counted(count, 'account')} to ${statusName(to)}`}
      description="AW-8: say why, and who asked. Both are written into Account Research with today's date."
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button variant="primary" type="submit" form="move-reason">
            Move to {statusName(to)}
          </Button>
        </>
      }
    >
      <form
        id="move-reason"
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <TextArea
          ref={first}
          label="Reason"
          value={reason}
          onValueChange={setReason}
          error={
            tried && reason.trim() === '' ? 'Write a word on why this account is off limits.' : undefined
          }
        />
        <TextField
          label="Who asked"
          value={askedBy}
          onValueChange={setAskedBy}
          error={
            tried && askedBy.trim() === '' ? 'Name who asked for it, e.g. the account owner.' : undefined
          }
        />
      </form>
    </Dialog>
  );
}
