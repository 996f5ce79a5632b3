import type { RestoreCounts, RestorePreview } from '../../store/backup/backup-state.ts';
import { count } from '../../app/words.ts';

export type RestoreKind = keyof RestorePreview['counts'];

export const kindNames: Readonly<Record<RestoreKind, string>> = {
  accounts: 'Accounts',
  prospects: 'Prospects',
  opportunities: 'Opportunities',
  documents: 'Rules, territories and views',
  customFields: 'Custom fields',
  settings: 'Settings',
};

export const kindOrder: readonly RestoreKind[] = [
  'accounts',
  'prospects',
  'opportunities',
  'documents',
  'customFields',
  'settings',
];

const differs = ({ added, changed, removed }: RestoreCounts): number => added + changed + removed;

/** Whether the restore would do anything. */
export const changesSomething = (preview: RestorePreview): boolean =>
  kindOrder.some((kind) => differs(preview.counts[kind]) > 0);

/** What pressing the button does, in sentences. */
export function consequences(
  preview: RestorePreview,
  present: { readonly through: number; readonly moment: string },
): readonly string[] {
  const { counts, backup, unreadable } = preview;
  const unread =
    unreadable > 0
      ? [
          `${count(unreadable, 'line')} of this backup ${unreadable === 1 ? 'is' : 'are'} damaged. What ${unreadable === 1 ? 'it' : 'they'} held stays as it is now.`,
        ]
      : [];
  if (!changesSomething(preview)) return ['What is in this backup is just what is here now.', ...unread];
  const since = backup.end === null ? 0 : present.through - backup.end.through;
  return [
    `Your workspace becomes what it was on ${present.moment}.`,
    ...(since > 0
      ? [
          `${count(since, 'change')} made since then ${since === 1 ? 'is' : 'are'} set back. ${since === 1 ? 'It stays' : 'They stay'} in the history.`,
        ]
      : []),
    ...(counts.accounts.removed > 0
      ? [
          `${count(counts.accounts.removed, 'account')} that the backup does not know ${counts.accounts.removed === 1 ? 'goes' : 'go'} away.`,
        ]
      : []),
    ...unread,
    'First the present state is backed up. Undo takes the restore back.',
  ];
}

/** "Restore 12 accounts": what the button does; settings and fields alone are named. */
export function restoreButton(preview: RestorePreview): string {
  const accounts = differs(preview.counts.accounts);
  if (accounts > 0) return `Restore ${count(accounts, 'account')}`;
  const prospects = differs(preview.counts.prospects);
  if (prospects > 0) return `Restore ${count(prospects, 'prospect')}`;
  const opportunities = differs(preview.counts.opportunities);
  if (opportunities > 0) return `Restore ${count(opportunities, 'opportunity', 'opportunities')}`;
  if (differs(preview.counts.documents) > 0) return 'Restore rules and territories';
  return 'Restore the settings';
}
