import { useEffect, useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import type { NamedSettingsImpact } from '../../store/questions/questions.ts';
import { changesText, outcomeText, turnsOf, type Turn } from './impact-lines.ts';

/** Milliseconds without a key after which the book is asked. */
const typingRest = 250;
/** Accounts listed at first, and with each further press. */
const portion = 50;

/** What other values would change in the book today, before they are applied (`settingsImpact`). */
export function ImpactView({
  settings,
  values,
}: {
  readonly settings: RuleSettings;
  readonly values: Partial<RuleSettings>;
}) {
  const asked = useRested(JSON.stringify(values));
  const isResting = asked === JSON.stringify(values);
  return (
    <section className="impact-view" aria-label="What it would change" aria-busy={!isResting}>
      <h4>What it would change</h4>
      <Answer key={asked} settings={settings} values={JSON.parse(asked) as Partial<RuleSettings>} />
    </section>
  );
}

/** A text that follows once nobody types any more. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), typingRest);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

function Answer({
  settings,
  values,
}: {
  readonly settings: RuleSettings;
  readonly values: Partial<RuleSettings>;
}) {
  const answer = useAnswer('settingsImpact', { values });
  if (answer === null) {
    return (
      <p className="muted" role="status">
        Going through the book…
      </p>
    );
  }
  if (answer.problem) return <p className="muted">{say(answer.problem)}</p>;
  return (
    <>
      <p role="status">
        <span className="muted">{changesText(settings, values)}: </span>
        <strong>{outcomeText(answer)}</strong>
      </p>
      <Findings answer={answer} />
    </>
  );
}

function Findings({ answer }: { readonly answer: NamedSettingsImpact }) {
  const { impact, names } = answer;
  return (
    <ul className="impact-findings">
      {impact.overLimits.map((line) => (
        <li key={`${line.bdr} ${line.segment}`}>
          <p>
            {line.bdr}: {line.used.toLocaleString()} {line.segment} accounts in Actively Working against a
            limit of {line.limit.toLocaleString()}, {line.over.toLocaleString()} over. Nobody is moved out;
            none can enter until there is room (<RuleWords text="AW-6" />
            ).
          </p>
          <FirstToRelease {...line} />
        </li>
      ))}
      {impact.overNamed.map(({ owner, held, limit }) => (
        <li key={owner}>
          <p>
            {owner} holds {count(held, 'named account')}, {limit.toLocaleString()} would be allowed (
            <RuleWords text="TER-4" />
            ).
          </p>
          <NamedOf owner={owner} />
        </li>
      ))}
      {turnsOf(answer).map((turn) => (
        <li key={turn.words}>
          <Turned turn={turn} names={names} />
        </li>
      ))}
    </ul>
  );
}

/** AW-6, of the workspace's BDR: the accounts that would be released first. */
function FirstToRelease({
  bdr,
  segment,
  over,
}: {
  readonly bdr: string;
  readonly segment: NamedSettingsImpact['impact']['overLimits'][number]['segment'];
  readonly over: number;
}) {
  const { settings } = useStoreStatus();
  const isOurs = bdr.trim().toLowerCase() === settings.bdr.trim().toLowerCase();
  const seats = useAnswer('seats', isOurs ? { segment } : undefined);
  if (seats === null || seats.length === 0) return null;
  return (
    <details>
      <summary>The {count(over, 'account')} to release first</summary>
      <Accounts
        accounts={seats.slice(0, over).map(({ id, name, reason }) => ({ id, name, note: say(reason) }))}
      />
    </details>
  );
}

function NamedOf({ owner }: { readonly owner: string }) {
  const held = useAnswer('named', null)?.find((one) => one.owner === owner);
  if (held === undefined) return null;
  return (
    <details>
      <summary>The named accounts of {owner}</summary>
      <Accounts accounts={held.accounts} />
    </details>
  );
}

function Turned({
  turn: { words, ids },
  names,
}: {
  readonly turn: Turn;
  readonly names: NamedSettingsImpact['names'];
}) {
  return (
    <details open={ids.length <= 10}>
      <summary>
        {words}: {count(ids.length, 'account')}
      </summary>
      <Accounts accounts={ids.map((id) => ({ id, name: names[id] ?? '' }))} />
    </details>
  );
}

/** Accounts that open beside the screen, the first ones, more on a press. */
function Accounts({
  accounts,
}: {
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly note?: string }[];
}) {
  const [shown, setShown] = useState(portion);
  const left = accounts.length - shown;
  return (
    <>
      <ul className="impact-accounts">
        {accounts.slice(0, shown).map(({ id, name, note }) => (
          <li key={id}>
            <AccountLink id={id} name={name} />
            {note !== undefined && <span className="muted"> {note}</span>}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + portion)}>
          Show {Math.min(left, portion)} more of {left.toLocaleString()}
        </Button>
      )}
    </>
  );
}
