import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../../../app/session-context.ts';
import { useSaveState, useStore, useStoreStatus } from '../../../app/store-context.tsx';
import { useNow } from '../../../app/use-now.ts';
import { count, momentText } from '../../../app/words.ts';
import { askForPersistence, type Persistence } from '../../../platform/persistence.ts';
import { SettingsSection } from '../settings-section.tsx';
import { backupText, journalText, persistenceText, safetyTitle } from './safety-words.ts';

const icons = { saved: CircleCheck, saving: CircleDashed, unreachable: CircleAlert } as const;

/** Whether every change is in both places, since when, and where that is. */
export function SafetySection() {
  const { info } = useSession();
  const store = useStore();
  const state = useSaveState();
  const { through, accounts, settings } = useStoreStatus();
  const { newest } = useSyncExternalStore(store.backups.subscribe, store.backups.get);
  const nowMs = useNow();
  const persistence = usePersistence();
  const moment = (at: string): string => momentText(at, settings.timeZone);
  const Icon = icons[state.kind];
  const facts: readonly (readonly [string, string])[] = [
    ['In this browser', `${count(accounts, 'account')}, ${count(through, 'change')}`],
    ['In the journal', journalText(state, moment)],
    ['In a backup', backupText(newest, through, nowMs)],
    ['Kept by the browser', persistenceText(persistence)],
  ];
  return (
    <SettingsSection
      title="Safety"
      hint="Every change is written to this browser's storage and to the journal in the data folder before Groundwork says “Saved”. If one of the two is lost, the other brings it back."
    >
      <p className="safety-state" data-kind={state.kind}>
        <Icon aria-hidden />
        {safetyTitle(state)}
      </p>
      <dl className="settings-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="field">
        <span className="field-label">Data folder: journal and backups</span>
        <code className="settings-path">{info.dataFolder}</code>
      </div>
    </SettingsSection>
  );
}

function usePersistence(): Persistence | null {
  const [answer, setAnswer] = useState<Persistence | null>(null);
  useEffect(() => {
    let current = true;
    void askForPersistence().then((found) => {
      if (current) setAnswer(found);
    });
    return () => {
      current = false;
    };
  }, []);
  return answer;
}
