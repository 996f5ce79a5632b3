import { useEffect, useRef, useState } from 'react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { useSession } from '../../app/session-context.ts';
import { useStore, useStoreStatus } from '../../app/store-context.tsx';
import { StoreProgressBar } from '../../app/store-progress.tsx';
import { useNow } from '../../app/use-now.ts';
import { useUndo } from '../../app/use-undo.ts';
import { momentText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useToast } from '../../components/toast.tsx';
import type { RestorePreview } from '../../store/backup/backup-state.ts';
import { BackupChoice } from './backup-choice.tsx';
import { BackupFileStep } from './backup-file-step.tsx';
import { reasonNames } from './backup-words.ts';
import { ForeignBackup } from './foreign-backup.tsx';
import { RestorePreviewView } from './restore-preview.tsx';
import { changesSomething, restoreButton } from './restore-words.ts';
import { useBackupList } from './use-backup-list.ts';

type Step =
  | { readonly kind: 'choose' }
  /** A file of another workspace cannot be restored into this one. */
  | { readonly kind: 'foreign'; readonly backup: BackupEntry }
  | { readonly kind: 'comparing'; readonly backup: BackupEntry }
  | { readonly kind: 'preview'; readonly backup: BackupEntry; readonly preview: RestorePreview }
  | { readonly kind: 'failed'; readonly backup: BackupEntry; readonly problem: string }
  | { readonly kind: 'restoring'; readonly backup: BackupEntry };

/** Restores a backup, from the list or from a file: choose, see what would change, do it, undo it. */
export function RestoreDialog({
  backup,
  onClose,
}: {
  /** `null` = the person chooses first. */
  readonly backup: BackupEntry | null;
  readonly onClose: () => void;
}) {
  const store = useStore();
  const { workspaceId } = useSession();
  const { settings, through, customFields } = useStoreStatus();
  const toast = useToast();
  const { undoChange } = useUndo();
  const [step, setStep] = useState<Step>(
    backup === null ? { kind: 'choose' } : { kind: 'comparing', backup },
  );
  const moment = (at: string): string => momentText(at, settings.timeZone);
  const choose = (chosen: BackupEntry): void => {
    const isForeign = chosen.manifest !== null && chosen.manifest.workspaceId !== workspaceId;
    setStep(isForeign ? { kind: 'foreign', backup: chosen } : { kind: 'comparing', backup: chosen });
  };
  const beginning = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    beginning.current?.focus({ preventScroll: true });
  }, [step.kind]);
  const comparing = step.kind === 'comparing' ? step.backup : null;
  useEffect(() => {
    if (comparing === null) return undefined;
    let current = true;
    void store.previewRestore(comparing.id).then((answer) => {
      if (!current) return;
      setStep(
        answer.ok
          ? { kind: 'preview', backup: comparing, preview: answer.value }
          : { kind: 'failed', backup: comparing, problem: say(answer.error.message) },
      );
    });
    return () => {
      current = false;
    };
  }, [store, comparing]);

  const restore = async (chosen: BackupEntry): Promise<void> => {
    setStep({ kind: 'restoring', backup: chosen });
    const outcome = await store.restore(chosen.id);
    if (!outcome.ok) {
      setStep({ kind: 'failed', backup: chosen, problem: say(outcome.error.message) });
      return;
    }
    onClose();
    const { n } = outcome;
    toast.show({
      title: say(outcome.label),
      ...(n === null ? {} : { action: { label: 'Undo', onAction: () => undoChange(n) } }),
    });
  };

  const chosen = 'backup' in step ? step.backup : null;
  return (
    <Dialog
      open
      onClose={onClose}
      size="medium"
      title={step.kind === 'choose' ? 'Restore a backup' : 'Restore this backup?'}
      description={
        chosen === null
          ? 'You see what would change before anything does.'
          : `${moment(chosen.at)}, ${reasonNames[chosen.reason].toLowerCase()}`
      }
      initialFocus={beginning}
      // While it is written, leaving would only hide it.
      dismissible={step.kind !== 'restoring'}
      footer={
        step.kind === 'restoring' ? undefined : (
          <>
            {step.kind !== 'choose' && (
              <Button
                variant="quiet"
                className="dialog-foot-start"
                onClick={() => setStep({ kind: 'choose' })}
              >
                Choose another
              </Button>
            )}
            <Button onClick={onClose}>Cancel</Button>
            {step.kind === 'preview' && (
              <Button
                variant="primary"
                disabled={!changesSomething(step.preview)}
                onClick={() => void restore(step.backup)}
              >
                {changesSomething(step.preview) ? restoreButton(step.preview) : 'Nothing to restore'}
              </Button>
            )}
          </>
        )
      }
    >
      {/* Each step begins here: what had focus is gone with the step before. */}
      <span ref={beginning} tabIndex={-1} className="step-start" />
      {step.kind === 'choose' && <ChooseStep onChoose={choose} />}
      {step.kind === 'foreign' && <ForeignBackup backup={step.backup} />}
      {step.kind === 'comparing' && (
        <StoreProgressBar progress={store.progress} waiting="Comparing with the backup" />
      )}
      {step.kind === 'preview' && (
        <RestorePreviewView
          preview={step.preview}
          present={{ through, moment: moment(step.backup.at) }}
          customFields={customFields}
        />
      )}
      {step.kind === 'failed' && (
        <p role="alert" className="backup-problem">
          {step.problem}
        </p>
      )}
      {step.kind === 'restoring' && <StoreProgressBar progress={store.progress} waiting="Restoring" />}
    </Dialog>
  );
}

function ChooseStep({ onChoose }: { readonly onChoose: (backup: BackupEntry) => void }) {
  const { platform, workspaceId } = useSession();
  const { settings } = useStoreStatus();
  const nowMs = useNow();
  const { list, problem } = useBackupList(platform, workspaceId);
  return (
    <div className="stack">
      {problem !== null && (
        <p role="alert" className="backup-problem">
          {problem}
        </p>
      )}
      {list === null ? (
        problem === null && <Skeleton rows={4} label="Looking for backups" />
      ) : list.backups.length === 0 ? (
        <p className="muted">This data folder holds no backup of this workspace yet.</p>
      ) : (
        <BackupChoice
          label="Backups"
          backups={list.backups}
          nowMs={nowMs}
          timeZone={settings.timeZone}
          onChoose={onChoose}
        />
      )}
      <BackupFileStep platform={platform} onTaken={onChoose}>
        <p>Or drop a copy that you saved, from this or another machine.</p>
      </BackupFileStep>
    </div>
  );
}
