import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  BackupEntry,
  HostError,
  HostEvent,
  HostResponse,
  JournalLine,
  Progress,
} from '../../src/shared/host/contract.ts';
import type { Result } from '../../src/shared/result.ts';
import { accountTexts, endOf, manifestOf } from './backup-samples.ts';
import { electronBinding, loopbackBinding, type Binding } from './bindings.ts';
import { lineOf, sentinelOf, storeId, otherStoreId, workspaceId } from './journal-samples.ts';

const handshake = { pageVersion: 'test', engine: 'test' };

describe.each([
  ['Electron IPC', electronBinding],
  ['loopback HTTP', loopbackBinding],
])('the host contract over %s', (_name, makeBinding) => {
  let binding: Binding;
  beforeEach(async () => {
    binding = await makeBinding();
  });
  afterEach(() => binding.close());

  const register = () => binding.platform.call('workspace.register', { id: workspaceId, name: 'West' });
  const append = (from: number, to: number) =>
    binding.platform.call('journal.append', {
      workspaceId,
      storeId,
      generation: 1,
      lines: Array.from({ length: to - from + 1 }, (_, index) => lineOf(from + index)),
      sentinel: sentinelOf(to),
    });

  it('shakes hands: shell, fixed clock, no workspace yet', async () => {
    const opened = await binding.platform.call('session.open', handshake);
    expect(opened).toMatchObject({
      ok: true,
      value: {
        shell: binding.shell,
        demo: false,
        dataFolder: binding.dataDir,
        clock: { nowMs: Date.parse('2026-03-02T09:00:00Z'), mode: 'fixed' },
        workspaces: [],
        activeWorkspace: null,
        notices: expect.any(Array) as unknown[],
      },
    });
  });

  it('registers a workspace, makes it active, renames it, and refuses a known or unknown id', async () => {
    expect(await register()).toMatchObject({
      ok: true,
      value: { id: workspaceId, name: 'West', sentinel: null, journalThrough: 0, newestBackup: null },
    });
    expect(await register()).toMatchObject({ ok: false, error: { code: 'already-there' } });
    expect(await binding.platform.call('workspace.rename', { id: workspaceId, name: 'East' })).toEqual({
      ok: true,
      value: {},
    });
    expect(await binding.platform.call('workspace.rename', { id: storeId, name: 'X' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await binding.platform.call('session.open', handshake)).toMatchObject({
      value: { activeWorkspace: workspaceId, workspaces: [{ name: 'East' }] },
    });
  });

  it('appends to the journal, keeps the sentinel, passes duplicates over, names the next number on a gap', async () => {
    await register();
    expect(await append(1, 3)).toEqual({ ok: true, value: { through: 3 } });
    expect(await append(2, 4)).toEqual({ ok: true, value: { through: 4 } });
    expect(await append(6, 7)).toMatchObject({ ok: false, error: { code: 'gap', details: { expected: 5 } } });
    expect(await binding.platform.call('journal.status', { workspaceId })).toEqual({
      ok: true,
      value: { through: 4, storeId, generation: 1 },
    });
    expect(await binding.platform.call('session.open', handshake)).toMatchObject({
      value: { workspaces: [{ journalThrough: 4, sentinel: { through: 4 } }] },
    });
  });

  it('refuses another store, and a workspace it does not know', async () => {
    await register();
    await append(1, 1);
    const other = await binding.platform.call('journal.append', {
      workspaceId,
      storeId: otherStoreId,
      generation: 1,
      lines: [lineOf(2)],
    });
    expect(other).toMatchObject({ ok: false, error: { code: 'older-generation' } });
    expect(await binding.platform.call('journal.status', { workspaceId: storeId })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('makes a workspace the active one, and refuses an unknown id', async () => {
    await register();
    const other = { id: otherStoreId, name: 'East' };
    expect(await binding.platform.call('workspace.register', other)).toMatchObject({ ok: true });
    expect(await binding.platform.call('workspace.activate', { id: workspaceId })).toEqual({
      ok: true,
      value: {},
    });
    expect(await binding.platform.call('session.open', handshake)).toMatchObject({
      value: { activeWorkspace: workspaceId, workspaces: [{ name: 'West' }, { name: 'East' }] },
    });
    expect(await binding.platform.call('workspace.activate', { id: storeId })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('reads the journal back page by page, and tells the checksum of a line', async () => {
    await register();
    await append(1, 9);
    const read: JournalLine[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Result<HostResponse<'journal.read'>, HostError> = await binding.platform.call(
        'journal.read',
        { workspaceId, after: 2, maxCharacters: 80, ...(cursor === undefined ? {} : { cursor }) },
      );
      if (!page.ok) throw new Error(page.error.message);
      expect(page.value.missing).toEqual([]);
      read.push(...page.value.lines);
      cursor = page.value.next;
    }
    expect(read).toEqual(Array.from({ length: 7 }, (_, index) => lineOf(index + 3)));
    const line = lineOf(9);
    const sha256 = createHash('sha256').update(`"n":9,"body":${line.body}}`).digest('hex');
    expect(await binding.platform.call('journal.sum', { workspaceId, n: 9 })).toEqual({
      ok: true,
      value: { sha256 },
    });
    expect(await binding.platform.call('journal.sum', { workspaceId, n: 10 })).toEqual({
      ok: true,
      value: { sha256: null },
    });
    for (const call of [
      binding.platform.call('journal.read', { workspaceId: storeId, after: 0, maxCharacters: 80 }),
      binding.platform.call('journal.sum', { workspaceId: storeId, n: 1 }),
    ]) {
      expect(await call).toMatchObject({ error: { code: 'not-found' } });
    }
  });

  /** Makes a whole backup of so many accounts. */
  async function backUp(accounts: number): Promise<BackupEntry> {
    const begun = await binding.platform.call('backup.begin', {
      workspaceId,
      reason: 'by-hand',
      manifest: manifestOf(),
    });
    if (!begun.ok) throw new Error(begun.error.message);
    const { backupId } = begun.value;
    const lines = accountTexts(accounts);
    expect(await binding.platform.call('backup.write', { workspaceId, backupId, lines })).toEqual({
      ok: true,
      value: {},
    });
    const told: Progress[] = [];
    const finished = await binding.platform.call(
      'backup.finish',
      { workspaceId, backupId, end: endOf(accounts) },
      { onProgress: (progress) => told.push(progress) },
    );
    if (!finished.ok) throw new Error(finished.error.message);
    expect(told.at(-1)).toEqual({ done: finished.value.bytes, of: finished.value.bytes });
    return finished.value;
  }

  it('makes a backup, lists it, reads it back and tells it at the handshake', async () => {
    await register();
    const entry = await backUp(20);
    expect(entry).toMatchObject({
      state: 'verified',
      reason: 'by-hand',
      manifest: manifestOf(),
      end: endOf(20),
    });
    expect(await binding.platform.call('backup.list', { workspaceId })).toEqual({
      ok: true,
      value: { backups: [entry], totalBytes: entry.bytes, capBytes: 2_000_000_000 },
    });
    const page = { workspaceId, backupId: entry.id, part: 0, maxCharacters: 8_000_000 };
    expect(await binding.platform.call('backup.read', page)).toEqual({
      ok: true,
      value: {
        lines: [JSON.stringify(manifestOf()), ...accountTexts(20), JSON.stringify(endOf(20))],
        next: null,
        damaged: 0,
        of: 3,
      },
    });
    expect(await binding.platform.call('session.open', handshake)).toMatchObject({
      value: { workspaces: [{ newestBackup: entry }] },
    });
  });

  it('makes one backup at a time, gives one up, and keeps none that does not hold what it should', async () => {
    await register();
    const begin = { workspaceId, reason: 'quit', manifest: manifestOf() } as const;
    const begun = await binding.platform.call('backup.begin', begin);
    const backupId = begun.ok ? begun.value.backupId : '';
    expect(await binding.platform.call('backup.begin', begin)).toMatchObject({ error: { code: 'busy' } });
    expect(await binding.platform.call('backup.abandon', { workspaceId, backupId })).toEqual({
      ok: true,
      value: {},
    });
    expect(
      await binding.platform.call('backup.write', { workspaceId, backupId, lines: accountTexts(1) }),
    ).toMatchObject({ error: { code: 'not-found' } });
    const again = await binding.platform.call('backup.begin', begin);
    expect(
      await binding.platform.call('backup.finish', {
        workspaceId,
        backupId: again.ok ? again.value.backupId : '',
        end: endOf(3),
      }),
    ).toMatchObject({ error: { code: 'damaged' } });
    expect(await binding.platform.call('backup.list', { workspaceId })).toMatchObject({
      value: { backups: [{ state: 'damaged' }] },
    });
    expect(await binding.platform.call('backup.begin', { ...begin, workspaceId: storeId })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('hands a backup out as a file, takes it in, and adopts the workspace it is of', async () => {
    await register();
    const entry = await backUp(200);
    let file = '';
    for (let offset: number | null = 0; offset !== null;) {
      const piece: Result<HostResponse<'backup.download'>, HostError> = await binding.platform.call(
        'backup.download',
        { workspaceId, backupId: entry.id, offset },
      );
      if (!piece.ok) throw new Error(piece.error.message);
      file += piece.value.base64;
      offset = piece.value.next;
    }
    expect(Buffer.from(file, 'base64')).toHaveLength(entry.bytes);

    const machine = await makeBinding();
    const half = 4 * Math.floor(file.length / 8);
    const first = await machine.platform.call('backup.upload', {
      uploadId: null,
      base64: file.slice(0, half),
      last: false,
    });
    expect(first).toMatchObject({ ok: true, value: { entry: null } });
    const uploaded = await machine.platform.call('backup.upload', {
      uploadId: first.ok ? first.value.uploadId : null,
      base64: file.slice(half),
      last: true,
    });
    expect(uploaded).toMatchObject({ value: { entry: { state: 'verified', reason: 'from-file' } } });
    const brought = uploaded.ok ? uploaded.value.entry : null;
    // It can be looked at before it is adopted.
    expect(
      await machine.platform.call('backup.read', {
        workspaceId,
        backupId: brought?.id ?? '',
        part: 0,
        maxCharacters: 8_000_000,
      }),
    ).toMatchObject({ value: { damaged: 0 } });
    const adopt = { workspaceId, backupId: brought?.id ?? '' };
    expect(await machine.platform.call('workspace.adopt', { ...adopt, backupId: 'none' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await machine.platform.call('workspace.adopt', adopt)).toMatchObject({
      ok: true,
      value: { id: workspaceId, name: 'West', sentinel: null, journalThrough: 0, newestBackup: brought },
    });
    expect(await machine.platform.call('workspace.adopt', adopt)).toMatchObject({
      error: { code: 'already-there' },
    });
    expect(await machine.platform.call('session.open', handshake)).toMatchObject({
      value: { activeWorkspace: workspaceId, workspaces: [{ newestBackup: { id: brought?.id } }] },
    });
    await machine.close();
  });

  it('refuses a file that is no backup, in words', async () => {
    const upload = { uploadId: null, base64: Buffer.from('Name,City\n').toString('base64'), last: true };
    expect(await binding.platform.call('backup.upload', upload)).toMatchObject({
      error: {
        code: 'damaged',
        message: expect.stringContaining('This is no backup of Groundwork') as string,
      },
    });
  });

  it('takes nothing that is no id for a backup', async () => {
    await register();
    for (const backupId of ['../x', '/etc/passwd', '', '.', 'a/b', 'x'.repeat(121)]) {
      expect(
        await binding.raw('backup.read', { workspaceId, backupId, part: 0, maxCharacters: 10 }),
      ).toMatchObject({ error: { code: 'bad-request' } });
    }
  });

  it('lets a journal begin where a backup reaches', async () => {
    await register();
    const begun = await binding.platform.call('backup.begin', {
      workspaceId,
      reason: 'rebuilt',
      manifest: manifestOf(),
    });
    const backupId = begun.ok ? begun.value.backupId : '';
    await binding.platform.call('backup.finish', { workspaceId, backupId, end: endOf(0, 7) });
    expect(await append(9, 9)).toMatchObject({ error: { code: 'gap', details: { expected: 8 } } });
    expect(await append(8, 9)).toEqual({ ok: true, value: { through: 9 } });
    expect(await binding.platform.call('journal.verify', { workspaceId })).toMatchObject({
      value: { problems: [], through: 9 },
    });
  });

  it('hears that the page is ready to quit, asked or not', async () => {
    expect(await binding.platform.call('session.ready-to-quit', {})).toEqual({ ok: true, value: {} });
  });

  it('verifies with progress', async () => {
    await register();
    await append(1, 20);
    const told: Progress[] = [];
    const report = await binding.platform.call(
      'journal.verify',
      { workspaceId },
      { onProgress: (progress) => told.push(progress) },
    );
    expect(report).toMatchObject({ ok: true, value: { lines: 20, through: 20, problems: [] } });
    const bytes = report.ok ? report.value.bytes : 0;
    expect(told[0]).toEqual({ done: 0, of: bytes });
    expect(told.at(-1)).toEqual({ done: bytes, of: bytes });
  });

  it('cancels a long operation', async () => {
    await register();
    const big = `{"text":"${'x'.repeat(7_900_000)}"}`;
    for (let n = 1; n <= 8; n += 1) {
      const line = { n, body: big };
      await binding.platform.call('journal.append', { workspaceId, storeId, generation: 1, lines: [line] });
    }
    const stop = new AbortController();
    const report = await binding.platform.call(
      'journal.verify',
      { workspaceId },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const before = await binding.platform.call('journal.status', { workspaceId }, { signal: stop.signal });
    expect(before).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('refuses malformed requests and unknown operations without harm', async () => {
    expect(await binding.raw('workspace.register', { id: 'no uuid', name: '' })).toMatchObject({
      kind: 'error',
      error: { code: 'bad-request' },
    });
    expect(await binding.raw('journal.append', null)).toMatchObject({ error: { code: 'bad-request' } });
    for (const operation of ['files.read', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(await binding.raw(operation, {})).toMatchObject({
        kind: 'error',
        error: { code: 'unknown-operation' },
      });
    }
    const polluting = JSON.parse(
      `{"id":"${workspaceId}","name":"West","__proto__":{"polluted":true},"constructor":{"a":1}}`,
    ) as unknown;
    expect(await binding.raw('workspace.register', polluting)).toMatchObject({ kind: 'result' });
    expect('polluted' in {}).toBe(false);
  });

  it('reads the shipped sample', async () => {
    expect(await binding.platform.call('sample.read', {})).toEqual({
      ok: true,
      value: { text: '{"sample":true}' },
    });
  });

  it('opens https and mailto links and nothing else', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'http://example.com', 'https:', 'x']) {
      expect(await binding.platform.call('link.open', { url })).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
    }
    expect(await binding.platform.call('link.open', { url: 'https://example.com/a' })).toMatchObject({
      ok: true,
    });
    expect(await binding.platform.call('link.open', { url: 'mailto:a@example.com' })).toMatchObject({
      ok: true,
    });
    expect(binding.openedOutside).toEqual(['https://example.com/a', 'mailto:a@example.com']);
  });

  it('brings events to the page until it stops listening', async () => {
    const heard: HostEvent[] = [];
    const stop = binding.platform.onEvent((event) => {
      if (event.kind === 'menu') heard.push(event);
    });
    await vi.waitFor(() => {
      binding.send({ kind: 'menu', action: 'undo' });
      expect(heard.length).toBeGreaterThan(0);
    });
    stop();
    const count = heard.length;
    binding.send({ kind: 'menu', action: 'redo' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.filter((event) => event.kind === 'menu' && event.action === 'redo')).toEqual([]);
    expect(heard.length).toBe(count);
  });

  it('answers "unreachable" when the host is gone', async () => {
    await binding.breakHost();
    expect(await binding.platform.call('session.open', handshake)).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
  });
});
