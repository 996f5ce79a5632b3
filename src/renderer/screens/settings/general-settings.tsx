import { useState } from 'react';
import type { WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { chooseTheme, storedTheme, type Theme } from '../../app/theme.ts';
import { Combobox } from '../../components/combobox.tsx';
import { Select } from '../../components/select.tsx';
import { AboutSection } from './about-section.tsx';
import { CommittedText } from './committed-text.tsx';
import { SettingsSection } from './settings-section.tsx';
import { timeZones } from './choices.ts';

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
        <p className="small faint">
          CLK-4, AW-6: the fiscal year and the limits of Actively Working are rules now. They stand, with the
          day from which they hold, in <a href="#/rules">Rules</a>.
        </p>
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
