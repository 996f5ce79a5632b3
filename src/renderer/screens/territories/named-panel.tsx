import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStore } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { Meter } from '../../components/meter.tsx';
import { Skeleton } from '../../components/states.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';
import { useUndo } from '../../app/use-undo.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { AccountPicker } from '../../app/account-picker.tsx';
import './named-panel.css';

/** What a full rep holds, after the 31st was refused. */
interface Refused {
  readonly message: string;
  readonly held: readonly { readonly id: string; readonly name: string }[];
}

/** TER-4: who holds which named accounts, of how many; children that inherit the flag are not counted. */
export function NamedPanel() {
  const named = useAnswer('named', null);
  const run = useRunCommand();
  if (named === null) return <Skeleton rows={8} />;
  const remove = (id: string): void => void run({ kind: 'setNamed', id, owner: null }, { tell: true });
  return (
    <div className="stack named scroll" tabIndex={0} role="region" aria-label="Named accounts">
      <AddNamed />
      {named.length === 0 && (
        <p className="muted">
          No account is named to a rep yet. Named ones stay with their rep, wherever they are (TER-4).
        </p>
      )}
      {named.map(({ owner, limit, accounts }) => (
        <section key={owner} className="named-owner" aria-label={owner === '' ? 'Without an owner' : owner}>
          <div className="cluster">
            <h2 className="section-title">{owner === '' ? 'Flagged, but nobody’s' : owner}</h2>
            {owner !== '' && <Meter label="Named" used={accounts.length} limit={limit} />}
          </div>
          <ul className="named-list">
            {accounts.map(({ id, name }) => (
              <li key={id}>
                <AccountLink id={id} name={name} />
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take off: ${name}`}
                  onClick={() => remove(id)}
                >
                  Take off
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AddNamed() {
  const store = useStore();
  const toast = useToast();
  const { undoChange } = useUndo();
  const run = useRunCommand();
  const [account, setAccount] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [owner, setOwner] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const add = async (): Promise<void> => {
    if (!account) return;
    const outcome = await store.run({ kind: 'setNamed', id: account.id, owner });
    if (!outcome.ok) {
      setRefused({
        message: [
          say(outcome.error.message),
          ...(outcome.error.refused ?? []).map(({ refusal }) => say(refusal.remedy)),
        ].join(' '),
        held: outcome.error.held ?? [],
      });
      return;
    }
    setRefused(null);
    setAccount(null);
    const { n } = outcome;
    toast.show({
      title: say(outcome.label),
      ...(n !== null && { action: { label: 'Undo', onAction: () => undoChange(n) } }),
    });
  };
  return (
    <div className="stack">
      <div className="cluster form-line">
        <AccountPicker label="Name an account" value={account} onValueChange={setAccount} />
        <TextField label="To the rep" value={owner} onValueChange={setOwner} />
        <Button disabled={!account} onClick={() => void add()}>
          Name it
        </Button>
      </div>
      {refused && (
        <div role="alert" className="notice notice-danger">
          <p>
            <RuleWords text={refused.message} />
          </p>
          {refused.held.length > 0 && (
            <ul className="named-list">
              {refused.held.map(({ id, name }) => (
                <li key={id}>
                  <AccountLink id={id} name={name} />
                  <Button
                    size="small"
                    aria-label={`Take off, to make room: ${name}`}
                    onClick={() => {
                      void run({ kind: 'setNamed', id, owner: null }, { tell: true }).then(() =>
                        setRefused(null),
                      );
                    }}
                  >
                    Take off
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
