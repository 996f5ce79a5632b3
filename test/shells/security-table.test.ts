import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from '../run/child.ts';

const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const docs = textOf('docs/security.md');

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** Wherever the document says `file` "title", in a table or in a sentence. */
const namedTests: readonly NamedTest[] = [
  ...docs.matchAll(/`(test\/[\w./-]+\.(?:test|spec)\.ts)`\s+"([^"]+)"/g),
].map(([, file = '', title = '']) => ({ file, title }));

const checklist = docs
  .slice(docs.indexOf("## Electron's checklist"), docs.indexOf('### Fuses'))
  .split('\n')
  .filter((line) => /^\| \d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** Whether the file has a test of this very title, tags aside, which stands in quotes of any kind. */
const hasTest = ({ file, title }: NamedTest): boolean =>
  existsSync(join(repositoryRoot, file)) &&
  ["'", '"', '`'].some((quote) => {
    const escaped = title.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
    return new RegExp(`${quote}${RegExp.escape(escaped)}(?: @\\w+)*${quote},`).test(textOf(file));
  });

describe('docs/security.md', () => {
  it('has the 20 items of the checklist in order, each with how, where and a test', () => {
    expect(checklist.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    for (const [, number, item, how, where, test] of checklist) {
      for (const cell of [item, how, where]) expect(cell, `item ${String(number)}`).not.toBe('');
      expect(test, `item ${String(number)}`).toMatch(
        /^`test\/.+`\s+".+"$|^only a running Electron can show it: not run$/,
      );
    }
  });

  it('names files that are there', () => {
    const files = [...docs.matchAll(/`((?:electron|src|test)\/[\w./-]+|[\w-]+\.(?:yml|json))`/g)].map(
      ([, file = '']) => file,
    );
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(join(repositoryRoot, file)))).toEqual([]);
  });

  it('names tests that are there', () => {
    expect(namedTests.length).toBeGreaterThan(35);
    expect(namedTests.filter((named) => !hasTest(named))).toEqual([]);
  });

  it('would notice a test that is not there', () => {
    const [first] = namedTests;
    expect(first && hasTest(first)).toBe(true);
    expect(first && hasTest({ ...first, title: `${first.title} indeed` })).toBe(false);
    expect(first && hasTest({ ...first, file: 'test/shells/missing.test.ts' })).toBe(false);
  });

  it('has the fuses that electron-builder.yml sets', () => {
    const rows = [...docs.matchAll(/^\| ([A-Z]\w+) +\| (on|off) /gm)];
    const stated = Object.fromEntries(
      rows.map(([, fuse = '', state]) => [fuse.toLowerCase(), state === 'on']),
    );
    const block = /electronFuses:\n((?: {2}.*\n)+)/.exec(textOf('electron-builder.yml'))?.[1] ?? '';
    const set = Object.fromEntries(
      [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, fuse = '', state]) => [
        fuse.toLowerCase(),
        state === 'true',
      ]),
    );
    expect(Object.keys(set)).toHaveLength(8);
    expect(stated).toEqual(set);
  });

  it('names one exact Electron, the same in package.json and the lock file', () => {
    const own = z
      .object({ devDependencies: z.looseObject({ electron: z.string() }) })
      .parse(JSON.parse(textOf('package.json')));
    const lock = z
      .object({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })) })
      .parse(JSON.parse(textOf('package-lock.json')));
    const { electron } = own.devDependencies;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages['node_modules/electron']?.version).toBe(electron);
  });
});
