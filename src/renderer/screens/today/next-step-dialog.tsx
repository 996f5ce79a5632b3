import { useRef, useState } from 'react';
import { parseIsoDate } from '../../../shared/clock.ts';
import { QuickDays } from '../../app/moves/quick-days.tsx';
import { useStore, useStoreStatus } from '../../app/store-context.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { FormDialog, type AccountFormProps } from './form-dialog.tsx';

/** The next step and its day, which lies ahead (PR-6, CLK-3). */
export function NextStepDialog({ id, name, onClose }: AccountFormProps) {
  const { book } = useStore();
  const run = useRunCommand();
  const { today } = useStoreStatus();
  const first = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState('');
  const [step, setStep] = useState(book.rowOf(id)?.nextStep ?? '');
  const [tried, setTried] = useState(false);
  const read = parseIsoDate(day);
  const error = read === undefined || read <= today ? 'Choose a day after today.' : undefined;
  return (
    <FormDialog
      title={`Next step for ${name}`}
      description="CLK-3: the day of the next step lies in the future."
      doing="Set next step"
      first={first}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (error !== undefined || read === undefined) return;
        onClose();
        const bdrNextStep = step.trim() === '' ? null : step;
        void run(
          { kind: 'editAccounts', ids: [id], patch: { bdrNextStepDate: read, bdrNextStep } },
          { tell: true },
        );
      }}
    >
      <div>
        <TextField
          ref={first}
          type="date"
          label="BDR Next Step Date"
          value={day}
          onValueChange={setDay}
          error={tried ? error : undefined}
        />
        <QuickDays value={day} today={today} onPick={setDay} />
      </div>
      <TextArea label="BDR Next Step" value={step} onValueChange={setStep} />
    </FormDialog>
  );
}
