import { openScreen, useAppLocation } from '../../app/location.ts';
import { dataPath, pathOf } from '../../app/routes.ts';
import { Tabs } from '../../components/tabs.tsx';
import { DataSettings } from './data/data-settings.tsx';
import { GeneralSettings } from './general-settings.tsx';
import './settings.css';

type Half = 'general' | 'data';

/** How Groundwork works for this workspace, and whether its data is safe: two halves, each with its address. */
export function SettingsScreen() {
  const { path } = useAppLocation();
  return (
    <div className="screen">
      <div className="screen-head">
        <h1>Settings</h1>
      </div>
      <div className="screen-body settings-body scroll">
        <Tabs<Half>
          label="Settings"
          value={path === dataPath ? 'data' : 'general'}
          onValueChange={(half) => openScreen(half === 'data' ? dataPath : pathOf('settings'))}
          tabs={[
            { value: 'general', label: 'General', content: <GeneralSettings /> },
            { value: 'data', label: 'Data and backups', content: <DataSettings /> },
          ]}
        />
      </div>
    </div>
  );
}
