import { writeFile } from 'node:fs/promises';
import { expect, test, type App } from '../support/app.ts';
import { seededRandom, type SeededRandom } from '../../builders/random.ts';
import { ExchangePage, type GivenFile } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { SettingsPage } from '../pages/settings.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const book = 'Account Name,Employees\nHarbour Mills,2400\nOrchard Bank,180\nPine Street Bakery,12\n';
const file = (name: string, bytes: string | Uint8Array): GivenFile => ({ name, bytes });

/** A workspace with three accounts, at the step where a file is chosen. */
async function withThreeAccounts(app: App): Promise<ExchangePage> {
  const page = app.page();
  await new FirstRunPage(page).begin('Import my list', 'Nora Lindqvist');
  const exchange = new ExchangePage(page);
  await exchange.previewOf(file('book.csv', book));
  await exchange.apply();
  await exchange.anotherFile();
  return exchange;
}

/** Nothing was written since the three accounts came, and the app still goes from screen to screen. */
async function isUnchanged(app: App): Promise<void> {
  const shell = new ShellPage(app.page());
  await shell.open('Settings');
  const { about } = new SettingsPage(app.page());
  await expect(about).toContainText(/Accounts\s*3\s*Prospects\s*0/);
  await expect(about).toContainText(/Changes so far\s*2\s*Today/);
  await shell.isSaved();
  await shell.open('Exchange');
}

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
/** A zip's first entry, as Excel writes it. */
const workbook = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00]),
  Buffer.alloc(20),
  Buffer.from('[Content_Types].xml'),
]);
const archive = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]),
  Buffer.alloc(24),
  Buffer.from('list.csv'),
]);
const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));

const refusedFiles: readonly (readonly [what: string, given: GivenFile, message: RegExp])[] = [
  ['an empty file', file('empty.csv', ''), /The file is empty \(0 bytes\)\. Export the list again/],
  [
    'nothing but blank lines',
    file('blank.csv', '\n\n , \n'),
    /nothing but blank lines\. Export the list again/,
  ],
  [
    'a header alone',
    file('head.csv', 'Name,City\n'),
    /a header but no rows below it\. Export the list again/,
  ],
  ['a picture', file('logo.csv', png), /This is a picture\. Ask for the same list as a CSV file\./],
  [
    'an Excel workbook',
    file('list.csv', workbook),
    /Excel workbook \(\.xlsx\)\. In Excel choose File, Save As/,
  ],
  [
    'an archive',
    file('list.zip', archive),
    /compressed archive\. Unpack it and choose the CSV file inside\./,
  ],
  ['binary noise', file('noise.csv', noise), /This is no text file.*Save the list as “CSV UTF-8”/],
  [
    'a web page',
    file('report.csv', '<!doctype html><html><body>Sign in</body></html>'),
    /web page, probably a sign-in page.*export again/,
  ],
  [
    'a quote that swallows the whole file',
    file('quote.csv', 'Account Name,City\n"Harbour Mills,Bergen\nOrchard Bank,Oslo\n'),
    /quote is opened.*never closed.*Close the quote/,
  ],
];

