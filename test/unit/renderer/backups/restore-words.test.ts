import { expect, test } from 'vitest';
import type { RestorePreview } from '../../../../src/renderer/store/backup/backup-state.ts';
import {
  changesSomething,
  consequences,
  restoreButton,
} from '../../../../src/renderer/screens/backups/restore-words.ts';
import { backupEntry } from './entries.ts';

const none = { added: 0, changed: 0, removed: 0, same: 0 };
const preview = (
  change: Partial<RestorePreview['counts']>,
  more: Partial<RestorePreview> = {},
): RestorePreview => ({
  backup: backupEntry(),
  counts: {
    accounts: none,
    prospects: none,
    opportunities: none,
    documents: none,
    customFields: none,
    settings: none,
    ...change,
  },
  samples: [],
  unreadable: 0,
  ...more,
});
const present = { through: 1204, moment: 'Mar 16, 2026, 9:00 AM' };

test('nothing differs: says so and promises nothing', () => {
  const same = preview({ accounts: { ...none, same: 612 } });
  expect(changesSomething(same)).toBe(false);
  expect(consequences(same, present)).toEqual(['What is in this backup is just what is here now.']);
});

test.each([
  [{ accounts: { ...none, changed: 1 } }, 'Restore 1 account'],
  [{ accounts: { ...none, added: 2, changed: 3, removed: 1 } }, 'Restore 6 accounts'],
  [{ prospects: { ...none, added: 2 } }, 'Restore 2 prospects'],
  [{ opportunities: { ...none, removed: 1 } }, 'Restore 1 opportunity'],
  [{ documents: { ...none, changed: 1 } }, 'Restore rules and territories'],
  [{ settings: { ...none, changed: 1 } }, 'Restore the settings'],
] as const)('what differs is counted on the button: %j', (counts, words) => {
  expect(changesSomething(preview(counts))).toBe(true);
  expect(restoreButton(preview(counts))).toBe(words);
});

test('says what is set back, what goes away and that it can be undone', () => {
  const words = consequences(preview({ accounts: { added: 1, changed: 4, removed: 2, same: 600 } }), {
    ...present,
    through: 1210,
  }).join(' ');
  expect(words).toContain('becomes what it was on Mar 16, 2026, 9:00 AM');
  expect(words).toContain('6 changes made since then are set back. They stay in the history.');
  expect(words).toContain('2 accounts that the backup does not know go away.');
  expect(words).toContain('Undo takes the restore back.');
});

test('one of each is told in the singular; of changes before the backup nothing is said', () => {
  const one = preview({ accounts: { ...none, removed: 1 } }, { unreadable: 1 });
  expect(consequences(one, { ...present, through: 1205 }).join(' ')).toContain(
    '1 change made since then is set back.',
  );
  expect(consequences(one, present).join(' ')).not.toContain('set back');
  expect(consequences(one, present).join(' ')).toContain(
    '1 account that the backup does not know goes away.',
  );
  expect(consequences(one, present).join(' ')).toContain(
    '1 line of this backup is damaged. What it held stays as it is now.',
  );
});
