import { ChevronRight } from 'lucide-react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { momentText } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { ageText, contentText, reasonNames, stateNames, whyNotUsable } from './backup-words.ts';
import './backups.css';

/** Backups to choose one from, newest first. One that nothing can be taken out of says why. */
export function BackupChoice({
  label,
  backups,
  nowMs,
  timeZone,
  present,
  onChoose,
}: {
  readonly label: string;
  readonly backups: readonly BackupEntry[];
  readonly nowMs: number;
  readonly timeZone: string;
  /** Id of the one that is chosen now. */
  readonly present?: string | undefined;
  readonly onChoose: (backup: BackupEntry) => void;
}) {
  return (
    <ul className="backup-choice scroll" aria-label={label}>
      {backups.map((backup) => {
        const unusable = whyNotUsable(backup);
        return (
          <li key={backup.id}>
            <button
              type="button"
              className="backup-choice-one"
              disabled={unusable !== null}
              aria-current={backup.id === present || undefined}
              onClick={() => onChoose(backup)}
            >
              <span className="backup-choice-words">
                <span className="backup-choice-when">
                  {momentText(backup.at, timeZone)}
                  <span className="muted"> · {ageText(backup.at, nowMs)}</span>
                  {backup.state !== 'verified' && (
                    <Badge tone={backup.state === 'damaged' ? 'danger' : 'warn'}>
                      {stateNames[backup.state]}
                    </Badge>
                  )}
                </span>
                <span className="small muted">
                  {reasonNames[backup.reason]} · {contentText(backup)}
                </span>
                {(unusable ?? backup.problem) !== undefined && (
                  <span className="small backup-choice-problem">{unusable ?? backup.problem}</span>
                )}
              </span>
              <ChevronRight aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
