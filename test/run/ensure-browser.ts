import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from '../../src/main/find-browser.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { runChild, type ChildOutcome } from './child.ts';

/**
 * What Playwright turns off by itself, and has to be named again: of several such arguments Chromium takes the
 * last. `ensure-browser.test.ts` compares the list with the installed Playwright.
 */
export const disabledByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
] as const;

/** Chromium loads two pages of its own for each window's address bar; no test types there, and they take a third of a start. */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'] as const;

const disabledFeatures: readonly string[] = [...disabledByPlaywright, ...addressBarPages];

/** How every suite launches it: sandboxed unless root, and silent towards the network. */
export function browserLaunchOptions(): Pick<LaunchOptions, 'executablePath' | 'chromiumSandbox' | 'args'> {
  const browser = findBrowser();
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return {
    ...(browser.ok && { executablePath: browser.value.path }),
    chromiumSandbox: !isRoot,
    args: ['--disable-background-networking', `--disable-features=${disabledFeatures.join(',')}`],
  };
}

/**
 * Finds a browser (the one in `GROUNDWORK_BROWSER`, Playwright's own, an installed one), or installs one by
 * the means the machine has.
 * @returns its path, or what a person has to do
 */
export async function ensureBrowser(): Promise<Result<string, string>> {
  for (const install of [undefined, installWithPlaywright, installWithApt]) {
    await install?.();
    const found = findBrowser();
    if (found.ok) {
      console.log(`Browser for the tests: ${found.value.name}, ${found.value.path}`);
      return ok(found.value.path);
    }
    // A wrong path given by hand is for that hand to mend.
    if ((process.env['GROUNDWORK_BROWSER'] ?? '') !== '') return found;
  }
  return err(
    'No Chrome, Chromium or Edge was found and none could be installed. Install one (for example ' +
      '"npx playwright install chromium" or "apt-get install chromium"), or set GROUNDWORK_BROWSER to its path.',
  );
}

const limitMs = 5 * 60_000;

async function installWithPlaywright(): Promise<void> {
  console.log('No browser found; asking Playwright to install Chromium.');
  await runChild('npx', ['playwright', 'install', 'chromium'], { limitMs });
}

async function installWithApt(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  console.log('Installing Chromium with apt-get.');
  const apt = (...args: string[]): Promise<ChildOutcome> =>
    runChild('apt-get', args, { limitMs, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  await apt('update', '-q');
  await apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
}
