import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackupReason } from '../../../src/shared/backup/format.ts';
import type { BackupEntry, JournalLine } from '../../../src/shared/host/contract.ts';
import { runs } from '../../builders/random.ts';
import { lineOf, otherStoreId, storeId, workspaceId } from '../../shells/journal-samples.ts';
import { endOf, manifestOf } from '../../shells/backup-samples.ts';
import { journalFolder, quiet, request, type JournalFolder } from './journal-folder.ts';

let place: JournalFolder;
beforeEach(async () => {
  place = await journalFolder();
});
afterEach(() => place.remove());

const numbered = (from: number, to: number): JournalLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => lineOf(from + index));
const name = (first: number): string => `journal-000001-${String(first).padStart(12, '0')}.ndjson`;

/** A whole backup that holds everything up to a number. */
const backup = (
  through: number,
  more: { reason?: BackupReason; generation?: number; store?: string } = {},
): BackupEntry => ({
  id: `b${through}`,
  reason: more.reason ?? 'hourly',
  at: new Date(through * 1_000).toISOString(),
  bytes: 1,
  state: 'verified',
  manifest: manifestOf({ storeId: more.store ?? storeId, generation: more.generation ?? 1 }),
  end: endOf(0, through),
  readable: endOf(0).counts,
});

/** 1 to 10, 11 to 20, 21 to 30, and an empty newest file. */
async function threeFiles() {
  const journal = place.open({ rotateAtBytes: 1_000 });
  for (const from of [1, 11, 21]) await journal.append(request(numbered(from, from + 9)));
  return journal;
}

describe('old journal files', () => {
  it.each([
    ['no backup', [], 0],
    ['two backups', [backup(30), backup(30)], 0],
    ['three, the oldest in the first file', [backup(30), backup(25), backup(9)], 0],
    ['three, the oldest at the end of the first file', [backup(30), backup(25), backup(10)], 1],
    ['three in the second file', [backup(20), backup(19), backup(19)], 1],
    ['three at its end', [backup(20), backup(20), backup(20)], 2],
    ['three of everything', [backup(30), backup(30), backup(30)], 3],
    ['four', [backup(30), backup(30), backup(20), backup(5)], 2],
    ['three, one brought from elsewhere', [backup(30), backup(30), backup(30, { reason: 'from-file' })], 0],
    [
      'three, one of what a rebuild replaced',
      [backup(30), backup(30), backup(30, { reason: 'set-aside' })],
      0,
    ],
    ['three, one of another store', [backup(30), backup(30), backup(30, { store: otherStoreId })], 0],
    ['three, one of a generation to come', [backup(30), backup(30), backup(30, { generation: 2 })], 0],
    ['three, one beyond the journal', [backup(30), backup(30), backup(31)], 0],
  ])('with %s', async (_name, backups, gone) => {
    const journal = await threeFiles();
    expect(await journal.prune(backups)).toBe(gone);
    expect(await place.names()).toEqual([name(1), name(11), name(21), name(31)].slice(gone));
    expect(await journal.append(request(numbered(31, 31)))).toEqual({ ok: true, value: { through: 31 } });
    await journal.close();
  });

  it('that older generations wrote go when three backups of the newer one cover them', async () => {
    const journal = await threeFiles();
    await journal.append(request([lineOf(18, 'rebuilt')], { generation: 2 }));
    const old = [backup(30), backup(30), backup(30)];
    expect(await journal.prune(old)).toBe(0);
    const mixed = [backup(18, { generation: 2 }), backup(18, { generation: 2 }), backup(12)];
    expect(await journal.prune(mixed)).toBe(1);
    const rebuilt = Array.from({ length: 3 }, () => backup(18, { generation: 2 }));
    expect(await journal.prune(rebuilt)).toBe(3);
    expect(await place.names()).toEqual(['journal-000002-000000000018.ndjson']);
    await journal.close();
  });

  it('leave a journal that is whole for all that three backups do not hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            changes: fc.integer({ min: 1, max: 6 }),
            backsUp: fc.boolean(),
            rebuilds: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
          }),
          { minLength: 1, maxLength: 14 },
        ),
        async (steps) => {
          const own = await journalFolder();
          const journal = own.open({ rotateAtBytes: 600, covered: () => Promise.resolve(0) });
          const backups: BackupEntry[] = [];
          let through = 0;
          let generation = 1;
          for (const { changes, backsUp, rebuilds } of steps) {
            if (rebuilds) generation += 1;
            const lines = numbered(through + 1, through + changes);
            expect(await journal.append(request(lines, { generation }))).toMatchObject({ ok: true });
            through += changes;
            if (!backsUp) continue;
            backups.push(backup(through, { generation }));
            await journal.prune(backups);
          }
          // Any two of the backups may turn out to be damaged.
          const third = backups.at(-3)?.end?.through ?? 0;
          const read: number[] = [];
          for (let cursor: string | null | undefined; cursor !== null;) {
            const page = await journal.read({
              workspaceId,
              after: third,
              maxCharacters: 200,
              ...(cursor === undefined ? {} : { cursor }),
            });
            expect(page.missing).toEqual([]);
            read.push(...page.lines.map(({ n }) => n));
            cursor = page.next;
          }
          expect(read).toEqual(Array.from({ length: through - third }, (_, index) => third + 1 + index));
          await journal.close();
          await own.remove();
        },
      ),
      { numRuns: runs(20) },
    );
  });
});

