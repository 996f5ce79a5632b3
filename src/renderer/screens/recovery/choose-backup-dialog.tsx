import { useState } from 'react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { SessionInfo } from '../../app/start-session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { Platform } from '../../platform/platform.ts';
import { BackupChoice } from '../backups/backup-choice.tsx';
import { BackupFileStep } from '../backups/backup-file-step.tsx';
import { useBackupList } from '../backups/use-backup-list.ts';

/** Another backup to rebuild from: an older one, or a copy that was saved elsewhere. */
export function ChooseBackupDialog({
  platform,
  workspaceId,
  session,
  present,
  onChoose,
  onClose,
}: {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly session: SessionInfo;
  /** Id of the backup that the plan begins with now. */
  readonly present: string | undefined;
  readonly onChoose: (backup: BackupEntry) => void;
  readonly onClose: () => void;
}) {
  const { list, problem } = useBackupList(platform, workspaceId);
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rebuild from another backup"
      description="Changes that were made after it are taken from the journal, as far as it reaches."
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <div className="stack">
        {(wrong ?? problem) !== null && (
          <p role="alert" className="backup-problem">
            {wrong ?? problem}
          </p>
        )}
        {list === null ? (
          problem === null && <Skeleton rows={4} label="Looking for backups" />
        ) : list.backups.length === 0 ? (
          <p className="muted">This data folder holds no backup of this workspace.</p>
        ) : (
          <BackupChoice
            label="Backups"
            backups={list.backups}
            nowMs={session.clock.nowMs}
            timeZone={session.timeZone}
            present={present}
            onChoose={onChoose}
          />
        )}
        <BackupFileStep
          platform={platform}
          onTaken={(entry) => {
            if (entry.manifest?.workspaceId === workspaceId) onChoose(entry);
            else {
              setWrong(
                `This is a backup of another workspace${entry.manifest === null ? '' : `, ${entry.manifest.workspaceName}`}. Choose one of this workspace.`,
              );
            }
          }}
        >
          <p>Or drop a copy that you saved elsewhere.</p>
        </BackupFileStep>
      </div>
    </Dialog>
  );
}
