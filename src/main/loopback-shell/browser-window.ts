import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { makePrivateDirectory } from '../files.ts';

/** The app's window in an installed browser. */
export interface BrowserWindow {
  /** Resolves when the browser's process has ended; with words when it could not be started. */
  readonly ended: Promise<string | undefined>;
  /** Asks the browser to close, and insists after a while. */
  readonly close: () => Promise<void>;
}

/** Chromium's profile; it holds the stores of this data folder. */
export const browserProfile = (dataDir: string): string => join(dataDir, 'browser-profile');

const insistAfterMs = 4_000;

/** How the browser is started: its own profile, no first-run pages, no background traffic. */
export function browserArguments(window: {
  readonly address: string;
  readonly profileDir: string;
  readonly isRoot: boolean;
  readonly extra?: readonly string[];
}): string[] {
  return [
    `--app=${window.address}`,
    `--user-data-dir=${window.profileDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-background-mode',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-features=Translate,MediaRouter',
    // Chromium refuses to run as root with its sandbox on; nobody else loses the sandbox.
    ...(window.isRoot ? ['--no-sandbox'] : []),
    ...(window.extra ?? []),
  ];
}

/**
 * Opens the app in app mode.
 * @param extra more arguments, from `GROUNDWORK_BROWSER_ARGS` (tests: `--headless`)
 */
export async function openBrowserWindow(options: {
  readonly browser: string;
  readonly address: string;
  readonly dataDir: string;
  readonly extra?: readonly string[];
}): Promise<BrowserWindow> {
  const profileDir = browserProfile(options.dataDir);
  await makePrivateDirectory(profileDir);
  const child = spawn(
    options.browser,
    browserArguments({
      address: options.address,
      profileDir,
      isRoot: process.getuid?.() === 0,
      ...(options.extra === undefined ? {} : { extra: options.extra }),
    }),
    { stdio: 'ignore', windowsHide: false },
  );
  const ended = endOf(child);
  return {
    ended,
    close: async () => {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), insistAfterMs);
      await ended;
      clearTimeout(insist);
    },
  };
}

const endOf = (child: ChildProcess): Promise<string | undefined> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(`The browser could not be started: ${error.message}`));
    child.once('exit', () => resolve(undefined));
  });
