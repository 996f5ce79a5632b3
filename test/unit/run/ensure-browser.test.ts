import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { browserLaunchOptions, disabledByPlaywright } from '../../run/ensure-browser.ts';

/** Playwright tells nobody what it turns off: its own code is read. */
function turnedOff(): readonly string[] {
  const package_ = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const code = readFileSync(join(package_, 'lib', 'coreBundle.js'), 'utf8');
  const list = /\bdisabledFeatures = \[(?<names>.*?)\]/s.exec(code)?.groups?.['names'] ?? '';
  return [...list.replaceAll(/\/\/.*$/gm, '').matchAll(/"(?<name>\w+)"/g)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );
}

test('what Playwright turns off stays off beside what the tests turn off', () => {
  expect(turnedOff().length).toBeGreaterThan(5);
  expect([...disabledByPlaywright].sort()).toEqual([...turnedOff()].sort());
  const argument = browserLaunchOptions().args?.filter((text) => text.startsWith('--disable-features='));
  expect(argument).toHaveLength(1);
  expect(argument?.[0]?.split(/[=,]/)).toEqual(expect.arrayContaining(['WebUIOmniboxPopup', ...turnedOff()]));
});
