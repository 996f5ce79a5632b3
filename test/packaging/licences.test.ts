import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  noticesText,
  refusedLicences,
  shippedPackages,
} from '../../electron/packaging/third-party-notices.ts';
import { repositoryRoot } from '../run/child.ts';

describe('the licences of what is shipped', () => {
  it('are all on the allow-list', () => {
    expect(refusedLicences(shippedPackages(repositoryRoot))).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', ['stranger: GPL-3.0-only']],
    ['(MIT OR GPL-2.0)', ['stranger: (MIT OR GPL-2.0)']],
    [undefined, ['stranger: no licence']],
    ['MIT', []],
  ])('are refused unless they are on it: %s', (licence, refused) => {
    expect(refusedLicences([{ name: 'stranger', version: '1.0.0', licence, text: '' }])).toEqual(refused);
  });
});

describe('the list of what is shipped', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'groundwork-notices-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function install(path: string, entry: object, files: Readonly<Record<string, string>> = {}) {
    const folder = join(root, path);
    await mkdir(folder, { recursive: true });
    const contents = { 'package.json': '{"version":"1.0.0","author":"Ada"}', ...files };
    for (const [name, text] of Object.entries(contents)) await writeFile(join(folder, name), text);
    return [path, { version: '1.0.0', license: 'MIT', ...entry }] as const;
  }
  const lock = (...entries: readonly (readonly [string, object])[]) =>
    writeFile(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries) } }),
    );

  it('takes production packages, nested ones too, and leaves out development and optional ones', async () => {
    await lock(
      await install('node_modules/@ours/kept', {}, { LICENSE: 'Words of kept', NOTICE: 'And its notice' }),
      await install('node_modules/kept/node_modules/inner', {}, { 'license.md': 'Words of inner' }),
      ['node_modules/tool', { version: '1.0.0', dev: true }],
      ['node_modules/runtime', { version: '1.0.0', optional: true }],
      ['node_modules/either', { version: '1.0.0', devOptional: true }],
    );
    const shipped = shippedPackages(root);
    expect(shipped.map(({ name }) => name)).toEqual(['@ours/kept', 'inner']);
    const text = noticesText(shipped);
    for (const words of ['@ours/kept 1.0.0 (MIT)', 'Words of kept', 'And its notice', 'Words of inner']) {
      expect(text).toContain(words);
    }
  });

  it('gives the standard words of MIT where a package brings no file, and stops where it cannot', async () => {
    await lock(await install('node_modules/bare', {}));
    expect(shippedPackages(root)[0]?.text).toContain('Copyright (c) Ada\n\nPermission is hereby granted');
    await lock(await install('node_modules/bare', { license: 'Apache-2.0' }));
    expect(() => shippedPackages(root)).toThrow('brings no licence file');
  });

  it('stops when another version is installed than locked', async () => {
    await lock(await install('node_modules/moved', { version: '2.0.0' }));
    expect(() => shippedPackages(root)).toThrow('moved is installed as 1.0.0, not as locked');
  });
});
