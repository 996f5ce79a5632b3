import { describe, expect, it } from 'vitest';
import {
  backupDue,
  journalRoom,
  type BackupSituation,
} from '../../../../../src/renderer/store/backup/schedule.ts';

const minute = 60_000;
const hour = 60 * minute;

const situation = (given: Partial<BackupSituation>): BackupSituation => ({
  oldest: 0,
  journal: 0,
  sinceCommand: 0,
  failures: 0,
  sinceFailure: 0,
  ...given,
});

describe('when a backup is due', () => {
  it.each<[string, Partial<BackupSituation>, string | null]>([
    ['nothing changed, however much was journaled before', { oldest: null, journal: journalRoom * 2 }, null],
    ['nothing changed, for a day', { oldest: null, sinceCommand: 24 * hour }, null],
    ['an edit just made', {}, null],
    ['an edit one millisecond short of an hour', { oldest: hour - 1 }, null],
    ['an edit an hour old', { oldest: hour }, 'hourly'],
    ['one character short of the room for the journal', { journal: journalRoom - 1 }, null],
    ['the room for the journal used up', { journal: journalRoom }, 'journal-size'],
    ['both', { journal: journalRoom, oldest: hour }, 'journal-size'],
    ['ten minutes old, nobody there for a minute', { oldest: 10 * minute, sinceCommand: minute }, 'quit'],
    ['ten minutes old, somebody there', { oldest: 10 * minute, sinceCommand: minute - 1 }, null],
    ['younger, nobody there', { oldest: 10 * minute - 1, sinceCommand: hour }, null],
    ['an hour old, nobody there', { oldest: hour, sinceCommand: hour }, 'hourly'],
  ])('%s', (_what, given, reason) => {
    expect(backupDue(situation(given))).toBe(reason);
  });

  it.each([
    [1, minute],
    [2, 5 * minute],
    [3, 15 * minute],
    [4, hour],
    [9, hour],
  ])('after %i failures in a row it waits', (failures, pause) => {
    const failed = situation({ oldest: 2 * hour, failures });
    expect(backupDue({ ...failed, sinceFailure: pause - 1 })).toBe(null);
    expect(backupDue({ ...failed, sinceFailure: pause })).toBe('hourly');
  });
});
