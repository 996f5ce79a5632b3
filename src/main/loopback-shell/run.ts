import { setTimeout as wait } from 'node:timers/promises';
import type { FoundBrowser } from '../find-browser.ts';
import { engineRefusal, noteEngine } from '../engine-guard.ts';
import { browserVersion } from './browser-version.ts';
import { browserProfile, openBrowserWindow, type BrowserWindow } from './browser-window.ts';
import { openLoopbackHost, type LoopbackHost, type LoopbackHostOptions, type StartRefusal } from './host.ts';

export interface LoopbackRun {
  readonly host: LoopbackHostOptions;
  /** `null` prints the address instead of opening a window. */
  readonly browser: FoundBrowser | null;
  readonly browserArguments?: readonly string[];
  readonly say: (line: string) => void;
  /** Another program holds the port, or the system keeps it. */
  readonly onPortRefused: () => Promise<void>;
  /** Resolves when the process is asked to stop. */
  readonly stopped: Promise<void>;
}

/** A closed window's connection is noticed a moment later. */
const graceMs = 500;
/** A browser that was still running with this profile takes the window over and its starter ends at once. */
const handOverMs = 10_000;

/**
 * Runs the loopback shell until its window is closed or it is asked to stop.
 * @returns the process's exit code
 */
export async function runLoopbackShell(run: LoopbackRun): Promise<number> {
  const engine = run.browser === null ? undefined : await browserVersion(run.browser.path);
  const { dataDir } = run.host;
  const tooOld = engineRefusal({ profileDir: browserProfile(dataDir), dataDir }, engine, newerBrowser);
  if (tooOld !== undefined) {
    run.say(tooOld);
    return 1;
  }
  const windows = new Set<BrowserWindow>();
  const opened = await openLoopbackHost({
    ...run.host,
    onOpenWindow: () => {
      if (run.browser !== null && host !== undefined) void open(host, run.browser);
    },
  });
  if (!opened.ok) return openTheOther(opened.error, run);
  await noteEngine(dataDir, engine);
  const host: LoopbackHost | undefined = opened.value;

  async function open(of: LoopbackHost, browser: FoundBrowser, address = of.newAddress()): Promise<void> {
    const window = await openBrowserWindow({
      browser: browser.path,
      address,
      dataDir: run.host.dataDir,
      ...(run.browserArguments === undefined ? {} : { extra: run.browserArguments }),
    });
    windows.add(window);
    const startedAt = performance.now();
    const problem = await window.ended;
    if (problem !== undefined) run.say(problem);
    const grace = performance.now() - startedAt < handOverMs && problem === undefined ? handOverMs : graceMs;
    await leftAlone(of, problem === undefined ? grace : 0);
    windows.delete(window);
  }

  if (run.browser === null) {
    run.say(`Open ${host.address}`);
    run.say('The address works once. Press Ctrl+C to stop.');
    await run.stopped;
  } else {
    await Promise.race([open(host, run.browser, host.address), run.stopped]);
  }
  await Promise.all([...windows].map((window) => window.close()));
  // A page that somebody opened by hand, or in a browser that was there before, may still be open.
  await host.close({ signOut: run.browser !== null && host.connectedPages() === 0 });
  return 0;
}

const newerBrowser =
  'Update the browser and start Groundwork again, or set GROUNDWORK_BROWSER to the path of a newer one.';

/** Resolves when no page is connected and none came back within the grace time. */
async function leftAlone(host: LoopbackHost, grace: number): Promise<void> {
  for (let aloneFor = 0; aloneFor < grace; aloneFor += 250) {
    if (host.connectedPages() > 0) aloneFor = grace > graceMs ? grace - graceMs : 0;
    await wait(250);
  }
}

async function openTheOther(refusal: StartRefusal, run: LoopbackRun): Promise<number> {
  if (refusal.kind !== 'already-running') {
    await run.onPortRefused();
    run.say(refusal.message);
    return 1;
  }
  run.say(refusal.message);
  if (run.browser === null) run.say(`Open ${await refusal.host.newAddress()}`);
  else await refusal.host.open();
  return 0;
}
