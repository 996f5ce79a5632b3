import { availableParallelism } from 'node:os';
import {
  defineConfig,
  type PlaywrightTestOptions,
  type PlaywrightWorkerOptions,
  type Project,
} from '@playwright/test';
import { electronBinary } from './test/run/electron-binary.ts';
import { browserLaunchOptions } from './test/run/ensure-browser.ts';
import { waitingTag } from './test/run/turns.ts';
import type { AppOptions } from './test/e2e/support/app.ts';

const isBrief = process.env['GROUNDWORK_BRIEF'] === '1';
const seed = Number(process.env['GROUNDWORK_SEED'] ?? '0');

/** Journeys paint all the time: where a machine has no graphics card, what stands in for one takes a tenth of it all. */
const browserLaunch = browserLaunchOptions();

/** Half as many again as cores: a test waits for engine, host and disk by turns. Each may want 1 GB. */
const workers = Math.min(6, Math.ceil(availableParallelism() * 1.5));

const projects: Project<PlaywrightTestOptions & AppOptions, PlaywrightWorkerOptions>[] = [
  // Nothing to look at here, and tracing would slow hundreds of small calls.
  { name: 'store', testMatch: 'store/**/*.spec.ts', use: { trace: 'off', screenshot: 'off' } },
  // Never tried again: an edit that was lost once is lost.
  { name: 'crash', testMatch: 'crash/**/*.spec.ts', retries: 0, use: { trace: 'off', screenshot: 'off' } },
  // Before the journeys: they are the longest, and at the end one worker would wait for the other.
  { name: 'attacks', testMatch: 'e2e/security/**/*.spec.ts', use: { shell: 'loopback' } },
  { name: 'loopback', testMatch: 'e2e/journeys/**/*.spec.ts', use: { shell: 'loopback' } },
];

// Where Electron's binary is not there the project is absent, and `npm test` says "not run".
if (electronBinary() !== undefined) {
  projects.push({
    name: 'electron',
    testMatch: 'e2e/**/*.spec.ts',
    use: { shell: 'electron' },
    grepInvert: /@loopback/,
  });
}

/** Browser suites: the store without screens, and journeys, written once and run in every shell at hand. */
export default defineConfig<AppOptions>({
  testDir: 'test',
  outputDir: 'test-results',
  preserveOutput: 'failures-only',
  workers,
  fullyParallel: true,
  forbidOnly: true,
  // `npm test` has minutes; what takes long and rarely breaks alone is left to `npm run test:long`, and told.
  ...(isBrief && { grepInvert: new RegExp(`@long|${waitingTag(seed)}\\b`) }),
  // A busy CI machine may stall a browser for seconds; a test that passed only then is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['GROUNDWORK_REPORT'] ?? '.groundwork/reports/playwright.json' }],
  ],
  projects,
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // A trace of every step costs as much as the steps; a failing test is run by itself to see one.
    trace: isBrief ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // A fifth of a journey goes into painting motions; the long run sees them.
    ...(isBrief && { contextOptions: { reducedMotion: 'reduce' } }),
    launchOptions: { ...browserLaunch, args: [...(browserLaunch.args ?? []), '--disable-gpu'] },
  },
});
