import type { BackupEntry } from '../../../../shared/host/contract.ts';
import { count } from '../../../app/words.ts';
import type { Persistence } from '../../../platform/persistence.ts';
import type { SaveState } from '../../../store/api.ts';
import { ageText } from '../../backups/backup-words.ts';

/** The save state as one sentence. */
export function safetyTitle(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return 'Everything is saved in both places';
    case 'saving':
      return 'The last changes are on their way to the journal';
    case 'unreachable':
      return state.isRefused ? 'The journal cannot be written' : 'The journal cannot be reached';
  }
}

/** How the journal stands, as a fact beside "In the journal". */
export function journalText(state: SaveState, moment: (at: string) => string): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? 'Everything' : `Everything, last at ${moment(state.at)}`;
    case 'saving':
      return `All but ${count(state.pending, 'change')}`;
    case 'unreachable':
      return `${count(state.pending, 'change')} ${state.pending === 1 ? 'waits' : 'wait'}. ${state.message}`;
  }
}

/** How much of it the newest backup has, as a fact beside "In a backup". */
export function backupText(newest: BackupEntry | null, through: number, nowMs: number): string {
  if (newest === null) return 'Not yet';
  const behind = through - (newest.end?.through ?? 0);
  const age = ageText(newest.at, nowMs);
  return behind <= 0 ? `Everything, ${age}` : `All but the last ${count(behind, 'change')}, ${age}`;
}

/** What the browser promised, honestly. */
export function persistenceText(persistence: Persistence | null): string {
  switch (persistence) {
    case null:
      return 'Asking…';
    case 'kept':
      return 'Yes, until you clear it';
    case 'not-promised':
      return 'Not promised; a full disk may cost it. The data folder then brings it back.';
    case 'unknown':
      return 'It does not say. The data folder brings it back if not.';
  }
}
