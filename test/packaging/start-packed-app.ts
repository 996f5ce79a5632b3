import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bridgeName, type HostBridge } from '../../src/shared/host/bridge.ts';
import { finishLoading, record } from '../shells/recorded-electron.ts';

/**
 * Starts the packed main and preload scripts in plain Node over the recorded Electron, as the packed program
 * would, and prints as JSON what came of it. Arguments: the extracted archive, a data folder.
 */
const [extracted = '', dataDir = ''] = process.argv.slice(2);
record.appPath = extracted;
process.argv.push(`--data-dir=${dataDir}`);

await import(pathToFileURL(join(extracted, 'out', 'main', 'main.js')).href);
finishLoading();
for (let look = 0; look < 200 && record.windows.length === 0; look += 1) await wait(25);

const [window] = record.windows;
if (window === undefined) throw new Error(record.errors.join() || 'The packed app opened no window.');
const { preload } = window.options['webPreferences'] as { preload: string };
await import(pathToFileURL(preload).href);

const bridge = record.exposed.get(bridgeName) as HostBridge;
const serve = record.protocols.get('groundwork');
const fetched = async (address: string) => {
  const answer = await serve?.(new Request(address));
  return { status: answer?.status ?? 0, text: (await answer?.text()) ?? '' };
};
const page = await fetched(window.webContents.mainFrame.url);
/** Built names carry a hash. Everything that the page names, and what those files name, and so on. */
const asked = new Map<string, number>();
const follow = async (text: string): Promise<void> => {
  for (const [name] of text.matchAll(/[A-Za-z][\w-]*-[\w-]{8}\.(?:js|css|svg)(?=["'`)?])/g)) {
    if (asked.has(name)) continue;
    const answer = await fetched(`groundwork://app/assets/${name}`);
    asked.set(name, answer.status);
    await follow(answer.text);
  }
};
await follow(page.text);

const opened = await bridge.call(1, 'session.open', { pageVersion: 'packed', engine: 'none' });
const sample = await bridge.call(2, 'sample.read', {});
console.log(
  JSON.stringify({
    address: window.webContents.mainFrame.url,
    preload,
    page,
    assets: Object.fromEntries(asked),
    opened,
    sample: sample.kind,
  }),
);
process.exit(0);
