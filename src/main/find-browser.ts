import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { err, ok, type Result } from '../shared/result.ts';

/** A browser of the Chromium family: the loopback shell's window, and what browser tests drive. */
export interface FoundBrowser {
  readonly path: string;
  /** For people: "Chromium", "Google Chrome", ... */
  readonly name: string;
  readonly from: 'environment' | 'playwright' | 'installed';
}

/** What the search looks at; tests give their own. */
export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly exists: (path: string) => boolean;
  /** Names in a folder; none when it is not there. */
  readonly list: (folder: string) => readonly string[];
}

const thisMachine = (): BrowserSearch => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
});

/**
 * Looks for a browser: first the one named by `GROUNDWORK_BROWSER`, then Playwright's own, then what is
 * installed.
 * @returns words for a person when there is none
 */
export function findBrowser(search: BrowserSearch = thisMachine()): Result<FoundBrowser, string> {
  const named = search.env['GROUNDWORK_BROWSER'];
  if (named !== undefined && named !== '') {
    return search.exists(named)
      ? ok({ path: named, name: 'the browser in GROUNDWORK_BROWSER', from: 'environment' })
      : err(`GROUNDWORK_BROWSER names "${named}", and there is no such file.`);
  }
  const found = playwrightBrowser(search) ?? installedBrowser(search);
  return found === undefined
    ? err('No Chromium, Chrome, Edge or Brave was found. Install one, or set GROUNDWORK_BROWSER to its path.')
    : ok(found);
}

function playwrightBrowser(search: BrowserSearch): FoundBrowser | undefined {
  const paths = pathsOf(search);
  const named = search.env['PLAYWRIGHT_BROWSERS_PATH'];
  const folder =
    named !== undefined && named !== '' && named !== '0'
      ? named
      : paths.join(search.home, ...playwrightFolder(search));
  const revisions = search
    .list(folder)
    .flatMap((name) => /^chromium-(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
  for (const revision of revisions) {
    for (const inside of playwrightPrograms) {
      const path = paths.join(folder, `chromium-${revision}`, ...inside);
      if (search.exists(path)) return { path, name: 'Chromium of Playwright', from: 'playwright' };
    }
  }
  return undefined;
}

const playwrightFolder = ({ platform }: BrowserSearch): readonly string[] => {
  if (platform === 'darwin') return ['Library', 'Caches', 'ms-playwright'];
  return platform === 'win32' ? ['AppData', 'Local', 'ms-playwright'] : ['.cache', 'ms-playwright'];
};

const testingApp = ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'];
const playwrightPrograms: readonly (readonly string[])[] = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-win', 'chrome.exe'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-mac-arm64', ...testingApp],
  ['chrome-mac-x64', ...testingApp],
];

function installedBrowser(search: BrowserSearch): FoundBrowser | undefined {
  for (const { name, path } of installedPlaces(search)) {
    if (search.exists(path)) return { path, name, from: 'installed' };
  }
  return undefined;
}

function installedPlaces(search: BrowserSearch): readonly { name: string; path: string }[] {
  const paths = pathsOf(search);
  if (search.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].flatMap((name) =>
      ['/Applications', paths.join(search.home, 'Applications')].map((folder) => ({
        name,
        path: paths.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      })),
    );
  }
  if (search.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (key) => search.env[key] ?? [],
    );
    return windowsPrograms.flatMap(({ name, inside }) =>
      roots.map((root) => ({ name, path: paths.join(root, ...inside) })),
    );
  }
  const folders = (search.env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return linuxPrograms.flatMap(({ name, files }) =>
    files.flatMap((file) =>
      [...folders, '/snap/bin'].map((folder) => ({ name, path: paths.join(folder, file) })),
    ),
  );
}

const windowsPrograms = [
  { name: 'Google Chrome', inside: ['Google', 'Chrome', 'Application', 'chrome.exe'] },
  { name: 'Chromium', inside: ['Chromium', 'Application', 'chrome.exe'] },
  { name: 'Microsoft Edge', inside: ['Microsoft', 'Edge', 'Application', 'msedge.exe'] },
  { name: 'Brave', inside: ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'] },
];

const linuxPrograms = [
  { name: 'Google Chrome', files: ['google-chrome', 'google-chrome-stable'] },
  { name: 'Chromium', files: ['chromium', 'chromium-browser'] },
  { name: 'Microsoft Edge', files: ['microsoft-edge', 'microsoft-edge-stable'] },
  { name: 'Brave', files: ['brave-browser', 'brave'] },
];

const pathsOf = ({ platform }: BrowserSearch) => (platform === 'win32' ? win32 : posix);
