import { readFile } from 'node:fs/promises';
import type { Download, Locator } from '@playwright/test';
import Papa from 'papaparse';
import { buildList, type GeneratedList } from '../../builders/build-list.ts';
import { writeCsv } from '../../builders/csv-writer.ts';
import { expect, test } from '../support/app.ts';
import { Keyboard } from '../support/keyboard.ts';
import { BoardPage } from '../pages/board.page.ts';

/** Slots that Mid-Market has in Actively Working by default (AW-6). */
const limit = 150;

/** A CRM's list of 10,000 companies, of which as many Mid-Market ones are worked as the limit allows. */
function listWithFullSegment(): { readonly text: string; readonly list: GeneratedList } {
  const list = buildList('hubspot', 10_000, 20260316, { duplicates: 0 });
  let worked = 0;
  const rows = list.rows.map((cells, index) => {
    const employees = Number(list.truth[index]?.values.employeesImported ?? 0);
    const works = employees >= 100 && employees < 2000 && worked < limit;
    if (works) worked += 1;
    return [...cells, works ? 'Actively Working' : '', works ? '2026-03-02' : ''];
  });
  const headers = [...list.headers, 'BDR Prospecting Status', 'Actively Working Start Date'];
  return { text: writeCsv([headers, ...rows]), list };
}

/** The account's name, with which what a card says begins: "Acme, segment Large, No priority". */
async function nameOf(card: Locator): Promise<string> {
  const said = await card.getByText(/./).first().innerText();
  return said.slice(0, said.search(/, segment /)).trim();
}

type Cells = Readonly<Record<string, string>>;

