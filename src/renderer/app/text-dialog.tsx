import { useId, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/text-field.tsx';

export interface TextDialogProps {
  readonly title: string;
  readonly description?: string;
  /** Name of the one field. */
  readonly label: string;
  readonly start?: string;
  /** What the button does, in a word or two. */
  readonly does: string;
  /** Why a text will not do; `undefined` = it will. It is given without outer blanks. */
  readonly problemOf: (text: string) => string | undefined;
  /** @returns whether it was done: then the dialog closes */
  readonly onSubmit: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for one line of text; what is wrong with it is said at the field, once it was sent. */
export function TextDialog({
  title,
  description,
  label,
  start = '',
  does,
  problemOf,
  onSubmit,
  onClose,
}: TextDialogProps) {
  const form = useId();
  const [text, setText] = useState(start);
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problem = problemOf(text.trim());
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problem === undefined && (await onSubmit(text.trim()))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={title}
      description={description}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form}>
            {does}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          ref={input}
          label={label}
          value={text}
          error={tried ? problem : undefined}
          onValueChange={setText}
        />
      </form>
    </Dialog>
  );
}
