import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import {
  settingDefinitions,
  type RuleSettings,
  type SettingKey,
} from '../../../shared/rule-book/settings.ts';
import { settingText } from '../../../shared/rule-book/setting-text.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useRested } from '../../app/use-rested.ts';
import { count, dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import type { ImpactTurn, NamedSettingsImpact } from '../../store/questions/questions.ts';
import { changesText, mixText, outcomeText, seatsText, turnText } from './impact-lines.ts';

/** Milliseconds without a key after which the book is asked. */
const typingRest = 250;
/** Accounts, or findings, listed at first, and with each further press. */
const portion = 50;

/**
 * What other values would change in the book as it stands, on the day from which they would hold, before they are
 * applied (`settingsImpact`).
 * @param settings those of that day
 */
export function ImpactView({
  settings,
  values,
  from,
}: {
  readonly settings: RuleSettings;
  readonly values: Partial<RuleSettings>;
  readonly from: IsoDate;
}) {
  const wish = JSON.stringify({ values, from } satisfies Asked);
  const asked = useRested(wish, typingRest);
  const isResting = asked === wish;
  return (
    <section className="impact-view" aria-label="What it would change" aria-busy={!isResting}>
      <h4>What it would change</h4>
      <Answer key={asked} settings={settings} {...(JSON.parse(asked) as Asked)} />
    </section>
  );
}

interface Asked {
  readonly values: Partial<RuleSettings>;
  readonly from: IsoDate;
}

function Answer({ settings, values, from }: Asked & { readonly settings: RuleSettings }) {
  const { today } = useStoreStatus();
  const answer = useAnswer('settingsImpact', { values, from });
  if (answer === null) {
    return (
      <p className="muted" role="status">
        Going through the book…
      </p>
    );
  }
  if (answer.problem)
    return (
      <p className="muted">
        <RuleWords text={say(answer.problem)} />
      </p>
    );
  return (
    <>
      <p role="status">
        <span className="muted">{changesText(settings, values)}: </span>
        <strong>
          <RuleWords text={outcomeText(answer, Object.keys(values) as SettingKey[])} />
        </strong>
      </p>
      {from > today && (
        <p className="muted small">Counted for {dayText(from)}, with the book as it stands now.</p>
      )}
      <Findings answer={answer} />
    </>
  );
}

/** The first ones, more on a press: a limit may concern hundreds of BDRs, a mapping hundreds of territories. */
function Findings({ answer }: { readonly answer: NamedSettingsImpact }) {
  const [shown, setShown] = useState(portion);
  const { overLimits, overNamed, turns, seats, mix, later } = answer;
  const few = <T,>(list: readonly T[], before: number): readonly T[] =>
    list.slice(0, Math.max(0, shown - before));
  // What concerns the book as a whole is one line each and always there; the lists share what is shown.
  const [named, turned] = [overLimits.length, overLimits.length + overNamed.length];
  const left = turned + turns.length - shown;
  return (
    <>
      <ul className="impact-findings">
        {few(overLimits, 0).map((line) => (
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
        {few(overNamed, named).map(({ owner, held, limit }) => (
          <li key={owner}>
            <p>
              {owner} holds {count(held, 'named account')}, {limit.toLocaleString()} would be allowed (
              <RuleWords text="TER-4" />
              ).
            </p>
            <NamedOf owner={owner} />
          </li>
        ))}
        {seats.map((line) => (
          <li key={line.segment}>
            <p>
              {seatsText(line)} (<RuleWords text="AW-6" />
              ).
            </p>
          </li>
        ))}
        {mix !== null && mix.counted > 0 && (
          <li>
            <p>
              {mixText(mix)} (<RuleWords text="PR-5" />
              ).
            </p>
          </li>
        )}
        {few(turns, turned).map((turn) => (
          <li key={turnText(turn)}>
            <Turned turn={turn} />
          </li>
        ))}
        {later.map(({ key, from, value }) => (
          <li key={key}>
            <p>
              “{settingDefinitions[key].title}” holds like this until {dayText(from)}; from then on the
              planned {settingText(key, value)} does.
            </p>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + portion)}>
          Show {Math.min(left, portion)} more of {count(left, 'further finding')}
        </Button>
      )}
    </>
  );
}

/** AW-6, of the workspace's BDR: the accounts that would be released first. */
function FirstToRelease({
  bdr,
  segment,
  over,
}: {
  readonly bdr: string;
  readonly segment: NamedSettingsImpact['overLimits'][number]['segment'];
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

function Turned({ turn }: { readonly turn: ImpactTurn }) {
  const { accounts, count: all } = turn;
  const untold = all - accounts.length;
  return (
    <details open={all <= 10}>
      <summary>
        {turnText(turn)}: {count(all, 'account')}
      </summary>
      <Accounts accounts={accounts} />
      {untold > 0 && (
        <p className="muted small">
          {accounts.length.toLocaleString()} of them are listed, {untold.toLocaleString()} more turn the same
          way.
        </p>
      )}
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
