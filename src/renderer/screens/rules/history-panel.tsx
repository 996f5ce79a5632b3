import type { IsoDate } from '../../../shared/clock.ts';
import { defaultRuleSettings, settingDefinitions } from '../../../shared/rule-book/settings.ts';
import type { RuleSettings, SettingKey } from '../../../shared/rule-book/settings.ts';
import { sinceEver } from '../../../shared/rule-book/settings-history.ts';
import { settingText } from '../../../shared/rule-book/setting-text.ts';
import { rules } from '../../../shared/rule-book/rules.ts';
import { RuleLink } from '../../app/rule-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { dayText } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { openSection } from './sections.ts';
import { historyDays, type HistoryDay } from './setting-drafts.ts';

/** Which numbers changed on which day, planned ones first; what is planned can be called off. */
export function HistoryPanel() {
  const state = useAnswer('rules', null);
  if (state === null) return <Skeleton rows={8} label="Loading the changes" />;
  const days = historyDays(state.history, defaultRuleSettings);
  if (days.length === 0) {
    return (
      <EmptyState
        title="Every number is the default"
        actions={<Button onClick={() => openSection('rules')}>See the rules</Button>}
      >
        Change one at its rule, from today on or from a later day; each day that brought a change is then
        listed here.
      </EmptyState>
    );
  }
  return (
    <ol className="rule-history scroll" tabIndex={0} aria-label="Changes by day">
      {days.map((day) => (
        <li key={day.from}>
          <Day day={day} today={state.today} />
        </li>
      ))}
    </ol>
  );
}

function Day({ day: { from, changes }, today }: { readonly day: HistoryDay; readonly today: IsoDate }) {
  const run = useRunCommand();
  const isPlanned = from > today;
  const callOff = (): void => {
    const values = Object.fromEntries(
      changes.map((change) => [change.key, change.from] as const),
    ) as Partial<RuleSettings>;
    void run({ kind: 'changeRules', values, from }, { tell: true });
  };
  return (
    <section aria-label={dayName(from)}>
      <div className="cluster">
        <h2>{dayName(from)}</h2>
        {isPlanned && <Badge tone="accent">Planned</Badge>}
        {isPlanned && (
          <Button size="small" variant="quiet" onClick={callOff}>
            Call off
          </Button>
        )}
      </div>
      <ul>
        {changes.map(({ key, from: before, to }) => (
          <li key={key}>
            <RuleOf setting={key} /> {settingDefinitions[key].title}:{' '}
            <span className="muted">{settingText(key, before)} →</span> {settingText(key, to)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const dayName = (from: IsoDate): string => (from === sinceEver ? 'Since ever' : `From ${dayText(from)}`);

function RuleOf({ setting }: { readonly setting: SettingKey }) {
  const rule = rules.find(({ settings }) => settings.includes(setting));
  return rule === undefined ? null : <RuleLink id={rule.id} />;
}
