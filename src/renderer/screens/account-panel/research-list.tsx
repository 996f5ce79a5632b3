import { Check } from 'lucide-react';
import type { Account } from '../../../shared/accounts/account.ts';
import { researchKeys, type ResearchItem } from '../../../shared/priorities/research-checklist.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleLink, RuleWords } from '../../app/rule-link.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Checkbox } from '../../components/checkbox.tsx';

/** PR-9: what to look up; what the data answers is found, the rest is ticked by hand. */
export function ResearchList({
  account,
  items,
}: {
  readonly account: Account;
  readonly items: readonly ResearchItem[];
}) {
  const run = useRunCommand();
  const ticked = new Set(account.researchDone ?? []);
  const tick = (key: ResearchItem['key'], isDone: boolean): void => {
    const done = researchKeys.filter((one) => (one === key ? isDone : ticked.has(one)));
    void run({
      kind: 'editAccounts',
      ids: [account.id],
      patch: { researchDone: done.length === 0 ? null : done },
    });
  };
  const left = items.filter(({ state }) => state === 'open').length;
  return (
    <section className="panel-group" aria-label="Research checklist">
      <div className="panel-group-head">
        <h3>
          Research checklist <RuleLink id="PR-9" />
        </h3>
        <span className="faint small">{left === 0 ? 'all looked at' : `${String(left)} to look at`}</span>
      </div>
      <ul className="research-list">
        {items.map(({ key, title, state, facts }) => (
          <li key={key}>
            {state === 'found' ? (
              <span className="research-found">
                <Check aria-hidden />
                <span aria-hidden>{say(title)}</span>
                <span className="visually-hidden">{say(title)}: found in the data</span>
              </span>
            ) : (
              <Checkbox
                label={say(title)}
                checked={state === 'ticked'}
                onCheckedChange={(isDone) => tick(key, isDone)}
              />
            )}
            {facts.length > 0 && (
              <ul className="research-facts">
                {facts.map((fact, at) => (
                  <li key={at}>
                    <RuleWords text={say(fact)} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
