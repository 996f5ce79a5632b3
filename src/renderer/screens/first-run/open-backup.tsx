import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { SessionInfo } from '../../app/start-session.ts';
import { momentText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import type { Platform } from '../../platform/platform.ts';
import { BackupFileStep } from '../backups/backup-file-step.tsx';
import { liveCounts, whyNotUsable } from '../backups/backup-words.ts';
import { openBackupsWorkspace } from '../backups/open-backups-workspace.ts';

/** The way in for a workspace from elsewhere: the file, its passphrase, whose it is, and then it is rebuilt here. */
export function OpenBackup({
  platform,
  session,
  onBack,
  onOpened,
}: {
  readonly platform: Platform;
  readonly session: SessionInfo;
  readonly onBack: () => void;
  /** The workspace is known here and active: the start goes on with it. */
  readonly onOpened: () => void;
}) {
  const [backup, setBackup] = useState<BackupEntry | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [backup]);
  const unusable = backup === null ? null : whyNotUsable(backup);

  const open = async (entry: BackupEntry): Promise<void> => {
    setBusy(true);
    const failed = await openBackupsWorkspace(platform, entry);
    if (failed === null) onOpened();
    else {
      setProblem(failed);
      setBusy(false);
    }
  };
  return (
    <main className="first-run">
      <div className="first-run-page">
        <Button variant="quiet" className="first-run-back" icon={<ArrowLeft aria-hidden />} onClick={onBack}>
          Back
        </Button>
        <h1 ref={heading} tabIndex={-1}>
          {backup === null ? 'Open a backup' : (backup.manifest?.workspaceName ?? 'This backup')}
        </h1>
        {backup === null ? (
          <>
            <p className="muted first-run-lead">
              A backup is one file with a whole workspace. It is also the bridge between Groundwork's own
              window and Groundwork in a browser: the two keep their data apart. There, choose Settings, Data
              and backups, Save a copy; then open the file here.
            </p>
            <BackupFileStep platform={platform} onTaken={setBackup} primary>
              <p>
                Drop the file here. It ends in .groundwork-backup, or .groundwork-backup.age if it is locked.
              </p>
            </BackupFileStep>
          </>
        ) : (
          <div className="stack">
            <BackupFacts backup={backup} timeZone={session.timeZone} />
            {(unusable ?? problem) !== null && (
              <p role="alert" className="backup-problem">
                {unusable ?? problem}
              </p>
            )}
            {unusable === null && (
              <p className="muted">
                It is rebuilt here with its whole history and Undo. The place you bring it from stays as it is
                and knows nothing of what you do here: from now on, work in one of the two.
              </p>
            )}
            <div className="cluster">
              {unusable === null && (
                <Button variant="primary" disabled={busy} onClick={() => void open(backup)}>
                  {busy ? 'Opening…' : 'Open it here'}
                </Button>
              )}
              <Button
                disabled={busy}
                onClick={() => {
                  setProblem(null);
                  setBackup(null);
                }}
              >
                Choose another file
              </Button>
            </div>
          </div>
        )}
      </div>
    </main>
  );
}

function BackupFacts({ backup, timeZone }: { readonly backup: BackupEntry; readonly timeZone: string }) {
  const { accounts, prospects } = liveCounts(backup);
  const facts: readonly (readonly [string, string])[] = [
    ['Made', momentText(backup.manifest?.startedAt ?? backup.at, timeZone)],
    ['Accounts', accounts.toLocaleString()],
    ['Prospects', prospects.toLocaleString()],
    ['Changes', (backup.end?.through ?? backup.readable.changeSets).toLocaleString()],
    ['Every line checked', backup.state === 'verified' ? 'Whole' : (backup.problem ?? 'Damaged')],
  ];
  return (
    <dl className="first-run-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
