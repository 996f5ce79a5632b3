import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuildStale } from '../../../src/main/start/build-when-stale.ts';
import { chooseShell, type ShellChoice } from '../../../src/main/start/choose-shell.ts';
import { findElectronPackage } from '../../../src/main/start/electron-package.ts';
import { downloadedBytes, fetchElectron } from '../../../src/main/start/fetch-electron.ts';
import { parseStartOptions, testClock } from '../../../src/main/start/start-options.ts';
import { err, ok } from '../../../src/shared/result.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'groundwork-start-'));
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, text: string, atSeconds?: number): Promise<void> {
  const full = join(root, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
  if (atSeconds !== undefined) await utimes(full, atSeconds, atSeconds);
}

describe('the command line', () => {
  it('knows its flags', () => {
    expect(parseStartOptions([])).toEqual(
      ok({ help: false, shell: undefined, demo: false, open: true, dataDir: undefined, port: undefined }),
    );
    expect(
      parseStartOptions([
        '--shell',
        'loopback',
        '--demo',
        '--no-open',
        '--data-dir=/tmp/x',
        '--port',
        '43117',
      ]),
    ).toEqual(
      ok({ help: false, shell: 'loopback', demo: true, open: false, dataDir: '/tmp/x', port: 43_117 }),
    );
    expect(parseStartOptions(['--help'])).toMatchObject({ value: { help: true } });
  });

  it.each([
    [['--colour'], "Unknown option '--colour'"],
    [['demo'], 'demo'],
    [['--shell', 'browser'], '--shell takes "electron" or "loopback", not "browser".'],
    [['--shell'], '--shell'],
    [['--demo=yes'], '--demo'],
    [['--port', '80'], '--port takes a whole number from 1024 to 65535, not "80".'],
    [['--port', '1e4'], 'not "1e4"'],
    [['--port', '70000'], 'not "70000"'],
    [['--data-dir='], '--data-dir needs the path of a folder.'],
    [['--shell', 'electron', '--no-open'], 'Leave one of the two away.'],
  ])('refuses %j in words', (args, words) => {
    const parsed = parseStartOptions(args);
    expect(parsed.ok ? '' : parsed.error).toContain(words);
  });

  it('takes a fixed clock from the environment, and refuses a time that is none', () => {
    expect(testClock({})).toBeUndefined();
    expect(testClock({ GROUNDWORK_TEST_CLOCK: '2026-03-02T09:00:00Z' })).toEqual({
      fixedAt: '2026-03-02T09:00:00Z',
    });
    expect(() => testClock({ GROUNDWORK_TEST_CLOCK: 'soon' })).toThrow('"soon" is no moment');
  });
});

describe('the choice of shell', () => {
  const electron = { folder: '/e', version: '45.4.1', binary: undefined };
  const withBinary = { ...electron, binary: '/e/dist/electron' };
  let fetches = 0;
  beforeEach(() => {
    fetches = 0;
  });
  const choice = (more: Partial<ShellChoice>): ShellChoice => ({
    asked: undefined,
    open: true,
    findElectron: () => electron,
    fetchElectron: () => {
      fetches += 1;
      return Promise.resolve(err('nothing arrived for 8 s'));
    },
    memory: join(root, 'electron-download.json'),
    ...more,
  });

  it('is Electron when its binary is here, without asking the network', async () => {
    expect(await chooseShell(choice({ findElectron: () => withBinary }))).toEqual(
      ok({ shell: 'electron', binary: '/e/dist/electron', why: 'Electron 45.4.1: its binary is here.' }),
    );
    expect(fetches).toBe(0);
  });

  it('gets the binary once, and remembers a failure until the version changes or Electron is asked for', async () => {
    const first = await chooseShell(choice({}));
    expect(first).toEqual(
      ok({
        shell: 'loopback',
        why: 'Loopback shell: Electron could not be downloaded (nothing arrived for 8 s).',
      }),
    );
    const second = await chooseShell(choice({}));
    expect(second.ok ? second.value.why : '').toContain(
      'could not be downloaded earlier (nothing arrived for 8 s)',
    );
    expect(fetches).toBe(1);
    const asked = await chooseShell(choice({ asked: 'electron' }));
    expect(asked.ok ? '' : asked.error).toContain('--shell loopback');
    expect(fetches).toBe(2);
    await chooseShell(choice({ findElectron: () => ({ ...electron, version: '46.0.0' }) }));
    expect(fetches).toBe(3);
  });

  it('uses a binary that arrived, and forgets the failure', async () => {
    await chooseShell(choice({}));
    let arrived = false;
    const chosen = await chooseShell(
      choice({
        asked: 'electron',
        findElectron: () => (arrived ? withBinary : electron),
        fetchElectron: () => {
          arrived = true;
          return Promise.resolve(ok(null));
        },
      }),
    );
    expect(chosen).toMatchObject({ value: { shell: 'electron', why: 'Electron 45.4.1: downloaded.' } });
    await expect(readFile(join(root, 'electron-download.json'))).rejects.toThrow('ENOENT');
  });

  it('is the loopback shell when asked for, with --no-open, or without the package', async () => {
    for (const more of [
      { asked: 'loopback', findElectron: () => withBinary },
      { open: false, findElectron: () => withBinary },
      { findElectron: () => undefined },
    ] as const) {
      expect(await chooseShell(choice(more))).toMatchObject({ ok: true, value: { shell: 'loopback' } });
    }
    expect(fetches).toBe(0);
  });
});

describe("Electron's package", () => {
  it('has a binary only when it is unpacked whole and of the right version', async () => {
    expect(findElectronPackage(root, {})).toBeUndefined();
    await put('node_modules/electron/package.json', '{"version":"45.4.1"}');
    expect(findElectronPackage(root, {})).toMatchObject({ version: '45.4.1', binary: undefined });
    await put('node_modules/electron/path.txt', 'electron');
    await put('node_modules/electron/dist/electron', '');
    expect(findElectronPackage(root, {})?.binary).toBeUndefined();
    await put('node_modules/electron/dist/version', 'v45.4.0');
    expect(findElectronPackage(root, {})?.binary).toBeUndefined();
    await put('node_modules/electron/dist/version', '45.4.1');
    expect(findElectronPackage(root, {})?.binary).toBe(join(root, 'node_modules/electron/dist/electron'));
  });
});

describe("running Electron's installer", () => {
  const installer = async (code: string) => {
    await put('electron/install.js', code);
    return { folder: join(root, 'electron'), version: '45.4.1', binary: undefined };
  };
  const limits = { stallMs: 400, totalMs: 5_000, lookEveryMs: 50 };
  const silent = { bytes: () => Promise.resolve(0), onBytes: () => undefined };

  it('succeeds, or says the error that the installer printed', async () => {
    expect(await fetchElectron(await installer('process.exit(0)'), silent, limits)).toEqual(ok(null));
    const failing = await installer(
      'console.error("Error: getaddrinfo ENOTFOUND github.com\\n at x"); process.exit(1)',
    );
    expect(await fetchElectron(failing, silent, { ...limits, stallMs: 5_000 })).toEqual(
      err('Error: getaddrinfo ENOTFOUND github.com'),
    );
  });

  it('gives up when nothing arrives, and ends the installer', async () => {
    const hanging = await installer(
      `require('fs').writeFileSync(${JSON.stringify(join(root, 'pid'))}, String(process.pid)); setInterval(() => {}, 1000)`,
    );
    expect(await fetchElectron(hanging, silent, limits)).toEqual(err('nothing arrived for 0 s'));
    const pid = Number(await readFile(join(root, 'pid'), 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('waits as long as bytes arrive, up to the whole limit', async () => {
    const slow = await installer('setTimeout(() => process.exit(0), 1200)');
    let bytes = 0;
    const told: number[] = [];
    const growing = {
      bytes: () => Promise.resolve((bytes += 100)),
      onBytes: (now: number) => void told.push(now),
    };
    expect(await fetchElectron(slow, growing, limits)).toEqual(ok(null));
    expect(told.length).toBeGreaterThan(3);
    const endless = await installer('setInterval(() => {}, 1000)');
    const refused = await fetchElectron(endless, growing, { ...limits, totalMs: 600 });
    expect(refused.ok ? '' : refused.error).toContain('longer than');
  });

  it('counts the bytes of download and cache', async () => {
    await put('tmp/electron-download-abc/electron.zip', 'x'.repeat(1000));
    await put('tmp/something-else/big', 'x'.repeat(9000));
    await put('cache/deadbeef/electron.zip', 'x'.repeat(200));
    const electron = { folder: join(root, 'electron'), version: '1', binary: undefined };
    const env = { electron_config_cache: join(root, 'cache') };
    expect(await downloadedBytes(electron, join(root, 'tmp'), env)).toBe(1200);
  });
});

describe('the build', () => {
  const products = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
  const whole = async () => {
    await put('src/a/b.ts', '', 1000);
    await utimes(join(root, 'src/a'), 1000, 1000);
    await utimes(join(root, 'src'), 1000, 1000);
    await put('package.json', '{}', 1000);
    for (const product of products) await put(product, '', 2000);
  };

  it('is stale when a bundle is missing or older than a source, or a source was deleted', async () => {
    expect(await isBuildStale(root)).toBe(true);
    await whole();
    expect(await isBuildStale(root)).toBe(false);
    await put('src/a/b.ts', 'changed', 3000);
    expect(await isBuildStale(root)).toBe(true);
    await whole();
    await rm(join(root, 'src/a/b.ts'));
    expect(await isBuildStale(root)).toBe(true);
    await whole();
    await put('package.json', '{}', 3000);
    expect(await isBuildStale(root)).toBe(true);
    await whole();
    await rm(join(root, 'out/preload/preload.cjs'));
    expect(await isBuildStale(root)).toBe(true);
  });
});
