import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../src/main/security-headers.ts';
import { answerRequest } from '../../electron/app-protocol.ts';
import { electronBinding, type Binding } from './bindings.ts';

let binding: Binding;
afterEach(() => binding.close());

async function started() {
  binding = await electronBinding();
  const electron = await import('./recorded-electron.ts');
  const [window] = electron.record.windows;
  if (window === undefined) throw new Error('no window');
  return { ...electron, window };
}

describe('Electron: the window', () => {
  it('is sandboxed and isolated, shows when painted, and loads the fixed origin', async () => {
    const { window } = await started();
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
      },
    });
    expect(JSON.stringify(window.options)).not.toMatch(
      /enableBlinkFeatures|disableBlinkFeatures|enableRemoteModule|additionalArguments/,
    );
    expect(window.webContents.mainFrame.url).toBe('groundwork://app/index.html');
    expect(window.done).toEqual([]);
    window.emit('ready-to-show');
    expect(window.done).toEqual(['show']);
  });

  it('keeps its state in the user folder', async () => {
    const { window, record } = await started();
    window.emit('close', { preventDefault: () => undefined });
    const file = join(record.paths.get('userData') ?? '', 'window-state.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 900, height: 700 },
      maximized: false,
    });
  });
});

describe('Electron: the scheme', () => {
  it('is standard and secure, and bypasses nothing', async () => {
    const { record } = await started();
    expect(record.privileges).toEqual([
      {
        scheme: 'groundwork',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          stream: false,
          bypassCSP: false,
          corsEnabled: false,
          allowServiceWorkers: false,
        },
      },
    ]);
    expect([...record.protocols.keys()]).toEqual(['groundwork']);
  });

  it('answers files of the app with the strict headers, and nothing outside of it', async () => {
    binding = await electronBinding();
    const root = await mkdtemp(join(tmpdir(), 'groundwork-scheme-'));
    const app = join(root, 'app');
    await mkdir(app);
    await writeFile(join(app, 'index.html'), '<!doctype html>');
    await writeFile(join(app, '.secret.json'), '{}');
    await writeFile(join(root, 'secret.json'), '{}');
    const page = await answerRequest(new Request('groundwork://app/'), app);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const address of [
      'groundwork://app/../secret.json',
      'groundwork://app/..%2fsecret.json',
      'groundwork://app/%2e%2e/secret.json',
      'groundwork://app/..%5csecret.json',
      'groundwork://app//secret.json',
      'groundwork://app/.secret.json',
      'groundwork://app/index.html%00.json',
      'groundwork://app/%',
      'groundwork://other/index.html',
      'groundwork://app/missing.js',
      'groundwork://app/',
    ]) {
      const method = address === 'groundwork://app/' ? 'POST' : 'GET';
      const answer = await answerRequest(new Request(address, { method }), app);
      expect([404, 405], address).toContain(answer.status);
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    }
    await rm(root, { recursive: true });
  });
});

