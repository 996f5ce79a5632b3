import { describe, expect, test } from 'vitest';
import type { MissingChanges, RecoveryPlan } from '../../../../src/renderer/store/recovery/store-recovery.ts';
import type { Instant } from '../../../../src/shared/clock.ts';
import {
  assetsOf,
  missingText,
  resultText,
  stepsOf,
  storyOf,
  unreadableText,
} from '../../../../src/renderer/screens/recovery/recovery-words.ts';
import { backupEntry } from '../backups/entries.ts';

const plan = (change: Partial<RecoveryPlan> = {}): RecoveryPlan => ({
  expected: { accounts: 612, through: 1262 },
  found: { kind: 'missing', through: null },
  base: 'backup',
  backup: backupEntry(),
  passedOver: [],
  through: 1262,
  fromJournal: 58,
  missing: [],
  lastChangeAt: '2026-03-16T08:59:00Z' as Instant,
  ...change,
});
const missing = (from: number, to: number, since?: string, until?: string): MissingChanges => ({
  from,
  to,
  since: (since as Instant | undefined) ?? null,
  until: (until as Instant | undefined) ?? null,
});
const moment = (at: string): string => at;
const texts = (of: RecoveryPlan) => assetsOf(of, moment).map(({ name, text }) => `${name}: ${text}`);

test('each finding has a title and a story of its own', () => {
  const kinds = ['missing', 'damaged', 'other-store', 'forked', 'behind', 'older-generation'] as const;
  const stories = kinds.map(storyOf);
  expect(new Set(stories.map(({ title }) => title)).size).toBe(kinds.length);
  expect(new Set(stories.map(({ happened }) => happened)).size).toBe(kinds.length);
});

describe('what Groundwork still has', () => {
  test('backup and journal', () => {
    expect(texts(plan())).toEqual([
      'Backup: 2026-03-16T08:00:00Z, after an hour of work: 612 accounts, 40 prospects, 1,204 changes',
      'Journal: 58 changes since then',
      'Comes back: Everything, up to change 1,262 of 2026-03-16T08:59:00Z',
    ]);
  });

  test('the backup alone', () => {
    expect(texts(plan({ fromJournal: 0 }))[1]).toBe('Journal: Nothing newer');
  });

  test('the journal alone', () => {
    expect(texts(plan({ base: 'journal', backup: null, fromJournal: 1262 })).slice(0, 2)).toEqual([
      'Backup: None that can be used',
      'Journal: 1,262 changes, from the first one on',
    ]);
  });

  test('what is in this browser, and the journal', () => {
    expect(texts(plan({ base: 'found', backup: null, fromJournal: 1 })).slice(0, 2)).toEqual([
      'This browser: A copy that lacks only its last changes',
      'Journal: 1 change since then',
    ]);
  });

  test('a damaged backup for want of a whole one', () => {
    const damaged = backupEntry({ state: 'damaged' });
    expect(texts(plan({ backup: damaged }))[0]).toMatch(/^Damaged backup: .* can be read$/);
  });

  test('nothing at all', () => {
    const nothing = {
      base: 'journal',
      backup: null,
      fromJournal: 0,
      through: 0,
      lastChangeAt: null,
    } as const;
    expect(texts(plan({ ...nothing, missing: [missing(1, 9)] }))).toEqual([
      'Backup: None that can be used',
      'Journal: No change that can be read',
      'Comes back: Nothing',
    ]);
  });

  test('never says "everything" when something is missing', () => {
    expect(texts(plan({ missing: [missing(1263, 1263)] })).join(' ')).not.toContain('Everything');
  });
});

describe('what is missing', () => {
  test('nothing', () => {
    expect(missingText([], moment)).toEqual([]);
  });

  test('one', () => {
    expect(missingText([missing(7, 7)], moment)).toEqual([
      '1 change is in no backup and not in the journal. What it did has to be done again:',
      'number 7',
    ]);
  });

  test('several stretches, each with when it was as far as that is known', () => {
    expect(
      missingText(
        [
          missing(2, 3, 'Monday', 'Tuesday'),
          missing(5, 5, 'Tuesday'),
          missing(1000, 1001, undefined, 'Friday'),
        ],
        moment,
      ),
    ).toEqual([
      '5 changes are in no backup and not in the journal. What they did has to be done again:',
      'numbers 2 to 3, made between Monday and Tuesday',
      'number 5, made after Tuesday',
      'numbers 1,000 to 1,001, made before Friday',
    ]);
  });
});

test('says what will be done; with nothing in the browser nothing is set aside', () => {
  expect(stepsOf(plan())).toHaveLength(2);
  expect(stepsOf(plan({ found: { kind: 'damaged', through: null } }))[0]).toContain('backup of its own');
  expect(stepsOf(plan({ base: 'journal', backup: null })).join(' ')).toContain('rebuilt from the journal');
  expect(stepsOf(plan({ fromJournal: 0 })).join(' ')).not.toContain('journal');
  expect(stepsOf(plan({ base: 'found', backup: null })).join(' ')).toContain(
    'rebuilt from what this browser has',
  );
});

test('the result counts what is back and never promises more', () => {
  const rebuilt = { accounts: 612, prospects: 40, through: 1205, missing: [], unreadable: 0, setAside: null };
  expect(resultText(rebuilt)).toBe('Everything is back: 612 accounts, 1,204 changes.');
  expect(resultText({ ...rebuilt, missing: [missing(3, 4)] })).toBe('Back are 612 accounts, 1,204 changes.');
  expect(resultText({ ...rebuilt, unreadable: 1 })).toBe('Back are 612 accounts, 1,204 changes.');
  expect(unreadableText(0)).toBeNull();
  expect(unreadableText(1)).toBe('1 record of the backup could not be read and is missing.');
  expect(unreadableText(2)).toBe('2 records of the backup could not be read and are missing.');
});
