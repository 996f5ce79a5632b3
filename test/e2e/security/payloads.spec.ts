import type { Locator, Page } from '@playwright/test';
import papaparse from 'papaparse';
import { writeCsv } from '../../builders/csv-writer.ts';
import { printSeed, seededRandom } from '../../builders/random.ts';
import { tally } from '../../run/tally.ts';
import { AccountsPage } from '../pages/accounts.page.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { SettingsPage } from '../pages/settings.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { expect, test } from '../support/app.ts';
import { Keyboard } from '../support/keyboard.ts';
import { allPayloads, mark } from './payloads.ts';
import { watchForRuns } from './run-watch.ts';
import { ShownMarks } from './shown-marks.ts';

const payloads = allPayloads();
const text = (index: number): string => payloads[index % payloads.length]?.text ?? '';

/** Text fields that take whatever a cell holds; each account has another payload in each. */
const textColumns = [
  'Account Name',
  'Industry',
  'Description',
  'Account Owner',
  'BDR Assigned',
  'Account Research',
  'Account Strategy',
  'BDR Next Step',
  'AE Notes',
  'Billing City',
  'Billing Country',
  'Other Reps',
] as const;

/** Headers that no field has become custom fields, called as they are. */
const customHeaders = [text(0), text(53), text(140)];

/** One account for each payload. Websites are payloads without the mark, which would not fit into an address. */
function bookOfPayloads(shift: number): string {
  const header = ['CRM ID', 'Website', 'Parent Account', 'Employees', 'BDR Prospecting Status'];
  const rows = payloads.map((payload, index) => [
    String(5_000_001 + index),
    payload.text.slice(0, -mark(index + 1).length),
    index % 5 === 0 ? text(index + 1) : '',
    String(20 + index * 3),
    index % 3 === 0 ? 'Queued' : '',
    ...textColumns.map((column, at) =>
      column === 'Account Name' ? payload.text : text(index + at * 41 + shift),
    ),
    ...customHeaders.map((_, at) => text(index + at * 97 + 7)),
  ]);
  return writeCsv([[...header, ...textColumns, ...customHeaders], ...rows]);
}

/** Every field of an account holds another payload: of the second import, a part of the accounts shows them all. */
function accountsThatShowAll(): ReadonlySet<number> {
  const of = (index: number): readonly number[] =>
    [
      index,
      ...textColumns.slice(1).map((_, at) => index + (at + 1) * 41 + 1),
      ...customHeaders.map((_, at) => index + at * 97 + 7),
    ].map((number) => number % payloads.length);
  const missing = new Set(payloads.keys());
  const chosen = new Set<number>();
  for (let wanted = textColumns.length; missing.size > 0; wanted -= 1) {
    for (const index of payloads.keys()) {
      const more = of(index).filter((number) => missing.has(number));
      if (more.length < wanted) continue;
      chosen.add(index);
      for (const number of more) missing.delete(number);
    }
  }
  return chosen;
}

/** Cells that no field can take: each refusal quotes its cell. */
const refusedRows = (): string =>
  writeCsv([
    ['Account Name', 'Employees', 'BDR Next Step Date'],
    ...payloads
      .slice(0, 80)
      .map(({ text: payload }, index) => [`Refused ${index}`, payload, text(index + 80)]),
  ]);

// A step that hangs says so long before the test's own end. Tracing would slow a page of so much text.
test.use({ actionTimeout: 20_000, trace: 'off' });

