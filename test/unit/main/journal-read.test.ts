import { open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/main/journal/journal.ts';
import type { HostResponse, JournalLine } from '../../../src/shared/host/contract.ts';
import { runs } from '../../builders/random.ts';
import { lineOf, packOf, sentinelOf, storeId, workspaceId } from '../../shells/journal-samples.ts';
import { journalFolder, quiet, request, type JournalFolder } from './journal-folder.ts';

let place: JournalFolder;
beforeEach(async () => {
  place = await journalFolder();
});
afterEach(() => place.remove());

const numbered = (from: number, to: number): JournalLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => lineOf(from + index));
/** A change set that says how many packs belong to it. */
const large = (n: number, packs: number): JournalLine => ({ n, body: JSON.stringify({ n, packs }) });
const name = (first: number, generation = 1): string =>
  `journal-${String(generation).padStart(6, '0')}-${String(first).padStart(12, '0')}.ndjson`;

type Missing = HostResponse<'journal.read'>['missing'];

/** Reads to the end, page by page. */
async function readAll(
  journal: Journal,
  after: number,
  maxCharacters = 1_000_000,
): Promise<{ lines: JournalLine[]; missing: Missing; pages: number }> {
  const lines: JournalLine[] = [];
  const missing: Missing = [];
  let pages = 0;
  for (let cursor: string | null | undefined; cursor !== null; pages += 1) {
    const page = await journal.read({
      workspaceId,
      after,
      maxCharacters,
      ...(cursor === undefined ? {} : { cursor }),
    });
    lines.push(...page.lines);
    missing.push(...page.missing);
    cursor = page.next;
  }
  return { lines, missing, pages };
}

/** A journal of three files: 1 to 10, 11 to 20, 21 to 30. */
async function threeFiles(): Promise<Journal> {
  const journal = place.open({ rotateAtBytes: 1_000 });
  for (const from of [1, 11, 21]) await journal.append(request(numbered(from, from + 9)));
  return journal;
}

