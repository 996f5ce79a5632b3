import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

/** Its runner for Playwright would load it, unminified, four times for one look at a page: most of what that took. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/**
 * In `npm test`, which has minutes, one theme, otherwise both. Half the seed chooses it: by the seed itself tests take
 * turns, and each would always be seen in the same one.
 */
const looked: readonly Theme[] =
  process.env['GROUNDWORK_BRIEF'] === '1'
    ? themes.filter((_, at) => at === (Number(process.env['GROUNDWORK_SEED'] ?? '0') >>> 1) % themes.length)
    : themes;

/**
 * Nothing serious or critical, in light and in dark. Motion is reduced, so that no colour is on its way. With
 * `GROUNDWORK_SHOTS` set to a folder, what was looked at is pictured there.
 *
 * @param state what is on screen, for the message
 * @param within selectors of what is looked at: what is new in this state; none = the whole page
 */
export async function isAccessible(page: Page, state: string, ...within: readonly string[]): Promise<void> {
  const shots = process.env['GROUNDWORK_SHOTS'];
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  for (const [at, colorScheme] of looked.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await isAtRest(page);
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/${state.replaceAll(/\W+/g, '-')}-${colorScheme}.png` });
    // The second theme differs from the first in colours only.
    const found = await violations(page, within, at === 0 ? null : 'color-contrast');
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}

/** Two frames for what the other theme sets off, then until no colour is on its way; spinners never end. */
async function isAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** @param rule the only one that is looked for; `null` = all */
async function violations(
  page: Page,
  within: readonly string[],
  rule: string | null,
): Promise<readonly string[]> {
  const context = {
    include: within.length > 0 ? [...within] : ['html'],
    // Guards at both ends of a popup, which send focus on as soon as they get it.
    exclude: ['[data-base-ui-focus-guard]'],
  };
  const options: axe.RunOptions = {
    // What passes need not be written up.
    resultTypes: ['violations'],
    ...(rule !== null && { runOnly: { type: 'rule', values: [rule] } }),
  };
  return page.evaluate(
    async ([where, how]) => {
      const { axe: checker } = window as unknown as { readonly axe: typeof axe };
      const { violations: all } = await checker.run(where, how);
      return all
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
        );
    },
    [context, options] as const,
  );
}
