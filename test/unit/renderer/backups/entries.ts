import type { BackupEntry } from '../../../../src/shared/host/contract.ts';

const counts = {
  accounts: 620,
  prospects: 44,
  opportunities: 12,
  documents: 3,
  customFields: 2,
  changeSets: 1204,
  changePacks: 3,
  quarantined: 0,
};

/** A whole backup of 612 living accounts at change 1,204; tests change what they are about. */
export function backupEntry(change: Partial<BackupEntry> = {}): BackupEntry {
  return {
    id: '2026-03-16T08-00-00-hourly',
    reason: 'hourly',
    at: '2026-03-16T08:00:00Z',
    bytes: 1_234_567,
    state: 'verified',
    manifest: {
      kind: 'manifest',
      format: 2,
      workspaceId: '019aa0a0-0000-7000-8000-000000000001',
      workspaceName: 'My territory',
      storeId: '019aa0a0-0000-7000-8000-000000000002',
      generation: 1,
      schema: 3,
      appVersion: '0.1.0',
      engine: 'Chromium 156.0.8078.79',
      startedAt: '2026-03-16T08:00:00Z',
    },
    end: {
      kind: 'end',
      through: 1204,
      live: { accounts: 612, prospects: 40, opportunities: 12 },
      counts,
      finishedAt: '2026-03-16T08:00:01Z',
    },
    readable: counts,
    ...change,
  };
}
