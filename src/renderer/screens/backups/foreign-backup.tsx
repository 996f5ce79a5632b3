import { useState } from 'react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/button.tsx';
import { contentText } from './backup-words.ts';
import { openBackupsWorkspace } from './open-backups-workspace.ts';
import './backups.css';

/** A file of another workspace: the two are never mixed, but that one can be opened here beside this one. */
export function ForeignBackup({ backup }: { readonly backup: BackupEntry }) {
  const { platform, info } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { workspaceId = '', workspaceName = '' } = backup.manifest ?? {};
  const isKnown = info.workspaces.some(({ id }) => id === workspaceId);
  const open = async (): Promise<void> => {
    setBusy(true);
    const failed = await openBackupsWorkspace(platform, backup);
    if (failed === null) window.location.reload();
    else {
      setProblem(failed);
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <p>
        This is a backup of another workspace, <strong>{workspaceName}</strong>: {contentText(backup)}. It
        cannot be restored into this one, so that the two are never mixed.
      </p>
      <p className="muted">
        {isKnown
          ? 'That workspace is in this data folder too. Open it and restore there.'
          : 'It can be opened here as a workspace of its own. This one stays as it is; you change between them in Settings.'}
      </p>
      {problem !== null && (
        <p role="alert" className="backup-problem">
          {problem}
        </p>
      )}
      <div>
        <Button disabled={busy} onClick={() => void open()}>
          {isKnown ? `Go to ${workspaceName}` : `Open ${workspaceName} here`}
        </Button>
      </div>
    </div>
  );
}
