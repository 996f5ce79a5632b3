import type { HostNotice } from '../../../shared/host/contract.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { SaveState } from '../../store/api.ts';
import type { BackupState } from '../../store/backup/backup-state.ts';
import type { IntegrityReport } from '../../store/integrity/integrity-report.ts';
import type { LowSpace } from '../../store/space.ts';
import { bytesText, count } from '../words.ts';

/** What may be worth a bar. */
export interface Surroundings {
  readonly saveState: SaveState;
  /** True once the host has been silent for longer than a hiccup. */
  readonly unreachableForLong: boolean;
  readonly space: LowSpace;
  readonly notices: readonly HostNotice[];
  readonly integrity: IntegrityReport | null;
  /** Why the last backup could not be made. */
  readonly backupProblem: BackupState['problem'];
  readonly takenOver: boolean;
  /** AW-11: what the last weekly review returned, while its note is not put away. */
  readonly review: { readonly week: string; readonly accounts: readonly unknown[] } | null;
  /** A moment for people. */
  readonly moment: (at: string) => string;
}

export interface Banner {
  /** The same for the same trouble: a dismissed one does not come back. */
  readonly id: string;
  readonly tone: 'danger' | 'warn' | 'note';
  readonly title: string;
  /** What it means and what to do. */
  readonly text: string;
  /** Where "Details" leads; absent = nowhere. */
  readonly to?: 'data' | 'today';
  /** `session`: comes back at the next start; `machine`: told once on this machine. */
  readonly dismissable?: 'session' | 'machine';
}

/** Every bar that there is reason for, the most pressing first. */
export function bannersFor(around: Surroundings): readonly Banner[] {
  if (around.takenOver) return [];
  const banners: (Banner | null)[] = [
    spaceBanner(around.space),
    unreachableBanner(around),
    integrityBanner(around.integrity),
    backupBanner(around),
    reviewBanner(around.review),
    ...around.notices.map((notice) => noticeBanner(notice, around.moment)),
  ];
  const present = banners.filter((banner) => banner !== null);
  const rank = { danger: 0, warn: 1, note: 2 } as const;
  return present.toSorted((a, b) => rank[a.tone] - rank[b.tone]);
}

function spaceBanner(space: LowSpace): Banner | null {
  if (space === null) return null;
  const free = bytesText(space.freeBytes);
  const floor = bytesText(space.floorBytes);
  if (space.stop) {
    return {
      id: 'space-stop',
      tone: 'danger',
      title: 'Writing has stopped: the disk is nearly full',
      text: `${free} are free where your data lies; below ${floor} the browser could lose data, so nothing is written. Free some space; writing then goes on by itself.`,
    };
  }
  return {
    id: 'space-warn',
    tone: 'warn',
    title: 'The disk is filling up',
    text: `${free} are free where your data lies. Below ${floor} Groundwork stops writing, so that nothing is damaged. Free some space soon.`,
    dismissable: 'session',
  };
}

function unreachableBanner({ saveState, unreachableForLong }: Surroundings): Banner | null {
  if (saveState.kind !== 'unreachable' || !unreachableForLong) return null;
  const { pending, message, isRefused } = saveState;
  const when = isRefused ? 'that is mended' : 'it answers';
  const waiting =
    pending === 0
      ? 'No change is waiting.'
      : `${count(pending, 'change')} ${pending === 1 ? 'waits' : 'wait'} in this browser and ${pending === 1 ? 'is' : 'are'} written to the journal as soon as ${when}.`;
  return {
    id: 'unreachable',
    tone: 'danger',
    title: isRefused ? 'The journal cannot be written' : 'Not reaching the host',
    text: `${message} ${waiting} Go on working, but leave this window open.`,
    to: 'data',
  };
}

function integrityBanner(report: IntegrityReport | null): Banner | null {
  const open = report?.findings.filter(({ kind }) => kind !== 'repaired') ?? [];
  if (report === null || open.length === 0) return null;
  const bad = open.filter(({ kind }) => kind === 'bad-row').length;
  return {
    id: `integrity-${report.checkedAt}`,
    tone: 'warn',
    title: `The check found ${count(open.length, 'problem')}`,
    text:
      bad > 0
        ? `${count(bad, 'record')} could not be read and ${bad === 1 ? 'was' : 'were'} put aside. Nothing is deleted; you decide what becomes of ${bad === 1 ? 'it' : 'them'}.`
        : 'Nothing is deleted. Look at what was found.',
    to: 'data',
    dismissable: 'session',
  };
}

function backupBanner({ backupProblem, space, moment }: Surroundings): Banner | null {
  // A full disk tells it already, with what to do.
  if (backupProblem === null || space?.stop === true) return null;
  return {
    id: `backup-${backupProblem.at}`,
    tone: 'warn',
    title: 'The last backup could not be made',
    text: `${moment(backupProblem.at)}: ${say(backupProblem.message)} The journal holds every change meanwhile.`,
    to: 'data',
    dismissable: 'session',
  };
}

function reviewBanner(review: Surroundings['review']): Banner | null {
  if (review === null) return null;
  const returned = review.accounts.length;
  return {
    id: `review-${review.week}`,
    tone: 'note',
    title: `Weekly review: ${count(returned, 'account')} returned to Queued`,
    text: `${returned === 1 ? 'It was' : 'They were'} due back (AW-11). Today names ${returned === 1 ? 'it' : 'them'} and takes it back if you want.`,
    to: 'today',
    dismissable: 'session',
  };
}

function noticeBanner(notice: HostNotice, moment: (at: string) => string): Banner | null {
  switch (notice.kind) {
    case 'cloud-folder':
      return {
        id: `cloud-folder-${notice.service}`,
        tone: 'warn',
        title: `Your data folder lies in ${notice.service}`,
        text: `${notice.service} copies files while Groundwork writes them, and can put older ones back. Move the data folder to a place that is not synced; keep copies of backups there instead.`,
        to: 'data',
        dismissable: 'machine',
      };
    case 'clock-behind':
      return {
        id: 'clock-behind',
        tone: 'warn',
        title: "This machine's clock is behind",
        text: `Your last change was made on ${moment(notice.lastEditAt)}, which is still to come by this clock. Set the clock right and restart Groundwork; dates of what you do now would be wrong.`,
        dismissable: 'session',
      };
    case 'registry-rebuilt':
      return {
        id: 'registry-rebuilt',
        tone: 'note',
        title: 'The list of workspaces was rebuilt',
        text: 'Its file in the data folder was missing or damaged. It was made again from what the folder holds; your data was not touched.',
        dismissable: 'session',
      };
    case 'low-space':
      // Told with the space event from then on: one place for one number.
      return null;
  }
}
