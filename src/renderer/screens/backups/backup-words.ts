import type { BackupReason } from '../../../shared/backup/format.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { count } from '../../app/words.ts';

/** Why a backup was made, for people. */
export const reasonNames: Readonly<Record<BackupReason, string>> = {
  hourly: 'After an hour of work',
  'journal-size': 'After many changes',
  quit: 'When Groundwork was closed',
  'by-hand': 'Made by you',
  'before-import': 'Before an import',
  'before-restore': 'Before a restore',
  'before-migration': 'Before an upgrade',
  'before-sync': 'Before the first sync',
  'set-aside': 'What a rebuild replaced',
  rebuilt: 'After a rebuild',
  'from-file': 'Brought in as a file',
};

export const stateNames: Readonly<Record<BackupEntry['state'], string>> = {
  verified: 'Verified',
  damaged: 'Damaged',
  newer: 'Newer version',
};

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "12 minutes ago", "yesterday": how old something is, or how far ahead by a wrong clock. */
export function ageText(at: string, nowMs: number): string {
  const past = nowMs - Date.parse(at);
  const size = Math.abs(past);
  if (size < minute) return 'just now';
  if (size < hour) return relative.format(-Math.trunc(past / minute), 'minute');
  if (size < day) return relative.format(-Math.trunc(past / hour), 'hour');
  if (size < 60 * day) return relative.format(-Math.trunc(past / day), 'day');
  return relative.format(-Math.trunc(past / (30 * day)), 'month');
}

/** Living accounts and people in it; of one without a whole end, the records that are readable. */
export function liveCounts({ end, readable }: BackupEntry): {
  readonly accounts: number;
  readonly prospects: number;
} {
  return end?.live ?? { accounts: readable.accounts, prospects: readable.prospects };
}

/** "612 accounts, 40 prospects, 1,204 changes" */
export function contentText(entry: BackupEntry): string {
  const { accounts, prospects } = liveCounts(entry);
  return [
    count(accounts, 'account'),
    ...(prospects > 0 ? [count(prospects, 'prospect')] : []),
    count(entry.end?.through ?? entry.readable.changeSets, 'change'),
  ].join(', ');
}

/** Whether anything can be taken out of it, and if not, why not, in words. */
export function whyNotUsable(entry: BackupEntry): string | null {
  if (entry.state === 'newer') {
    return entry.problem ?? 'It was made by a newer Groundwork. Install that one to open it.';
  }
  if (entry.state === 'verified') return null;
  const { accounts, changeSets } = entry.readable;
  if (accounts + changeSets > 0) return null;
  return entry.problem ?? 'Nothing in it can be read.';
}

/** Characters that some system forbids in a file's name. */
const unfit = /[\p{Cc}<>:"/\\|?*]+/gu;

/** A copy's file name: "My territory 2026-03-16.groundwork-backup", with `.age` behind it when it is locked. */
export function copyName(
  backup: Pick<BackupEntry, 'at' | 'manifest'>,
  timeZone: string,
  locked: boolean,
): string {
  const name = (backup.manifest?.workspaceName ?? '').replace(unfit, ' ').replace(/\s+/g, ' ');
  // A leading dot hides a file, a trailing dot or blank is cut off by Windows.
  const clean = name.replace(/^[.\s]+|[.\s]+$/g, '').slice(0, 80);
  const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(backup.at));
  return `${clean === '' ? 'Groundwork' : clean} ${date}.groundwork-backup${locked ? '.age' : ''}`;
}
