import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shippedPackages } from '../../electron/packaging/third-party-notices.ts';
import { repositoryRoot } from '../run/child.ts';
import { packApp, type PackedApp } from './pack-app.ts';

/** Each file that the archive may hold fits one of these. */
const expectedFiles = [
  /^\/package\.json$/,
  /^\/out\/main\/[\w-]+\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/index\.html$/,
  /^\/out\/renderer\/assets\/[\w-]+\.(js|css|svg|woff2)$/,
  /^\/resources\/[\w-]+\/[\w-]+\.json$/,
];

const startReport = z.object({
  address: z.string(),
  preload: z.string(),
  page: z.object({ status: z.number(), text: z.string() }),
  assets: z.record(z.string(), z.number()),
  opened: z.object({ kind: z.string(), result: z.object({ shell: z.string(), appVersion: z.string() }) }),
  sample: z.string(),
});

const manifest = z.looseObject({
  main: z.string(),
  version: z.string(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  scripts: z.record(z.string(), z.string()).optional(),
});

describe('the packed app', () => {
  let root: string;
  let app: PackedApp;
  let files: readonly string[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'groundwork-packed-'));
    const started = performance.now();
    app = await packApp(root);
    const folders = new Set<string>();
    const listed = listPackage(app.archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    for (const path of listed) folders.add(path.slice(0, path.lastIndexOf('/')));
    files = listed.filter((path) => !folders.has(path));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`packed without network: ${files.length} files in the archive, ${seconds} s`);
  }, 240_000);
  afterAll(() => rm(root, { recursive: true, force: true }));

  const textOf = (path: string): string => extractFile(app.archive, path.slice(1)).toString('latin1');

  it('holds bundles and sample: no source, test, dependency or map', async () => {
    // The archive is the only program there.
    expect((await readdir(join(app.folder, 'resources'))).sort()).toEqual([
      'LICENSE.txt',
      'THIRD-PARTY-NOTICES.txt',
      'app.asar',
    ]);
    expect(files.filter((path) => !expectedFiles.some((expected) => expected.test(path)))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/main.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/resources/sample-workspace/sample.json',
      ]),
    );
  });

  it('holds nothing private: no path of this machine, no map, no key', () => {
    const privateWords = [repositoryRoot, homedir(), tmpdir(), 'sourceMappingURL', '-----BEGIN', 'file:///']
      // A home at "/" or a one-letter folder would be found in any text.
      .filter((word) => word.length > 3);
    const found = files.flatMap((path) => {
      const text = textOf(path);
      return privateWords.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('says what starts it, and neither scripts nor development packages', async () => {
    const packed = manifest.parse(JSON.parse(textOf('/package.json')));
    const own = manifest.parse(JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')));
    expect(packed).toMatchObject({ main: own.main, version: own.version });
    expect([packed.scripts, packed.devDependencies]).toEqual([undefined, undefined]);
    expect(files).toContain(packed.main.replace(/^\./, ''));
  });

  it(
    'starts from the archive alone: every import resolves, every file that the page names is served',
    { timeout: 120_000 },
    async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(import.meta.dirname, 'start-packed-app.ts'), app.extracted, join(root, 'data')],
        { maxBuffer: 50_000_000, cwd: root },
      );
      const report = startReport.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
      expect(report).toMatchObject({
        address: 'groundwork://app/index.html',
        preload: join(app.extracted, 'out', 'preload', 'preload.cjs'),
        page: { status: 200 },
        opened: { kind: 'result', result: { shell: 'electron' } },
        sample: 'result',
      });
      const packedAssets = files.filter((path) => path.includes('/assets/')).map((path) => basename(path));
      expect(Object.keys(report.assets).sort()).toEqual(packedAssets.sort());
      expect(Object.values(report.assets).every((status) => status === 200)).toBe(true);
    },
  );

  it('has every fuse as docs/security.md says', async () => {
    const { version, ...wire } = await getCurrentFuseWire(join(app.folder, 'groundwork'));
    expect(version).toBe(FuseVersion.V1);
    const on = '1'.charCodeAt(0);
    const off = '0'.charCodeAt(0);
    const expected: Record<number, number> = {
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
      // The WebAssembly trap handlers stay as Electron has them.
      8: on,
    };
    expect(wire).toEqual(expected);
  });

  it('brings licences: its own, those of its packages, and those of Electron', async () => {
    const resources = join(app.folder, 'resources');
    const own = await readFile(join(resources, 'LICENSE.txt'), 'utf8');
    expect(own).toBe(await readFile(join(repositoryRoot, 'LICENSE'), 'utf8'));
    const notices = await readFile(join(resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const packages = shippedPackages(repositoryRoot);
    expect(packages.length).toBeGreaterThan(20);
    for (const { name, version, text } of packages) {
      expect(notices).toContain(`\n${name} ${version} (`);
      expect(notices).toContain(text.trim());
    }
    const beside = await readdir(app.folder);
    expect(beside).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']));
  });

  it('holds no code of a package without notice', () => {
    const named = new Set(shippedPackages(repositoryRoot).map(({ name }) => name));
    const bundled = [...textOf('/out/main/main.js').matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== '');
    expect(bundled).toContain('zod');
    expect(bundled.filter((name) => !named.has(name))).toEqual([]);
  });
});
