import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Nothing serious or critical in light, and no contrast too weak in dark: only colours differ. With
 * `GROUNDWORK_SHOTS` set to a folder, both themes are pictured there.
 *
 * @param state what is on screen, for the message
 * @param within selector of what is looked at
 */
export async function isAccessible(page: Page, state: string, within: string): Promise<void> {
  const shots = process.env['GROUNDWORK_SHOTS'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${state}-${colorScheme}.png` });
    const builder = new AxeBuilder({ page })
      .setLegacyMode(true)
      .include(within)
      .exclude('[data-base-ui-focus-guard]');
    const { violations } = await (
      colorScheme === 'light' ? builder : builder.withRules(['color-contrast'])
    ).analyze();
    const found = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}
