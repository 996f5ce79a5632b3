import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../run/child.ts';
import { browserLaunchOptions } from '../run/ensure-browser.ts';
import { AccountsPage } from './pages/accounts.page.ts';
import { BoardByMouse } from './pages/board-by-mouse.page.ts';
import { PanelPage } from './pages/panel.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { launchLoopbackApp } from './support/loopback-app.ts';

/**
 * Makes the pictures of README and user guide from the built app with its sample workspace:
 * `node test/e2e/make-pictures.ts`. They go to docs/images.
 */
const images = join(repositoryRoot, 'docs', 'images');
const folder = await mkdtemp(join(tmpdir(), 'groundwork-pictures-'));
const { executablePath, args, chromiumSandbox } = browserLaunchOptions();
const app = await launchLoopbackApp({
  folder,
  fixedClock: '2026-03-16T09:00:00Z',
  demo: true,
  quotaBytes: null,
  onDisk: false,
  executablePath,
  browserArguments: args ?? [],
  sandbox: chromiumSandbox ?? true,
  viewport: { width: 1440, height: 900 },
});
try {
  await mkdir(images, { recursive: true });
  const page = app.page();
  const shell = new ShellPage(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

  await shell.open('Board');
  const board = new BoardByMouse(page);
  await board.cards('Actively Working').first().waitFor();
  // What the rules suggest comes once the book is decided.
  await page.locator('.board-card-suggested').first().waitFor();
  await shell.isSaved();
  await page.screenshot({ path: join(images, 'board.png') });

  const card = board.cards('Actively Working').nth(3);
  const account = await card.locator('.board-card-name').innerText();
  await shell.open('Accounts');
  await new AccountsPage(page).openAccount(account);
  await new PanelPage(page, account).value('Account Research').waitFor();
  // Off the table, so that no row looks pointed at.
  await page.mouse.move(700, 4);
  await page.screenshot({ path: join(images, 'accounts.png') });
} finally {
  await app.close();
  await rm(folder, { recursive: true, force: true });
}
