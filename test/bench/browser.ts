import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { browserLaunchOptions } from '../run/ensure-browser.ts';
import { watchPages, type Sight } from './page-watch.ts';

/**
 * A browser process of its own on a profile folder, the same for the app and its floors.
 * @param first what its pages are expected to show first
 */
export async function openBrowser(profile: string, first: Sight | null = null): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    ...browserLaunchOptions(),
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  });
  await watchPages(context, first);
  return context;
}

export const onlyPage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? (await context.newPage());

/** The engine's name and version. */
export async function engineOf(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { product } = await cdp.send('Browser.getVersion');
  await cdp.detach();
  return product;
}
