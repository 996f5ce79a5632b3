import { describe, expect, it } from 'vitest';
import { coveredThrough, newestBackup, ownBackups } from '../../../../src/main/backups/newest-backup.ts';
import type { BackupReason } from '../../../../src/shared/backup/format.ts';
import type { BackupEntry } from '../../../../src/shared/host/contract.ts';
import { otherStoreId, storeId } from '../../../shells/journal-samples.ts';
import { endOf, manifestOf } from '../../../shells/backup-samples.ts';

const entry = (
  minute: number,
  through: number,
  more: { reason?: BackupReason; generation?: number; store?: string } = {},
): BackupEntry => ({
  id: `b${minute}`,
  reason: more.reason ?? 'hourly',
  at: new Date(Date.parse('2026-03-02T09:00:00Z') + minute * 60_000).toISOString(),
  bytes: 1,
  state: 'verified',
  manifest: manifestOf({ storeId: more.store ?? storeId, generation: more.generation ?? 1 }),
  end: endOf(0, through),
  readable: endOf(0).counts,
});
const newestFirst = (entries: BackupEntry[]): BackupEntry[] =>
  entries.toSorted((a, b) => (b.at < a.at ? -1 : 1));
const newest = (entries: BackupEntry[], store: string | null = storeId): string | undefined =>
  newestBackup(newestFirst(entries), store)?.id;

describe('the backup to rebuild from', () => {
  it('is the one that holds most, although the clock was set back', () => {
    expect(newest([])).toBeUndefined();
    expect(newest([entry(1, 10), entry(2, 20), entry(3, 15)])).toBe('b2');
    expect(newest([entry(9, 10), entry(2, 20, { generation: 1 }), entry(3, 5, { generation: 2 })])).toBe(
      'b3',
    );
    expect(newest([entry(1, 10), entry(2, 10)])).toBe('b2');
  });

  it('is not a file from elsewhere nor what a rebuild replaced, while there is one of its own', () => {
    const elsewhere = entry(5, 90, { reason: 'from-file', generation: 4 });
    const replaced = entry(6, 95, { reason: 'set-aside' });
    expect(newest([elsewhere, replaced, entry(1, 10)])).toBe('b1');
    expect(newest([elsewhere, replaced])).toBe('b5');
    expect(newest([replaced])).toBeUndefined();
    expect(newest([elsewhere, entry(7, 1, { reason: 'from-file' })])).toBe('b7');
  });

  it('is of the store that journal or sentinel speak of; without them, of the one backed up last', () => {
    const entries = [entry(1, 90, { store: otherStoreId }), entry(2, 10)];
    expect(newest(entries)).toBe('b2');
    expect(newest(entries, otherStoreId)).toBe('b1');
    expect(newest(entries, null)).toBe('b2');
    expect(ownBackups(entries, null).map(({ id }) => id)).toEqual(['b1', 'b2']);
  });
});

describe('how far whole backups reach', () => {
  it('is told for one store, up to its generation; files from elsewhere count, replaced ones do not', () => {
    const entries = [
      entry(1, 10),
      entry(2, 20, { generation: 2 }),
      entry(3, 30, { store: otherStoreId }),
      entry(4, 40, { reason: 'set-aside' }),
      entry(5, 15, { reason: 'from-file' }),
    ];
    expect(coveredThrough(entries, { storeId, generation: 1 })).toBe(15);
    expect(coveredThrough(entries, { storeId, generation: 2 })).toBe(20);
    expect(coveredThrough(entries, { storeId: otherStoreId, generation: 9 })).toBe(30);
    expect(coveredThrough([], { storeId, generation: 1 })).toBe(0);
  });
});
