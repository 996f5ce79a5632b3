import type { IsoDate } from '../../../shared/clock.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { Receipt } from '../../../shared/rule-book/receipt.ts';
import { ruleOf } from '../../../shared/rule-book/rules.ts';
import { settingDefinitions } from '../../../shared/rule-book/settings.ts';
import { sinceEver } from '../../../shared/rule-book/settings-history.ts';
import { settingText } from '../../../shared/rule-book/setting-text.ts';
import { RuleLink, RuleWords } from '../rule-link.tsx';
import { dayText } from '../words.ts';
import './receipt.css';

/**
 * How a decision came about: what was decided, by which rules, from what, with which settings of which day, and
 * the smallest change that would turn it. The one look of every receipt.
 * @param settingsFrom day from which the settings hold; `null` = the defaults, since ever; left out = not told
 */
export function ReceiptView({
  receipt,
  settingsFrom,
}: {
  readonly receipt: Receipt;
  readonly settingsFrom?: IsoDate | null;
}) {
  const { rules, said, settings } = receipt;
  const facts = textsOf(receipt.facts);
  const flips = textsOf(receipt.flips);
  return (
    <div className="receipt">
      <p className="receipt-said">
        <RuleWords text={say(said)} />
      </p>
      {facts.length > 0 && <Lines title="Decided from" lines={facts} />}
      {flips.length > 0 && <Lines title="What would change it" lines={flips} />}
      {settings.length > 0 && (
        <section>
          <h4>Settings{settingsFrom === undefined ? '' : `, ${settingsDay(settingsFrom)}`}</h4>
          <dl className="receipt-settings">
            {settings.map(({ key, value }) => (
              <div key={key}>
                <dt>{settingDefinitions[key].title}</dt>
                <dd>{settingText(key, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h4>{rules.length === 1 ? 'Rule' : 'Rules'}</h4>
        <ul className="receipt-rules">
          {rules.map((id) => (
            <li key={id}>
              <RuleLink id={id} /> {ruleOf(id).title}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const settingsDay = (from: IsoDate | null): string =>
  from === null
    ? 'the defaults'
    : from === sinceEver
      ? 'as they always were'
      : `as they hold since ${dayText(from)}`;

/** Sentences that say the same are said once. */
const textsOf = (labels: Receipt['facts']): string[] => [...new Set(labels.map(say))];

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <RuleWords text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
