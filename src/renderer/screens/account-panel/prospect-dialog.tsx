import { useRef, useState } from 'react';
import { prospectValues, type Prospect } from '../../../shared/accounts/prospect.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import {
  prospectFields,
  textsOf,
  valuesOf,
  type ProspectField,
  type ProspectTexts,
} from './prospect-fields.ts';

export interface ProspectDialogProps {
  readonly accountId: string;
  /** `null` adds a new person. */
  readonly prospect: Prospect | null;
  readonly onClose: () => void;
}

/** Adds, edits or removes a person at an account. */
export function ProspectDialog({ accountId, prospect, onClose }: ProspectDialogProps) {
  const run = useRunCommand();
  const [texts, setTexts] = useState<ProspectTexts>(() => textsOf(prospect ?? {}));
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const nameMissing = (texts.name ?? '').trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (nameMissing) return;
    const values = valuesOf(texts);
    const outcome =
      prospect === null
        ? await run({
            kind: 'createProspect',
            values: prospectValues.parse({
              accountId,
              ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
            }),
          })
        : await run({ kind: 'editProspect', id: prospect.id, patch: changed(values, prospect) });
    if (outcome.ok) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={prospect === null ? 'Add a person' : prospect.name}
      initialFocus={first}
      footer={
        <>
          {prospect !== null && (
            <Button
              variant="danger"
              className="dialog-foot-start"
              onClick={() => {
                void run({ kind: 'deleteProspect', id: prospect.id }, { tell: true });
                onClose();
              }}
            >
              Delete
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="prospect">
            {prospect === null ? 'Add' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="prospect"
        className="prospect-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {prospectFields.map((field) => (
          <Control
            key={field.key}
            field={field}
            text={texts[field.key] ?? ''}
            error={field.key === 'name' && tried && nameMissing ? 'A person needs a name.' : undefined}
            {...(field.key === 'name' ? { inputRef: first } : {})}
            onText={(text) => setTexts((now) => ({ ...now, [field.key]: text }))}
          />
        ))}
      </form>
    </Dialog>
  );
}

/** Only what differs, so that the history names only that. */
const changed = (
  values: Readonly<Record<string, unknown>>,
  prospect: Prospect,
): Readonly<Record<string, unknown>> => {
  const before = valuesOf(textsOf(prospect));
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== before[key]));
};

function Control({
  field,
  text,
  error,
  inputRef,
  onText,
}: {
  readonly field: ProspectField;
  readonly text: string;
  readonly error: string | undefined;
  readonly inputRef?: React.RefObject<HTMLInputElement | null>;
  readonly onText: (text: string) => void;
}) {
  if (field.type === 'yesNo' || field.type === 'choice') {
    const choices = field.type === 'yesNo' ? ['Yes', 'No'] : (field.choices ?? []);
    return (
      <Select
        label={field.label}
        value={text}
        placeholder="Blank"
        options={[
          { value: '', label: 'Blank' },
          ...choices.map((choice) => ({ value: choice, label: choice })),
        ]}
        onValueChange={onText}
      />
    );
  }
  return (
    <TextField
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      label={field.label}
      type={field.type === 'date' ? 'date' : 'text'}
      value={text}
      error={error}
      onValueChange={onText}
    />
  );
}
