import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../run/ensure-browser.ts';

/** Renders the PNG sizes from the hand-made SVG: `node test/builders/render-icons.ts`. */
const sizes = [1024, 512, 256, 32];
const folder = join(import.meta.dirname, '..', '..', 'resources', 'icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch(browserLaunchOptions());
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const image = await page.screenshot({ omitBackground: true });
  writeFileSync(join(folder, size === 1024 ? 'icon.png' : `icon-${size}.png`), image);
  await page.close();
}
await browser.close();