test('imported text never runs, on any screen @odd', { tag: '@loopback' }, async ({ app }) => {
  test.setTimeout(600_000);
  const seed = printSeed('payloads');
  const random = seededRandom(seed);
  const page = app.page();
  const { origin } = new URL(page.url());
  const welcome = new FirstRunPage(page);
  // Signed in by then: an address works once.
  await expect(welcome.heading).toBeVisible();
  const watch = await watchForRuns(page.context(), origin);
  // No text runs by a motion, and the screens have hundreds of them here.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  const shown = new ShownMarks(page);
  const shell = new ShellPage(page);
  const keys = new Keyboard(page);
  const exchange = new ExchangePage(page);
  /** Nothing may have happened up to here. */
  const isQuiet = (): void => expect(watch.reports).toEqual([]);

  await test.step('first run', async () => {
    await welcome.begin('Import my list', text(3).slice(0, 80), text(10).slice(0, 80));
    await shown.lookAt('top line');
    isQuiet();
  });

  await test.step('refused rows', async () => {
    await exchange.choose({ name: `${text(4).replaceAll('/', '')}.csv`, bytes: refusedRows() });
    await expect(exchange.step(/^Columns of /)).toBeFocused();
    await exchange.map('Employees', 'Employees');
    // The list closes with a short motion, and takes the next press as one outside of it.
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await exchange.map('BDR Next Step Date', 'BDR Next Step Date');
    await shown.scrollThrough('columns');
    await exchange.preview();
    await exchange.showRows('refused');
    for (let row = 0; row < 12; row += 1) {
      await keys.press('ArrowDown');
      await shown.lookAt('refused rows');
    }
    await shown.scrollThrough('refused rows');
    await exchange.anotherFile();
    isQuiet();
  });

  await test.step('import', async () => {
    await exchange.choose({ name: 'payloads.csv', bytes: bookOfPayloads(0) });
    await exchange.isAtColumnsOf('payloads.csv');
    await shown.scrollThrough('columns');
    const counts = await exchange.preview();
    expect(counts).toMatchObject({ read: payloads.length, refused: 0 });
    if (counts.undecided > 0) {
      await exchange.showRows('undecided');
      await shown.scrollThrough('preview');
      await page.getByRole('button', { name: 'All are new accounts' }).click();
      await expect(page.getByRole('tab', { name: 'Undecided 0' })).toBeVisible();
    }
    await exchange.showRows('new');
    await shown.scrollThrough('preview');
    await exchange.apply();
    await shown.lookAt('import done');
    isQuiet();
  });

  await test.step('the same again, with other texts: a history of changes', async () => {
    await exchange.anotherFile();
    await exchange.choose({ name: 'again.csv', bytes: bookOfPayloads(1) });
    const counts = await exchange.preview();
    expect(counts.changed).toBeGreaterThan(payloads.length * 0.9);
    await exchange.showRows('changed');
    await shown.scrollThrough('changed rows');
    await exchange.apply();
    await shell.isSaved();
    isQuiet();
  });

  await test.step('every screen of the rail', async () => {
    for (const link of await shell.rail.getByRole('link').all()) {
      await link.click();
      await expect(page.getByRole('main')).toContainText(/\w/);
      await shown.scrollThrough((await link.innerText()).trim());
    }
    expect(shown.in('Board').size).toBe(payloads.length);
    expect(shown.in('Accounts').size).toBe(payloads.length);
    isQuiet();
  });

  await test.step('the table: sorted, filtered, edited in place', async () => {
    await shell.open('Accounts');
    const { grid, filter } = new AccountsPage(page);
    for (const head of await grid.getByRole('columnheader').getByRole('button').all()) await head.click();
    for (const index of draw(random, 8)) {
      await filter.fill(text(index));
      await shown.lookAt('filter');
    }
    await filter.fill('');
    for (const name of ['Owner', 'Segment']) {
      await page.getByRole('search').getByText(name, { exact: true }).click();
      await shown.scrollThrough('filter lists');
      await keys.press('Escape');
    }
    const row = grid.getByRole('row').nth(3);
    for (const cell of [1, 6, 7, 8, 12]) {
      await row.getByRole('gridcell').nth(cell).dblclick();
      await shown.lookAt('cell editors');
      await keys.press('Escape');
    }
    isQuiet();
  });

  await test.step('the panel and its history', async () => {
    const ids = await accountIds(page);
    expect(ids).toHaveLength(payloads.length);
    const shownAll = accountsThatShowAll();
    shown.note(
      'panel',
      await panelsOf(
        page,
        ids.filter((_, index) => shownAll.has(index)),
      ),
    );
    expect(shown.in('panel').size).toBe(payloads.length);
    await page.getByRole('complementary').getByRole('tab', { name: 'History' }).click();
    shown.note('history', await panelsOf(page, random.shuffle(ids).slice(0, 20)));
    await page.getByRole('complementary').getByRole('tab', { name: 'Details' }).click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^Edit Account Research: / })
      .click();
    await shown.lookAt('panel editors');
    await keys.press('Escape');
    isQuiet();
  });

  await test.step('people', async () => {
    const pane = page.getByRole('complementary');
    await pane.getByRole('tab', { name: /^Prospects/ }).click();
    for (const index of draw(random, 3)) {
      await pane.getByRole('button', { name: 'Add a person' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a person', exact: true });
      const fields = ['Name', 'Title', 'E-mail', 'Phone', 'Lead status', 'Sequence', 'Source'];
      for (const [at, field] of fields.entries())
        await dialog.getByLabel(field, { exact: true }).fill(text(index + at * 31));
      await shown.lookAt('dialogs');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(dialog).toBeHidden();
    }
    await shown.lookAt('people');
    await pane.getByRole('tab', { name: 'History' }).click();
    await shown.scrollThrough('history');
    await pane.getByRole('tab', { name: 'Details' }).click();
    isQuiet();
  });

  await test.step('palette', async () => {
    await keys.press('ControlOrMeta+K');
    const search = page.getByRole('combobox', { name: 'Search accounts, screens and actions' });
    for (const index of draw(random, 15)) {
      await search.fill(mark(index + 1).trim());
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await shown.lookAt('palette');
      await search.fill(text(index));
      await shown.lookAt('palette');
    }
    // The first Escape may only empty the search.
    await expect(async () => {
      await keys.press('Escape');
      await expect(search).toBeHidden({ timeout: 1_000 });
    }).toPass();
    isQuiet();
  });

  await test.step('dialogs, menus and notes', async () => {
    await keys.press('n');
    const dialog = page.getByRole('dialog', { name: 'New account', exact: true });
    await dialog
      .getByRole('textbox')
      .first()
      .fill(`Fresh account ${text(20)}`);
    await shown.lookAt('dialogs');
    await dialog.getByRole('button', { name: 'Add account' }).click();
    await expect(dialog).toBeHidden();

    await shell.open('Board');
    const menu = page.getByRole('menu', { name: /^Move / });
    // An account of another BDR: every way is refused, and each refusal names them.
    await page.getByRole('option').nth(2).click();
    await keys.press('m');
    await expect(menu).toContainText('AW-1');
    await shown.lookAt('menus');
    await keys.press('Escape');

    const { filter } = new AccountsPage(page);
    await filter.fill('Fresh account');
    const fresh = page.getByRole('option', { name: /^Fresh account/ });
    await expect(page.getByRole('option')).toHaveCount(1);
    await fresh.click();
    await keys.press('m');
    await menu.getByRole('menuitem', { name: /^Restricted/ }).click();
    const reasons = page.getByRole('dialog', { name: /^Move / });
    await reasons.getByLabel('Reason').fill(text(30));
    await reasons.getByLabel('Who asked').fill(text(31));
    await shown.lookAt('dialogs');
    await reasons.getByRole('button', { name: /^Move to/ }).click();
    await expect(reasons).toBeHidden();
    await shown.lookAt('notes');

    const pane = page.getByRole('complementary');
    await pane.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Nominate…' }).click();
    const nominate = page.getByRole('dialog', { name: 'Nominate', exact: true });
    await nominate.getByRole('textbox').first().fill(text(21));
    await nominate.getByRole('button', { name: /^Nominate/ }).click();
    await expect(nominate).toBeHidden();
    await shown.lookAt('panel marks');
    await pane.getByRole('tab', { name: 'History' }).click();
    await expect(pane.getByRole('tabpanel', { name: 'History' }).getByRole('listitem')).not.toHaveCount(0);
    await shown.scrollThrough('history');
    await pane.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete account' }).click();
    await expect(shell.notes).toContainText(/Undo/);
    await shown.lookAt('notes');
    await shell.dismissNotes();
    await filter.fill('');
    isQuiet();
  });

  await test.step('settings', async () => {
    await shell.open('Settings');
    const settings = new SettingsPage(page);
    for (const index of draw(random, 4)) {
      await settings.workspaceName.fill(text(index).slice(0, 110));
      await keys.press('Enter');
      await settings.bdr.fill(text(index + 5).slice(0, 110));
      await keys.press('Enter');
      await shown.lookAt('settings');
    }
    await shell.isSaved();
    isQuiet();
  });

  await test.step('after a reload', async () => {
    await page.reload();
    await shell.isAt('Settings');
    await shell.open('Board');
    await expect(page.getByRole('option').first()).toBeVisible();
    await shown.lookAt('top line');
    isQuiet();
  });

  await test.step('links ask first, and show where they lead', async () => {
    const shownHosts = await openLinkDialogs(page);
    expect(shownHosts.length).toBeGreaterThan(8);
    expect(app.openedOutside()).toEqual([]);
    isQuiet();
  });

  await test.step('exports are safe', async () => {
    await shell.open('Exchange');
    await exchange.showExport();
    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Everything' }).click();
    const { bytes } = await exchange.export();
    const { data } = papaparse.parse<string[]>(bytes.toString('utf8').replace(/^\ufeff/, ''));
    const cells = data.flat();
    expect(cells.length).toBeGreaterThan(payloads.length * 10);
    const dangerous = cells.filter(
      (cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell),
    );
    expect(dangerous).toEqual([]);
    const guarded = cells.filter((cell) => /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell));
    expect(guarded.length).toBeGreaterThan(50);
    shown.note('export', cells.join('\n'));
    isQuiet();
  });

  expect(shown.everywhere().size).toBe(payloads.length);
  console.log(
    `payloads: ${payloads.length} payloads, shown ${shown.times()} times, ${watch.reports.length} ran, reported, ` +
      `navigated or left (${shown.toString()})`,
  );
  tally('payloads', payloads.length, seed);
});

