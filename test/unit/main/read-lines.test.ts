import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLastLine } from '../../../src/main/journal/read-lines.ts';

describe('the last line of a file', () => {
  let path: string;
  beforeAll(async () => {
    path = join(await mkdtemp(join(tmpdir(), 'groundwork-lines-')), 'lines');
  });
  afterAll(() => rm(join(path, '..'), { recursive: true }));

  const lastOf = async (text: string): Promise<string | undefined> => {
    await writeFile(path, text);
    return (await readLastLine(path))?.toString('utf8');
  };

  it('is what stands between the last two line breaks, or the only line', async () => {
    expect(await lastOf('one\ntwo\n')).toBe('two');
    expect(await lastOf('one\n')).toBe('one');
    expect(await lastOf('one\n\n')).toBe('');
  });

  it('is none while the line is not whole, or there is no line at all', async () => {
    expect(await lastOf('one\ntwo')).toBeUndefined();
    expect(await lastOf('')).toBeUndefined();
  });

  it('is found up to a megabyte back, and no further', async () => {
    const most = 'é'.repeat((1 << 19) - 1);
    expect(await lastOf(`one\n${most}\n`)).toBe(most);
    expect(await lastOf(`one\n${most}é\n`)).toBeUndefined();
  });
});
