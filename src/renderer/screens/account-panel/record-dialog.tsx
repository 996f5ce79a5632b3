import type { RecordField } from '../../../shared/accounts/record-fields.ts';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { textsOf, type RecordTexts } from './record-fields.ts';

export interface RecordDialogProps {
  readonly title: string;
  readonly description?: string;
  readonly fields: readonly RecordField[];
  /** The record as it is; `null` adds a new one. */
  readonly values: object | null;
  /** What a form without its first field is told; without it that field may stay blank. */
  readonly firstMissing?: string;
  /** @returns whether it was taken; the form then closes */
  readonly onSubmit: (texts: RecordTexts) => Promise<boolean>;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** The form of a record that belongs to an account: a person, an opportunity. */
export function RecordDialog({
  title,
  description,
  fields,
  values,
  firstMissing,
  onSubmit,
  onDelete,
  onClose,
}: RecordDialogProps) {
  const [texts, setTexts] = useState<RecordTexts>(() => textsOf(fields, values ?? {}));
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const [firstField] = fields;
  const isMissing = firstMissing !== undefined && (texts[firstField?.key ?? ''] ?? '').trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isMissing && (await onSubmit(texts))) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      initialFocus={first}
      footer={
        <>
          {values !== null && (
            <Button
              variant="danger"
              className="dialog-foot-start"
              onClick={() => {
                onDelete();
                onClose();
              }}
            >
              Delete
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="record">
            {values === null ? 'Add' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="record"
        className="record-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {fields.map((field, at) => (
          <Control
            key={field.key}
            field={field}
            text={texts[field.key] ?? ''}
            error={at === 0 && tried && isMissing ? firstMissing : undefined}
            {...(at === 0 ? { inputRef: first } : {})}
            onText={(text) => setTexts((now) => ({ ...now, [field.key]: text }))}
          />
        ))}
      </form>
    </Dialog>
  );
}

function Control({
  field,
  text,
  error,
  inputRef,
  onText,
}: {
  readonly field: RecordField;
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
