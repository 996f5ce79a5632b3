import { createHash } from 'node:crypto';
import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalLine } from '../../../src/shared/host/contract.ts';
import { createSentinelFile } from '../../../src/main/journal/sentinel-file.ts';
import {
  lineOf,
  otherStoreId,
  packOf,
  sentinelOf,
  storeId,
  workspaceId,
} from '../../shells/journal-samples.ts';
import { journalFolder, request, quiet, type JournalFolder } from './journal-folder.ts';

let place: JournalFolder;
beforeEach(async () => {
  place = await journalFolder();
});
afterEach(() => place.remove());

const numbered = (from: number, to: number): JournalLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => lineOf(from + index));
const firstFile = 'journal-000001-000000000001.ndjson';

describe('journal: the line', () => {
  it('is what docs/formats/journal.md says: checksum over the rest, body byte for byte', async () => {
    const journal = place.open();
    const body = JSON.stringify({ name: 'Zürich "quoted" 😀', text: 'a\nb' });
    await journal.append(
      request([
        { n: 1, pack: 0, body: '[]' },
        { n: 1, body },
      ]),
    );
    const [header = '', pack = '', change = '', rest] = (await place.read(firstFile)).split('\n');
    expect(rest).toBe('');
    expect(JSON.parse(header)).toMatchObject({ journal: 1, workspaceId, storeId, generation: 1, after: 0 });
    expect(JSON.parse(pack)).toMatchObject({ n: 1, pack: 0, body: [] });
    expect(change.endsWith(`"n":1,"body":${body}}`)).toBe(true);
    for (const line of [header, pack, change]) {
      const sum = createHash('sha256').update(line.slice(77)).digest('hex');
      expect(line.slice(0, 77)).toBe(`{"sha256":"${sum}",`);
    }
    await journal.close();
  });

  it('refuses a body that would break the lines', async () => {
    const journal = place.open();
    for (const body of ['{"a":1}\n{"b":2}', 'text', '', '{"a":1}\r']) {
      expect(await journal.append(request([{ n: 1, body }]))).toMatchObject({
        error: { code: 'bad-request' },
      });
    }
    expect(await place.names()).toEqual([]);
    await journal.close();
  });
});