describe('Electron: what a page may not do', () => {
  it('run outside the sandbox, whatever a window asks for', async () => {
    const { record } = await started();
    expect(record.sandboxForced).toBe(true);
  });

  it('load anything but what the app serves', async () => {
    const { record } = await started();
    for (const address of [
      'http://127.0.0.1:8080/',
      'https://attacker.example/a.js',
      'HTTPS://attacker.example/',
      'ws://attacker.example/',
      'wss://attacker.example/',
      'ftp://attacker.example/',
      'file:///etc/passwd',
      'no address',
    ]) {
      expect([address, record.goesOut?.(address)]).toEqual([address, false]);
    }
    for (const address of ['groundwork://app/index.html', 'blob:groundwork://app/1', 'data:image/png,']) {
      expect([address, record.goesOut?.(address)]).toEqual([address, true]);
    }
  });

  it('have permissions, but for writing sanitised text to the clipboard', async () => {
    const { record } = await started();
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'unknown',
    ]) {
      let allowed: boolean | undefined;
      record.permissionRequest?.(null, permission, (answer) => (allowed = answer));
      expect([permission, allowed, record.permissionCheck?.(null, permission)]).toEqual([
        permission,
        false,
        false,
      ]);
    }
    expect(record.permissionCheck?.(null, 'clipboard-sanitized-write')).toBe(true);
    expect(record.devicePermission?.()).toBe(false);
  });

  it('leave the app, open a window or attach a webview', async () => {
    const { window } = await started();
    const tried = (event: string, url: string): boolean => {
      let prevented = false;
      window.webContents.emit(event, { url, preventDefault: () => (prevented = true) }, url);
      return prevented;
    };
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const url of [
        'https://attacker.example',
        'file:///etc/passwd',
        'groundwork://app.attacker.example/',
        'groundwork://other/',
        'javascript:1',
        'nonsense',
      ]) {
        expect([event, url, tried(event, url)]).toEqual([event, url, true]);
      }
      expect(tried(event, 'groundwork://app/index.html#/board')).toBe(false);
    }
    expect(tried('will-attach-webview', '')).toBe(true);
    expect(window.webContents.windowOpenHandler?.({ url: 'groundwork://app/' })).toEqual({ action: 'deny' });
  });

  it('call the host from another frame, another origin or no frame', async () => {
    const { sender } = await started();
    for (const frame of [{ url: 'groundwork://app/index.html' }, null]) {
      sender.frame = frame;
      expect(await binding.raw('session.open', { pageVersion: 'x', engine: 'x' })).toMatchObject({
        error: { code: 'not-allowed' },
      });
    }
    sender.frame = undefined;
    const { record } = await import('./recorded-electron.ts');
    const main = record.windows[0]?.webContents.mainFrame;
    if (main === undefined) throw new Error('no frame');
    for (const url of [
      'https://attacker.example/',
      'groundwork://app.attacker.example/',
      'groundwork:app',
      '',
    ]) {
      main.url = url;
      expect(await binding.raw('session.open', { pageVersion: 'x', engine: 'x' })).toMatchObject({
        error: { code: 'not-allowed' },
      });
    }
  });

  it('call the host with what the contract does not know: wrong channel arguments, operations, sizes, keys', async () => {
    const { ipcRenderer } = await started();
    const malformed = [
      [],
      ['1', 'session.open', {}],
      [-1, 'session.open', {}],
      [1.5, 'session.open', {}],
      [1, 'x'.repeat(61), {}],
      [1, { toString: 'session.open' }, {}],
      [1, 'session.open', {}, 'more'],
    ];
    for (const values of malformed) {
      expect(await ipcRenderer.invoke('groundwork:call', ...values)).toMatchObject({
        kind: 'error',
        error: { code: 'bad-request' },
      });
    }
    for (const operation of ['files.read', 'constructor', '__proto__', 'toString', '']) {
      expect(await binding.raw(operation, {})).toMatchObject({ error: { code: 'unknown-operation' } });
    }
    const id = '0193a000-0000-7000-8000-000000000001';
    for (const request of [
      null,
      [],
      'text',
      { id, name: 'x'.repeat(121) },
      { id: '../../etc', name: 'x' },
      JSON.parse(`{"__proto__":{"id":"${id}","name":"x"}}`) as unknown,
    ]) {
      expect(await binding.raw('workspace.register', request)).toMatchObject({
        error: { code: 'bad-request' },
      });
    }
    const lines = [{ n: 1, body: 'x'.repeat(8_000_001) }];
    expect(
      await binding.raw('journal.append', { workspaceId: id, storeId: id, generation: 1, lines }),
    ).toMatchObject({ error: { code: 'bad-request' } });
    // What is no number of a running call is passed over.
    for (const callId of [undefined, 'x', {}, -1, 99]) ipcRenderer.send('groundwork:cancel', callId);
    await expect(ipcRenderer.invoke('groundwork:other')).rejects.toThrow('No handler');
  });

  it('cancel a call of the page from another frame', async () => {
    const { sender } = await started();
    const id = '0193a000-0000-7000-8000-000000000001';
    await binding.platform.call('workspace.register', { id, name: 'W' });
    const big = `{"text":"${'x'.repeat(7_900_000)}"}`;
    for (let n = 1; n <= 2; n += 1) {
      const line = { n, body: big };
      await binding.raw('journal.append', { workspaceId: id, storeId: id, generation: 1, lines: [line] });
    }
    const stop = new AbortController();
    const report = await binding.platform.call(
      'journal.verify',
      { workspaceId: id },
      {
        signal: stop.signal,
        onProgress: () => {
          sender.frame = { url: 'groundwork://app/index.html' };
          stop.abort();
        },
      },
    );
    sender.frame = undefined;
    expect(report).toMatchObject({ ok: true, value: { lines: 2 } });
  });

  it('open outside what is no https or mailto link', async () => {
    const { record } = await started();
    for (const url of ['javascript:1', 'file:///etc/passwd', 'http://example.com', 'smb://host/share', 'x']) {
      expect(await binding.raw('link.open', { url })).toMatchObject({ error: { code: 'not-allowed' } });
    }
    await binding.raw('link.open', { url: 'https://example.com/a' });
    expect(record.openedOutside).toEqual(['https://example.com/a']);
  });

  it('reach more than four named functions, and no raw event', async () => {
    const { record, window } = await started();
    const bridge = record.exposed.get('groundworkHost') as Record<string, unknown>;
    expect(record.exposed.size).toBe(1);
    expect(Object.keys(bridge).sort()).toEqual(['call', 'cancel', 'onEvent', 'onFrame']);
    expect(Object.values(bridge).every((member) => typeof member === 'function')).toBe(true);
    const heard: unknown[][] = [];
    const onEvent = bridge['onEvent'] as (listener: (...values: unknown[]) => void) => () => void;
    onEvent((...values) => void heard.push(values));
    window.webContents.send('groundwork:event', { kind: 'focus' });
    expect(heard).toEqual([[{ kind: 'focus' }]]);
  });
});

