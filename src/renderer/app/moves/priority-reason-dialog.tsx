import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { priorityName, type Priority } from '../words.ts';

/** PR-4: a Priority against the suggestion asks for a word why. */
export function PriorityReasonDialog({
  what,
  priority,
  against,
  onCancel,
  onConfirm,
}: {
  /** "Acme" or "3 accounts". */
  readonly what: string;
  readonly priority: Priority;
  /** What is suggested, in words. */
  readonly against: string;
  readonly onCancel: () => void;
  readonly onConfirm: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      size="small"
      onClose={onCancel}
      initialFocus={first}
      title={`Give ${what} ${priorityName(priority)}`}
      description={against}
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button variant="primary" type="submit" form="priority-reason">
            Choose {priorityName(priority)}
          </Button>
        </>
      }
    >
      <form
        id="priority-reason"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() !== '') onConfirm(reason.trim());
        }}
      >
        <TextField
          ref={first}
          label="Why"
          hint="A word is enough; the account keeps it."
          value={reason}
          onValueChange={setReason}
          error={tried && reason.trim() === '' ? 'Say in a word why, or take the suggestion.' : undefined}
        />
      </form>
    </Dialog>
  );
}
