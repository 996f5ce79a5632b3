import { useRef, useState } from 'react';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';

/** AW-1: an AE's nomination is a marker with who and when; it moves nothing by itself. */
export function NominateDialog({
  ids,
  suggested,
  onClose,
}: {
  readonly ids: readonly string[];
  /** Usually the account's owner. */
  readonly suggested: string;
  readonly onClose: () => void;
}) {
  const run = useRunCommand();
  const [by, setBy] = useState(suggested);
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="Nominate"
      description="AW-1: marks the account for the BDR; its status changes only when the BDR queues it."
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="nominate">
            Nominate
          </Button>
        </>
      }
    >
      <form
        id="nominate"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (by.trim() === '') return;
          void run({ kind: 'nominate', ids, by: by.trim() }, { tell: true });
          onClose();
        }}
      >
        <TextField
          ref={input}
          label="Who nominates"
          value={by}
          onValueChange={setBy}
          error={tried && by.trim() === '' ? 'Name the AE who nominates, e.g. the account owner.' : undefined}
        />
      </form>
    </Dialog>
  );
}
