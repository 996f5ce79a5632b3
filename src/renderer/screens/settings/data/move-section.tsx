import { useOverlays } from '../../../app/overlays-context.ts';
import { useSession } from '../../../app/session-context.ts';
import { Button } from '../../../components/button.tsx';
import { SettingsSection } from '../settings-section.tsx';

/** A backup file is the bridge between machines, and between Groundwork's window and the browser. */
export function MoveSection() {
  const { openSaveCopy } = useOverlays();
  const { info } = useSession();
  const other = info.shell === 'electron' ? 'Groundwork in a browser' : "Groundwork's own window (Electron)";
  return (
    <SettingsSection
      title="Move to another machine"
      hint={`Also to ${other} on this one: the two keep their data apart, and a backup file is the bridge.`}
    >
      <ol className="data-steps">
        <li>Save a copy here, locked with a passphrase if it travels.</li>
        <li>
          There, start Groundwork and choose “Open a backup” on the welcome. If there is a workspace already,
          choose Restore, then the file.
        </li>
        <li>Go on there. What you do in one place does not reach the other by itself.</li>
      </ol>
      <div>
        <Button onClick={() => openSaveCopy(null)}>Save a copy…</Button>
      </div>
    </SettingsSection>
  );
}
