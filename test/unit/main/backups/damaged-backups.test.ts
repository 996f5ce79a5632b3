import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFormat } from '../../../../src/shared/backup/format.ts';
import { backupLineOf } from '../../../../src/main/backups/backup-line.ts';
import { findMembers } from '../../../../src/main/backups/members.ts';
import { verifyBackup, type Verdict } from '../../../../src/main/backups/verify-backup.ts';
import { printSeed, runs, seededRandom } from '../../../builders/random.ts';
import { otherStoreId, workspaceId } from '../../../shells/journal-samples.ts';
import { quiet } from '../journal-folder.ts';
import { accountLine, accountTexts, endOf, manifestOf } from '../../../shells/backup-samples.ts';
import { backUp, backupFolder, readAll, type BackupFolder } from './backup-folder.ts';

let place: BackupFolder;
beforeEach(async () => {
  place = await backupFolder();
});
afterEach(() => place.remove());

const accounts = 2_400;
/** A sound file of several members. */
async function soundFile(): Promise<{ id: string; path: string; bytes: Buffer; lines: string[] }> {
  const lines = accountTexts(accounts, 'z'.repeat(1_000));
  const { id } = await backUp(place.open(), lines);
  const path = join(place.folder, `${id}.groundwork-backup`);
  return { id, path, bytes: await readFile(path), lines };
}

const verdictOf = async (path: string, mostBytes?: number): Promise<Verdict> => {
  const verdict = await verifyBackup(path, quiet, {
    workspaceId,
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });
  if (verdict === undefined) throw new Error('cancelled');
  return verdict;
};

/** A file made by hand: these bodies as lines of one member, numbered from 1 unless told otherwise. */
const fileOf = (bodies: readonly object[], number = (index: number): number => index + 1): Buffer =>
  gzipSync(
    bodies.map((body, index) => backupLineOf({ number: number(index), body: JSON.stringify(body) })).join(''),
  );

async function judged(bytes: Buffer): Promise<Verdict> {
  const path = join(place.root, 'file');
  await writeFile(path, bytes);
  return verdictOf(path);
}

