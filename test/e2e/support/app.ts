import { test as base, expect, type Page } from '@playwright/test';
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
  /** Closes window and host and opens both again with the same data, as a person does overnight. */
  readonly restart: () => Promise<void>;
  /** Moves the fixed clock; needs the option `fixedClock`. */
  readonly advanceClock: (ms: number) => Promise<void>;
  /** Where the host keeps its files. */
  readonly dataFolder: string;
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
}

/** What a shell needs to launch the app for one test. */
export interface LaunchOptions {
  /** An empty folder of the test's own. */
  readonly folder: string;
  readonly fixedClock: string | null;
  readonly demo: boolean;
  readonly quotaBytes: number | null;
  readonly executablePath: string | undefined;
  readonly browserArguments: readonly string[];
  readonly sandbox: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
}

export const test = base.extend<AppOptions & { app: App; page: Page }>({
  shell: ['loopback', { option: true }],
  fixedClock: ['2026-03-16T09:00:00Z', { option: true }],
  demo: [false, { option: true }],
  quotaBytes: [null, { option: true }],

  app: async ({ shell, fixedClock, demo, quotaBytes, launchOptions, viewport }, use, testInfo) => {
    const launch = shell === 'electron' ? launchElectronApp : launchLoopbackApp;
    const app = await launch({
      folder: testInfo.outputPath('app'),
      fixedClock,
      demo,
      quotaBytes,
      executablePath: launchOptions.executablePath,
      browserArguments: launchOptions.args ?? [],
      sandbox: launchOptions.chromiumSandbox ?? true,
      viewport: viewport ?? { width: 1440, height: 900 },
    });
    try {
      await use(app);
    } finally {
      await app.close();
    }
    expect(app.problems(), 'errors that the page logged').toEqual([]);
  },

  /** The app's first window, for journeys that never restart. */
  page: async ({ app }, use) => {
    await use(app.page());
  },
});

export { expect };