describe('a journal that begins where whole backups reach', () => {
  const covered = () => Promise.resolve(20);

  it('begins there in a new data folder, not later', async () => {
    const journal = place.open({ covered });
    expect(await journal.append(request(numbered(22, 23)))).toMatchObject({
      error: { code: 'gap', details: { expected: 21 } },
    });
    expect(await journal.append(request(numbered(21, 22)))).toEqual({ ok: true, value: { through: 22 } });
    expect(await place.names()).toEqual([name(21)]);
    expect(await journal.status()).toMatchObject({ through: 22 });
    expect(await journal.verify(quiet)).toMatchObject({ value: { problems: [] } });
    await journal.close();
  });

  it('or earlier, with what the store sends', async () => {
    const journal = place.open({ covered });
    expect(await journal.append(request(numbered(15, 21)))).toEqual({ ok: true, value: { through: 21 } });
    expect(await place.names()).toEqual([name(15)]);
    await journal.close();
  });

  it('does not when no backup is there: the first number is 1', async () => {
    const journal = place.open();
    expect(await journal.append(request(numbered(2, 2)))).toMatchObject({
      error: { code: 'gap', details: { expected: 1 } },
    });
    await journal.close();
  });

  it('lets a rebuilt store go on where the backup ended, behind a journal that lost its end', async () => {
    let journal = await threeFiles();
    await journal.close();
    for (const first of [11, 21, 31]) await rm(join(place.folder, name(first)));
    journal = place.open({ covered });
    expect(await journal.status()).toMatchObject({ through: 10 });
    expect(await journal.append(request([lineOf(21)]))).toMatchObject({
      error: { code: 'gap', details: { expected: 11 } },
    });
    expect(await journal.append(request([lineOf(22)], { generation: 2 }))).toMatchObject({
      error: { code: 'gap', details: { expected: 21 } },
    });
    expect(await journal.append(request([lineOf(21)], { generation: 2 }))).toEqual({
      ok: true,
      value: { through: 21 },
    });
    expect(await journal.verify(quiet)).toMatchObject({ value: { problems: [] } });
    await journal.close();
    // Without the backups the hole is told.
    const alone = place.open();
    const report = await alone.verify(quiet);
    expect(report.ok && report.value.problems).toMatchObject([
      { line: 1, what: expect.stringContaining('no whole backup holds what is between') as string },
    ]);
    await alone.close();
  });

  it('is told when nothing holds what was before', async () => {
    let journal = await threeFiles();
    await journal.close();
    await rm(join(place.folder, name(1)));
    journal = place.open({ covered: () => Promise.resolve(9) });
    const report = await journal.verify(quiet);
    expect(report.ok && report.value.problems).toMatchObject([
      { file: name(11), line: 1, what: expect.stringContaining('begins after change 10') as string },
    ]);
    await journal.close();
    journal = place.open({ covered: () => Promise.resolve(10) });
    expect(await journal.verify(quiet)).toMatchObject({ value: { problems: [] } });
    await journal.close();
  });
});
