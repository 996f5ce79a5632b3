import { test as base, expect, type Page } from '@playwright/test';
import type { HostEvent } from '../../../src/shared/host/contract.ts';
import { launchElectronApp } from './electron-app.ts';
import { launchLoopbackApp } from './loopback-app.ts';

/**
 * The running app as journeys see it, the same in every shell. Each test has its own data folder, port and
 * browser profile, and fails when the page logs an error that the test did not announce.
 */
export interface App {
  /** The app's window. Another one after `restart`. */
  readonly page: () => Page;
  /** Loads the page anew, as F5 does. */
  readonly reload: () => Promise<void>;
  /** Stops and starts the host under the open page, then reloads the page. Loopback shell only. */
  readonly restartHost: () => Promise<void>;
  /** Runs `work` while the host under the open page is stopped, then starts it again. Loopback shell only. */
  readonly whileHostIsAway: (work: () => Promise<void>) => Promise<void>;
  /**
   * Closes window and host and opens both again with the same data, as a person does overnight.
   * @param overnight runs while both are closed
   */
  readonly restart: (overnight?: () => Promise<void>) => Promise<void>;
  /** Where the browser keeps the page's databases; with the option `onDisk`. */
  readonly storageFolder: string;
  /** Moves the fixed clock; needs the option `fixedClock`. */
  readonly advanceClock: (ms: number) => Promise<void>;
  /** Where the host keeps its files. */
  readonly dataFolder: string;
  /** Links that the host was asked to open outside and would have opened. Loopback shell only. */
  readonly openedOutside: () => readonly string[];
  /** What the disk under the data folder has free, bytes; seen at the host's next look. Loopback shell only. */
  readonly setFreeSpace: (bytes: number) => void;
  /** Tells the page something unasked, as the host does. Loopback shell only. */
  readonly tell: (event: HostEvent) => void;
  /** Announces an error that the page may log from now on. */
  readonly expectProblem: (pattern: RegExp) => void;
  /** What the page logged that was not announced. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface AppOptions {
  shell: 'loopback' | 'electron';
  /** ISO instant at which the app's clock stands still; `null` = the machine's clock. */
  fixedClock: string | null;
  /** Opens the sample workspace, as `npm start -- --demo` does. */
  demo: boolean;
  /** Room for the page's data, set before it first loads; `null` = as much as the disk gives. Loopback only. */
  quotaBytes: number | null;
  /** A browser profile in the test's folder, for what the browser's own start or its files are part of. */
  onDisk: boolean;
}

/** What a shell needs to launch the app for one test. */
export interface LaunchOptions {
  /** An empty folder of the test's own. */
  readonly folder: string;
  readonly fixedClock: string | null;
  readonly demo: boolean;
  readonly quotaBytes: number | null;
  readonly onDisk: boolean;
  readonly executablePath: string | undefined;
  readonly browserArguments: readonly string[];
  readonly sandbox: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
}

interface AppFixtures {
  app: App;
  page: Page;
  /** Another machine: the same shell with a data folder, port and profile of its own. */
  elsewhere: App;
}

export const test = base.extend<AppOptions & AppFixtures & { launch: (folder: string) => Promise<App> }>({
  shell: ['loopback', { option: true }],
  fixedClock: ['2026-03-16T09:00:00Z', { option: true }],
  demo: [false, { option: true }],
  quotaBytes: [null, { option: true }],
  onDisk: [false, { option: true }],

  launch: async ({ shell, fixedClock, demo, quotaBytes, onDisk, launchOptions, viewport }, use, testInfo) => {
    const launched: App[] = [];
    await use(async (folder) => {
      const start = shell === 'electron' ? launchElectronApp : launchLoopbackApp;
      const app = await start({
        folder: testInfo.outputPath(folder),
        fixedClock,
        demo,
        quotaBytes,
        onDisk,
        executablePath: launchOptions.executablePath,
        browserArguments: launchOptions.args ?? [],
        sandbox: launchOptions.chromiumSandbox ?? true,
        viewport: viewport ?? { width: 1440, height: 900 },
      });
      launched.push(app);
      return app;
    });
    for (const app of launched) await app.close();
    expect(
      launched.flatMap((app) => app.problems()),
      'errors that the page logged',
    ).toEqual([]);
  },

  app: async ({ launch }, use) => {
    await use(await launch('app'));
  },

  elsewhere: async ({ launch }, use) => {
    await use(await launch('elsewhere'));
  },

  /** The app's first window, for journeys that never restart. */
  page: async ({ app }, use) => {
    await use(app.page());
  },
});

export { expect };
