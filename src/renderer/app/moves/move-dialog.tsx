import { useRef, useState, type RefObject } from 'react';
import type { OverrideGround, RestReason, Status } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { RadioList, type RadioOption } from '../../components/radio-list.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { MoveDetails } from '../../store/api.ts';
import { RuleWords } from '../rule-link.tsx';
import { statusName } from '../words.ts';
import {
  firstDraft,
  readDraft,
  wakeDayOf,
  type DraftErrors,
  type MoveDraft,
  type MoveNeeds,
} from './move-draft.ts';
import { QuickDays } from './quick-days.tsx';
import './moves.css';

export interface MoveDialogProps {
  /** "Acme" or "3 accounts". */
  readonly what: string;
  readonly to: Status;
  readonly needs: MoveNeeds;
  /** What the rules say against it, for an override. */
  readonly against: readonly string[];
  /** The account owner, as the first guess of who asked or lets it enter; '' = unknown. */
  readonly owner: string;
  readonly today: IsoDate;
  readonly onCancel: () => void;
  /** `null`: moved without the reason that was asked for but is not needed. */
  readonly onConfirm: (details: MoveDetails | null) => void;
}

interface PartProps {
  readonly draft: MoveDraft;
  readonly errors: DraftErrors;
  readonly today: IsoDate;
  readonly change: (part: Partial<MoveDraft>) => void;
}

/** One dialog for all that a move can need: AW-8's reason, AW-3x's override, why an account rests. */
export function MoveDialog(props: MoveDialogProps) {
  const { what, to, needs, against, owner, today, onCancel, onConfirm } = props;
  const [draft, setDraft] = useState(() => firstDraft(to, needs, owner));
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  const firstChoice = useRef<HTMLInputElement>(null);
  const read = readDraft(draft, needs, today);
  const errors: DraftErrors = tried && !read.ok ? read.error : {};
  const change = (part: Partial<MoveDraft>): void => setDraft((last) => ({ ...last, ...part }));
  const part = { draft, errors, today, change };
  const doing =
    needs.overrideOn === null ? `Move to ${statusName(to)}` : `Override and move to ${statusName(to)}`;
  return (
    <Dialog
      open
      onClose={onCancel}
      size="small"
      initialFocus={needs.rest ? firstChoice : first}
      title={`Move ${what} to ${statusName(to)}`}
      description={<Description needs={needs} against={against} />}
      footer={
        <>
          {needs.rest && !needs.restriction && (
            <Button variant="quiet" className="dialog-foot-start" onClick={() => onConfirm(null)}>
              Move without a reason
            </Button>
          )}
          <Button onClick={onCancel}>Cancel</Button>
          <Button variant="primary" type="submit" form="move-details">
            {doing}
          </Button>
        </>
      }
    >
      <form
        id="move-details"
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (read.ok) onConfirm(read.value);
        }}
        onKeyDown={(event) => {
          // A radio button takes Enter in no browser alike; here it always confirms.
          const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'radio';
          if (event.key !== 'Enter' || !isChoice) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        {needs.rest && <RestFields {...part} choice={firstChoice} />}
        {needs.overrideOn !== null && <OverrideFields {...part} grounds={needs.overrideOn} reason={first} />}
        {needs.restriction && <RestrictionFields {...part} reason={first} />}
      </form>
    </Dialog>
  );
}

function Description({ needs, against }: { readonly needs: MoveNeeds; readonly against: readonly string[] }) {
  if (needs.overrideOn !== null) {
    return (
      <>
        {against.map((words) => (
          <p key={words} className="move-against">
            <RuleWords text={words} />
          </p>
        ))}
        <p>
          <RuleWords text="AW-3x: a SAL or AE can let it enter all the same. The stint keeps who, when and why." />
        </p>
      </>
    );
  }
  return (
    <RuleWords
      text={
        needs.restriction
          ? "AW-8: say why, and who asked. Both are written into Account Research with today's date."
          : 'AW-2: say why it leaves. With a wake-up day it comes back to Today by itself.'
      }
    />
  );
}

const restOptions: readonly RadioOption<RestReason>[] = [
  {
    value: 'get back to me',
    label: 'Get back to me',
    hint: 'They want to hear from us later: give the day.',
  },
  { value: 'bad data', label: 'Bad data', hint: 'Opens the list of what to mend.' },
  { value: 'poor fit', label: 'Poor fit' },
  { value: 'worked to completion', label: 'Worked to completion' },
];

function RestFields({
  draft,
  errors,
  today,
  change,
  choice,
}: PartProps & { readonly choice: RefObject<HTMLInputElement | null> }) {
  const shown = wakeDayOf(draft, today);
  return (
    <>
      <RadioList
        legend="Why it rests"
        options={restOptions}
        value={draft.rest}
        firstRef={choice}
        onValueChange={(rest) => change({ rest })}
      />
      <WakeUpField
        value={shown}
        error={errors.wakeOn}
        today={today}
        onValueChange={(wakeOn) => change({ wakeOn })}
      />
    </>
  );
}

/** The day on which an account comes back to Today, with the days that are wanted often. */
function WakeUpField({
  value,
  error,
  today,
  onValueChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly today: IsoDate;
  readonly onValueChange: (day: string) => void;
}) {
  return (
    <div>
      <TextField
        type="date"
        label="Wake up on"
        hint="Blank: it does not come back by itself."
        value={value}
        onValueChange={onValueChange}
        error={error}
      />
      <QuickDays value={value} today={today} onPick={onValueChange} />
    </div>
  );
}

const groundOptions: Readonly<Record<OverrideGround, RadioOption<OverrideGround>>> = {
  'low-touch sequence': { value: 'low-touch sequence', label: 'The MQL is in a low-touch sequence' },
  'other units': { value: 'other units', label: 'Outreach goes to other units or subsidiaries' },
};

function OverrideFields({
  draft,
  errors,
  change,
  grounds,
  reason,
}: PartProps & {
  readonly grounds: readonly OverrideGround[];
  readonly reason: RefObject<HTMLTextAreaElement | null>;
}) {
  return (
    <>
      <RadioList
        legend="Ground"
        options={grounds.map((ground) => groundOptions[ground])}
        value={draft.ground}
        onValueChange={(ground) => change({ ground })}
      />
      <TextField
        label="SAL or AE who lets it enter"
        value={draft.by}
        onValueChange={(by) => change({ by })}
        error={errors.by}
      />
      <TextArea
        ref={reason}
        label="Reason"
        value={draft.reason}
        onValueChange={(text) => change({ reason: text })}
        error={errors.reason}
      />
    </>
  );
}

function RestrictionFields({
  draft,
  errors,
  change,
  reason,
}: PartProps & { readonly reason: RefObject<HTMLTextAreaElement | null> }) {
  return (
    <>
      <TextArea
        ref={reason}
        label="Reason"
        value={draft.reason}
        onValueChange={(text) => change({ reason: text })}
        error={errors.reason}
      />
      <TextField
        label="Who asked"
        value={draft.askedBy}
        onValueChange={(askedBy) => change({ askedBy })}
        error={errors.askedBy}
      />
    </>
  );
}
