import { Lock } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { bytesText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Platform } from '../../platform/platform.ts';
import { useBackupFile, type BackupFile } from './use-backup-file.ts';
import './backups.css';

/** Choose or drop a backup file, open it where it is locked, and hand on what the host made of it. */
export function BackupFileStep({
  platform,
  onTaken,
  primary = false,
  children,
}: {
  readonly platform: Platform;
  readonly onTaken: (entry: BackupEntry) => void;
  readonly primary?: boolean;
  /** What may be dropped here, in words. */
  readonly children: ReactNode;
}) {
  const file = useBackupFile(platform, onTaken);
  const { state } = file;
  switch (state.kind) {
    case 'choose':
      return (
        <div className="stack">
          {state.problem !== null && (
            <p role="alert" className="backup-problem">
              {say(state.problem)}
            </p>
          )}
          <FileDrop
            label="Backup file"
            accept=".groundwork-backup,.age"
            button="Choose a backup file"
            onFiles={file.choose}
            primary={primary}
          >
            {children}
          </FileDrop>
        </div>
      );
    case 'locked':
      return <PassphraseStep key={state.file.name} file={file} state={state} />;
    case 'taking':
      return (
        <div className="stack">
          <ProgressBar
            label={`Reading ${state.file.name}`}
            done={state.done}
            of={state.of}
            text={
              state.done === 0
                ? 'Opening…'
                : state.done >= state.of
                  ? 'Checking every line…'
                  : `${bytesText(state.done)} of ${bytesText(state.of)}`
            }
          />
          <div>
            <Button onClick={file.leave}>Cancel</Button>
          </div>
        </div>
      );
  }
}

function PassphraseStep({
  file,
  state,
}: {
  readonly file: BackupFile;
  readonly state: Extract<BackupFile['state'], { kind: 'locked' }>;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const problem =
    state.problem === null
      ? tried && passphrase === ''
        ? 'Enter the passphrase.'
        : undefined
      : say(state.problem);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (passphrase !== '') file.open(passphrase);
      }}
    >
      <p className="backup-locked">
        <Lock aria-hidden />
        <span>
          <strong>{state.file.name}</strong> is locked with a passphrase.
        </span>
      </p>
      <TextField
        ref={input}
        type="password"
        autoComplete="off"
        label="Passphrase"
        hint="It is used here only; Groundwork keeps it nowhere."
        value={passphrase}
        onValueChange={setPassphrase}
        error={problem}
      />
      <div className="cluster">
        <Button variant="primary" type="submit">
          Open the backup
        </Button>
        <Button onClick={file.leave}>Choose another file</Button>
      </div>
    </form>
  );
}