describe('journal.read', () => {
  it('gives back what was appended, byte for byte, after any number and in pages of any size', async () => {
    const journal = await threeFiles();
    for (const maxCharacters of [60, 1_000_000]) {
      for (const after of [0, 1, 9, 10, 11, 29, 30, 99]) {
        const { lines, missing } = await readAll(journal, after, maxCharacters);
        expect(lines).toEqual(numbered(after + 1, 30));
        expect(missing).toEqual([]);
      }
    }
    expect((await readAll(journal, 0, 1)).pages).toBe(30);
    await journal.close();
  });

  it('says nothing of a journal that is not there, and begins anew with a cursor nobody gave', async () => {
    const journal = place.open();
    expect(await readAll(journal, 0)).toEqual({ lines: [], missing: [], pages: 1 });
    await journal.append(request(numbered(1, 2)));
    const page = await journal.read({ workspaceId, after: 1, cursor: 'nonsense', maxCharacters: 10 });
    expect(page.lines).toEqual([lineOf(2)]);
    await journal.close();
  });

  it('goes on where it was when lines are appended between two pages', async () => {
    const journal = place.open();
    await journal.append(request(numbered(1, 3)));
    const first = await journal.read({ workspaceId, after: 0, maxCharacters: 40 });
    await journal.append(request(numbered(4, 5)));
    const rest = await journal.read({
      workspaceId,
      after: 0,
      cursor: first.next ?? '',
      maxCharacters: 10_000,
    });
    expect([...first.lines, ...rest.lines]).toEqual(numbered(1, 5));
    await journal.close();
  });

  it('leaves out packs that no change set committed, and those that were written anew', async () => {
    const journal = place.open();
    await journal.append(request([packOf(1, 0, 'old'), packOf(1, 1, 'old'), packOf(1, 2, 'old')]));
    await journal.append(request([packOf(1, 0, 'new'), packOf(1, 1, 'new'), large(1, 2)]));
    await journal.append(request([lineOf(2), packOf(3, 0, 'broken off')]));
    const { lines, missing } = await readAll(journal, 0);
    expect(lines).toEqual([packOf(1, 0, 'new'), packOf(1, 1, 'new'), large(1, 2), lineOf(2)]);
    expect(missing).toEqual([]);
    await journal.close();
  });

  it('ends a page between the packs of a large change set, and takes no pack twice', async () => {
    const packs = Array.from({ length: 12 }, (_, index) => packOf(2, index, 'x'.repeat(500)));
    const journal = place.open();
    await journal.append(request([lineOf(1), ...packs, large(2, 12), lineOf(3)]));
    for (const maxCharacters of [1, 600, 1_700, 100_000]) {
      const { lines, pages } = await readAll(journal, 0, maxCharacters);
      expect(lines).toEqual([lineOf(1), ...packs, large(2, 12), lineOf(3)]);
      if (maxCharacters < 100_000) expect(pages).toBeGreaterThan(3);
    }
    // Also when another page was read in between.
    const first = await journal.read({ workspaceId, after: 1, maxCharacters: 1_200 });
    await journal.read({ workspaceId, after: 0, maxCharacters: 100_000 });
    const rest = await journal.read({
      workspaceId,
      after: 1,
      cursor: first.next ?? '',
      maxCharacters: 100_000,
    });
    expect([...first.lines, ...rest.lines]).toEqual([...packs, large(2, 12), lineOf(3)]);
    await journal.close();
  });

  it('lets a newer generation supersede what the older one wrote above its beginning', async () => {
    const journal = await threeFiles();
    const rebuilt = [lineOf(18, 'rebuilt'), lineOf(19, 'rebuilt')];
    await journal.append(request(rebuilt, { generation: 2 }));
    await journal.append(request([lineOf(20, 'again')], { generation: 3 }));
    for (const maxCharacters of [1, 1_000_000]) {
      const { lines, missing } = await readAll(journal, 5, maxCharacters);
      expect(lines).toEqual([...numbered(6, 17), ...rebuilt, lineOf(20, 'again')]);
      expect(missing).toEqual([]);
    }
    await journal.close();
  });

  it('names what is damaged or gone, and gives the rest', async () => {
    const journal = await threeFiles();
    await journal.close();
    const second = join(place.folder, name(11));
    const text = await readFile(second, 'utf8');
    await writeFile(second, text.replace('change 14', 'change 41'));
    let found = await readAll(place.open(), 0, 100);
    expect(found.missing).toEqual([{ from: 14, to: 14 }]);
    expect(found.lines).toEqual([...numbered(1, 13), ...numbered(15, 30)]);
    await rm(second);
    found = await readAll(place.open(), 0);
    expect(found.missing).toEqual([{ from: 11, to: 20 }]);
    expect(found.lines).toEqual([...numbered(1, 10), ...numbered(21, 30)]);
    expect((await readAll(place.open(), 12)).missing).toEqual([{ from: 13, to: 20 }]);
    await rm(join(place.folder, name(1)));
    expect((await readAll(place.open(), 0)).missing).toEqual([{ from: 1, to: 20 }]);
    expect((await readAll(place.open(), 20)).missing).toEqual([]);
  });

  it('names a large change set whose packs are not all there', async () => {
    const journal = place.open();
    await journal.append(request([packOf(1, 0), packOf(1, 1), packOf(1, 2), large(1, 3), lineOf(2)]));
    await journal.close();
    const path = join(place.folder, name(1));
    const text = await readFile(path, 'utf8');
    for (const pack of [0, 1, 2]) {
      await writeFile(path, text.replace(`pack ${pack} of 1`, `Pack ${pack} of 1`));
      const { lines, missing } = await readAll(place.open(), 0);
      expect([lines, missing]).toEqual([[lineOf(2)], [{ from: 1, to: 1 }]]);
    }
  });

  it('reads files whose names or first lines are wrong by what they hold', async () => {
    await (await threeFiles()).close();
    const [first, second] = [join(place.folder, name(1)), join(place.folder, name(11))];
    await rename(first, `${first}.x`);
    await rename(second, first);
    await rename(`${first}.x`, second);
    expect((await readAll(place.open(), 0)).lines).toEqual(numbered(1, 30));
    const report = await place.open().verify(quiet);
    expect(report.ok && report.value.problems.map(({ what }) => what)).toContain(
      "The file's name does not match its first line.",
    );
    await flipByte(second, 20);
    const { lines, missing } = await readAll(place.open(), 0);
    expect(missing).toEqual([]);
    expect(lines).toEqual(numbered(1, 30));
  });

  it('finds the same for any journal, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ packs: fc.integer({ min: 0, max: 5 }), stale: fc.boolean(), again: fc.boolean() }),
          {
            minLength: 1,
            maxLength: 25,
          },
        ),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 30 }),
        async (sets, maxCharacters, after) => {
          const own = await journalFolder();
          const journal = own.open({ rotateAtBytes: 900 });
          const written: JournalLine[] = [];
          let generation = 1;
          for (const [index, { packs, stale, again }] of sets.entries()) {
            const n = index + 1;
            if (stale)
              await journal.append(request([packOf(n, 0, 'stale'), packOf(n, 1, 'stale')], { generation }));
            if (again) generation += 1;
            const lines = [
              ...Array.from({ length: packs }, (_, pack) => packOf(n, pack)),
              packs === 0 ? lineOf(n) : large(n, packs),
            ];
            expect(await journal.append(request(lines, { generation }))).toMatchObject({ ok: true });
            written.push(...lines);
          }
          const { lines, missing } = await readAll(journal, after, maxCharacters);
          expect(missing).toEqual([]);
          expect(lines).toEqual(written.filter(({ n }) => n > after));
          await journal.close();
          await own.remove();
        },
      ),
      { numRuns: runs(10) },
    );
  });
});

