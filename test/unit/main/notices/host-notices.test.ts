import { mkdtemp, mkdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockBehind, hostNotices } from '../../../../src/main/notices/host-notices.ts';
import { sentinelOf } from '../../../shells/journal-samples.ts';

const edit = '2026-03-02T09:00:00.000Z';
const nowMs = Date.parse(edit);
const writtenAt = (at: string) => ({ ...sentinelOf(1), writtenAt: at });

describe('the clock', () => {
  it('is behind when it stands more than five minutes before the last edit of any workspace', () => {
    const behind = { kind: 'clock-behind', lastEditAt: edit };
    const sentinels = [writtenAt('2026-03-01T09:00:00.000Z'), null, writtenAt(edit)];
    expect(clockBehind(sentinels, nowMs - 5 * 60_000 - 1)).toEqual(behind);
    expect(clockBehind(sentinels, nowMs - 5 * 60_000)).toBeUndefined();
    expect(clockBehind(sentinels, nowMs + 1)).toBeUndefined();
    expect(clockBehind([null], 0)).toBeUndefined();
    expect(clockBehind([], 0)).toBeUndefined();
  });
});

describe('what a person should know before they work', () => {
  const parts = {
    dataFolder: '/data',
    sentinels: [],
    nowMs,
    space: { notice: () => Promise.resolve(undefined) },
    registryRebuilt: false,
  };

  it('is nothing on a sound machine', async () => {
    expect(await hostNotices(parts)).toEqual([]);
  });

  it('is each thing that is wrong, once', async () => {
    const root = await mkdtemp(join(tmpdir(), 'groundwork-notices-'));
    await mkdir(join(root, 'Dropbox', 'Groundwork'), { recursive: true });
    // The folder looks harmless; what it leads to is not.
    await symlink(join(root, 'Dropbox', 'Groundwork'), join(root, 'data'));
    const low = { kind: 'low-space', freeBytes: 5, floorBytes: 100 } as const;
    expect(
      await hostNotices({
        ...parts,
        dataFolder: join(root, 'data'),
        sentinels: [writtenAt('2026-03-02T10:00:00.000Z')],
        space: { notice: () => Promise.resolve(low) },
        registryRebuilt: true,
      }),
    ).toEqual([
      { kind: 'registry-rebuilt' },
      low,
      { kind: 'cloud-folder', service: 'Dropbox' },
      { kind: 'clock-behind', lastEditAt: '2026-03-02T10:00:00.000Z' },
    ]);
    await rm(root, { recursive: true });
  });
});
