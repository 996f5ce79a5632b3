import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { startLoopbackHost } from '../../../src/main/loopback-shell/host.ts';
import { browserLaunchOptions } from '../../run/ensure-browser.ts';
import type { Operation } from '../../../src/shared/host/contract.ts';
import type { UpgradeFault } from './faulty-worker-port.ts';
import type { Driver } from './page.ts';

export const driverDir = fileURLToPath(new URL('../../../out/driver/', import.meta.url));
const resourcesDir = fileURLToPath(new URL('../../../resources/', import.meta.url));

export type Methods = { [M in keyof Driver]: Driver[M] };
export type Answer<M extends keyof Methods> = Awaited<ReturnType<Methods[M]>>;

type Host = Awaited<ReturnType<typeof startLoopbackHost>>;

/** A store of its own: data folder, port, browser profile, and the driver page in it. */
export interface OpenDriver {
  readonly page: Page;
  readonly host: Host;
  /** Holds `data`, the host's folder, and the browser's profiles. */
  readonly folder: string;
  readonly errors: readonly string[];
  readonly call: <M extends keyof Methods>(method: M, ...args: Parameters<Methods[M]>) => Promise<Answer<M>>;
  /** Loads the page again; the store is opened anew. */
  readonly reload: () => Promise<void>;
  /** Ends browser and host in order and starts both on the same folder and port. */
  readonly restart: (changed?: Restart) => Promise<OpenDriver>;
  /** Ends the host and starts another one on the same folder and port, under the page that is there. */
  readonly restartHost: (between?: (folder: string) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What is different at the next start. */
export interface Restart extends Pick<DriverOptions, 'profile' | 'fault'> {
  /** Runs while nothing does. */
  readonly between?: (folder: string) => Promise<void>;
}

export interface DriverOptions {
  /** Kept by the caller; a fresh one is made and removed otherwise. */
  readonly folder?: string;
  readonly port?: number;
  readonly clock?: string;
  readonly appDir?: string;
  /** Room for the origin's data, from before the page is loaded: the engine remembers what it saw. */
  readonly quotaBytes?: number;
  /**
   * Keeps what the browser stores in a profile on disk, for tests that look at its files or kill the browser.
   * Otherwise it lives in a browser that the tests of a worker share, until the last close.
   */
  readonly onDisk?: boolean;
  /**
   * Name of the browser's profile: another one is another browser on the same data. Only on disk can one come
   * back to a profile that was left.
   */
  readonly profile?: string;
  /** How the next upgrade of the schema goes wrong. */
  readonly fault?: UpgradeFault;
  /** Runs on a blank page of the app's origin, before the app is there. */
  readonly prepare?: (page: Page, folder: string) => Promise<void>;
  /** Calls of the host that do not get through. */
  readonly refuse?: readonly Operation[];
}

export async function openDriver(options: DriverOptions = {}): Promise<OpenDriver> {
  if (options.folder !== undefined) return start({ ...options, folder: options.folder });
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-store-'));
  return start({ ...options, folder }, () => rm(folder, { recursive: true, force: true }));
}

/** Shared by the tests of a worker; Playwright ends it with the worker. */
let shared: Promise<Browser> | undefined;

async function newContext(
  folder: string,
  { onDisk = false, profile = 'profile' }: DriverOptions,
): Promise<BrowserContext> {
  const launch = { ...browserLaunchOptions(), headless: true };
  if (onDisk) return chromium.launchPersistentContext(path.join(folder, profile), launch);
  shared ??= chromium.launch(launch);
  return (await shared).newContext();
}

/**
 * @param remove cleans up at the last close
 * @param kept holds what the browser stored before a restart, where that is not on disk
 */
async function start(
  options: DriverOptions & { readonly folder: string },
  remove: () => Promise<void> = () => Promise.resolve(),
  kept?: BrowserContext,
): Promise<OpenDriver> {
  const { folder } = options;
  const startHost = (port: number): Promise<Host> =>
    startLoopbackHost({
      dataDir: path.join(folder, 'data'),
      port,
      appDir: options.appDir ?? driverDir,
      resourcesDir,
      ...(options.clock !== undefined && { clock: { fixedAt: options.clock } }),
    });
  let host = await startHost(options.port ?? 0);
  const { port } = host;
  const context = kept ?? (await newContext(folder, options));
  const page =
    options.onDisk === true ? (context.pages()[0] ?? (await context.newPage())) : await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  if (options.quotaBytes !== undefined) {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: options.quotaBytes });
  }
  if (options.fault !== undefined) {
    await page.addInitScript((fault) => Object.assign(window, { driverFault: fault }), options.fault);
  }
  for (const operation of options.refuse ?? []) {
    await page.route(`**/call/${operation}`, (route) => route.abort());
  }
  if (options.prepare) {
    const blank = `${host.origin}/blank`;
    await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(blank);
    await options.prepare(page, folder);
  }
  await page.goto(host.address);
  const ready = async (): Promise<void> => {
    await page.waitForFunction(() => 'driver' in window);
    // It would wait for ever.
    if (options.fault === 'hangs') return;
    await page.evaluate(() => window.driver.ready());
  };
  await ready();
  return {
    page,
    get host() {
      return host;
    },
    folder,
    errors,
    call: (method, ...args) => callDriver(page, method, args),
    reload: async () => {
      await page.reload();
      await ready();
    },
    restart: async ({ between, ...changed } = {}) => {
      const isAnother = changed.profile !== undefined && changed.profile !== options.profile;
      const isOver = options.onDisk === true || isAnother;
      if (isOver) await shut(context, host);
      else {
        await Promise.all(context.pages().map((open) => open.close({ runBeforeUnload: false })));
        await host.close();
      }
      await between?.(folder);
      const { prepare: _once, fault: _fault, ...same } = options;
      return start({ ...same, port, ...changed }, remove, isOver ? undefined : context);
    },
    restartHost: async (between) => {
      await host.close();
      await between?.(folder);
      host = await startHost(port);
    },
    close: async () => {
      await shut(context, host);
      await remove();
    },
  };
}

/** Calls one method of the driver page. */
export async function callDriver<M extends keyof Methods>(
  page: Page,
  method: M,
  args: readonly unknown[],
): Promise<Answer<M>> {
  const value = await page.evaluate(
    ([name, values]) => {
      const call = window.driver[name] as (...given: readonly unknown[]) => unknown;
      return call(...values);
    },
    [method, args] as const,
  );
  return value as Answer<M>;
}

async function shut(context: BrowserContext, host: Host): Promise<void> {
  await context.close().catch(() => undefined);
  await host.close();
}
