import { describe, expect, it } from 'vitest';
import { isOlderEngine } from '../../../../src/renderer/store/opening/engine.ts';
import { expectationOf, isAdopted } from '../../../../src/renderer/store/opening/expectation.ts';
import { backupEntryOf, sentinelOf, storeId } from './recovery-builders.ts';

describe('what the host remembers of a store', () => {
  it('is nothing where nothing was ever written', () => {
    const nothing = { remembered: null, journalThrough: 0, newestBackup: null };
    expect(expectationOf(nothing)).toEqual({ accounts: 0, through: 0, storeId: null, generation: 0 });
    expect(isAdopted(nothing)).toBe(false);
  });

  it('reaches as far as the furthest of sentinel, journal and backup', () => {
    const of = (sentinel: number, journalThrough: number, backup: number) =>
      expectationOf({
        remembered: sentinelOf({ through: sentinel, accounts: 5 }),
        journalThrough,
        newestBackup: backupEntryOf({ through: backup, accounts: 9 }),
      });
    expect(of(10, 8, 7)).toMatchObject({ through: 10, accounts: 5 });
    expect(of(10, 12, 7)).toMatchObject({ through: 12, accounts: 5 });
    expect(of(10, 8, 11)).toMatchObject({ through: 11, accounts: 9 });
    expect(of(10, 8, 10)).toMatchObject({ through: 10, accounts: 5 });
  });

  it('takes the higher generation of sentinel and backup', () => {
    const of = (sentinel: number, backup: number) =>
      expectationOf({
        remembered: sentinelOf({ generation: sentinel }),
        journalThrough: 0,
        newestBackup: backupEntryOf({ generation: backup }),
      }).generation;
    expect(of(2, 1)).toBe(2);
    expect(of(2, 3)).toBe(3);
  });

  it.each([
    ['of another store', backupEntryOf({ through: 99, storeId: crypto.randomUUID() })],
    ['that a rebuild replaced', backupEntryOf({ through: 99, reason: 'set-aside' })],
    ['from elsewhere', backupEntryOf({ through: 99, reason: 'from-file' })],
    ['that is damaged', backupEntryOf({ through: 99, state: 'damaged' })],
  ])('takes no notice of a backup %s', (_, newestBackup) => {
    const remembered = sentinelOf({ through: 10 });
    expect(expectationOf({ remembered, journalThrough: 10, newestBackup })).toMatchObject({
      through: 10,
      storeId,
    });
  });

  it('is the file itself where a workspace was brought from another machine', () => {
    const brought = {
      remembered: null,
      journalThrough: 0,
      newestBackup: backupEntryOf({ through: 7, accounts: 3, reason: 'from-file' }),
    };
    expect(isAdopted(brought)).toBe(true);
    expect(expectationOf(brought)).toMatchObject({ through: 7, accounts: 3, storeId });
    expect(isAdopted({ ...brought, journalThrough: 1 })).toBe(false);
    expect(expectationOf({ ...brought, journalThrough: 1 })).toMatchObject({ through: 1, storeId: null });
  });
});

describe('an older engine', () => {
  it.each([
    ['Chromium 155.0.0.0', 'Chromium 156.0.8078.79', true],
    ['Chromium 156.0.0.0', 'Chromium 156.0.8078.79', false],
    ['Chromium 157.0.0.0', 'Chromium 156.0.8078.79', false],
    ['Chromium 99.0.0.0', 'Chromium 100.0.0.0', true],
    ['Something else', 'Chromium 156.0.0.0', false],
    ['Chromium 156.0.0.0', 'Something else', false],
  ])('%s on what %s wrote: %s', (own, wrote, older) => {
    expect(isOlderEngine(own, wrote)).toBe(older);
  });
});
