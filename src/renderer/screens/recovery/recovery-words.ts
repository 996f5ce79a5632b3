import { count } from '../../app/words.ts';
import type { LostStore } from '../../store/opening/open-outcome.ts';
import type { MissingChanges, Rebuilt, RecoveryPlan } from '../../store/recovery/store-recovery.ts';
import { contentText, reasonNames } from '../backups/backup-words.ts';

export interface Story {
  readonly title: string;
  /** What happened, and that it is no fault of the person's. */
  readonly happened: string;
}

/** What happened to the browser's copy, in plain words. */
export function storyOf(found: LostStore['kind'] | 'older-generation'): Story {
  switch (found) {
    case 'older-generation':
      return {
        title: 'This is an older copy of your workspace',
        happened:
          'The workspace was rebuilt since, perhaps in another browser on the same data folder. To keep the two apart this copy is not opened. Go on where you last worked, or bring everything here.',
      };
    case 'missing':
      return {
        title: "Your workspace is missing from this browser's storage",
        happened:
          'The storage that it lived in is empty. The browser engine can lose it, for example when the machine went down while it was writing, or when browsing data was cleared.',
      };
    case 'damaged':
      return {
        title: "This browser's copy of your workspace is damaged",
        happened:
          'It cannot be read as a whole any more. That happens when a disk fails, or when the machine went down while the browser was writing.',
      };
    case 'other-store':
      return {
        title: 'This browser holds another copy of your workspace',
        happened:
          'The copy in this browser is not the one that the data folder belongs to. Perhaps the folder was copied here, or an older copy of it was put back.',
      };
    case 'forked':
      return {
        title: "This browser's copy and the journal do not agree",
        happened:
          'Both have a change of the same number, but not the same change. Perhaps an older copy of the data folder or of the browser profile was put back.',
      };
    case 'behind':
      return {
        title: "This browser's copy of your workspace is not whole",
        happened:
          'Its last changes are missing, and the journal alone cannot fill the gap. The browser engine can lose them when the machine goes down.',
      };
  }
}

/** A line of "What Groundwork still has". */
export interface Asset {
  readonly name: string;
  readonly text: string;
}

type Missing = readonly MissingChanges[];

const range = ({ from, to }: MissingChanges): string =>
  from === to ? from.toLocaleString() : `${from.toLocaleString()} to ${to.toLocaleString()}`;

const lost = (missing: Missing): number => missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** What there is to rebuild from, and how far it reaches. */
export function assetsOf(plan: RecoveryPlan, moment: (at: string) => string): readonly Asset[] {
  const { base, backup, fromJournal, missing, through, lastChangeAt } = plan;
  const others = backup === null ? [] : [backup];
  const journal = count(fromJournal, 'change');
  return [
    ...(base === 'found' ? [{ name: 'This browser', text: 'A copy that lacks only its last changes' }] : []),
    ...others.map((entry) => ({
      name: entry.state === 'damaged' ? 'Damaged backup' : 'Backup',
      text: `${moment(entry.at)}, ${reasonNames[entry.reason].toLowerCase()}: ${contentText(entry)}${entry.state === 'damaged' ? ' can be read' : ''}`,
    })),
    ...(base === 'journal' ? [{ name: 'Backup', text: 'None that can be used' }] : []),
    {
      name: 'Journal',
      text:
        fromJournal === 0
          ? base === 'journal'
            ? 'No change that can be read'
            : 'Nothing newer'
          : base === 'journal'
            ? `${journal}, from the first one on`
            : `${journal} since then`,
    },
    {
      name: 'Comes back',
      text:
        through === 0
          ? 'Nothing'
          : `${missing.length === 0 ? 'Everything' : 'All but what is missing'}, up to change ${through.toLocaleString()}${lastChangeAt === null ? '' : ` of ${moment(lastChangeAt)}`}`,
    },
  ];
}

/** What cannot come back, exactly: a sentence, then each stretch of numbers with when it was. Empty = nothing. */
export function missingText(missing: Missing, moment: (at: string) => string): readonly string[] {
  if (missing.length === 0) return [];
  const many = lost(missing);
  return [
    `${count(many, 'change')} ${many === 1 ? 'is' : 'are'} in no backup and not in the journal. What ${many === 1 ? 'it' : 'they'} did has to be done again:`,
    ...missing.map(
      (one) => `${one.from === one.to ? 'number' : 'numbers'} ${range(one)}${whenText(one, moment)}`,
    ),
  ];
}

function whenText({ since, until }: MissingChanges, moment: (at: string) => string): string {
  if (since !== null && until !== null) return `, made between ${moment(since)} and ${moment(until)}`;
  if (since !== null) return `, made after ${moment(since)}`;
  return until === null ? '' : `, made before ${moment(until)}`;
}

/** What pressing "Rebuild my workspace" does, step by step. */
export function stepsOf(plan: RecoveryPlan): readonly string[] {
  const { base, fromJournal, found } = plan;
  const from = base === 'backup' ? 'the backup' : 'what this browser has';
  return [
    ...(found.kind === 'missing' ? [] : ['What is readable in this browser is kept as a backup of its own.']),
    base === 'journal'
      ? 'The workspace is rebuilt from the journal.'
      : fromJournal === 0
        ? `The workspace is rebuilt from ${from}.`
        : `The workspace is rebuilt from ${from}, then the changes of the journal are made again.`,
    'It opens as you left it, with its history and Undo.',
  ];
}

/** The result in one sentence. */
export function resultText({ accounts, through, missing, unreadable }: Rebuilt): string {
  // The last change is the rebuild itself; people count theirs.
  const back = `${count(accounts, 'account')}, ${count(through - 1, 'change')}`;
  return missing.length === 0 && unreadable === 0 ? `Everything is back: ${back}.` : `Back are ${back}.`;
}

/** What a damaged backup could not give; `null` = nothing. */
export const unreadableText = (unreadable: number): string | null =>
  unreadable === 0
    ? null
    : `${count(unreadable, 'record')} of the backup could not be read and ${unreadable === 1 ? 'is' : 'are'} missing.`;