describe('journal.sum', () => {
  it('is the checksum of the line that commits a change set, wherever it lies', async () => {
    const journal = await threeFiles();
    const sums = new Map<number, string>();
    for (const file of [1, 11, 21]) {
      for (const text of (await place.read(name(file))).trim().split('\n').slice(1)) {
        const { n, sha256 } = JSON.parse(text) as { n: number; sha256: string };
        sums.set(n, sha256);
      }
    }
    expect(sums.size).toBe(30);
    for (const [n, sha256] of sums) expect(await journal.sum(n)).toBe(sha256);
    expect(await journal.sum(31)).toBeNull();
    await journal.append(request([lineOf(25, 'rebuilt')], { generation: 2 }));
    expect(await journal.sum(25)).not.toBe(sums.get(25));
    expect(await journal.sum(26)).toBeNull();
    expect(await journal.sum(24)).toBe(sums.get(24));
    await journal.close();
    await rm(join(place.folder, name(11)));
    const reopened = place.open();
    expect(await reopened.sum(15)).toBeNull();
    expect(await reopened.sum(5)).toBe(sums.get(5));
    expect(await place.open().sum(99)).toBeNull();
  });

  it('is of no pack', async () => {
    const journal = place.open();
    await journal.append(request([packOf(1, 0), large(1, 1), packOf(2, 0)]));
    const lines = (await place.read(name(1))).trim().split('\n');
    expect(await journal.sum(1)).toBe((JSON.parse(lines[2] ?? '') as { sha256: string }).sha256);
    expect(await journal.sum(2)).toBeNull();
    await journal.close();
  });
});

async function flipByte(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await handle.write(byte, 0, 1, at);
  await handle.close();
}