async function recordsOf(download: Download): Promise<readonly Cells[]> {
  const text = await readFile(await download.path(), 'utf8');
  const parsed = Papa.parse<Cells>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

test('import, plan ten, move three, one refused, edit, undo, export, all by keyboard @even', async ({
  page,
}) => {
  // Ten thousand cards, on a machine that may be busy.
  test.setTimeout(180_000);

  const { text } = listWithFullSegment();
  const keys = new Keyboard(page);
  const board = new BoardPage(page);
  const focused = page.locator(':focus');
  // Asked for early: the browser must know that the dialog will be answered here.
  const dialog = page.waitForEvent('filechooser');

  await test.step('whose book it is', async () => {
    await keys.isAt(page.getByRole('textbox', { name: 'Your name, as BDR' }));
    await keys.type('Nora Lindqvist');
    await keys.tabTo(page.getByRole('button', { name: 'Import my list' }));
    await keys.press('Enter');
  });

  await test.step('import the list', async () => {
    await keys.isAt(page.getByRole('heading', { name: 'Exchange', level: 1 }));
    await keys.tabTo(page.getByRole('button', { name: 'Choose file' }));
    await keys.press('Enter');
    await (await dialog).setFiles({ name: 'companies.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(page.getByRole('heading', { name: 'Columns of companies.csv' })).toBeFocused({
      timeout: 20_000,
    });
    await keys.tabTo(page.getByRole('button', { name: 'Preview', exact: true }));
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Preview of companies.csv' })).toBeFocused({
      timeout: 30_000,
    });
    await keys.tabTo(page.getByRole('button', { name: 'Import 10,000 accounts' }));
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Imported companies.csv' })).toBeFocused({
      timeout: 60_000,
    });
    await keys.tabTo(page.getByRole('button', { name: 'See the board' }));
    await keys.press('Enter');
    await keys.isAt(page.getByRole('heading', { name: 'Board', level: 1 }));
  });

  await test.step('reach cards that were not rendered', async () => {
    const everyCard = board.column('No status').getByRole('option');
    await expect(everyCard.first()).toBeVisible();
    await expect(everyCard.first()).toHaveAttribute('aria-setsize', '9850');
    expect(await everyCard.count()).toBeLessThan(100);
    await keys.tabTo(everyCard.first());
    await keys.press('End');
    await expect(focused).toHaveAttribute('aria-posinset', '9850');
    await keys.repeat('PageUp', 20);
    await expect(focused).toBeInViewport({ ratio: 1 });
    const position = Number(await focused.getAttribute('aria-posinset'));
    expect(position).toBeGreaterThan(7500);
    expect(position).toBeLessThan(9850);
  });

  const planned = await test.step('plan ten', async () => {
    const first = await nameOf(focused);
    await keys.press('x');
    await expect(board.said).toHaveText('1 account selected.');
    await keys.repeat('Shift+ArrowDown', 9);
    await expect(board.said).toHaveText('10 accounts selected.');
    await keys.press('m');
    await expect(board.menu).toHaveAccessibleName('Move 10 accounts');
    await keys.arrowTo(board.entry('Queued'), 'ArrowDown');
    await keys.press('Enter');
    await expect(board.said).toHaveText('Moved 10 accounts to Queued');
    const queued = board.column('Queued').getByRole('option');
    await expect(queued).toHaveCount(10);
    await keys.isAt(queued.last());
    await expect(queued.first()).toContainText(first);
    await keys.press('Escape');
    await expect(board.said).toHaveText('Nothing selected.');
    return queued;
  });

  const working = board.column('Actively Working').getByRole('option');
  await test.step('move three', async () => {
    for (const n of [1, 2, 3]) {
      const free = planned.filter({ hasText: /SMB|Large/ }).first();
      const name = await nameOf(free);
      await keys.press('Home');
      await keys.arrowTo(free, 'ArrowDown');
      await keys.press('Space');
      await expect(board.said).toHaveText(
        `Picked up ${name}. Arrow keys choose the place, Space drops, Escape puts back.`,
      );
      await keys.press('ArrowRight', 'Home');
      await expect(board.said).toHaveText(`Actively Working, position 1 of ${limit + n}. Allowed.`);
      await keys.press('Space');
      await expect(board.said).toHaveText(`Moved ${name} to Actively Working`);
      await expect(working.first()).toContainText(name);
      await keys.isAt(working.first());
      await board.hasPlace(working.first(), 1, limit + n);
      await keys.press('ArrowLeft');
    }
    await expect(planned).toHaveCount(7);
  });

  await test.step('one move finds no seat, and is put back', async () => {
    const full = planned.filter({ hasText: 'Mid-Market' }).first();
    await keys.press('Home');
    await keys.arrowTo(full, 'ArrowDown');
    await keys.press('Space', 'ArrowRight');
    const why = `AW-6: no free Mid-Market slot, ${limit} of ${limit}. Release 1 Mid-Market account, or raise the limit in Rules.`;
    await expect(board.said).toContainText(`${why} A seat can be swapped.`);
    await keys.press('Space');
    await keys.isAt(page.getByRole('listbox', { name: 'Mid-Market accounts to release' }));
    await keys.press('Escape');
    await expect(board.said).toHaveText('Put back. Not moved.');
    await keys.isAt(full);
    await expect(planned).toHaveCount(7);
    await board.hasPlace(working.first(), 1, limit + 3);
  });

  const edited = await test.step('edit a field', async () => {
    const name = await nameOf(planned.last());
    const before = await nameOf(focused);
    await keys.press('ControlOrMeta+K');
    await keys.isAt(page.getByRole('combobox', { name: 'Search accounts, screens and actions' }));
    await keys.type(name);
    // Who is called exactly so comes first, whoever else is found.
    const found = page.getByRole('dialog', { name: 'Search and commands', exact: true }).getByRole('option');
    await expect(found.first()).toContainText(name);
    await keys.press('Enter');
    const panel = page.getByRole('complementary', { name: `Account ${name}` });
    await keys.isAt(panel);
    await keys.tabTo(panel.getByRole('button', { name: /^(Edit|Change) Account Research/ }));
    await keys.press('Enter');
    await keys.isAt(panel.getByRole('textbox', { name: 'Account Research' }));
    await keys.type('Builds its own platform team.');
    await keys.press('ControlOrMeta+Enter');
    const value = panel.getByRole('button', { name: /^(Edit|Change) Account Research/ });
    await expect(value).toContainText('Builds its own platform team.');
    await keys.isAt(value);
    await keys.press('Escape');
    await expect(panel).toBeHidden();
    await keys.isAt(board.cardIn('Queued', before));
    return name;
  });

  await test.step('undo, redo, undo', async () => {
    const at = await nameOf(focused);
    for (const [key, word] of [
      ['ControlOrMeta+Z', 'Undid'],
      ['ControlOrMeta+Shift+Z', 'Redid'],
      ['ControlOrMeta+Z', 'Undid'],
    ] as const) {
      await keys.press(key);
      await expect(board.said).toHaveText(`${word}: Edited Account Research of ${edited}`);
      await keys.isAt(board.cardIn('Queued', at));
    }
  });

  await test.step('export', async () => {
    await keys.press('g', 'e');
    await keys.isAt(page.getByRole('heading', { name: 'Exchange', level: 1 }));
    await keys.tabTo(page.getByRole('tab', { name: 'Import' }));
    await keys.press('ArrowRight');
    const button = page.getByRole('button', { name: 'Export 10,000 accounts' });
    await keys.tabTo(button);
    const saved = page.waitForEvent('download');
    await keys.press('Enter');
    const records = await recordsOf(await saved);
    await expect(page.getByRole('status').filter({ hasText: /^Exported 10,000 accounts to / })).toBeVisible();
    await keys.isAt(button);
    const having = (status: string): number =>
      records.filter((record) => record['BDR Prospecting Status'] === status).length;
    expect(records).toHaveLength(10_000);
    expect([having('Queued'), having('Actively Working')]).toEqual([7, limit + 3]);
    expect(records.find((record) => record['Account Name'] === edited)?.['Account Research']).toBe('');
  });
});
