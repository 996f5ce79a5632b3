import type { IsoDate } from '../../../shared/clock.ts';
import { boundsText, settingText } from '../../../shared/rule-book/setting-text.ts';
import type { SettingsHistory } from '../../../shared/rule-book/settings-history.ts';
import {
  defaultRuleSettings,
  settingDefinitions,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from '../../../shared/rule-book/settings.ts';
import { dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { draftText, plannedFor } from './setting-drafts.ts';

export interface SettingRowProps {
  readonly settingKey: SettingKey;
  readonly value: RuleSettings[SettingKey];
  /** What somebody wrote; `undefined` = nothing yet. */
  readonly draft: string | undefined;
  readonly history: SettingsHistory;
  readonly today: IsoDate;
  /** What is wrong with what was written, and how to mend it. */
  readonly error: string | undefined;
  readonly onDraft: (text: string) => void;
  readonly onReset: () => void;
  readonly onEscape: () => void;
}

/** One setting: its value to be changed, default, bounds, what is planned for it. */
export function SettingRow(props: SettingRowProps) {
  const { settingKey: key, value, draft, history, today, error, onDraft, onReset, onEscape } = props;
  const definition: SettingDefinition = settingDefinitions[key];
  const byDefault = defaultRuleSettings[key];
  const planned = plannedFor(key, history, today);
  const bounds = boundsText(key);
  const text = draft ?? draftText(value);
  const isDefault = text === draftText(byDefault);
  const hint = [
    `Default: ${settingText(key, byDefault)}${definition.ownDefault === true ? ' (Groundwork’s own)' : ''}`,
    ...(bounds === '' ? [] : [bounds]),
    ...(planned ? [`From ${dayText(planned.from)}: ${settingText(key, planned.value)}`] : []),
  ].join(' · ');
  return (
    <div className="setting-row" data-setting={key} data-changed={draft !== undefined || undefined}>
      {definition.type === 'choice' ? (
        <Select
          label={definition.title}
          hint={hint}
          error={error}
          value={text}
          options={definition.choices.map((choice) => ({ value: choice.value, label: choice.title }))}
          onValueChange={onDraft}
        />
      ) : (
        <div className="setting-number">
          <TextField
            label={definition.title}
            hint={hint}
            error={error}
            inputMode={definition.type === 'number' && definition.fractions === true ? 'decimal' : 'numeric'}
            placeholder={definition.type === 'optionalNumber' ? 'No limit' : undefined}
            value={text}
            onValueChange={onDraft}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || draft === undefined) return;
              event.stopPropagation();
              onEscape();
            }}
          />
          {definition.unit !== undefined && <span className="muted setting-unit">{definition.unit}</span>}
        </div>
      )}
      {!isDefault && (
        <Button
          size="small"
          variant="quiet"
          className="setting-reset"
          aria-label={`Reset “${definition.title}” to ${settingText(key, byDefault)}`}
          onClick={onReset}
        >
          Reset
        </Button>
      )}
    </div>
  );
}
