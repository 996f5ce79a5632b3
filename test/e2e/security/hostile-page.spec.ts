import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { printSeed, seededRandom } from '../../builders/random.ts';
import { browserLaunchOptions } from '../../run/ensure-browser.ts';
import { tally } from '../../run/tally.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { expect, test, type App } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { startHostileServer } from './hostile-server.ts';
import { pageAttacks, windowAttacks, type PageAttack, type Victim } from './page-attacks.ts';

/** A name that an attacker's name server points at this machine. */
const reboundName = 'rebound.example';

// The same browser profile as the app, which is more than an attacker gets: the app's window has its own.
test.use({
  launchOptions: {
    ...browserLaunchOptions(),
    args: [
      ...(browserLaunchOptions().args ?? []),
      `--host-resolver-rules=MAP ${reboundName} 127.0.0.1`,
      // A page on the internet would be asked about first; that wall is not ours to lean on.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  },
});

/** What attackers would have the host write. */
const plantedWords = /written by a page|attacker\.example|"rebound"/;

const keptFiles = (app: App): string[] =>
  readdirSync(app.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What decides who may do what: registry, sessions, address and control, by content. Journals go on. */
const doorsOf = (app: App): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keptFiles(app)
      .filter((path) => dirname(path) === app.dataFolder && path.endsWith('.json'))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

const filesNaming = (app: App, words: RegExp): string[] =>
  keptFiles(app).filter((path) => words.test(readFileSync(path, 'latin1')));

async function victimOf(app: Page): Promise<Victim> {
  const { origin } = new URL(app.url());
  const source = async (selector: string, attribute: 'src' | 'href'): Promise<string> => {
    const value = await app.locator(selector).first().getAttribute(attribute);
    return new URL(value ?? '', `${origin}/`).href;
  };
  return {
    origin,
    script: await source('script[src]', 'src'),
    style: await source('link[rel=stylesheet]', 'href'),
    image: await source('link[rel=icon]', 'href'),
  };
}

test(
  'a hostile page in the same browser gets nothing and changes nothing @even',
  { tag: '@loopback' },
  async ({ app }) => {
    test.slow();
    const seed = printSeed('hostile page');
    const ours = app.page();
    await beginWithList(ours, numbered('Amber Works', 3));
    const victim = await victimOf(ours);
    const own = new Set<string>();
    ours.on('console', (message) => message.type() === 'error' && own.add(message.text()));
    // Hostile pages are told that they are refused; ours must not notice anything.
    app.expectProblem(/./);
    const before = doorsOf(app);

    const server = await startHostileServer(victim.origin);
    let tried = 0;
    const came: string[] = [];
    const attack = async (page: Page, { name, run, detail }: PageAttack): Promise<void> => {
      const got = await page.evaluate(run, { victim, detail });
      tried += 1;
      if (got !== null) came.push(`${new URL(page.url()).host}: ${name}: ${got.slice(0, 200)}`);
    };
    const context = ours.context();
    const answered: string[] = [];
    // Another site, and another port of the same one.
    for (const host of ['attacker.localhost', '127.0.0.1']) {
      const page = await context.newPage();
      page.on('response', (response) => {
        const url = new URL(response.url());
        const isCall = /^\/(call|session|events|control)/.test(url.pathname);
        if (url.origin === victim.origin && isCall && response.status() < 400) answered.push(response.url());
      });
      await page.goto(`http://${host}:${server.port}/`);
      await Promise.all(
        seededRandom(seed)
          .shuffle(pageAttacks)
          .map((each) => attack(page, each)),
      );
      const shown = page.frames().filter((frame) => frame.url().startsWith(victim.origin));
      expect(shown.map((frame) => frame.url())).toEqual([]);

      for (const each of windowAttacks) {
        const opening = page.waitForEvent('popup');
        const [opened] = await Promise.all([opening, attack(page, each)]);
        // A window of ours without our sign-in: it says so and has no way back to the page that opened it.
        if (each.detail.startsWith('/call')) {
          await expect(opened.locator('body')).toHaveText('Only the page of this Groundwork may call it.');
        } else {
          await expect(new ShellPage(opened).trouble).toContainText('not signed in');
          expect(await opened.evaluate(() => window.opener === null)).toBe(true);
        }
        await opened.close();
      }
      await page.close();
    }
    await server.close();

    expect(came).toEqual([]);
    expect(answered).toEqual([]);
    expect(doorsOf(app)).toEqual(before);
    expect(filesNaming(app, plantedWords)).toEqual([]);
    expect(app.openedOutside()).toEqual([]);
    expect([...own]).toEqual([]);
    await ours.bringToFront();
    await expect(ours.getByRole('option')).toHaveCount(3);
    await ours.getByRole('option', { name: /^Amber Works 02/ }).click();
    await new PanelPage(ours, 'Amber Works 02').edit('BDR Next Step', 'Still here');
    await new ShellPage(ours).isSaved();
    console.log(`hostile page: ${tried - came.length}/${tried} attacks from a page came to nothing`);
    tally('attacks', tried, seed);
  },
);

test('a name that was rebound to this machine is not served @odd', { tag: '@loopback' }, async ({ app }) => {
  const ours = app.page();
  await beginWithList(ours, numbered('Amber Works', 1));
  const { origin, port } = new URL(ours.url());
  app.expectProblem(/./);
  const before = doorsOf(app);
  const rebound = `http://${reboundName}:${port}`;
  const page = await ours.context().newPage();
  const refused = await page.goto(`${rebound}/`);
  expect(refused?.status()).toBe(403);
  await expect(page.locator('body')).toHaveText('This address is not served here.');

  // The page that the attacker served under this name and port before it pointed here.
  await page.route(`${rebound}/attack`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>hostile</title>' }),
  );
  await page.goto(`${rebound}/attack`);
  const statuses = await page.evaluate(async (theirs) => {
    const body = '{"id":"0193a000-0000-7000-8000-0000000000ee","name":"rebound"}';
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${'A'.repeat(43)}` };
    const post = { method: 'POST', body, headers };
    const same = [
      '/',
      '/index.html',
      '/call/session.open',
      '/call/workspace.register',
      '/session',
      '/events',
    ];
    const seen: number[] = [];
    for (const path of same) seen.push((await fetch(path, path.includes('.html') ? {} : post)).status);
    const other = await fetch(`${theirs}/call/session.open`, post).then(
      ({ status }) => status,
      () => 0,
    );
    return [...seen, other];
  }, origin);
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 0]);
  expect(doorsOf(app)).toEqual(before);
  expect(filesNaming(app, plantedWords)).toEqual([]);
});
