import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { TerritoryException } from '../../../shared/territories/exceptions.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStore, useStoreStatus } from '../../app/store-context.tsx';
import { useUndo } from '../../app/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { Combobox } from '../../components/combobox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';
import type { ExceptionGiven } from '../../store/commands/rule-book-command.ts';
import { AccountPicker } from '../../app/account-picker.tsx';
import './exception-dialog.css';

type Basis = ExceptionGiven['basis'];

const bases: readonly { readonly value: Basis; readonly label: string }[] = [
  { value: 'agreement', label: 'Both reps and their managers agreed (TER-5)' },
  { value: 'global owner', label: 'The global owner decided (TER-5)' },
  { value: 'resolution', label: 'Settles what fits alike, or nothing (TER-7)' },
];

/** Records who agreed to what, and why. */
export function ExceptionDialog({
  about = null,
  last = null,
  onClose,
}: {
  /** An account that nothing fits: the choice settles it. */
  readonly about?: { readonly id: string; readonly name: string } | null;
  /** What was recorded of it: only another territory is to be chosen (TER-5). */
  readonly last?: TerritoryException | null;
  readonly onClose: () => void;
}) {
  const store = useStore();
  const { territories } = useStoreStatus();
  const toast = useToast();
  const { undoChange } = useUndo();
  const [account, setAccount] = useState(about);
  const [territory, setTerritory] = useState<string | null>(null);
  const [basis, setBasis] = useState<Basis>(last?.basis ?? (about ? 'resolution' : 'agreement'));
  const [names, setNames] = useState(() => namesOf(last));
  const [reason, setReason] = useState(last?.reason ?? '');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const name = (key: keyof typeof names, label: string) => (
    <TextField
      label={label}
      value={names[key]}
      onValueChange={(value) => setNames({ ...names, [key]: value })}
    />
  );
  const save = async (): Promise<void> => {
    if (!account || territory === null) return;
    const common = { accountId: account.id, territory, reason };
    const { giver, taker, first, second, global: globalOwner } = names;
    const exception: ExceptionGiven =
      basis === 'agreement'
        ? { ...common, basis, reps: [giver, taker], managers: [first, second] }
        : basis === 'global owner'
          ? { ...common, basis, globalOwner }
          : { ...common, basis };
    const outcome = await store.run({ kind: 'recordException', exception });
    if (!outcome.ok) {
      const refused = outcome.error.refused ?? [];
      setProblems(
        refused.length > 0
          ? refused.map(({ refusal }) => `${say(refusal.message)} ${say(refusal.remedy)}`)
          : [say(outcome.error.message)],
      );
      return;
    }
    const { n } = outcome;
    toast.show({
      title: say(outcome.label),
      ...(n !== null && { action: { label: 'Undo', onAction: () => undoChange(n) } }),
    });
    onClose();
  };
  return (
    <Dialog
      open
      title="Record an exception"
      description="TER-5: who agreed to what, and why. TER-7: or what settles a place that fits alike, or nothing."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!account || territory === null} onClick={() => void save()}>
            Record
          </Button>
        </>
      }
    >
      <div className="stack">
        {problems.length > 0 && (
          <div role="alert" className="notice notice-danger">
            <ul>
              {problems.map((problem) => (
                <li key={problem}>
                  <RuleWords text={problem} />
                </li>
              ))}
            </ul>
          </div>
        )}
        <AccountPicker label="Account" value={account} onValueChange={setAccount} />
        <Combobox
          label="Goes to the territory"
          value={territory}
          options={territories.map((value) => ({ value, label: value }))}
          onValueChange={setTerritory}
        />
        <Select<Basis> label="Because" value={basis} options={bases} onValueChange={setBasis} />
        {basis === 'agreement' && (
          <div className="form-pairs">
            {name('giver', 'Rep who gives')}
            {name('first', 'Manager of the rep who gives')}
            {name('taker', 'Rep who takes')}
            {name('second', 'Manager of the rep who takes')}
          </div>
        )}
        {basis === 'global owner' && name('global', 'Global owner')}
        <TextArea label="Reason" value={reason} onValueChange={setReason} />
      </div>
    </Dialog>
  );
}

/** Who agreed, as the fields have it. */
function namesOf(last: TerritoryException | null) {
  const none = { giver: '', taker: '', first: '', second: '', global: '' };
  if (last?.basis === 'global owner') return { ...none, global: last.globalOwner };
  if (last?.basis !== 'agreement') return none;
  const [giver, taker] = last.reps;
  const [first, second] = last.managers;
  return { ...none, giver, taker, first, second };
}
