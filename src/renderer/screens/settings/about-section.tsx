import { useSession } from '../../app/session-context.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { SettingsSection } from './settings-section.tsx';

const shellNames = { electron: 'Electron window', loopback: 'browser window on this machine only' } as const;

/** What is running, and how much is in it. */
export function AboutSection() {
  const { info } = useSession();
  const { accounts, prospects, opportunities, customFields, through, today } = useStoreStatus();
  const facts: readonly (readonly [string, string])[] = [
    ['Accounts', accounts.toLocaleString()],
    ['Prospects', prospects.toLocaleString()],
    ['Opportunities', opportunities.toLocaleString()],
    ['Custom fields', customFields.length.toLocaleString()],
    ['Changes so far', through.toLocaleString()],
    ['Today', today],
    ['Groundwork', info.appVersion],
    ['Shell', shellNames[info.shell]],
    ['System', info.platform],
  ];
  return (
    <SettingsSection title="About">
      <dl className="settings-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SettingsSection>
  );
}
