import type { BackupReason } from '../../../../src/shared/backup/format.ts';
import { nothingCounted } from '../../../../src/shared/backup/tally.ts';
import type { BackupEntry, Sentinel } from '../../../../src/shared/host/contract.ts';

export const workspaceId = '01a207a2-3280-7000-8000-0392ce0547d8';
export const storeId = '01a207a2-3280-7000-8000-0292c2301267';
const at = '2026-11-23T09:00:00.000Z';

export const sentinelOf = (given: Partial<Sentinel>): Sentinel => ({
  format: 1,
  workspaceId,
  storeId,
  generation: 1,
  schema: 3,
  through: 10,
  accounts: 0,
  prospects: 0,
  engine: 'Chromium 156.0.0.0',
  writtenAt: at,
  ...given,
});

let made = 0;

export function backupEntryOf(given: {
  readonly through?: number;
  readonly accounts?: number;
  readonly generation?: number;
  readonly storeId?: string;
  readonly reason?: BackupReason;
  readonly state?: BackupEntry['state'];
  readonly readable?: number;
}): BackupEntry {
  const { through = 1, accounts = 0, reason = 'by-hand', state = 'verified' } = given;
  made += 1;
  const counts = {
    ...nothingCounted,
    accounts: given.readable ?? accounts,
    changeSets: given.readable ?? through,
  };
  return {
    id: `backup-${made}_${reason}`,
    reason,
    at,
    bytes: 100,
    state,
    manifest: {
      kind: 'manifest',
      format: 2,
      workspaceId,
      workspaceName: 'Book',
      storeId: given.storeId ?? storeId,
      generation: given.generation ?? 1,
      schema: 3,
      appVersion: '0.1.0',
      engine: 'Chromium 156.0.0.0',
      startedAt: at,
    },
    end: { kind: 'end', through, live: { accounts, prospects: 0, opportunities: 0 }, counts, finishedAt: at },
    readable: counts,
  };
}
