import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { startLoopbackHost, type LoopbackHost } from '../../../src/main/loopback-shell/host.ts';
import { repositoryRoot } from '../../run/child.ts';
import type { App, LaunchOptions } from './app.ts';
import { createProblemWatch } from './problem-watch.ts';

/** Bytes; whatever the machine that runs the tests has. */
const plentyOfSpace = 50_000_000_000;

/** Browsers that the tests of a worker share, by how they are launched; Playwright ends them with the worker. */
const shared = new Map<string, Promise<Browser>>();

/**
 * The loopback shell for one test: its host in this process, its page in a browser context of its own, or, on
 * disk, in a browser with a profile of its own. The first start takes any free port; later ones keep it, as
 * the page's data belongs to it.
 */
export async function launchLoopbackApp(options: LaunchOptions): Promise<App> {
  const dataFolder = join(options.folder, 'data');
  const profile = join(options.folder, 'profile');
  await mkdir(profile, { recursive: true });
  const watch = createProblemWatch();
  const openedOutside: string[] = [];
  let freeBytes = plentyOfSpace;

  const startHost = (port: number): Promise<LoopbackHost> =>
    startLoopbackHost({
      dataDir: dataFolder,
      port,
      appDir: join(repositoryRoot, 'out', 'renderer'),
      demo: options.demo,
      space: { measure: () => Promise.resolve(freeBytes) },
      openLink: (url) => {
        openedOutside.push(url);
        return Promise.resolve();
      },
      ...(options.fixedClock === null ? {} : { clock: { fixedAt: options.fixedClock } }),
    });
  const launch = {
    ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
    args: [...options.browserArguments],
    chromiumSandbox: options.sandbox,
  };
  const look = {
    viewport: options.viewport,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
  };
  const openContext = async (): Promise<BrowserContext> => {
    if (options.onDisk) return chromium.launchPersistentContext(profile, { ...launch, ...look });
    const key = JSON.stringify(launch);
    const browser = shared.get(key) ?? chromium.launch(launch);
    shared.set(key, browser);
    return (await browser).newContext(look);
  };
  const openBrowser = async (): Promise<BrowserContext> => {
    const opened = await openContext();
    watch.watch(opened);
    return opened;
  };
  /** What the page keeps stays where it is: on disk, or in the context. */
  const closeWindows = async (): Promise<void> => {
    if (options.onDisk) await context.close();
    else await Promise.all(context.pages().map((open) => open.close()));
  };

  let host = await startHost(0);
  const { port } = host;
  let context = await openBrowser();
  if (options.quotaBytes !== null) await limitQuota(context, host.origin, options.quotaBytes);
  let page = await openWindow(context, host.address);

  return {
    dataFolder,
    storageFolder: join(profile, 'Default', 'IndexedDB'),
    page: () => page,
    reload: async () => {
      await page.reload();
    },
    restartHost: () =>
      watch.whileHostIsAway(async () => {
        await host.close();
        host = await startHost(port);
        await page.reload();
      }),
    whileHostIsAway: (work) =>
      watch.whileHostIsAway(async () => {
        await host.close();
        await work();
        host = await startHost(port);
      }),
    restart: async (overnight) => {
      await closeWindows();
      await host.close();
      await overnight?.();
      host = await startHost(port);
      if (options.onDisk) context = await openBrowser();
      page = await openWindow(context, host.address);
    },
    advanceClock: (ms) => {
      host.control.advanceClock(ms);
      return Promise.resolve();
    },
    openedOutside: () => openedOutside,
    setFreeSpace: (bytes) => {
      freeBytes = bytes;
    },
    tell: (event) => host.control.send(event),
    expectProblem: watch.expectProblem,
    problems: watch.problems,
    close: async () => {
      await context.close();
      await host.close();
    },
  };
}

/** Before the page is loaded: the engine remembers how much room it saw. */
async function limitQuota(context: BrowserContext, origin: string, quotaSize: number): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

async function openWindow(context: BrowserContext, address: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return page;
}