describe('a damaged backup is found', () => {
  it('when a single bit flips, wherever it is', async () => {
    const random = seededRandom(printSeed('flipped bits of a backup'));
    // Few lines, so that every byte counts.
    const { id } = await backUp(place.open(), accountTexts(2));
    const path = join(place.folder, `${id}.groundwork-backup`);
    const sound = await readFile(path);
    const text = gunzipSync(sound);
    let found = 0;
    let idle = 0;
    for (let at = random.int(0, 3); at < sound.length; at += random.int(1, 6)) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
      await writeFile(path, bytes);
      const isWhole = (await verdictOf(path)).state === 'verified';
      // A few bits of gzip mean nothing: the system's name, the rest of a byte behind the last code.
      if (isWhole) expect(gunzipSync(bytes).equals(text), `byte ${at}`).toBe(true);
      if (isWhole) idle += 1;
      else found += 1;
    }
    expect(idle).toBeLessThan(found / 10);
    console.log(`${found} flipped bits found, ${idle} without a meaning`);
  });

  it('when it is cut off, at any length', async () => {
    const random = seededRandom(printSeed('truncated backups'));
    const { path, bytes } = await soundFile();
    const members = await findMembers(path);
    const lengths = [
      ...members.flatMap(({ start, end }) => [start + 1, end - 1, end]),
      ...Array.from({ length: runs(10) }, () => random.int(1, bytes.length - 1)),
    ].filter((length) => length < bytes.length);
    for (const length of lengths) {
      await writeFile(path, bytes.subarray(0, length));
      const verdict = await verdictOf(path);
      expect(verdict.state, `${length} bytes`).toBe('damaged');
      if (length < (members.at(-1)?.start ?? 0)) expect(verdict.end).toBeNull();
    }
    console.log(`${lengths.length} cut-off files, all found`);
  });

  it('when members are missing, doubled or exchanged', async () => {
    const { path, bytes } = await soundFile();
    const members = (await findMembers(path)).map(({ start, end }) => bytes.subarray(start, end));
    const [first, second, third, ...rest] = members;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('too few members');
    for (const order of [
      [first, third, ...rest],
      [first, second, second, third, ...rest],
      [first, third, second, ...rest],
      [second, third, ...rest],
      [...members, second],
      members.toReversed(),
    ]) {
      await writeFile(path, Buffer.concat(order));
      expect((await verdictOf(path)).state).toBe('damaged');
    }
    await writeFile(path, Buffer.concat(members));
    expect((await verdictOf(path)).state).toBe('verified');
  });

  it('and what is whole of it can still be read: other members wholly, its own up to the damage', async () => {
    const { id, path, bytes, lines } = await soundFile();
    const members = await findMembers(path);
    const middle = members[2];
    if (middle === undefined) throw new Error('too few members');
    const own = gunzipSync(bytes.subarray(middle.start, middle.end)).toString().split('\n').length - 1;
    const damaged = Buffer.from(bytes);
    const at = middle.end - Math.floor((middle.end - middle.start) / 10);
    damaged.fill(0xff, at, at + 20);
    await writeFile(path, damaged);
    const backups = place.open();
    const [entry] = (await listOf(backups)) ?? [];
    expect(entry).toMatchObject({ id, state: 'damaged', manifest: manifestOf(), end: endOf(accounts) });
    expect(entry?.problem).toContain('Part 3 of');
    const found = await readAll(backups, id);
    expect(found.damaged).toBeGreaterThan(0);
    const lost = lines.length + 2 - found.lines.length;
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(own / 2);
    expect(entry?.readable.accounts).toBe(accounts - lost);
    const sound = new Set(lines);
    expect(found.lines.slice(1, -1).every((line) => sound.has(line))).toBe(true);
  });

  it.each([
    ['first byte', 0],
    ['eighth byte', 7],
  ])('also when the %s of a member hides it behind the one before', async (_name, offset) => {
    const { path, bytes } = await soundFile();
    const [, second] = await findMembers(path);
    const damaged = Buffer.from(bytes);
    damaged[(second?.start ?? 0) + offset] = 0x55;
    await writeFile(path, damaged);
    expect(await verdictOf(path)).toMatchObject({ state: 'damaged', manifest: manifestOf() });
  });
});

const listOf = async (backups: ReturnType<BackupFolder['open']>) => {
  const answer = await backups.list(quiet);
  return answer.ok ? answer.value.backups : undefined;
};

