import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { startLoopbackHost, type LoopbackHost } from '../../src/main/loopback-shell/host.ts';
import { repositoryRoot } from '../run/child.ts';
import { onlyPage, openBrowser } from './browser.ts';
import type { Sight } from './page-watch.ts';

/** Where an app's data and browser profile lie between its starts, and which port they belong to. */
export interface AppHome {
  readonly folder: string;
  /** 0 until the first start. */
  port: number;
}

/** The built app at work: its real host in this process, its page in a browser process of its own. */
export interface RunningApp {
  readonly host: LoopbackHost;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export const builtPage = join(repositoryRoot, 'out', 'renderer');

/**
 * Starts host and browser; the page is not loaded yet.
 * @param first what the page is expected to show first
 */
export async function startApp(
  home: AppHome,
  appDir: string,
  first: Sight | null = null,
): Promise<RunningApp> {
  const profile = join(home.folder, 'profile');
  await mkdir(profile, { recursive: true });
  const host = await startLoopbackHost({ dataDir: join(home.folder, 'data'), port: home.port, appDir });
  home.port = host.port;
  const context = await openBrowser(profile, first);
  return {
    host,
    context,
    page: await onlyPage(context),
    close: async () => {
      await context.close();
      await host.close();
    },
  };
}

/** The save state's word, in the top line of every screen. */
export const saved: Sight = { selector: '[aria-label="Save state"]', text: '^Saved$' };
export const notSaved: Sight = { selector: '[aria-label="Save state"]', text: '^(?!Saved$)' };

/** Loads the app, answers the first run, and stays in an empty workspace. */
export async function beginWorkspace(app: RunningApp, way: 'Import my list' | 'Start empty'): Promise<void> {
  const { page, host } = app;
  await page.goto(host.newAddress());
  await page.getByRole('button', { name: way }).click();
  await page.getByRole('status', { name: 'Save state' }).getByText('Saved', { exact: true }).waitFor();
}

/** Opens a screen from the rail. */
export const openScreen = (
  page: Page,
  name: 'Board' | 'Accounts' | 'Territories' | 'Exchange' | 'Rules',
): Promise<void> => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
