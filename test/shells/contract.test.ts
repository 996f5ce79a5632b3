import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostEvent, Progress } from '../../src/shared/host/contract.ts';
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
      },
    });
  });

  it('registers a workspace, makes it active, renames it, and refuses a known or unknown id', async () => {
    expect(await register()).toMatchObject({
      ok: true,
      value: { id: workspaceId, name: 'West', sentinel: null, journalThrough: 0 },
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
