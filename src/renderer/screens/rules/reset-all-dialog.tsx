import { useState } from 'react';
import { parseIsoDate } from '../../../shared/clock.ts';
import { settingsOn } from '../../../shared/rule-book/settings-history.ts';
import { defaultRuleSettings, settingKeys, type RuleSettings } from '../../../shared/rule-book/settings.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { RulesState } from '../../store/questions/questions.ts';
import { ImpactView } from './impact-view.tsx';

/** Every number back to its default, from a day on, with what that would change. */
export function ResetAllDialog({
  state: { history, today },
  onClose,
}: {
  readonly state: RulesState;
  readonly onClose: () => void;
}) {
  const run = useRunCommand();
  const [day, setDay] = useState<string>(today);
  const from = parseIsoDate(day);
  const settings = settingsOn(history, from ?? today);
  const keys = settingKeys.filter((key) => settings[key] !== defaultRuleSettings[key]);
  const values = Object.fromEntries(
    keys.map((key) => [key, defaultRuleSettings[key]] as const),
  ) as Partial<RuleSettings>;
  const isTooEarly = from === undefined || from < today;
  const reset = async (): Promise<void> => {
    if (isTooEarly) return;
    const outcome = await run({ kind: 'resetRules', keys, from }, { tell: true });
    if (outcome.ok) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Reset every number to its default"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={isTooEarly} onClick={() => void reset()}>
            Reset all
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          type="date"
          label="Holds from"
          min={today}
          max="9999-12-31"
          value={day}
          onValueChange={setDay}
          error={isTooEarly ? 'Choose today or a later day: past weeks stay as they were.' : undefined}
        />
        {!isTooEarly && <ImpactView settings={settings} values={values} from={from} />}
      </div>
    </Dialog>
  );
}
