import { useRef, useState } from 'react';
import { readFieldText } from '../../app/field-text.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { parseAccountValues } from '../../../shared/accounts/account.ts';

const asked = [
  { key: 'name', label: 'Account name', hint: undefined },
  { key: 'website', label: 'Website', hint: undefined },
  { key: 'employeesImported', label: 'Employees', hint: 'A number or a range. Decides the segment (SEG-1).' },
  { key: 'billingCountry', label: 'Country', hint: undefined },
] as const;

type AskedKey = (typeof asked)[number]['key'];

/** Only the name is mandatory; the rest can follow in the panel, which opens next. */
export function NewAccountDialog({
  onClose,
  onCreated,
}: {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}) {
  const run = useRunCommand();
  const [texts, setTexts] = useState<Readonly<Record<AskedKey, string>>>({
    name: '',
    website: '',
    employeesImported: '',
    billingCountry: '',
  });
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const reads = asked.map(({ key }) => ({ key, read: readFieldText(key, texts[key]) }));
  const errorOf = (key: AskedKey): string | undefined => {
    const read = reads.find((one) => one.key === key)?.read;
    return tried && read?.ok === false ? read.error : undefined;
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (reads.some(({ read }) => !read.ok)) return;
    const filled = reads.flatMap(({ key, read }) =>
      read.ok && read.value !== null ? [[key, read.value]] : [],
    );
    const outcome = await run({
      kind: 'createAccount',
      values: parseAccountValues(Object.fromEntries(filled)),
    });
    const id = outcome.ok ? outcome.changed[0] : undefined;
    if (id !== undefined) onCreated(id);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="New account"
      size="small"
      initialFocus={first}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="new-account">
            Add account
          </Button>
        </>
      }
    >
      <form
        id="new-account"
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {asked.map(({ key, label, hint }) => (
          <TextField
            key={key}
            ref={key === 'name' ? first : undefined}
            required={key === 'name'}
            label={label}
            {...(hint === undefined ? {} : { hint })}
            value={texts[key]}
            error={errorOf(key)}
            onValueChange={(value) => setTexts((now) => ({ ...now, [key]: value }))}
          />
        ))}
      </form>
    </Dialog>
  );
}
