import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { bridgeName, type HostBridge } from '../../src/shared/host/bridge.ts';
import type { HostEvent } from '../../src/shared/host/contract.ts';
import { startLoopbackHost } from '../../src/main/loopback-shell/host.ts';
import { createElectronPlatform } from '../../src/renderer/platform/electron-platform.ts';
import { createLoopbackPlatform } from '../../src/renderer/platform/loopback-platform.ts';
import type { Platform } from '../../src/renderer/platform/platform.ts';
import { pageAt } from './page-surroundings.ts';

/** One shell's way from the page to the host, real but for the window around it. */
export interface Binding {
  readonly platform: Platform;
  readonly shell: 'electron' | 'loopback';
  /** Sends what the types would not let through; answers the last frame. */
  readonly raw: (operation: string, request: unknown) => Promise<unknown>;
  readonly send: (event: HostEvent) => void;
  readonly dataDir: string;
  readonly openedOutside: readonly string[];
  /** The host goes away while the page stays. */
  readonly breakHost: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function folders() {
  const root = await mkdtemp(join(tmpdir(), 'groundwork-shell-'));
  const resources = join(root, 'app', 'resources');
  await mkdir(join(resources, 'sample-workspace'), { recursive: true });
  await writeFile(join(resources, 'sample-workspace', 'sample.json'), '{"sample":true}');
  await writeFile(join(root, 'app', 'index.html'), '<!doctype html><title>Groundwork</title>');
  return { root, app: join(root, 'app'), resources, data: join(root, 'data') };
}

/** What opens the loopback shell to its page. */
export interface LoopbackBinding extends Binding {
  readonly secrets: { readonly token: string; readonly code: string };
}

export async function loopbackBinding(): Promise<LoopbackBinding> {
  const { root, app, resources, data } = await folders();
  const openedOutside: string[] = [];
  const host = await startLoopbackHost({
    dataDir: data,
    port: 0,
    appDir: app,
    resourcesDir: resources,
    clock: { fixedAt: '2026-03-02T09:00:00Z' },
    openLink: (url) => {
      openedOutside.push(url);
      return Promise.resolve();
    },
  });
  const page = pageAt(host.address);
  const platform = createLoopbackPlatform(page);
  await platform.call('session.open', { pageVersion: 'test', engine: 'test' });
  return {
    platform,
    shell: 'loopback',
    secrets: {
      token: page.storage.getItem('groundwork.token') ?? '',
      code: host.address.split('=')[1] ?? '',
    },
    dataDir: data,
    openedOutside,
    raw: async (operation, request) => {
      const response = await page.fetch(`/call/${operation}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${page.storage.getItem('groundwork.token') ?? ''}`,
        },
        body: JSON.stringify(request),
      });
      return JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '') as unknown;
    },
    send: host.control.send,
    breakHost: host.close,
    close: async () => {
      await host.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Runs the real main and preload modules over the recorded `electron`. */
export async function electronBinding(): Promise<Binding> {
  const { root, app: appPath, data } = await folders();
  vi.resetModules();
  const electron = await import('./recorded-electron.ts');
  vi.doMock('electron', () => electron);
  electron.record.appPath = appPath;
  const argv = process.argv;
  process.argv = [...argv, `--data-dir=${data}`];
  process.env['GROUNDWORK_TEST_CLOCK'] = '2026-03-02T09:00:00Z';
  await import('../../electron/main.ts');
  process.argv = argv;
  electron.finishLoading();
  await vi.waitFor(() => {
    if (electron.record.windows.length === 0) throw new Error(electron.record.errors.join() || 'no window');
  });
  delete process.env['GROUNDWORK_TEST_CLOCK'];
  await import('../../electron/preload.ts');
  const bridge = electron.record.exposed.get(bridgeName) as HostBridge;
  let lastRaw = 1_000_000;
  return {
    platform: createElectronPlatform(bridge),
    shell: 'electron',
    dataDir: join(data, 'electron', 'host'),
    openedOutside: electron.record.openedOutside,
    raw: (operation, request) => bridge.call((lastRaw += 1), operation, request),
    send: (event) => electron.record.windows[0]?.webContents.send('groundwork:event', event),
    breakHost: () => {
      electron.record.ipcFailure = new Error('gone');
      return Promise.resolve();
    },
    close: async () => {
      electron.app.emit('will-quit', { preventDefault: () => undefined });
      await vi.waitFor(() => {
        if (electron.record.quits === 0) throw new Error('still open');
      });
      await rm(root, { recursive: true, force: true });
    },
  };
}
