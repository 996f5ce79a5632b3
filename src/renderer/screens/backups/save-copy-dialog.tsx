import { useEffect, useRef, useState } from 'react';
import type { Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { download } from '../../app/download.ts';
import { bytesText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { Platform } from '../../platform/platform.ts';
import { copyOut } from '../../workers/backup-file/client.ts';
import { contentText, copyName } from './backup-words.ts';
import { PassphraseFields, problemsOf, type ChosenPassphrase } from './passphrase-fields.tsx';
import './backups.css';

export interface SaveCopyProps {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly timeZone: string;
  /** What is copied: a backup that is there, or one that is made now. */
  readonly source: BackupEntry | (() => Promise<Result<BackupEntry, Label>>);
  readonly onClose: () => void;
}

type State =
  | { readonly step: 'form'; readonly problem: Label | null }
  | { readonly step: 'backing-up' }
  | { readonly step: 'copying'; readonly done: number; readonly of: number }
  | { readonly step: 'saved'; readonly name: string; readonly bytes: number; readonly content: string };

/** A copy of a backup as a file to keep elsewhere, locked with a passphrase where one is wanted. */
export function SaveCopyDialog({ platform, workspaceId, timeZone, source, onClose }: SaveCopyProps) {
  const [state, setState] = useState<State>({ step: 'form', problem: null });
  const [locked, setLocked] = useState(false);
  const [chosen, setChosen] = useState<ChosenPassphrase>({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (locked) first.current?.focus();
  }, [locked]);

  const save = async (): Promise<void> => {
    setTried(true);
    const problems = problemsOf(chosen);
    if (locked && (problems.passphrase ?? problems.again) !== undefined) return;
    const controller = new AbortController();
    running.current = controller;
    const left = (): boolean => controller.signal.aborted;
    setState({ step: 'backing-up' });
    const backup = typeof source === 'function' ? await source() : { ok: true as const, value: source };
    if (left()) return;
    if (!backup.ok) {
      setState({ step: 'form', problem: backup.error });
      return;
    }
    setState({ step: 'copying', done: 0, of: backup.value.bytes });
    const copy = await copyOut(
      platform,
      { workspaceId, backupId: backup.value.id, passphrase: locked ? chosen.passphrase : null },
      {
        signal: controller.signal,
        onProgress: (done, of) => {
          if (!left()) setState({ step: 'copying', done, of });
        },
      },
    );
    if (left()) return;
    if (!copy.ok) {
      setState({ step: 'form', problem: copy.error });
      return;
    }
    const name = copyName(backup.value, timeZone, locked);
    download(copy.value, name);
    setChosen({ passphrase: '', again: '' });
    setState({ step: 'saved', name, bytes: copy.value.size, content: contentText(backup.value) });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      size="medium"
      title="Save a copy"
      description={
        state.step === 'form'
          ? "One file with everything: accounts, prospects, settings and the whole history. It opens on any machine, in Groundwork's own window or in a browser."
          : undefined
      }
      dismissible={state.step === 'form' || state.step === 'saved'}
      footer={
        state.step === 'saved' ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            {state.step === 'form' && (
              <Button variant="primary" type="submit" form="save-copy">
                Save the copy
              </Button>
            )}
          </>
        )
      }
    >
      {state.step === 'form' ? (
        <form
          id="save-copy"
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {state.problem !== null && (
            <p role="alert" className="backup-problem">
              {say(state.problem)}
            </p>
          )}
          <Checkbox label="Lock it with a passphrase" checked={locked} onCheckedChange={setLocked} />
          {locked ? (
            <PassphraseFields value={chosen} onValueChange={setChosen} tried={tried} inputRef={first} />
          ) : (
            <p className="muted">
              Without a passphrase, anyone who gets the file can read your accounts. Lock it if it leaves this
              machine.
            </p>
          )}
        </form>
      ) : (
        <Progress state={state} locked={locked} />
      )}
    </Dialog>
  );
}

function Progress({
  state,
  locked,
}: {
  readonly state: Exclude<State, { step: 'form' }>;
  readonly locked: boolean;
}) {
  switch (state.step) {
    case 'backing-up':
      return <ProgressBar label="Backing up" done={0} of={0} text="Writing and checking…" />;
    case 'copying':
      return (
        <ProgressBar
          label={locked ? 'Locking the copy' : 'Reading the backup'}
          done={state.done}
          of={state.of}
          text={state.done === 0 ? 'Starting…' : `${bytesText(state.done)} of ${bytesText(state.of)}`}
        />
      );
    case 'saved':
      return (
        <div className="stack" role="status">
          <p>
            Saved <strong className="backup-file-name">{state.name}</strong> ({bytesText(state.bytes)}):{' '}
            {state.content}.
          </p>
          <p className="muted">
            It is where this window puts its downloads. Move it to another disk or a drive you trust.
            {locked && ' You need the passphrase to open it.'}
          </p>
        </div>
      );
  }
}