describe('journal: order', () => {
  it('is gapless, passes duplicates over, and takes a batch whole or not at all', async () => {
    const journal = place.open();
    expect(await journal.append(request(numbered(2, 3)))).toMatchObject({
      error: { code: 'gap', details: { expected: 1 } },
    });
    expect(await journal.append(request(numbered(1, 3)))).toEqual({ ok: true, value: { through: 3 } });
    const before = await place.read(firstFile);
    expect(await journal.append(request(numbered(1, 3)))).toEqual({ ok: true, value: { through: 3 } });
    expect(await journal.append(request([lineOf(4), lineOf(6)]))).toMatchObject({
      error: { code: 'gap', details: { expected: 5 } },
    });
    expect(await place.read(firstFile)).toBe(before);
    expect(await journal.append(request(numbered(3, 4)))).toEqual({ ok: true, value: { through: 4 } });
    await journal.close();
  });

  it('finds a known number with other content', async () => {
    const journal = place.open();
    await journal.append(request(numbered(1, 2)));
    expect(await journal.append(request([lineOf(2, 'other')]))).toMatchObject({
      error: { code: 'damaged', details: { n: 2 } },
    });
    await journal.close();
  });

  it('counts a change set only when its own line has come, and lets broken-off packs be written anew', async () => {
    let journal = place.open();
    expect(await journal.append(request([packOf(1, 0), packOf(1, 1)]))).toEqual({
      ok: true,
      value: { through: 0 },
    });
    expect(await journal.append(request([packOf(1, 3)]))).toMatchObject({
      error: { code: 'gap', details: { expected: 1, expectedPack: 2 } },
    });
    await journal.close();
    journal = place.open();
    expect(await journal.append(request([packOf(1, 0), packOf(1, 1), packOf(1, 2)]))).toMatchObject({
      ok: true,
    });
    expect(await journal.append(request([packOf(1, 0, 'other'), lineOf(1)]))).toEqual({
      ok: true,
      value: { through: 1 },
    });
    expect(await journal.verify(quiet)).toMatchObject({ value: { lines: 5, through: 1, problems: [] } });
    await journal.close();
  });

  it('holds for any cutting into batches, repeats included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }),
        async (cuts) => {
          const own = await journalFolder();
          let journal = own.open({ rotateAtBytes: 700 });
          let sent = 0;
          for (const cut of cuts) {
            const from = Math.max(1, sent - cut);
            const to = sent + 1 + (cut % 4);
            expect(await journal.append(request(numbered(from, to)))).toEqual({
              ok: true,
              value: { through: to },
            });
            sent = to;
            if (cut % 3 === 0) {
              await journal.close();
              journal = own.open({ rotateAtBytes: 700 });
            }
          }
          expect(await journal.verify(quiet)).toMatchObject({
            value: { lines: sent, through: sent, problems: [] },
          });
          await journal.close();
          await own.remove();
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('journal: a torn tail', () => {
  it('is cut off to a side file at every possible length, and the numbers go on before it', async () => {
    const journal = place.open();
    await journal.append(request(numbered(1, 2)));
    const { size } = await stat(join(place.folder, firstFile));
    await journal.append(request([lineOf(3)]));
    await journal.close();
    const whole = await readFile(join(place.folder, firstFile));
    for (let length = size + 1; length < whole.length; length += 7) {
      const own = await journalFolder();
      const other = own.open();
      await other.append(request([lineOf(1)]));
      await other.close();
      await writeFile(join(own.folder, firstFile), whole.subarray(0, length));
      const reopened = own.open();
      expect(await reopened.status()).toMatchObject({ through: 2 });
      expect(own.found).toEqual([{ setAside: 1, badLines: 0 }]);
      expect(await own.read(`${firstFile}.torn`)).toBe(whole.subarray(size, length).toString());
      expect(await reopened.append(request([lineOf(3)]))).toEqual({ ok: true, value: { through: 3 } });
      expect(await own.read(firstFile)).toBe(whole.toString());
      await reopened.close();
      await own.remove();
    }
  });

  it('of zeros, as a power cut leaves, is cut off too, and a second one gets its own side file', async () => {
    for (const round of [1, 2]) {
      const journal = place.open();
      await journal.append(request(numbered(1, round)));
      await journal.close();
      await appendFile(join(place.folder, firstFile), Buffer.alloc(500));
    }
    const journal = place.open();
    expect(await journal.status()).toMatchObject({ through: 2 });
    expect(await place.names()).toEqual([firstFile, `${firstFile}.torn`, `${firstFile}.torn.1`]);
    await journal.close();
  });

  it('that leaves no header sets the whole file aside', async () => {
    let journal = place.open({ rotateAtBytes: 1 });
    await journal.append(request([lineOf(1)]));
    await journal.append(request([lineOf(2)]));
    await journal.close();
    await truncate(join(place.folder, 'journal-000001-000000000003.ndjson'), 40);
    journal = place.open();
    expect(await journal.status()).toMatchObject({ through: 2 });
    expect(await place.names()).toContain('journal-000001-000000000003.ndjson.torn');
    expect(await journal.append(request([lineOf(3)]))).toEqual({ ok: true, value: { through: 3 } });
    await journal.close();
  });
});

describe('journal: files', () => {
  it('begins a new file after the limit, never inside a change set', async () => {
    const journal = place.open({ rotateAtBytes: 300 });
    await journal.append(request(numbered(1, 4)));
    await journal.append(request([packOf(5, 0)]));
    await journal.append(request([packOf(5, 1), lineOf(5)]));
    await journal.append(request([lineOf(6)]));
    const names = await place.names();
    // The last one holds its first line alone: a full file is closed at once, so that a start reads little.
    expect(names).toEqual([
      firstFile,
      'journal-000001-000000000005.ndjson',
      'journal-000001-000000000006.ndjson',
      'journal-000001-000000000007.ndjson',
    ]);
    expect(await journal.verify(quiet)).toMatchObject({ value: { lines: 8, through: 6, problems: [] } });
    await journal.close();
  });

  it('are readable by their user only', async () => {
    const journal = place.open();
    await journal.append(request([lineOf(1)], { sentinel: sentinelOf(1) }));
    const modes = await Promise.all(
      [join(place.folder, firstFile), place.sentinelPath, place.folder].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o600, 0o600, 0o700]);
    await journal.close();
  });
});

describe('journal: store id and generation', () => {
  it('refuses another store and an older generation, and a newer one goes on in its own file', async () => {
    const journal = place.open();
    await journal.append(request(numbered(1, 3)));
    const other = await journal.append(request([lineOf(4)], { storeId: otherStoreId }));
    expect(other).toMatchObject({ error: { code: 'older-generation' } });
    const jump = await journal.append(request([lineOf(5)], { generation: 2 }));
    expect(jump).toMatchObject({ error: { code: 'gap', details: { expected: 4 } } });
    expect(await journal.append(request([lineOf(3, 'rebuilt')], { generation: 2 }))).toEqual({
      ok: true,
      value: { through: 3 },
    });
    expect(await journal.append(request([lineOf(4)]))).toMatchObject({ error: { code: 'older-generation' } });
    expect(await journal.status()).toEqual({ through: 3, storeId, generation: 2 });
    expect(await place.names()).toEqual([firstFile, 'journal-000002-000000000003.ndjson']);
    expect(await journal.verify(quiet)).toMatchObject({ value: { problems: [], through: 3 } });
    await journal.close();
  });

  it('is remembered by the sentinel when the journal itself is gone', async () => {
    await createSentinelFile(place.sentinelPath, workspaceId, () => undefined).write(sentinelOf(9, 3));
    const journal = place.open();
    expect(await journal.append(request([lineOf(1)]))).toMatchObject({ error: { code: 'older-generation' } });
    expect(await journal.status()).toEqual({ through: 0, storeId, generation: 3 });
    await journal.close();
  });
});