test.describe('refused inputs', () => {
  test('files that are no list: each says why and how to mend it', async ({ app }) => {
    const exchange = await withThreeAccounts(app);
    for (const [what, given, message] of refusedFiles) {
      await test.step(what, async () => {
        await exchange.choose(given);
        await expect(exchange.problem).toHaveText(message);
        await expect(exchange.chooseButton).toBeEnabled();
      });
    }
    await isUnchanged(app);
    await exchange.previewOf(file('book.csv', book));
    await expect(exchange.nothingToImport).toBeVisible();
  });

  test('no file, or several at once', { tag: '@long' }, async ({ app }, testInfo) => {
    const exchange = await withThreeAccounts(app);
    await exchange.choose();
    await expect(exchange.chooseButton).toBeVisible();
    await exchange.screen.dispatchEvent('drop', {
      dataTransfer: await app.page().evaluateHandle(() => new DataTransfer()),
    });
    await expect(exchange.problem).toHaveText('No file was chosen. Choose a CSV file, or drop one here.');

    const paths = ['one.csv', 'two.csv'].map((name) => testInfo.outputPath(name));
    for (const path of paths) await writeFile(path, book);
    await exchange.drop(...paths);
    await expect(exchange.problem).toHaveText('Drop one file at a time: 2 files came at once.');
    await isUnchanged(app);
  });

  test('columns: no name, and two for one field', { tag: '@long' }, async ({ app }) => {
    const exchange = await withThreeAccounts(app);
    await exchange.choose(file('sizes.csv', 'Employees,Priority\n120,1\n45,2\n'));
    await exchange.isAtColumnsOf('sizes.csv');
    await exchange.previewButton.click();
    await expect(exchange.problem).toHaveText(
      /No column is mapped to Account Name\. Choose it for the column/,
    );
    await exchange.anotherFile();

    await exchange.choose(file('twice.csv', 'Account Name,Industry,Industry\nLark & Co,Retail,Food\n'));
    await exchange.isAtColumnsOf('twice.csv');
    await expect(exchange.notesOnFile).toContainText('Two columns are called “Industry”.');
    await exchange.map('Industry (2)', 'Industry');
    await exchange.previewButton.click();
    await expect(exchange.problem).toHaveText(/2 columns are mapped to “Industry”\. Keep one/);
    await isUnchanged(app);
  });

  test('rows: each refused one is listed with its column and reason', async ({ app }) => {
    const exchange = await withThreeAccounts(app);
    const large = 'x'.repeat(1_100_000);
    // Enough good cells, so that the column is known for what it is.
    const whole = Array.from({ length: 20 }, (_, index) => `Whole ${index} Ltd,40,Oslo`);
    const rows = [
      'Account Name,Employees,City',
      'Short Row Ltd,40',
      'Long Row Ltd,40,Oslo,Norway',
      'Negative Ltd,-5,Oslo',
      'Absurd Ltd,4712345678,Oslo',
      'Fraction Ltd,12.5,Oslo',
      'Words Ltd,a few,Oslo',
      ',40,Oslo',
      `Huge Cell Ltd,40,${large}`,
      ...whole,
      '"Open Quote Ltd,40,Oslo',
      'Swallowed Ltd,40,Oslo',
    ];
    const counts = await exchange.previewOf(file('rows.csv', `${rows.join('\n')}\n`));
    expect(counts).toMatchObject({ new: 21, refused: 8, changed: 0 });
    await expect(exchange.notesOnPreview).toContainText('1 row ended early');

    await exchange.showRows('refused');
    const reasons: readonly (readonly [row: number, column: string, why: RegExp])[] = [
      [3, 'Whole row', /4 cells, the header 3\. Quote cells that hold the separator/],
      [4, 'Employees', /“-5” is negative\. An employee count is 0 or more\./],
      [
        5,
        'Employees',
        /“4712345678” is more than 10,000,000 employees\. Look whether the column is another one/,
      ],
      [6, 'Employees', /“12\.5” is not a whole number/],
      [7, 'Employees', /“a few” is no employee count\. Write a number/],
      [8, 'Account Name', /The account has no name\. Fill it in\./],
      [9, 'City', /larger than 1 MB\. Shorten it, or leave the column out\./],
      [30, 'Whole row', /quote is opened in this row and never closed.*Close the quote/],
    ];
    for (const [row, column, why] of reasons) {
      await exchange.row(new RegExp(`^Row ${row}\\b`)).click();
      const detail = exchange.detailOf(row);
      await expect(detail.getByRole('term')).toHaveText(column);
      await expect(detail.getByRole('definition')).toHaveText(why);
    }
    await isUnchanged(app);
  });

  test('cancelling while the import is applied leaves nothing', { tag: '@long' }, async ({ app }) => {
    const exchange = await withThreeAccounts(app);
    const many = Array.from(
      { length: 30_000 },
      (_, index) => `Cancelled ${index},${index % 5000},Town ${index}`,
    );
    await exchange.previewOf(file('many.csv', ['Account Name,Employees,City', ...many].join('\n')));
    await exchange.applyButton.click();
    await exchange.cancelButton.click();
    await expect(exchange.problem).toHaveText('Cancelled. Nothing was changed.');
    await expect(exchange.applyButton).toBeEnabled();
    await isUnchanged(app);
    await app.reload();
    await isUnchanged(app);
  });

  test('a second window says that the store is in use', { tag: '@long' }, async ({ app }) => {
    await withThreeAccounts(app);
    const first = app.page();
    // As "Duplicate tab" does: the new window takes the sign-in along.
    const opening = first.waitForEvent('popup');
    await first.evaluate(() => void window.open(window.location.href));
    const second = await opening;
    await expect(new ShellPage(second).trouble).toContainText('Groundwork is already open');
    await expect(new ShellPage(second).trouble).toContainText(
      'Go on there, or work here instead: the other window then stops writing and says so.',
    );
    await isUnchanged(app);

    await first.close();
    await second.getByRole('button', { name: 'Try again' }).click();
    await new ShellPage(second).open('Accounts');
    await expect(second.getByRole('grid', { name: 'Accounts' })).toContainText('Harbour Mills');
  });
});

test.describe('a full disk', () => {
  test.use({ quotaBytes: 4_000_000 });

  // In `npm test` opening.spec.ts holds that nothing is half-written, and bad-days.spec.ts what a screen says.
  test('an import that does not fit is not applied, and says so', { tag: '@long' }, async ({ app }) => {
    const exchange = await withThreeAccounts(app);
    const random = seededRandom(4711);
    const rows = Array.from(
      { length: 800 },
      (_, index) => `Too Much ${index},${incompressible(random, 4000)}`,
    );
    const big = file('big.csv', ['Account Name,Account Research', ...rows].join('\n'));
    await exchange.previewOf(big);
    await exchange.applyButton.click();
    await expect(exchange.problem).toHaveText(
      /no room left on this disk for the change, so nothing was saved\. Free some space/,
      { timeout: 30_000 },
    );
    await expect(exchange.applyButton).toBeEnabled();
    await isUnchanged(app);

    await freeSpace(app);
    await app.reload();
    await isUnchanged(app);
    await exchange.previewOf(big);
    await exchange.apply();
    await new ShellPage(app.page()).isSaved();
  });
});

/** Gives the disk room again. */
async function freeSpace(app: App): Promise<void> {
  const page = app.page();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin });
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Text that the engine cannot store in less room. */
const incompressible = (random: SeededRandom, length: number): string =>
  Array.from({ length }, () => letters.charAt(random.int(0, letters.length - 1))).join('');
