import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readControlFile, writeControlFile } from '../../src/main/loopback-shell/control-file.ts';
import {
  openLoopbackHost,
  startLoopbackHost,
  type LoopbackHost,
} from '../../src/main/loopback-shell/host.ts';
import { portOf } from '../../src/main/loopback-shell/port.ts';
import { findRunningHost } from '../../src/main/loopback-shell/running-host.ts';
import type { HostEvent } from '../../src/shared/host/contract.ts';
import { createLoopbackPlatform } from '../../src/renderer/platform/loopback-platform.ts';
import { lineOf, storeId, workspaceId } from './journal-samples.ts';
import { pageAt } from './page-surroundings.ts';

const handshake = { pageVersion: 'test', engine: 'test' };
let root: string;
let dataDir: string;
let appDir: string;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'groundwork-life-'));
  dataDir = join(root, 'data');
  appDir = root;
  await writeFile(join(root, 'index.html'), '<!doctype html>');
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await rm(root, { recursive: true, force: true });
});

async function start(more: Partial<Parameters<typeof startLoopbackHost>[0]> = {}): Promise<LoopbackHost> {
  const host = await startLoopbackHost({ dataDir, port: 0, appDir, ...more });
  closing.push(() => host.close());
  return host;
}

const isListening = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('loopback: the session', () => {
  it('takes the code out of the address before anything else, and uses it once', async () => {
    const host = await start();
    const page = pageAt(host.address);
    const platform = createLoopbackPlatform(page);
    expect(page.shownAddresses).toEqual(['/']);
    const answers = await Promise.all([
      platform.call('session.open', handshake),
      platform.call('session.open', handshake),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const thief = createLoopbackPlatform(pageAt(host.address));
    expect(await thief.call('session.open', handshake)).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await createLoopbackPlatform(pageAt(host.origin)).call('session.open', handshake)).toMatchObject({
      error: { code: 'not-allowed' },
    });
  });

  it('keeps a token over a restart of the host, as a hash that only the user can read', async () => {
    const host = await start();
    const page = pageAt(host.address);
    const platform = createLoopbackPlatform(page);
    await platform.call('session.open', handshake);
    await host.close();
    expect(await platform.call('session.open', handshake)).toMatchObject({ error: { code: 'unreachable' } });
    await start({ port: host.port });
    expect(await platform.call('session.open', handshake)).toMatchObject({ ok: true });
    const file = join(dataDir, 'sessions.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain(page.storage.getItem('groundwork.token'));
  });

  it('ends with the window: the token that the profile still holds opens nothing any more', async () => {
    const host = await start();
    const page = pageAt(host.address);
    const platform = createLoopbackPlatform(page);
    await platform.call('session.open', handshake);
    await host.close({ signOut: true });
    await start({ port: host.port });
    expect(await platform.call('session.open', handshake)).toMatchObject({ error: { code: 'not-allowed' } });
    expect(existsSync(join(dataDir, 'sessions.json'))).toBe(false);
  });

  it('reconnects its event stream after a restart', async () => {
    const host = await start({ clock: { fixedAt: '2026-03-02T09:00:00Z' } });
    const heard: HostEvent[] = [];
    const platform = createLoopbackPlatform(pageAt(host.address));
    const stop = platform.onEvent((event) => void heard.push(event));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    host.control.advanceClock(60_000);
    await vi.waitFor(() =>
      expect(heard.at(-1)).toEqual({
        kind: 'clock',
        mode: 'fixed',
        nowMs: Date.parse('2026-03-02T09:01:00Z'),
      }),
    );
    await host.close();
    await start({ port: host.port });
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ kind: 'clock', mode: 'running' }), {
      timeout: 5_000,
    });
    stop();
  });
});

describe('loopback: one host per data folder', () => {
  it('a second start finds the first, which comes to the front', async () => {
    let windows = 0;
    const host = await start({ onOpenWindow: () => (windows += 1) });
    const second = await openLoopbackHost({ dataDir, port: host.port, appDir });
    if (second.ok || second.error.kind !== 'already-running') throw new Error('expected the first host');
    expect(second.error.host.origin).toBe(host.origin);
    expect(await second.error.host.open()).toBe(0);
    expect(windows).toBe(1);

    const heard: HostEvent[] = [];
    const page = createLoopbackPlatform(pageAt(await second.error.host.newAddress()));
    const stop = page.onEvent((event) => void heard.push(event));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(await second.error.host.open()).toBe(1);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'focus' }));
    expect(windows).toBe(1);
    stop();
  });

  it('two starts at the same moment: one runs, the other finds it', async () => {
    const { port, close } = await start();
    await close();
    const starts = await Promise.all([1, 2].map(() => openLoopbackHost({ dataDir, port, appDir })));
    for (const each of starts) if (each.ok) closing.push(each.value.close);
    expect(starts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(starts.flatMap((each) => (each.ok ? [] : [each.error.kind]))).toEqual(['already-running']);
  });

  it('stops in words when a stranger holds the port, and takes no other', async () => {
    const stranger = createServer((_request, response) => response.end('hello'));
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const address = stranger.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const refused = await openLoopbackHost({ dataDir, port, appDir });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'port-taken' } });
    expect(refused.ok ? '' : refused.error.message).toContain(`Port ${port} is held by another program`);
    stranger.close();
  });

  it('never gives the control secret to a stranger on the port of a stale control file', async () => {
    const bodies: string[] = [];
    const stranger = createServer((request, response) => {
      bodies.push(JSON.stringify(request.headers));
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
      request.on('end', () => response.end('{"proof":"guess","pid":1}'));
    });
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const address = stranger.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const secret = 's'.repeat(43);
    await start({ dataDir: join(root, 'other') });
    await writeControlFile(root, { format: 1, pid: 1, port, secret });
    const file = await readControlFile(root);
    expect(file && (await findRunningHost(file))).toBeUndefined();
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.join()).not.toContain(secret);
    stranger.close();
  });

  it('leaves nothing behind that listens', async () => {
    const host = await start();
    const page = createLoopbackPlatform(pageAt(host.address));
    const stop = page.onEvent(() => undefined);
    await vi.waitFor(() => expect(host.connectedPages()).toBe(1));
    expect(await isListening(host.port)).toBe(true);
    await host.close();
    expect(await isListening(host.port)).toBe(false);
    expect(await readControlFile(dataDir)).toBeUndefined();
    stop();
  });
});

