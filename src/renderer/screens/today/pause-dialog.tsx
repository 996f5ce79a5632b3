import { useRef, useState } from 'react';
import { parseIsoDate, type IsoDate } from '../../../shared/clock.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { TextField } from '../../components/text-field.tsx';
import { FormDialog, type AccountFormProps } from './form-dialog.tsx';

/** AW-11: the clocks of an account, or all of them (leave), stand still for some days, with the reason. */
export function PauseDialog({
  id,
  name,
  from,
  onClose,
}: Omit<AccountFormProps, 'id'> & {
  /** `null` = the whole book; `name` then says so. */
  readonly id: string | null;
  /** The first paused day that is proposed; `null` = today. */
  readonly from: IsoDate | null;
}) {
  const run = useRunCommand();
  const { today } = useStoreStatus();
  const first = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [begin, setBegin] = useState<string>(from ?? today);
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const start = parseIsoDate(begin);
  const end = parseIsoDate(until);
  const reasonError = reason.trim() === '' ? 'Say why, as in “leave” or “trade fair”.' : undefined;
  const beginError = start === undefined ? 'Choose a day.' : undefined;
  const untilError =
    until !== '' && (end === undefined || (start !== undefined && end < start))
      ? 'Choose the first day or a later one.'
      : undefined;
  return (
    <FormDialog
      title={id === null ? name : `Pause the clocks of ${name}`}
      description="AW-11: paused days do not count for research and sequencing."
      doing="Pause clocks"
      first={first}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (reasonError !== undefined || untilError !== undefined || start === undefined) return;
        onClose();
        void run(
          {
            kind: 'pauseClocks',
            ids: id === null ? null : [id],
            from: start,
            reason: reason.trim(),
            ...(end !== undefined && { until: end }),
          },
          { tell: true },
        );
      }}
    >
      <TextField
        ref={first}
        label="Reason"
        value={reason}
        onValueChange={setReason}
        error={tried ? reasonError : undefined}
      />
      <TextField
        type="date"
        label="First paused day"
        value={begin}
        onValueChange={setBegin}
        error={tried ? beginError : undefined}
      />
      <TextField
        type="date"
        label="Last paused day"
        hint="Blank: until it is started again."
        value={until}
        onValueChange={setUntil}
        error={tried ? untilError : undefined}
      />
    </FormDialog>
  );
}
