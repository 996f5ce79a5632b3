import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineRefusal, noteEngine } from '../../../src/main/engine-guard.ts';
import { browserVersion } from '../../../src/main/loopback-shell/browser-version.ts';
import { runLoopbackShell } from '../../../src/main/loopback-shell/run.ts';
import { sentinelOf, workspaceId } from '../../shells/journal-samples.ts';

let root: string;
let dataDir: string;
let profileDir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'groundwork-engine-'));
  dataDir = join(root, 'data');
  profileDir = join(dataDir, 'browser-profile');
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
const lastVersion = (text: string): Promise<void> => put(join(profileDir, 'Last Version'), text);
const sentinel = (engine: string, id = workspaceId): Promise<void> =>
  put(join(dataDir, 'workspaces', id, 'sentinel.json'), JSON.stringify({ ...sentinelOf(1), engine }));
const refusal = (own: string | undefined): string | undefined =>
  engineRefusal({ profileDir, dataDir }, own, 'Update it.');

/** Every file below a folder with its bytes and times, as one checksum. */
async function fingerprint(folder: string): Promise<string> {
  const sum = createHash('sha256');
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const found = await stat(join(folder, name));
    sum.update(`${name} ${found.mode} ${found.size} ${found.mtimeMs} ${found.ctimeMs}\n`);
    if (found.isFile()) sum.update(await readFile(join(folder, name)));
  }
  return sum.digest('hex');
}

describe('an engine that is older than the profile', () => {
  it.each([
    ['156.0.8078.79', 'Chromium 155.0.9999.99 built on Debian GNU/Linux', true],
    ['156.0.8078.79', 'Chromium 156.0.1.1', false],
    ['156.0.8078.79', 'Google Chrome 157.0.1.1', false],
    ['156.0.8078.79', 'Brave Browser 155.1.80.113', true],
    ['9.0.0.1', '10.0.0.1', false],
    ['156.0.8078.79', 'no version at all', false],
    ['nonsense', 'Chromium 1.0.0.0', false],
  ])('by the profile of %s: %s refused is %s', async (written, own, refused) => {
    await lastVersion(written);
    expect(refusal(own) !== undefined).toBe(refused);
  });

  it('is refused in words, with both versions and a way out', async () => {
    await lastVersion('156.0.8078.79');
    expect(refusal('Chromium 140.0.7000.1')).toBe(
      'Your data was last opened with version 156.0.8078.79 of the browser engine, and this is the older version ' +
        '140.0.7000.1, which could destroy it. Nothing was opened or changed. Update it.',
    );
  });

  it('is known by the sentinels of all workspaces, and by what the host noted', async () => {
    expect(refusal('Chromium 1.0.0.0')).toBeUndefined();
    await sentinel('Chromium 150.0.0.0');
    await sentinel('Chromium 152.0.0.0', '0193a000-0000-7000-8000-000000000009');
    await put(join(dataDir, 'workspaces', 'broken', 'sentinel.json'), '{"engine":');
    expect(refusal('Chromium 151.0.0.0')).toContain('152.0.0.0');
    expect(refusal('Chromium 152.0.0.0')).toBeUndefined();
    await noteEngine(dataDir, 'Chromium 153.0.1.2 built on Debian');
    expect(refusal('Chromium 152.0.0.0')).toContain('153.0.1.2');
    await noteEngine(dataDir, undefined);
    expect(refusal('Chromium 152.0.0.0')).toContain('153.0.1.2');
  });

  it('that nothing tells the version of is let in: no one can be locked out by a silent browser', async () => {
    await lastVersion('156.0.8078.79');
    expect(refusal(undefined)).toBeUndefined();
  });
});

describe('the version of a browser', () => {
  it('is what it says on Linux and macOS', async () => {
    const browser = await script('echo "Chromium 140.0.7000.1 built on Debian"');
    expect(await browserVersion(browser, 'linux')).toBe('Chromium 140.0.7000.1 built on Debian');
    expect(await browserVersion(await script('exit 3'), 'darwin')).toBeUndefined();
    expect(await browserVersion(join(root, 'none'), 'linux')).toBeUndefined();
  });

  it('is the newest folder beside it on Windows, where the switch would open a window', async () => {
    const folder = join(root, 'Chrome', 'Application');
    for (const name of ['99.0.4844.51', '140.0.7000.1', '9.0.0.0', 'Dictionaries']) {
      await mkdir(join(folder, name), { recursive: true });
    }
    expect(await browserVersion(join(folder, 'chrome.exe'), 'win32')).toBe('140.0.7000.1');
    expect(await browserVersion(join(root, 'nowhere', 'chrome.exe'), 'win32')).toBeUndefined();
  });
});

let scripts = 0;
async function script(body: string): Promise<string> {
  scripts += 1;
  const path = join(root, `browser-${scripts}`);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

/** A browser that tells its version, and otherwise notes that it was opened. */
const browserOf = (version: string): Promise<string> =>
  script(`[ "$1" = --version ] && echo "Chromium ${version}" || echo opened > "${join(root, 'opened')}"`);

async function untilOpened(wasOpened: () => Promise<boolean>): Promise<void> {
  while (!(await wasOpened()) && existsSync(root)) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function run(browser: string): Promise<{ code: number; said: string[]; opened: boolean }> {
  const said: string[] = [];
  await put(join(root, 'app', 'index.html'), '<!doctype html>');
  const wasOpened = (): Promise<boolean> =>
    stat(join(root, 'opened')).then(
      () => true,
      () => false,
    );
  const code = await runLoopbackShell({
    host: { dataDir, port: 0, appDir: join(root, 'app') },
    browser: { path: browser, name: 'Chromium', from: 'environment' },
    say: (line) => said.push(line),
    onPortRefused: () => Promise.resolve(),
    // A window that ends at once is given ten seconds to come back; nobody waits that long here.
    stopped: untilOpened(wasOpened),
  });
  return { code, said, opened: await wasOpened() };
}

describe('the loopback shell', () => {
  it('refuses an older browser before anything opens: folder and profile stay byte for byte', async () => {
    await lastVersion('156.0.8078.79');
    await put(
      join(profileDir, 'Default', 'IndexedDB', 'x.indexeddb.leveldb', 'CURRENT'),
      'MANIFEST-000001\n',
    );
    await sentinel('Chromium 156.0.0.0');
    const before = await fingerprint(dataDir);
    const { code, said, opened } = await run(await browserOf('155.0.0.1'));
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringContaining('version 156.0.8078.79')]);
    expect(said[0]).toContain('GROUNDWORK_BROWSER');
    expect(opened).toBe(false);
    expect(await fingerprint(dataDir)).toBe(before);
  });

  it('opens the same and a newer one, and notes it for the next start', async () => {
    await lastVersion('156.0.8078.79');
    const { code, opened } = await run(await browserOf('157.0.0.1'));
    expect([code, opened]).toEqual([0, true]);
    // The profile itself was not written by this stand-in.
    expect(refusal('Chromium 156.0.8078.79')).toContain('157.0.0.1');
  });
});
