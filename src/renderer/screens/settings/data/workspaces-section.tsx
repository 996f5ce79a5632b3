import { useState } from 'react';
import { useSession } from '../../../app/session-context.ts';
import { count } from '../../../app/words.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { useToast } from '../../../components/toast.tsx';
import { SettingsSection } from '../settings-section.tsx';

/** The workspaces of this data folder, where there are several: one is open at a time. */
export function WorkspacesSection() {
  const { platform, info, workspaceId } = useSession();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  if (info.workspaces.length < 2) return null;
  const open = async (id: string): Promise<void> => {
    setBusy(true);
    const answer = await platform.call('workspace.activate', { id });
    if (answer.ok) window.location.reload();
    else {
      setBusy(false);
      toast.show({
        tone: 'problem',
        title: 'The workspace was not opened',
        description: answer.error.message,
      });
    }
  };
  return (
    <SettingsSection
      title="Workspaces here"
      hint="Each has its own accounts, journal and backups. One is open at a time."
    >
      <ul className="data-workspaces">
        {info.workspaces.map(({ id, name, sentinel }) => (
          <li key={id}>
            <span className="truncate">
              {name}
              <span className="muted"> · {count(sentinel?.accounts ?? 0, 'account')}</span>
            </span>
            {id === workspaceId ? (
              <Badge tone="accent">open</Badge>
            ) : (
              <Button size="small" disabled={busy} aria-label={`Open ${name}`} onClick={() => void open(id)}>
                Open
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
