import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openHostCore, type HostCore, type HostCoreOptions } from '../../../src/main/host-core.ts';
import type {
  BackupEntry,
  HostError,
  HostEvent,
  HostRequest,
  HostResponse,
  Operation,
} from '../../../src/shared/host/contract.ts';
import type { Result } from '../../../src/shared/result.ts';
import { accountTexts, endOf, manifestOf } from '../../shells/backup-samples.ts';
import { lineOf, sentinelOf, storeId, workspaceId } from '../../shells/journal-samples.ts';
import { quiet } from './journal-folder.ts';

let dataDir: string;
const open: HostCore[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'groundwork-core-'));
});
afterEach(async () => {
  vi.useRealTimers();
  for (const core of open.splice(0)) await core.close();
  await rm(dataDir, { recursive: true });
});

async function start(more: Partial<HostCoreOptions> = {}) {
  const core = await openHostCore({
    shell: 'loopback',
    dataDir,
    resourcesDir: dataDir,
    appVersion: '0.1.0',
    demo: false,
    openLink: () => Promise.resolve(),
    fixedAt: '2026-03-02T09:00:00Z',
    ...more,
  });
  open.push(core);
  const call = async <O extends Operation>(
    operation: O,
    request: HostRequest<O>,
  ): Promise<Result<HostResponse<O>, HostError>> =>
    (await core.dispatch(operation, request, quiet)) as Result<HostResponse<O>, HostError>;
  return { core, call };
}
type Call = Awaited<ReturnType<typeof start>>['call'];

const handshake = { pageVersion: 'test', engine: 'test' };
const register = { id: workspaceId, name: 'West' };
const append = (call: Call, from: number, to: number, text = '') =>
  call('journal.append', {
    workspaceId,
    storeId,
    generation: 1,
    lines: Array.from({ length: to - from + 1 }, (_, index) => lineOf(from + index, text || undefined)),
    sentinel: sentinelOf(to),
  });