const draw = (random: ReturnType<typeof seededRandom>, times: number): number[] =>
  Array.from({ length: times }, () => random.int(0, payloads.length - 1));

/** The ids of all accounts, from the store's own tables. */
const accountIds = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The store cannot be opened.'));
      });
      if (database.objectStoreNames.contains('accounts')) {
        const keys = await new Promise<IDBValidKey[]>((resolve) => {
          const request = database.transaction('accounts').objectStore('accounts').getAllKeys();
          request.onsuccess = () => resolve(request.result);
        });
        found.push(...keys.map(String));
      }
      database.close();
    }
    return found;
  });

/** Opens the panel of each account after the other, unfolds what is folded, and gives all their text. */
const panelsOf = (page: Page, ids: readonly string[]): Promise<string> =>
  page.evaluate(async (accounts) => {
    const texts: string[] = [];
    const pane = (): Element | null => document.querySelector('aside, [role=complementary]');
    const frame = (): Promise<void> => new Promise((next) => requestAnimationFrame(() => next()));
    for (const id of accounts) {
      const before = pane()?.getAttribute('aria-label');
      location.hash = `#/accounts?account=${id}`;
      for (let look = 0; look < 120; look += 1) {
        await frame();
        const now = pane();
        const loading = now?.querySelector('[aria-busy=true], .skeleton') !== null;
        if (now !== null && !loading && now.getAttribute('aria-label') !== before) break;
      }
      for (const folded of pane()?.querySelectorAll('details') ?? []) folded.open = true;
      await frame();
      texts.push(pane()?.textContent ?? '');
    }
    return texts.join('\n');
  }, ids);

/** Asks for the websites that are addresses: what the dialog says, without opening anything. */
async function openLinkDialogs(page: Page): Promise<string[]> {
  const said: string[] = [];
  const ids = (await accountIds(page)).filter(
    (_, index) => payloads[index]?.kind === 'url' && index % 2 === 0,
  );
  const dialog: Locator = page.getByRole('dialog', { name: /^(Open this website|Write to this address)\?$/ });
  for (const id of ids) {
    await panelsOf(page, [id]);
    const button = page.getByRole('complementary').getByRole('button', { name: 'Open website' });
    if (!(await button.isVisible())) continue;
    await button.click();
    await expect(dialog.getByRole('strong')).not.toBeEmpty();
    said.push(await dialog.getByRole('strong').innerText());
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  }
  return said;
}
