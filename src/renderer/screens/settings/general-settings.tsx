import { useState } from 'react';
import type { WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { chooseTheme, storedTheme, type Theme } from '../../app/theme.ts';
import { Combobox } from '../../components/combobox.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { Select } from '../../components/select.tsx';
import { AboutSection } from './about-section.tsx';
import { CommittedText } from './committed-text.tsx';
import { SettingsSection } from './settings-section.tsx';
import { months, timeZones } from './choices.ts';

const mostAccounts = 100_000;

/** The workspace's settings, each saved on leaving its field, each undoable. */
export function GeneralSettings() {
  const { settings } = useStoreStatus();
  const run = useRunCommand();
  const change = (patch: Partial<WorkspaceSettings>): void => void run({ kind: 'changeSettings', patch });
  return (
    <>
      <SettingsSection title="Workspace">
        <CommittedText
          label="Name"
          value={settings.name}
          problem={(text) =>
            text === ''
              ? 'The workspace needs a name.'
              : text.length > 120
                ? 'Use 120 characters or fewer.'
                : null
          }
          onCommit={(name) => change({ name })}
        />
        <CommittedText
          label="BDR"
          hint="AW-1: whose book this is. Compared with “BDR Assigned”, ignoring case."
          value={settings.bdr}
          problem={(text) => (text.length > 200 ? 'Use 200 characters or fewer.' : null)}
          onCommit={(bdr) => change({ bdr })}
        />
        <Combobox
          label="Time zone"
          hint="CLK-1: rules count calendar days in this zone."
          value={settings.timeZone}
          options={timeZones(settings.timeZone).map((zone) => ({ value: zone, label: zone }))}
          searchPlaceholder="City or region…"
          onValueChange={(timeZone) => change({ timeZone })}
        />
        <Select
          label="Fiscal year starts in"
          hint="CLK-4: the fiscal year is named for the year in which it ends."
          value={String(settings.fiscalYearFirstMonth)}
          options={months}
          onValueChange={(month) => change({ fiscalYearFirstMonth: Number(month) })}
        />
      </SettingsSection>
      <SettingsSection
        title="Actively Working limits"
        hint="AW-6: inclusive, per segment. Lowering one evicts nobody; it only blocks further entries."
      >
        <NumberField
          label="Mid-Market"
          value={settings.limitMidMarket}
          min={1}
          max={mostAccounts}
          onCommit={(limit) => {
            if (limit !== null) change({ limitMidMarket: limit });
          }}
        />
        <NumberField
          label="Large"
          value={settings.limitLarge}
          min={1}
          max={mostAccounts}
          onCommit={(limit) => {
            if (limit !== null) change({ limitLarge: limit });
          }}
        />
        <NumberField
          label="SMB"
          hint="Empty: no limit."
          optional
          placeholder="No limit"
          value={settings.limitSmb ?? null}
          min={1}
          max={mostAccounts}
          onCommit={(limit) => change({ limitSmb: limit ?? undefined })}
        />
      </SettingsSection>
      <SettingsSection title="Looks">
        <ThemeChoice />
      </SettingsSection>
      <AboutSection />
    </>
  );
}

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  return (
    <Select<Theme>
      label="Theme"
      hint="Kept on this machine only."
      value={theme}
      options={themes}
      onValueChange={(next) => {
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
}