describe('Electron: life', () => {
  it('a second instance brings the window to the front', async () => {
    const { app, window } = await started();
    app.emit('second-instance');
    expect(window.done).toEqual(['restore', 'show', 'focus']);
  });

  it('ends at once when it is the second instance, without opening profile or data', async () => {
    binding = await electronBinding();
    vi.resetModules();
    const electron = await import('./recorded-electron.ts');
    electron.record.isFirstInstance = false;
    vi.doMock('electron', () => electron);
    const dataDir = join(await mkdtemp(join(tmpdir(), 'groundwork-second-')), 'data');
    const argv = process.argv;
    process.argv = [...argv, `--data-dir=${dataDir}`];
    await import('../../electron/main.ts');
    process.argv = argv;
    electron.finishLoading();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(electron.record.quits).toBe(1);
    expect(electron.record.windows).toEqual([]);
    expect(existsSync(join(dataDir, 'electron', 'host'))).toBe(false);
    await rm(join(dataDir, '..'), { recursive: true });
  });

  it('lets a running call finish before it quits, and quits only once', async () => {
    const { app, record } = await started();
    await binding.platform.call('workspace.register', {
      id: '0193a000-0000-7000-8000-000000000001',
      name: 'W',
    });
    const call = binding.platform.call('journal.append', {
      workspaceId: '0193a000-0000-7000-8000-000000000001',
      storeId: '0193a000-0000-7000-8000-000000000002',
      generation: 1,
      lines: [{ n: 1, body: `{"x":"${'x'.repeat(7_000_000)}"}` }],
    });
    const order: string[] = [];
    const ended = call.then((answer) => order.push(answer.ok ? 'appended' : 'refused'));
    await new Promise((resolve) => setTimeout(resolve, 1));
    let held = 0;
    app.emit('will-quit', { preventDefault: () => (held += 1) });
    app.emit('will-quit', { preventDefault: () => (held += 1) });
    await vi.waitFor(() => expect(record.quits).toBe(1));
    await ended;
    expect([held, ...order]).toEqual([2, 'appended']);
    const folder = join(binding.dataDir, 'workspaces', '0193a000-0000-7000-8000-000000000001', 'journal');
    const kept = await stat(join(folder, 'journal-000001-000000000001.ndjson'));
    expect(kept.size).toBeGreaterThan(7_000_000);
    app.emit('will-quit', { preventDefault: () => (held += 1) });
    expect(held).toBe(2);
  });

  it('sends menu actions to the page', async () => {
    const { record } = await started();
    const heard: unknown[] = [];
    binding.platform.onEvent((event) => void heard.push(event));
    const entries = record.menu.flatMap(({ submenu }) => submenu ?? []);
    for (const entry of entries) entry.click?.();
    expect(heard).toEqual(
      ['import', 'export', 'undo', 'redo', 'palette', 'shortcuts'].map((action) => ({
        kind: 'menu',
        action,
      })),
    );
    expect(entries.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn']),
    );
    expect(JSON.stringify(record.menu)).not.toMatch(/toggleDevTools|reload/i);
  });
});
