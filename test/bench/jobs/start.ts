import type { Page } from '@playwright/test';
import { beginWorkspace, startApp, type AppHome, type RunningApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import { firstPainted, timeOf, type Sight } from '../page-watch.ts';
import type { Count, JobResult, Measure } from '../result.ts';

interface Screen {
  readonly name: 'Accounts' | 'Board';
  readonly path: string;
  readonly rows: Sight;
  /** Part of the key under which the store's cache keeps this screen's first page. */
  readonly cachedAs: string;
  /** Accounts that the screen says it has. */
  readonly shown: (page: Page) => Promise<number>;
}

const screens: readonly Screen[] = [
  {
    name: 'Board',
    path: '/board',
    rows: { selector: '[role="listbox"] [role="option"]' },
    cachedAs: '"groupBy":"status"',
    shown: (page) =>
      page
        .getByRole('listbox')
        .evaluateAll((lists) =>
          lists.reduce(
            (sum, list) =>
              sum + Number(list.querySelector('[aria-setsize]')?.getAttribute('aria-setsize') ?? 0),
            0,
          ),
        ),
  },
  {
    name: 'Accounts',
    path: '/accounts',
    rows: { selector: '[role="gridcell"][data-row="0"]' },
    cachedAs: '"sort":{"key":"name"}',
    shown: async (page) =>
      Number(await page.getByRole('grid', { name: 'Accounts' }).getAttribute('aria-rowcount')) - 1,
  },
];

const nothingYet: Sight = { selector: '#work h2', text: '^No accounts yet$' };

/** First rows of a large book against the empty state of an empty one: a fresh browser process every time. */
export async function startJob(bench: Bench): Promise<JobResult> {
  const { large } = sizes(bench.quick);
  const full = await bench.book(large);
  const empty = await emptyHome(bench);
  const measures: Measure[] = [];
  const counts: Count[] = [];
  for (const screen of screens) {
    // Unmeasured: fills the browser's cache, and the store's with what this screen shows first.
    await startOnce(bench, full, screen, screen.rows, (page) => whenCached(page, screen));
    await startOnce(bench, empty, screen, nothingYet, (page) => whenCached(page, screen));
    const ours: number[] = [];
    const floor: number[] = [];
    let shown = 0;
    for (let round = 0; round < bench.rounds(7); round += 1) {
      await bench.shuffled([
        async () => {
          const started = await startOnce(bench, full, screen, screen.rows, (page) =>
            whenComplete(page, screen, large),
          );
          ours.push(started.ms);
          shown = started.shown;
        },
        async () => {
          floor.push((await startOnce(bench, empty, screen, nothingYet, () => Promise.resolve())).ms);
        },
      ]);
      bench.log(
        `  start on ${screen.name}, round ${round + 1}: ${ours.at(-1)?.toFixed(0)} ms, ` +
          `empty ${floor.at(-1)?.toFixed(0)} ms`,
      );
    }
    measures.push({
      job: `first rows of ${large.toLocaleString('en')}, ${screen.name}`,
      unit: 'ms',
      ours,
      floor,
      floorIs: 'the same app on an empty store, until its empty state is on screen',
      target: { kind: 'ratio', atMost: 1.2 },
    });
    counts.push({ what: `accounts on ${screen.name} after a start`, expected: large, found: shown });
  }
  return { measures, counts };
}

async function emptyHome(bench: Bench): Promise<AppHome> {
  const home = await bench.freshHome();
  const app = await startApp(home, bench.appDir);
  try {
    await beginWorkspace(app, 'Start empty');
  } finally {
    await app.close();
  }
  return home;
}

const patienceMs = 180_000;

/** Waits until the store's cache holds the screen: a user's session is longer than that. */
async function whenCached(page: Page, { cachedAs, name }: Screen): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += 500) {
    if ((await page.evaluate(cachedViews)).some((key) => key.includes(cachedAs))) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`The store wrote no first page of ${name} within ${patienceMs / 1000} s.`);
}

/** In the page: the keys of the views on the cached first page. */
async function cachedViews(): Promise<string[]> {
  const found = await indexedDB.databases();
  const name = found.map((one) => one.name ?? '').find((one) => one.startsWith('groundwork-cache-'));
  if (name === undefined) return [];
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The cache could not be read.'));
    });
  const database = await settled(indexedDB.open(name));
  try {
    const state: unknown = await settled(database.transaction('state').objectStore('state').get('state'));
    const page = (state as { firstPage?: { views: object } | null } | undefined)?.firstPage;
    return Object.keys(page?.views ?? {});
  } finally {
    database.close();
  }
}

/** Long enough for every row to be there. */
async function whenComplete(page: Page, screen: Screen, expected: number): Promise<void> {
  for (let waited = 0; waited < patienceMs && (await screen.shown(page)) !== expected; waited += 250) {
    await page.waitForTimeout(250);
  }
}

interface Started {
  /** From navigation until the sight was on screen. */
  readonly ms: number;
  /** Accounts that the screen says it has, once all are there. */
  readonly shown: number;
}

/** Starts host and browser, opens a screen, has a look at it, and closes both in order. */
async function startOnce(
  bench: Bench,
  home: AppHome,
  screen: Screen,
  sight: Sight,
  look: (page: Page) => Promise<void>,
): Promise<Started> {
  const app = await startApp(home, bench.appDir, sight);
  const { page, host } = app;
  try {
    await page.addInitScript(keepToken, await tokenOf(app));
    await page.goto(`${host.origin}/#${screen.path}`);
    const ms = await timeOf(page, firstPainted);
    await look(page);
    return { ms, shown: sight === nothingYet ? 0 : await screen.shown(page) };
  } finally {
    await app.close();
  }
}

/** In the page, before its scripts: what the app keeps there itself between reloads. */
function keepToken(token: string): void {
  sessionStorage.setItem('groundwork.token', token);
}

/**
 * Exchanges an address's code for the page's token. The app would do it while it starts, but then always
 * begin on the board.
 */
async function tokenOf({ host }: RunningApp): Promise<string> {
  const answer = await fetch(`${host.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: host.origin },
    body: JSON.stringify({ code: new URL(host.newAddress()).hash.replace('#code=', '') }),
  });
  const body: unknown = await answer.json();
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') {
    return body.token;
  }
  throw new Error(`The host gave no token but status ${answer.status}.`);
}
