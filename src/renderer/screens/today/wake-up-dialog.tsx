import { useRef, useState } from 'react';
import { addMonths, parseIsoDate } from '../../../shared/clock.ts';
import { QuickDays } from '../../app/moves/quick-days.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { TextField } from '../../components/text-field.tsx';
import { FormDialog, type AccountFormProps } from './form-dialog.tsx';

/** AW-2: a resting account is looked at again on a later day. */
export function WakeUpDialog({ id, name, onClose }: AccountFormProps) {
  const run = useRunCommand();
  const { today } = useStoreStatus();
  const first = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState<string>(addMonths(today, 1));
  const [tried, setTried] = useState(false);
  const read = parseIsoDate(day);
  const error = read === undefined || read <= today ? 'Choose a day after today.' : undefined;
  return (
    <FormDialog
      title={`Wake up ${name} later`}
      description="Until then it does not show on Today."
      doing="Wake up then"
      first={first}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (error !== undefined || read === undefined) return;
        onClose();
        void run({ kind: 'editAccounts', ids: [id], patch: { wakeOn: read } }, { tell: true });
      }}
    >
      <div>
        <TextField
          ref={first}
          type="date"
          label="Wake up on"
          value={day}
          onValueChange={setDay}
          error={tried ? error : undefined}
        />
        <QuickDays value={day} today={today} onPick={setDay} />
      </div>
    </FormDialog>
  );
}