describe('loopback: ended', () => {
  const starter = join(import.meta.dirname, 'start-shell-process.ts');
  const otherAddresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    'by %s, with a page connected: nothing listens afterwards',
    async (signal) => {
      const child = spawn(process.execPath, [starter, dataDir, appDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exit = once(child, 'exit');
      closing.push(async () => {
        child.kill('SIGKILL');
        await exit;
      });
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const address = /http:\S+/.exec(line.toString())?.[0] ?? '';
      const port = Number(new URL(address).port);
      const page = createLoopbackPlatform(pageAt(address));
      const heard: HostEvent[] = [];
      const stop = page.onEvent((event) => void heard.push(event));
      await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 5_000 });
      expect(await isListening(port)).toBe(true);
      for (const other of ['::1', ...otherAddresses]) expect(await isListening(port, other)).toBe(false);

      child.kill(signal);
      const [code, endedBy] = (await exit) as [number | null, NodeJS.Signals | null];
      expect([code, endedBy]).toEqual(signal === 'SIGKILL' ? [null, 'SIGKILL'] : [0, null]);
      expect(await isListening(port)).toBe(false);
      expect(await readControlFile(dataDir)).toEqual(
        signal === 'SIGKILL' ? expect.objectContaining({ port }) : undefined,
      );
      stop();
    },
  );
});

describe('loopback: killed', () => {
  const starter = join(import.meta.dirname, 'start-host-process.ts');

  async function startProcess(port: number): Promise<{ child: ChildProcess; address: string }> {
    const child = spawn(process.execPath, [starter, dataDir, String(port), appDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    closing.push(async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, address: line.toString().trim() };
  }

  it('starts again on the same port with the same journal, whatever the killed host left', async () => {
    const { child, address } = await startProcess(0);
    const port = Number(new URL(address).port);
    const page = createLoopbackPlatform(pageAt(address));
    await page.call('workspace.register', { id: workspaceId, name: 'West' });
    let acknowledged = 0;
    const writing = (async () => {
      for (let n = 1; ; n += 1) {
        const lines = [lineOf(n, 'x'.repeat(20_000))];
        const answer = await page.call('journal.append', { workspaceId, storeId, generation: 1, lines });
        if (!answer.ok) return;
        acknowledged = n;
      }
    })();
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(5));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await writing;
    expect(await readControlFile(dataDir)).toBeDefined();

    await start({ port });
    const status = await page.call('journal.status', { workspaceId });
    const through = status.ok ? status.value.through : -1;
    expect(through).toBeGreaterThanOrEqual(acknowledged);
    expect(through).toBeLessThanOrEqual(acknowledged + 1);
    const report = await page.call('journal.verify', { workspaceId });
    expect(report).toMatchObject({ ok: true, value: { through, lines: through, problems: [] } });
  });
});

describe('loopback: the port of a data folder', () => {
  const port = async (wanted?: number) => {
    const kept = await portOf(root, wanted);
    return kept.ok ? kept.value.port : kept.error;
  };

  it('is chosen once, above the registered ones, and kept, also by two first starts at once', async () => {
    const [first, second] = await Promise.all([port(), port()]);
    expect(first).toBeGreaterThan(61_000);
    expect(second).toBe(first);
    expect(await port()).toBe(first);
  });

  it('is not changed by --port, which would show an empty app', async () => {
    expect(await port(43_117)).toBe(43_117);
    expect(await port(43_117)).toBe(43_117);
    expect(await port(43_118)).toContain('belongs to port 43117');
  });

  it('is forgotten when it turned out to be taken at the first start, and only then', async () => {
    const first = await portOf(root, 43_117);
    if (first.ok) await first.value.forget();
    const second = await portOf(root, 43_118);
    expect(second).toMatchObject({ ok: true, value: { port: 43_118 } });
    const third = await portOf(root, undefined);
    if (third.ok) await third.value.forget();
    expect(await port()).toBe(43_118);
  });

  it('that cannot be read stops the start with how to mend it', async () => {
    await writeFile(join(root, 'address.json'), '{');
    expect(await port()).toContain('address.json');
  });
});
