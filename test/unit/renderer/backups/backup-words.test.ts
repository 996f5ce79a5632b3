import { describe, expect, test } from 'vitest';
import {
  ageText,
  contentText,
  copyName,
  whyNotUsable,
} from '../../../../src/renderer/screens/backups/backup-words.ts';
import { backupEntry } from './entries.ts';

const now = Date.parse('2026-03-16T09:00:00Z');
const before = (ms: number): string => new Date(now - ms).toISOString();
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

describe('how old a backup is', () => {
  test.each([
    [0, 'just now'],
    [minute - second, 'just now'],
    [minute, '1 minute ago'],
    [hour - second, '59 minutes ago'],
    [hour, '1 hour ago'],
    [day - second, '23 hours ago'],
    [day, 'yesterday'],
    [2 * day - second, 'yesterday'],
    [2 * day, '2 days ago'],
    [59 * day, '59 days ago'],
    [60 * day, '2 months ago'],
    [-hour, 'in 1 hour'],
  ])('%d ms before now: %s', (ms, words) => {
    expect(ageText(before(ms), now)).toBe(words);
  });
});

describe('what is in it', () => {
  const { readable } = backupEntry();

  test('the living ones, without tombstones', () => {
    expect(contentText(backupEntry())).toBe('612 accounts, 40 prospects, 1,204 changes');
  });

  test('of one that was cut off: what is readable', () => {
    const entry = backupEntry({
      end: null,
      readable: { ...readable, accounts: 1, prospects: 0, changeSets: 9 },
    });
    expect(contentText(entry)).toBe('1 account, 9 changes');
  });

  test('a damaged one can be used as long as anything is readable', () => {
    const damaged = { state: 'damaged', problem: 'Cut off after line 7.', end: null } as const;
    expect(whyNotUsable(backupEntry())).toBeNull();
    expect(
      whyNotUsable(backupEntry({ ...damaged, readable: { ...readable, accounts: 1, changeSets: 0 } })),
    ).toBeNull();
    expect(
      whyNotUsable(backupEntry({ ...damaged, readable: { ...readable, accounts: 0, changeSets: 0 } })),
    ).toBe('Cut off after line 7.');
    expect(whyNotUsable(backupEntry({ state: 'newer' }))).toContain('newer Groundwork');
  });
});

describe('the name of a copy', () => {
  const named = (workspaceName: string) => {
    const { manifest } = backupEntry();
    return backupEntry({ manifest: manifest && { ...manifest, workspaceName } });
  };

  test.each([
    ['My territory', 'My territory 2026-03-16.groundwork-backup'],
    ['EMEA: North/South', 'EMEA North South 2026-03-16.groundwork-backup'],
    ['..', 'Groundwork 2026-03-16.groundwork-backup'],
    ['', 'Groundwork 2026-03-16.groundwork-backup'],
    ['Größe 日本', 'Größe 日本 2026-03-16.groundwork-backup'],
    ['a\u0000b\r\nc', 'a b c 2026-03-16.groundwork-backup'],
    [' .hidden. ', 'hidden 2026-03-16.groundwork-backup'],
    ['x'.repeat(120), `${'x'.repeat(80)} 2026-03-16.groundwork-backup`],
  ])('%j', (name, file) => {
    expect(copyName(named(name), 'UTC', false)).toBe(file);
  });

  test('is dated in the zone of the workspace, and says when it is locked', () => {
    const late = backupEntry({ at: '2026-03-16T23:30:00Z' });
    expect(copyName(late, 'Europe/Berlin', true)).toBe('My territory 2026-03-17.groundwork-backup.age');
    expect(copyName(late, 'America/Chicago', false)).toBe('My territory 2026-03-16.groundwork-backup');
  });

  test('of one whose manifest cannot be read', () => {
    expect(copyName(backupEntry({ manifest: null }), 'UTC', false)).toBe(
      'Groundwork 2026-03-16.groundwork-backup',
    );
  });
});
