import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolderProblem } from '../../../src/main/data-folder-check.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'groundwork-check-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('a data folder', () => {
  it('that can be written is made for its user only, and nothing is left in it', async () => {
    const folder = join(root, 'a', 'b');
    expect(await dataFolderProblem(folder)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['EROFS', 'disk that can only be read'],
    ['EACCES', 'Your user may not write there'],
    ['EPERM', 'Your user may not write there'],
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'The disk is full'],
    ['ENOTDIR', 'A file stands where a folder is needed'],
    ['ENOENT', 'is not there: connect it'],
    ['EIO', 'The disk reports an error'],
    ['EWHATEVER', 'The system does not allow it'],
  ])('that fails with %s is told in words: where, what, how to mend it', async (code, words) => {
    const problem = await dataFolderProblem('/data/here', () =>
      Promise.reject(Object.assign(new Error(code), { code })),
    );
    expect(problem).toContain('/data/here');
    expect(problem).toContain(words);
    expect(problem).toContain('Nothing was changed.');
    expect(problem).not.toContain(code);
  });

  it('that is a file stops the start with one line, before anything is built or opened', async () => {
    const file = join(root, 'file');
    await writeFile(file, 'mine');
    const start = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'start.mjs');
    const ran = await promisify(execFile)(process.execPath, [start, '--data-dir', join(file, 'data')], {
      timeout: 60_000,
    }).then(
      () => ({ code: 0, stdout: '', stderr: '' }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trim().split('\n')).toEqual([expect.stringContaining('A file stands where')]);
  });
});
