import type { JournalLine, Sentinel } from '../../src/shared/host/contract.ts';

export const workspaceId = '0193a000-0000-7000-8000-000000000001';
export const storeId = '0193a000-0000-7000-8000-000000000002';
export const otherStoreId = '0193a000-0000-7000-8000-000000000003';

export const lineOf = (n: number, text = `change ${n}`): JournalLine => ({
  n,
  body: JSON.stringify({ n, text }),
});

export const packOf = (n: number, pack: number, text = `pack ${pack} of ${n}`): JournalLine => ({
  n,
  pack,
  body: JSON.stringify([{ text }]),
});

export const sentinelOf = (through: number, generation = 1): Sentinel => ({
  format: 1,
  workspaceId,
  storeId,
  generation,
  schema: 1,
  through,
  accounts: through,
  prospects: 0,
  engine: 'Chromium 156',
  writtenAt: '2026-03-02T09:00:00.000Z',
});
