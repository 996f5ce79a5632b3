import { useState } from 'react';
import { addressKey, type AddressPart } from '../../../shared/accounts/account.ts';
import { parseEmployees } from '../../../shared/accounts/employees.ts';
import { placeOf } from '../../../shared/accounts/place.ts';
import { countryCode } from '../../../shared/exchange/countries.ts';
import { hasStates, stateKey } from '../../../shared/territories/states.ts';
import type { Fix } from '../../../shared/territories/work-list.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useAccount } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { AccountDetail, Command } from '../../store/api.ts';
import { fillNames } from './work-words.ts';

export type FillFix = Extract<Fix, { kind: 'fill' }>;

/** Asks for the one value that is missing. */
export function FillDialog({
  fix,
  name,
  onClose,
}: {
  readonly fix: FillFix;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const detail = useAccount(fix.account);
  const run = useRunCommand();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const save = async (): Promise<void> => {
    if (!detail) return;
    const command = commandFor(fix, text.trim(), detail);
    if (typeof command === 'string') {
      setError(command);
      return;
    }
    const outcome = await run(command, { tell: true });
    if (outcome.ok) onClose();
  };
  return (
    <Dialog
      open
      size="small"
      title={`${fillNames[fix.field]} of ${name}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={text.trim() === '' || !detail} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={fillNames[fix.field]}
          value={text}
          error={error}
          autoFocus
          onValueChange={(value) => {
            setText(value);
            setError(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}

/** @returns the command, or what is wrong with the text */
function commandFor(
  { account: id, field }: FillFix,
  text: string,
  { account }: AccountDetail,
): Command | string {
  const edit = (patch: Extract<Command, { kind: 'editAccounts' }>['patch']): Command => ({
    kind: 'editAccounts',
    ids: [id],
    patch,
  });
  switch (field) {
    case 'owner':
      return edit({ owner: text });
    case 'namedOwner':
      return { kind: 'setNamed', id, owner: text };
    case 'employees': {
      const read = parseEmployees(text);
      return read.ok
        ? edit({ employeesOverride: read.value })
        : `“${text}” is no number of employees. Write it as 1200, 500-1000 or 10000+.`;
    }
    case 'country':
      return countryCode(text) === undefined
        ? `“${text}” is no country that is known. Write its English name or its two letters.`
        : edit({ [keyFor('country')]: text });
    case 'state': {
      const country = countryCode(placeOf(account)?.parts.country ?? '');
      return country !== undefined && hasStates(country) && stateKey(country, text) === undefined
        ? `“${text}” is no state of its country. Write its English name or its letters.`
        : edit({ [keyFor('state')]: text });
    }
    case 'postalCode':
      return edit({ [keyFor('postalCode')]: text });
  }
  /** TER-2: fields of different sources are never mixed; without any address it is the admin's word. */
  function keyFor(part: AddressPart) {
    return addressKey(placeOf(account)?.source ?? 'override', part);
  }
}
