import { useRef, useState } from 'react';
import { parseIsoDate } from '../../../shared/clock.ts';
import { explain } from '../../../shared/rule-book/explain.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { sourceWords, type Rule } from '../../../shared/rule-book/rule.ts';
import { settingsOn } from '../../../shared/rule-book/settings-history.ts';
import { settingDefinitions, type SettingKey } from '../../../shared/rule-book/settings.ts';
import { openScreen } from '../../app/location.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { pathOf } from '../../app/routes.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { RulesState } from '../../store/questions/questions.ts';
import { ImpactView } from './impact-view.tsx';
import { draftText, readDrafts, type SettingDrafts } from './setting-drafts.ts';
import { SettingRow } from './setting-row.tsx';

/** Where else a rule is set or at work. */
const elsewhere: Partial<Record<Rule['id'], { readonly words: string; readonly path: string }>> = {
  'PR-1': { words: 'Weights of the signals', path: `${pathOf('rules')}/profiles` },
  'PR-2': { words: 'Weights and words of the signals', path: `${pathOf('rules')}/profiles` },
  'PR-3': { words: 'Score profiles', path: `${pathOf('rules')}/profiles` },
  'PR-5': { words: 'The mix and what would mend it', path: `${pathOf('rules')}/mix` },
};

/** A rule in full, with its settings to be changed in place. */
export function RuleDetail({ rule, state }: { readonly rule: Rule; readonly state: RulesState }) {
  const { id, title, sources } = rule;
  const other = elsewhere[id];
  const isOurs = sources[0] === 'ours';
  return (
    <article className="rule-detail scroll" aria-label={`${id}: ${title}`} tabIndex={0}>
      <header>
        <div className="cluster">
          <span className="rule-detail-id">{id}</span>
          {isOurs && <Badge tone="accent">Groundwork’s own</Badge>}
        </div>
        <h2>{title}</h2>
      </header>
      <p className="rule-detail-words">
        <RuleWords text={explain(rule, settingsOn(state.history, state.today))} />
      </p>
      <p className="muted small">
        {isOurs && sources.length === 1
          ? 'No handbook decides this: it is a default of Groundwork’s own.'
          : `From: ${sources.map((source) => sourceWords[source]).join('; ')}.`}
      </p>
      {rule.settings.length > 0 && <RuleSettingsForm rule={rule} state={state} />}
      {other && (
        <Button size="small" onClick={() => openScreen(other.path)}>
          {other.words}
        </Button>
      )}
    </article>
  );
}

function RuleSettingsForm({
  rule,
  state: { history, today },
}: {
  readonly rule: Rule;
  readonly state: RulesState;
}) {
  const run = useRunCommand();
  const box = useRef<HTMLElement>(null);
  const [drafts, setDrafts] = useState<SettingDrafts>({});
  const [day, setDay] = useState<string>(today);
  const parsedDay = parseIsoDate(day);
  const from = parsedDay ?? today;
  const settings = settingsOn(history, from);
  const { values, keys, problem } = readDrafts(drafts, history, { from, today });
  // The field that is wrong by itself says so; what only some of them together make wrong is said below.
  const culprit =
    problem === null
      ? undefined
      : keys.find((key) => {
          const alone = readDrafts({ [key]: drafts[key] ?? '' }, history, { from, today }).problem;
          return alone !== null && say(alone) === say(problem);
        });
  const notDefault = rule.settings.filter((key) => settings[key] !== settingDefinitions[key].default);
  const toDefaults = (wanted: readonly SettingKey[]): void =>
    setDrafts((before) => ({
      ...before,
      ...Object.fromEntries(wanted.map((key) => [key, draftText(settingDefinitions[key].default)])),
    }));
  const leave = (): void => {
    const [first] = keys;
    setDrafts({});
    setDay(today);
    // The buttons go with the drafts; focus returns to what was changed.
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-setting="${first ?? ''}"] :is(input, button)`)?.focus();
    });
  };
  const apply = async (): Promise<void> => {
    if (problem !== null || parsedDay === undefined || keys.length === 0) return;
    const outcome = await run({ kind: 'changeRules', values, from }, { tell: true });
    if (outcome.ok) leave();
  };
  return (
    <section ref={box} className="rule-settings" aria-label={`Settings of ${rule.id}`}>
      <div className="cluster rule-settings-head">
        <h3>Settings</h3>
        {notDefault.length > 1 && (
          <Button size="small" variant="quiet" onClick={() => toDefaults(notDefault)}>
            Reset this rule
          </Button>
        )}
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        {rule.settings.map((key) => (
          <SettingRow
            key={key}
            settingKey={key}
            value={settings[key]}
            draft={drafts[key]}
            history={history}
            today={today}
            error={key === culprit && problem !== null ? say(problem) : undefined}
            onDraft={(text) => setDrafts((before) => ({ ...before, [key]: text }))}
            onReset={() => toDefaults([key])}
            onEscape={() => {
              const { [key]: _left, ...rest } = drafts;
              setDrafts(rest);
            }}
          />
        ))}
        {keys.length > 0 && (
          <div className="rule-change">
            {problem === null ? (
              <ImpactView settings={settings} values={values} from={from} />
            ) : (
              culprit === undefined && (
                <p role="alert" className="notice notice-danger">
                  <RuleWords text={say(problem)} />
                </p>
              )
            )}
            <div className="cluster rule-change-foot">
              <TextField
                type="date"
                label="Holds from"
                className="rule-change-day"
                min={today}
                max="9999-12-31"
                value={day}
                onValueChange={setDay}
                error={parsedDay === undefined ? 'Enter the day from which it holds.' : undefined}
              />
              <Button onClick={leave}>Leave as it is</Button>
              <Button variant="primary" type="submit" disabled={problem !== null}>
                {from > today ? 'Plan the change' : 'Apply'}
              </Button>
            </div>
            <p className="muted small">Weeks that are past stay judged by the rules that held then.</p>
          </div>
        )}
      </form>
    </section>
  );
}
