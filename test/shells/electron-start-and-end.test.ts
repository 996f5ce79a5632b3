import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { App, BrowserWindow } from 'electron';
import { finishBeforeQuit } from '../../electron/finish-before-quit.ts';
import type { HostCore } from '../../src/main/host-core.ts';
import type { HostEvent } from '../../src/shared/host/contract.ts';
import { electronBinding } from './bindings.ts';

const ownEngine = process.versions.chrome;
let root: string | undefined;
afterEach(async () => {
  vi.useRealTimers();
  runOn(ownEngine);
  if (root !== undefined) await rm(root, { recursive: true });
  root = undefined;
});

/** The engine that this Electron would have. */
function runOn(engine: string | undefined): void {
  if (engine === undefined) Reflect.deleteProperty(process.versions, 'chrome');
  else Reflect.set(process.versions, 'chrome', engine);
}

/** Runs the main module over the recorded `electron`, until it shows a window or gives up. */
async function startWith(dataDir: string) {
  vi.resetModules();
  const electron = await import('./recorded-electron.ts');
  vi.doMock('electron', () => electron);
  const argv = process.argv;
  process.argv = [...argv, `--data-dir=${dataDir}`];
  await import('../../electron/main.ts');
  process.argv = argv;
  electron.finishLoading();
  await vi.waitFor(() => {
    if (electron.record.windows.length + electron.record.exits.length === 0) throw new Error('not yet');
  });
  return electron;
}

async function dataFolder(): Promise<string> {
  root = await mkdtemp(join(tmpdir(), 'groundwork-electron-'));
  return join(root, 'data');
}

describe('Electron: a start that is refused', () => {
  it('of an older engine says so before profile, lock or data are touched', async () => {
    const data = await dataFolder();
    const host = join(data, 'electron', 'host');
    await mkdir(host, { recursive: true });
    await writeFile(join(host, 'engine.json'), '{"format":1,"version":"157.0.1.2"}\n');
    const before = await readdir(data, { recursive: true });
    runOn('156.0.8078.79');
    const { record, app } = await startWith(data);
    expect(record.exits).toEqual([1]);
    expect(record.errors).toEqual([expect.stringContaining('version 157.0.1.2')]);
    expect(record.errors[0]).toContain('Install the newest Groundwork');
    expect(record.windows).toEqual([]);
    expect(app.listenerCount('second-instance')).toBe(0);
    expect(await readdir(data, { recursive: true })).toEqual(before);
    expect(await readFile(join(host, 'engine.json'), 'utf8')).toBe('{"format":1,"version":"157.0.1.2"}\n');
  });

  it('with a folder that cannot be made or written says which and why', async () => {
    const data = await dataFolder();
    await writeFile(data, 'a file');
    const sooner = await startWith(data);
    expect(sooner.record.errors).toEqual([expect.stringContaining('A file stands where a folder is needed')]);
    await rm(data);
    await mkdir(join(data, 'electron'), { recursive: true });
    await writeFile(join(data, 'electron', 'host'), 'a file');
    const later = await startWith(data);
    expect(later.record.errors).toEqual([expect.stringContaining(join(data, 'electron', 'host'))]);
    expect(later.record.exits).toEqual([1]);
    expect(later.record.windows).toEqual([]);
  });

  it('is none of the same or a newer engine, which is noted for the next start', async () => {
    const data = await dataFolder();
    runOn('157.0.1.2');
    const { app, record } = await startWith(data);
    expect(record.errors).toEqual([]);
    const noted = await readFile(join(data, 'electron', 'host', 'engine.json'), 'utf8');
    expect(JSON.parse(noted)).toEqual({ format: 1, version: '157.0.1.2' });
    app.emit('will-quit', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(record.quits).toBe(1));
  });
});

/** Stands in for app and window: quitting and closing go as Electron has them go. */
function endings(core: Pick<HostCore, 'readyToQuit' | 'whenIdle' | 'close'>) {
  const done: string[] = [];
  const cancellable = (emitter: EventEmitter, event: string): boolean => {
    let prevented = false;
    emitter.emit(event, { preventDefault: () => (prevented = true) });
    return prevented;
  };
  const appEvents = new EventEmitter();
  const windowEvents = new EventEmitter();
  const app = Object.assign(appEvents, {
    quit: (): void => {
      if (cancellable(appEvents, 'before-quit')) return;
      if (cancellable(windowEvents, 'close')) return;
      done.push('window closed');
      if (!cancellable(appEvents, 'will-quit')) done.push('ended');
    },
  });
  finishBeforeQuit(app as unknown as Pick<App, 'on' | 'quit'>, core).holdWindow(
    windowEvents as unknown as Pick<BrowserWindow, 'on'>,
  );
  return { app, done, closeWindow: () => cancellable(windowEvents, 'close') };
}

describe('Electron: the end', () => {
  it('asks the page first, then waits for calls, then closes files, then ends', async () => {
    const steps: string[] = [];
    let ready: () => void = () => undefined;
    const core = {
      readyToQuit: (withinMs: number) => {
        steps.push(`ask, ${withinMs} ms`);
        return new Promise<void>((resolve) => (ready = resolve));
      },
      whenIdle: () => Promise.resolve(void steps.push('idle')),
      close: () => Promise.resolve(void steps.push('close')),
    };
    const { app, done, closeWindow } = endings(core);
    app.quit();
    app.quit();
    expect(closeWindow()).toBe(true);
    expect(steps).toEqual(['ask, 10000 ms']);
    expect(done).toEqual([]);
    ready();
    await vi.waitFor(() => expect(done).toContain('ended'));
    expect(steps).toEqual(['ask, 10000 ms', 'idle', 'close']);
    expect(closeWindow()).toBe(false);
  });

  it('begins with closing the window, too: the page is asked while it is there', async () => {
    const steps: string[] = [];
    const core = {
      readyToQuit: () => Promise.resolve(void steps.push('ask')),
      whenIdle: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const { done, closeWindow } = endings(core);
    expect(closeWindow()).toBe(true);
    expect(steps).toEqual(['ask']);
    await vi.waitFor(() => expect(done).toContain('ended'));
  });

  it('comes although asking the page failed', async () => {
    const core = {
      readyToQuit: () => Promise.reject(new Error('gone')),
      whenIdle: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const { app, done } = endings(core);
    app.quit();
    await vi.waitFor(() => expect(done).toContain('ended'));
  });

  it('hears the page say that it is ready, over IPC', async () => {
    const binding = await electronBinding();
    const { app, record } = await import('./recorded-electron.ts');
    const heard: HostEvent[] = [];
    const stop = binding.platform.onEvent((event) => void heard.push(event));
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'quit' }));
    expect(record.quits).toBe(0);
    expect(await binding.platform.call('session.ready-to-quit', {})).toEqual({ ok: true, value: {} });
    await vi.waitFor(() => expect(record.quits).toBe(1));
    prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(false);
    stop();
    await binding.close();
  });

  it('does not wait for a page that crashed', async () => {
    const binding = await electronBinding();
    const { app, record } = await import('./recorded-electron.ts');
    record.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    app.emit('before-quit', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(record.quits).toBe(1));
    await binding.close();
  });
});
