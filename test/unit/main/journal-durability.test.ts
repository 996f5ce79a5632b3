import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendFiles, type AppendFile } from '../../../src/main/journal/append-file.ts';
import { createSentinelFile } from '../../../src/main/journal/sentinel-file.ts';
import { lineOf, otherStoreId, sentinelOf, workspaceId } from '../../shells/journal-samples.ts';
import { journalFolder, request, type JournalFolder } from './journal-folder.ts';

let place: JournalFolder;
beforeEach(async () => {
  place = await journalFolder();
});
afterEach(() => place.remove());

const firstFile = 'journal-000001-000000000001.ndjson';

describe('journal: the sentinel', () => {
  it('is written after the lines are synced, and an older one does not come back', async () => {
    const steps: string[] = [];
    const recorded = (file: AppendFile): AppendFile => ({
      append: (text) => file.append(text).finally(() => steps.push('append')),
      sync: () => file.sync().finally(() => steps.push('sync')),
      truncate: (bytes) => file.truncate(bytes),
      close: () => file.close(),
    });
    const real = createSentinelFile(place.sentinelPath, workspaceId, () => undefined);
    const journal = place.open({
      files: {
        create: async (path, text) => {
          const file = await appendFiles.create(path, text);
          steps.push('create and sync');
          return recorded(file);
        },
        reopen: async (path) => recorded(await appendFiles.reopen(path)),
      },
      sentinelFile: {
        read: real.read,
        write: async (next) => {
          await real.write(next);
          steps.push(`sentinel ${next.through}`);
        },
      },
    });
    await journal.append(request([lineOf(1)], { sentinel: sentinelOf(1) }));
    await journal.append(request([lineOf(2)], { sentinel: sentinelOf(2) }));
    await journal.append(request([lineOf(1)], { sentinel: sentinelOf(1) }));
    expect(steps).toEqual(['create and sync', 'sentinel 1', 'append', 'sync', 'sentinel 2']);
    expect((await place.sentinel()).through).toBe(2);
    await journal.close();
  });

  it('must speak of the same store and of numbers the journal has', async () => {
    const journal = place.open();
    const foreign = { ...sentinelOf(1), storeId: otherStoreId };
    expect(await journal.append(request([lineOf(1)], { sentinel: foreign }))).toMatchObject({
      error: { code: 'bad-request' },
    });
    expect(await journal.append(request([lineOf(1)], { sentinel: sentinelOf(2) }))).toMatchObject({
      error: { code: 'gap' },
    });
    expect(await place.names()).toEqual([]);
    await journal.close();
  });

  it('that cannot be read is set aside, not overwritten in silence', async () => {
    await writeFile(place.sentinelPath, '{"format":1,');
    let told = 0;
    const file = createSentinelFile(place.sentinelPath, workspaceId, () => (told += 1));
    expect(await file.read()).toBeNull();
    expect(told).toBe(1);
    expect(await readFile(`${place.sentinelPath}.damaged`, 'utf8')).toBe('{"format":1,');
  });
});

describe('journal: a disk that fails', () => {
  const failing = (code: string, at: 'append' | 'sync', times: number) => {
    let left = times;
    const wrap = (file: AppendFile): AppendFile => ({
      ...file,
      append: async (text) => {
        if (at === 'append' && left > 0) {
          left -= 1;
          await file.append(text.slice(0, 20));
          throw Object.assign(new Error(code), { code });
        }
        await file.append(text);
      },
      sync: async () => {
        if (at === 'sync' && left > 0) {
          left -= 1;
          throw Object.assign(new Error(code), { code });
        }
        await file.sync();
      },
    });
    return {
      create: async (path: string, text: string) => wrap(await appendFiles.create(path, text)),
      reopen: async (path: string) => wrap(await appendFiles.reopen(path)),
    };
  };

  it.each([
    ['ENOSPC', 'append', 'disk-full'],
    ['ENOSPC', 'sync', 'disk-full'],
    ['EROFS', 'append', 'read-only'],
    ['EACCES', 'append', 'read-only'],
    ['EIO', 'sync', 'internal'],
  ] as const)(
    'answers %s at %s with %s, keeps what was there, and goes on later',
    async (code, at, answer) => {
      const journal = place.open({ files: failing(code, at, 1) });
      await journal.append(request([lineOf(1)]));
      const before = await place.read(firstFile);
      expect(await journal.append(request([lineOf(2)], { sentinel: sentinelOf(2) }))).toMatchObject({
        error: { code: answer },
      });
      expect(await place.read(firstFile)).toBe(before);
      expect(await journal.status()).toMatchObject({ through: 1 });
      expect(await journal.sentinel()).toBeNull();
      expect(await journal.append(request([lineOf(2)]))).toEqual({ ok: true, value: { through: 2 } });
      await journal.close();
    },
  );
});