async function begin(call: Call, reason: 'hourly' | 'by-hand' = 'hourly'): Promise<string> {
  const begun = await call('backup.begin', { workspaceId, reason, manifest: manifestOf() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.value.backupId;
}
async function backUp(call: Call, through: number): Promise<BackupEntry> {
  const backupId = await begin(call);
  await call('backup.write', { workspaceId, backupId, lines: accountTexts(2) });
  const finished = await call('backup.finish', { workspaceId, backupId, end: endOf(2, through) });
  if (!finished.ok) throw new Error(finished.error.message);
  return finished.value;
}

describe('the host: journal and backups together', () => {
  const journalFiles = async (): Promise<string[]> =>
    (await readdir(join(dataDir, 'workspaces', workspaceId, 'journal'))).sort();

  it('lets old journal files go when three backups hold them, and reads on from the oldest of the three', async () => {
    const { call } = await start();
    await call('workspace.register', register);
    // Files end after 20 MB: three change sets of 7 MB fill one.
    for (let n = 1; n <= 6; n += 1) await append(call, n, n, 'x'.repeat(7_000_000));
    expect(await journalFiles()).toHaveLength(3);
    await backUp(call, 6);
    await backUp(call, 6);
    expect(await journalFiles()).toHaveLength(3);
    await append(call, 7, 7);
    await backUp(call, 7);
    expect(await journalFiles()).toEqual(['journal-000001-000000000007.ndjson']);
    const read = await call('journal.read', { workspaceId, after: 6, maxCharacters: 1_000 });
    expect(read).toMatchObject({ value: { lines: [{ n: 7 }], missing: [] } });
    expect(await call('journal.verify', { workspaceId })).toMatchObject({ value: { problems: [] } });
  });

  it('appends while a backup is finished and the journal begins behind it, without waiting for each other', async () => {
    const { call } = await start();
    await call('workspace.register', register);
    await backUp(call, 40);
    const backupId = await begin(call);
    await call('backup.write', { workspaceId, backupId, lines: accountTexts(500) });
    const [finished, gap, appended] = await Promise.all([
      call('backup.finish', { workspaceId, backupId, end: endOf(500, 41) }),
      append(call, 90, 90),
      append(call, 41, 43),
    ]);
    expect(finished).toMatchObject({ ok: true });
    expect(gap).toMatchObject({ error: { code: 'gap' } });
    expect(appended).toEqual({ ok: true, value: { through: 43 } });
  });

  it('tells the newest backup at the handshake, also after a start, and not one that is damaged now', async () => {
    let { call } = await start();
    await call('workspace.register', register);
    const older = await backUp(call, 5);
    const newer = await backUp(call, 9);
    ({ call } = await start());
    const newest = async () => {
      const opened = await call('session.open', handshake);
      return opened.ok ? opened.value.workspaces[0]?.newestBackup : undefined;
    };
    expect(await newest()).toEqual(newer);
    const folder = join(dataDir, 'workspaces', workspaceId, 'backups');
    await writeFile(join(folder, `${newer.id}.groundwork-backup`), 'vandalised');
    expect(await newest()).toEqual(older);
    expect(await readdir(join(folder, 'set-aside'))).toEqual([`${newer.id}.groundwork-backup`]);
  });

  it('rebuilds a lost list of workspaces with the name from the newest backup, and says so', async () => {
    let { call } = await start();
    await call('workspace.register', register);
    await append(call, 1, 1);
    await backUp(call, 1);
    await rm(join(dataDir, 'workspaces.json'));
    ({ call } = await start());
    expect(await call('session.open', handshake)).toMatchObject({
      value: {
        activeWorkspace: workspaceId,
        workspaces: [{ id: workspaceId, name: 'West', journalThrough: 1, sentinel: { through: 1 } }],
        notices: expect.arrayContaining([{ kind: 'registry-rebuilt' }]) as unknown[],
      },
    });
    ({ call } = await start());
    const again = await call('session.open', handshake);
    expect(again.ok && again.value.notices.some(({ kind }) => kind === 'registry-rebuilt')).toBe(false);
  });
});

describe('the host: little free space', () => {
  it('is told at the handshake and when it changes; backups wait, the journal does not', async () => {
    let free = 1_000;
    const { core, call } = await start({
      space: {
        measure: () => Promise.resolve(free),
        limits: { warnBytes: 900, floorBytes: 100 },
      },
    });
    const heard: HostEvent[] = [];
    core.onEvent((event) => void heard.push(event));
    await call('workspace.register', register);
    free = 500;
    expect(await call('session.open', handshake)).toMatchObject({
      value: { notices: [{ kind: 'low-space', freeBytes: 500, floorBytes: 100 }] },
    });
    const backupId = await begin(call);
    free = 99;
    expect(await call('backup.write', { workspaceId, backupId, lines: accountTexts(1) })).toMatchObject({
      error: { code: 'low-space', details: { freeBytes: 99, floorBytes: 100 } },
    });
    expect(await call('backup.begin', { workspaceId, reason: 'quit', manifest: manifestOf() })).toMatchObject(
      { error: { code: 'low-space' } },
    );
    expect(await call('backup.upload', { uploadId: null, base64: 'AAAA', last: true })).toMatchObject({
      error: { code: 'low-space' },
    });
    expect(await append(call, 1, 2)).toEqual({ ok: true, value: { through: 2 } });
    free = 5_000;
    await backUp(call, 2);
    expect(heard).toEqual([
      { kind: 'space', low: { freeBytes: 500, floorBytes: 100, stop: false } },
      { kind: 'space', low: { freeBytes: 99, floorBytes: 100, stop: true } },
      { kind: 'space', low: null },
    ]);
  });
});

describe('the host: before the app quits', () => {
  it('asks the page and waits for its word', async () => {
    const { core, call } = await start();
    const heard: HostEvent[] = [];
    core.onEvent((event) => void heard.push(event));
    let isReady = false;
    const ready = core.readyToQuit(60_000).then(() => (isReady = true));
    expect(heard).toEqual([{ kind: 'quit' }]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isReady).toBe(false);
    await call('session.ready-to-quit', {});
    await ready;
  });

  it('waits no longer than it was told to, and not at all when nobody listens', async () => {
    const { core } = await start();
    await core.readyToQuit(60_000);
    const stop = core.onEvent(() => undefined);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isReady = false;
    void core.readyToQuit(10_000).then(() => (isReady = true));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(isReady).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isReady).toBe(true);
    stop();
  });
});
