import { Archive, Download, Ellipsis, History } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { BackupEntry } from '../../../../shared/host/contract.ts';
import { useOverlays } from '../../../app/overlays-context.ts';
import { useSession } from '../../../app/session-context.ts';
import { useStore, useStoreStatus } from '../../../app/store-context.tsx';
import { StoreProgressBar } from '../../../app/store-progress.tsx';
import { useNow } from '../../../app/use-now.ts';
import { bytesText, count, momentText } from '../../../app/words.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu } from '../../../components/menu.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { ageText, contentText, reasonNames, stateNames, whyNotUsable } from '../../backups/backup-words.ts';
import { useBackUpNow } from '../../backups/use-back-up-now.ts';
import { useBackupList } from '../../backups/use-backup-list.ts';

/** Older ones are shown on demand. */
const shownFirst = 12;

/** Every backup that the host keeps, and what can be done with one. */
export function BackupsSection() {
  const store = useStore();
  const { platform, workspaceId } = useSession();
  const { openSaveCopy, openRestore } = useOverlays();
  const backUpNow = useBackUpNow();
  const { list, problem } = useBackupList(platform, workspaceId, store);
  const backingUp = useSyncExternalStore(
    store.progress.subscribe,
    () => store.progress.get()?.what === 'backup',
  );
  const [showAll, setShowAll] = useState(false);
  const backups = list?.backups ?? [];
  const shown = showAll ? backups : backups.slice(0, shownFirst);
  const verified = backups.filter(({ state }) => state === 'verified').length;
  return (
    <section className="data-part" aria-labelledby="backups-title">
      <div className="data-part-head">
        <div>
          <h2 id="backups-title">Backups</h2>
          <p className="small muted">
            Made by themselves after an hour of work, before every import and restore, and when Groundwork
            closes; each is read back and checked before it counts.
          </p>
        </div>
        <div className="cluster">
          <Button icon={<Archive aria-hidden />} disabled={backingUp} onClick={backUpNow}>
            Back up now
          </Button>
          <Button icon={<Download aria-hidden />} onClick={() => openSaveCopy(null)}>
            Save a copy…
          </Button>
          <Button icon={<History aria-hidden />} onClick={() => openRestore(null)}>
            Restore…
          </Button>
        </div>
      </div>
      {backingUp && <StoreProgressBar progress={store.progress} waiting="Backing up" />}
      {problem !== null && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      {list === null && problem === null && <Skeleton rows={4} label="Looking for backups" />}
      {list !== null && backups.length === 0 && (
        <p className="muted">
          No backup yet. The first one is made after an hour of work; the journal holds every change until
          then.
        </p>
      )}
      {list !== null && backups.length > 0 && (
        <>
          <p className="small muted" role="status">
            {count(verified, 'whole backup')}
            {verified < backups.length && `, ${count(backups.length - verified, 'other')}`}, together{' '}
            {bytesText(list.totalBytes)} of at most {bytesText(list.capBytes)}.
          </p>
          <BackupTable backups={shown} onRestore={openRestore} onSaveCopy={openSaveCopy} />
          {shown.length < backups.length && (
            <Button size="small" variant="quiet" onClick={() => setShowAll(true)}>
              Show all {backups.length.toLocaleString()}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function BackupTable({
  backups,
  onRestore,
  onSaveCopy,
}: {
  readonly backups: readonly BackupEntry[];
  readonly onRestore: (backup: BackupEntry) => void;
  readonly onSaveCopy: (backup: BackupEntry) => void;
}) {
  const { settings } = useStoreStatus();
  const nowMs = useNow();
  return (
    <table className="backup-table" aria-label="Backups">
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">Why</th>
          <th scope="col">What is in it</th>
          <th scope="col" className="backup-size">
            Size
          </th>
          <th scope="col">
            <span className="visually-hidden">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const made = momentText(backup.at, settings.timeZone);
          const problem =
            backup.state === 'verified' ? null : (whyNotUsable(backup) ?? backup.problem ?? null);
          return (
            <tr key={backup.id}>
              <th scope="row">
                {made}
                <span className="backup-age"> {ageText(backup.at, nowMs)}</span>
              </th>
              <td>{reasonNames[backup.reason]}</td>
              <td>
                {contentText(backup)}
                {backup.state !== 'verified' && (
                  <>
                    {' '}
                    <Badge tone={backup.state === 'damaged' ? 'danger' : 'warn'}>
                      {stateNames[backup.state]}
                    </Badge>
                  </>
                )}
                {problem !== null && <span className="backup-row-problem">{problem}</span>}
              </td>
              <td className="backup-size">{bytesText(backup.bytes)}</td>
              <td>
                <Menu
                  align="end"
                  label={`Backup of ${made}`}
                  trigger={
                    <IconButton
                      size="small"
                      label={`Backup of ${made}`}
                      tip="Restore, save a copy"
                      icon={<Ellipsis aria-hidden />}
                    />
                  }
                  entries={[
                    {
                      kind: 'item',
                      id: 'restore',
                      label: 'Restore…',
                      disabled: whyNotUsable(backup) !== null,
                      onSelect: () => onRestore(backup),
                    },
                    {
                      kind: 'item',
                      id: 'save',
                      label: 'Save a copy…',
                      onSelect: () => onSaveCopy(backup),
                    },
                  ]}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