describe('a file that is no backup is refused with the reason', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'This is no backup of Groundwork'],
    ['text', Buffer.from('Name,City\nAcme,Zürich\n'), 'This is no backup of Groundwork'],
    ['zeros', Buffer.alloc(10_000), 'This is no backup of Groundwork'],
    ['another gzip file', gzipSync('{"kind":"manifest"}\n'.repeat(100)), 'This is no backup of Groundwork'],
    ['lines without a manifest', fileOf([accountLine('a'), endOf(1)]), 'The first line'],
    ['a manifest alone', fileOf([manifestOf()]), 'its last line is missing'],
    [
      'a manifest of another workspace',
      fileOf([manifestOf({ workspaceId: otherStoreId }), endOf(0)]),
      'another workspace',
    ],
    ['a second manifest', fileOf([manifestOf(), manifestOf(), endOf(0)]), 'Line 2 is a second manifest'],
    [
      'a line behind the end',
      fileOf([manifestOf(), endOf(1), accountLine('a')]),
      'Line 3 stands behind the last one',
    ],
    ['two ends', fileOf([manifestOf(), endOf(0), endOf(0)]), 'Line 3 stands behind the last one'],
    [
      'a line of an unknown kind',
      fileOf([manifestOf(), { kind: 'wish', id: 'x' }, endOf(0)]),
      'Line 2 is of no kind',
    ],
    [
      'a missing number',
      fileOf([manifestOf(), endOf(0)], (index) => (index === 0 ? 1 : 3)),
      'Line 2 is missing',
    ],
    [
      'too many records',
      fileOf([manifestOf(), accountLine('a'), accountLine('b'), endOf(1)]),
      'should hold 1 accounts and holds 2',
    ],
    [
      'too few records',
      fileOf([manifestOf(), accountLine('a'), accountLine('a'), endOf(2)]),
      'should hold 2 accounts and holds 1',
    ],
    [
      'other living records',
      fileOf([manifestOf(), { kind: 'account', id: 'a', deleted: 3 }, endOf(1)]),
      'living accounts, prospects or opportunities',
    ],
  ])('%s', async (_name, bytes, words) => {
    const verdict = await judged(bytes);
    expect(verdict.state).toBe('damaged');
    expect(verdict.problem).toContain(words);
  });

  it('one that a newer Groundwork wrote, with its version', async () => {
    const newer = { ...manifestOf(), format: backupFormat + 1, more: 'x' };
    const verdict = await judged(fileOf([newer, { kind: 'wish' }]));
    expect(verdict).toMatchObject({ state: 'newer', manifest: null, newerOf: workspaceId });
    expect(verdict.problem).toContain(`format ${backupFormat + 1}`);
    expect((await judged(fileOf([{ ...newer, workspaceId: 'soon' }]))).newerOf).toBeUndefined();
  });

  it('but not one of format 1, which knew neither opportunities nor documents', async () => {
    const { opportunities: _o, documents: _d, ...counts } = endOf(1).counts;
    const end = { ...endOf(1), counts, live: { accounts: 1, prospects: 0 } };
    const verdict = await judged(fileOf([{ ...manifestOf(), format: 1, schema: 2 }, accountLine('a'), end]));
    expect(verdict).toMatchObject({ state: 'verified', readable: { accounts: 1, opportunities: 0 } });
    expect(verdict.end?.counts).toEqual(endOf(1).counts);
    const later = [{ ...manifestOf(), format: 1 }, { kind: 'opportunity', id: 'o', values: {} }, end];
    expect((await judged(fileOf(later))).problem).toContain('should hold');
  });

  it('but not one whose later lines about a record replace earlier ones', async () => {
    const line = { kind: 'account', id: 'a', deleted: 7 };
    const counts = {
      ...endOf(1).counts,
      changeSets: 1,
      changePacks: 2,
      quarantined: 1,
      customFields: 1,
      prospects: 1,
      opportunities: 1,
      documents: 1,
    };
    const verdict = await judged(
      fileOf([
        manifestOf(),
        { kind: 'settings', id: 'workspace', values: {} },
        accountLine('a'),
        line,
        { kind: 'prospect', id: 'p', values: {} },
        { kind: 'opportunity', id: 'o', values: {} },
        { kind: 'document', id: 'rules', values: {} },
        { kind: 'customField', id: 'c', values: {} },
        { kind: 'changePack', n: 1, pack: 0, changes: [] },
        { kind: 'changePack', n: 1, pack: 1, changes: [{}] },
        { kind: 'changePack', n: 1, pack: 1, changes: [] },
        { kind: 'changeSet', n: 1, changeSet: { packs: 2 } },
        { kind: 'quarantined', id: 'q', row: {} },
        { kind: 'settings', id: 'workspace', values: { a: 1 } },
        endOf(1, 1, { live: { accounts: 0, prospects: 1, opportunities: 1 }, counts }),
      ]),
    );
    expect(verdict).toMatchObject({ state: 'verified', readable: counts });
    expect(verdict.problem).toBeUndefined();
  });
});

describe('a file that would fill the memory', () => {
  it('in one member is not expanded', async () => {
    const bomb = gzipSync(Buffer.alloc(90_000_000), { level: 9 });
    expect(bomb.length).toBeLessThan(150_000);
    const before = process.memoryUsage().arrayBuffers;
    const verdict = await judged(bomb);
    expect(verdict).toMatchObject({
      state: 'damaged',
      problem: expect.stringContaining('expands') as string,
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
  });

  it('with all members together is not read to its end', async () => {
    const { path } = await soundFile();
    expect((await verdictOf(path, 10_000_000)).state).toBe('verified');
    expect(await verdictOf(path, 2_000_000)).toMatchObject({
      state: 'damaged',
      problem: expect.stringContaining('expands') as string,
    });
  });
});