describe('a journal whose first lines or files are damaged', () => {
  it('goes on behind a damaged first line of its newest file, by its name and the sentinel', async () => {
    const journal = place.open();
    await journal.append(request(numbered(1, 3), { sentinel: sentinelOf(3) }));
    await journal.close();
    await flipByte(join(place.folder, name(1)), 100);
    const reopened = place.open();
    expect(await reopened.status()).toEqual({ through: 3, storeId, generation: 1 });
    expect(await reopened.append(request(numbered(4, 4)))).toEqual({ ok: true, value: { through: 4 } });
    expect((await readAll(reopened, 0)).lines).toEqual(numbered(1, 4));
    expect(await reopened.verify(quiet)).toMatchObject({
      value: { problems: [{ line: 1, what: 'The checksum does not match the line.' }] },
    });
    await reopened.close();
  });

  it('goes on with the newest numbers when the names of its files were exchanged', async () => {
    await (await threeFiles()).close();
    const [second, third] = [join(place.folder, name(11)), join(place.folder, name(31))];
    await rename(second, `${second}.x`);
    await rename(third, second);
    await rename(`${second}.x`, third);
    const journal = place.open({ rotateAtBytes: 1 });
    expect(await journal.status()).toMatchObject({ through: 30 });
    for (const n of [31, 32, 33]) {
      expect(await journal.append(request([lineOf(n)]))).toEqual({ ok: true, value: { through: n } });
    }
    expect((await readAll(journal, 10)).lines).toEqual(numbered(11, 33));
    await journal.close();
  });

  it('does not take a file of another workspace for its own, nor writes over it', async () => {
    const foreign = await journalFolder();
    const other = foreign.open({ workspaceId: storeId });
    await other.append(request([lineOf(1), lineOf(2)]));
    await other.close();
    await (await threeFiles()).close();
    await writeFile(join(place.folder, name(32)), await foreign.read(name(1)));
    await foreign.remove();
    const journal = place.open({ rotateAtBytes: 1 });
    expect(await journal.status()).toMatchObject({ through: 30 });
    expect(await journal.append(request([lineOf(31)]))).toEqual({ ok: true, value: { through: 31 } });
    expect(await journal.append(request([lineOf(32)]))).toEqual({ ok: true, value: { through: 32 } });
    expect(await journal.append(request([lineOf(33)]))).toEqual({ ok: true, value: { through: 33 } });
    expect((await readAll(journal, 0)).lines).toEqual(numbered(1, 33));
    await journal.close();
    expect(await place.names()).toContain(`${name(32)}.torn`);
  });

  it('takes a sentinel of another workspace for a damaged one', async () => {
    const journal = place.open();
    await writeFile(place.sentinelPath, JSON.stringify({ ...sentinelOf(7), workspaceId: storeId }));
    expect(await journal.sentinel()).toBeNull();
    expect((await stat(`${place.sentinelPath}.damaged`)).isFile()).toBe(true);
    await journal.close();
  });

  it('is never a crash: any file cut off anywhere, and every answer still comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 11, 21, 31),
        fc.integer({ min: 0, max: 3_000 }),
        async (first, length) => {
          const own = await journalFolder();
          const journal = own.open({ rotateAtBytes: 1_000 });
          for (const from of [1, 11, 21]) await journal.append(request(numbered(from, from + 9)));
          await journal.close();
          const path = join(own.folder, name(first));
          await truncate(path, Math.min(length, (await stat(path)).size));
          const reopened = own.open();
          const { through } = await reopened.status();
          const { lines, missing } = await readAll(reopened, 0, 300);
          const named = missing.flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, index) => from + index),
          );
          // What is there and what is named as missing are together all, each number once.
          expect([...lines.map(({ n }) => n), ...named].toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: through }, (_, index) => index + 1),
          );
          expect(await reopened.verify(quiet)).toMatchObject({ ok: true });
          expect(await reopened.append(request([lineOf(through + 1)]))).toEqual({
            ok: true,
            value: { through: through + 1 },
          });
          await reopened.close();
          await own.remove();
        },
      ),
      { numRuns: runs(12) },
    );
  });
});
