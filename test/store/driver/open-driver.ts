import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { startLoopbackHost } from '../../../src/main/loopback-shell/host.ts';
import { browserLaunchOptions } from '../../run/ensure-browser.ts';
import type { Driver } from './page.ts';

export const driverDir = fileURLToPath(new URL('../../../out/driver/', import.meta.url));
const resourcesDir = fileURLToPath(new URL('../../../resources/', import.meta.url));

type Methods = { [M in keyof Driver]: Driver[M] };
type Answer<M extends keyof Methods> = Awaited<ReturnType<Methods[M]>>;

type Host = Awaited<ReturnType<typeof startLoopbackHost>>;

/** A store of its own: data folder, port, browser profile, and the driver page in it. */
export interface OpenDriver {
  readonly page: Page;
  readonly host: Host;
  readonly folder: string;
  readonly errors: readonly string[];
  readonly call: <M extends keyof Methods>(method: M, ...args: Parameters<Methods[M]>) => Promise<Answer<M>>;
  /** Loads the page again; the store is opened anew. */
  readonly reload: () => Promise<void>;
  /** Ends browser and host in order and starts both on the same folder and port. */
  readonly restart: () => Promise<OpenDriver>;
  readonly close: () => Promise<void>;
}

export interface DriverOptions {
  /** Kept by the caller; a fresh one is made and removed otherwise. */
  readonly folder?: string;
  readonly port?: number;
  readonly clock?: string;
  readonly appDir?: string;
  /** Room for the origin's data, from before the page is loaded: the engine remembers what it saw. */
  readonly quotaBytes?: number;
}

export async function openDriver(options: DriverOptions = {}): Promise<OpenDriver> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'groundwork-store-')));
  const host = await startLoopbackHost({
    dataDir: path.join(folder, 'data'),
    port: options.port ?? 0,
    appDir: options.appDir ?? driverDir,
    resourcesDir,
    ...(options.clock !== undefined && { clock: { fixedAt: options.clock } }),
  });
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    ...browserLaunchOptions(),
    headless: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  if (options.quotaBytes !== undefined) {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: options.quotaBytes });
  }
  await page.goto(host.address);
  const ready = async (): Promise<void> => {
    await page.waitForFunction(() => 'driver' in window);
    await page.evaluate(() => window.driver.ready());
  };
  await ready();
  return {
    page,
    host,
    folder,
    errors,
    call: (method, ...args) => callDriver(page, method, args),
    reload: async () => {
      await page.reload();
      await ready();
    },
    restart: async () => {
      const port = Number(new URL(host.origin).port);
      await shut(context, host);
      return openDriver({ ...options, folder, port });
    },
    close: async () => {
      await shut(context, host);
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function callDriver<M extends keyof Methods>(
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
