import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Rule } from '../../../shared/rule-book/rule.ts';
import type { RuleId } from '../../../shared/rule-book/rule-ids.ts';
import { ruleOf } from '../../../shared/rule-book/rules.ts';
import { settingsOn } from '../../../shared/rule-book/settings-history.ts';
import { defaultRuleSettings, type RuleSettings } from '../../../shared/rule-book/settings.ts';
import { openScreen, useAppLocation } from '../../app/location.ts';
import { rulePath } from '../../app/routes.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { TextField } from '../../components/text-field.tsx';
import { findRules, type RuleSection } from './find-rules.ts';
import { ResetAllDialog } from './reset-all-dialog.tsx';
import { RuleDetail } from './rule-detail.tsx';
import { ruleAt } from './sections.ts';

/** Every rule by section, to be searched and read; beside it the one that was picked, with its settings. */
export function RulesPanel() {
  const { path } = useAppLocation();
  const state = useAnswer('rules', null);
  const [text, setText] = useState('');
  const [resetting, setResetting] = useState(false);
  const [asked, setAsked] = useState<RuleId>(() => ruleAt(path) ?? 'CLK-1');
  const linked = ruleAt(path);
  // An address without a rule shows the one that was looked at last.
  if (linked !== undefined && linked !== asked) setAsked(linked);
  if (state === null) return <Skeleton rows={12} label="Loading the rules" />;
  const settings = settingsOn(state.history, state.today);
  const shown = findRules(text, settings);
  const found = shown.reduce((sum, section) => sum + section.rules.length, 0);
  const changed = Object.entries(defaultRuleSettings).filter(
    ([key, value]) => settings[key as keyof RuleSettings] !== value,
  ).length;
  return (
    <div className="rules-panel">
      <div className="rules-index">
        <TextField
          type="search"
          label="Search the rules"
          hideLabel
          placeholder="Search by id or words…"
          icon={<Search aria-hidden />}
          value={text}
          onValueChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.stopPropagation();
              setText('');
            } else if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('.rules-list a[tabindex="0"]')?.focus();
            }
          }}
        />
        <p className="visually-hidden" role="status">
          {text === '' ? '' : count(found, 'rule')}
        </p>
        {found === 0 ? (
          <EmptyState
            title="No rule says that"
            actions={<Button onClick={() => setText('')}>Show all</Button>}
          >
            Try a rule’s id, as AW-6, or a word of it.
          </EmptyState>
        ) : (
          <RuleList sections={shown} current={asked} settings={settings} />
        )}
        <div className="rules-index-foot">
          <span className="muted">
            {changed === 0 ? 'Every number is the default.' : `${count(changed, 'number')} changed`}
          </span>
          {changed > 0 && (
            <Button size="small" variant="quiet" onClick={() => setResetting(true)}>
              Reset all…
            </Button>
          )}
        </div>
      </div>
      <RuleDetail key={asked} rule={ruleOf(asked)} state={state} />
      {resetting && <ResetAllDialog state={state} onClose={() => setResetting(false)} />}
    </div>
  );
}

/** The rules as links; arrow keys go through them, and the detail follows. */
function RuleList({
  sections,
  current,
  settings,
}: {
  readonly sections: readonly RuleSection[];
  readonly current: RuleId;
  readonly settings: RuleSettings;
}) {
  const box = useRef<HTMLElement>(null);
  const ids = sections.flatMap((section) => section.rules.map(({ id }) => id));
  const tabStop = ids.includes(current) ? current : ids[0];
  useEffect(() => {
    box.current?.querySelector(`[data-rule="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = event.target instanceof HTMLElement ? event.target.dataset['rule'] : undefined;
    const at = ids.findIndex((id) => id === here);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: ids.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : ids[step];
    if (next === undefined) return;
    event.preventDefault();
    openScreen(rulePath(next));
    box.current?.querySelector<HTMLElement>(`[data-rule="${next}"]`)?.focus();
  };
  return (
    <nav ref={box} className="rules-list scroll" aria-label="Rules by section" onKeyDown={onKeyDown}>
      {sections.map((section) => (
        <section key={section.name} aria-label={section.name}>
          <h2>{section.name}</h2>
          <ul>
            {section.rules.map((rule) => (
              <li key={rule.id}>
                <a
                  href={`#${rulePath(rule.id)}`}
                  data-rule={rule.id}
                  tabIndex={rule.id === tabStop ? 0 : -1}
                  aria-current={rule.id === current ? 'true' : undefined}
                  className="rules-list-rule"
                >
                  <span className="rules-list-id">{rule.id}</span>
                  <span className="truncate">{rule.title}</span>
                  {isChanged(rule, settings) && <span className="rules-list-changed">changed</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

const isChanged = (rule: Rule, settings: RuleSettings): boolean =>
  rule.settings.some((key) => settings[key] !== defaultRuleSettings[key]);
