import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackups, type Backups } from '../../../../src/main/backups/backups.ts';
import { backupLineOf } from '../../../../src/main/backups/backup-line.ts';
import { draftFiles } from '../../../../src/main/backups/draft-files.ts';
import { createUploads, type Uploads, type UploadsOptions } from '../../../../src/main/backups/uploads.ts';
import type { HostError } from '../../../../src/shared/host/contract.ts';
import { otherStoreId, workspaceId } from '../../../shells/journal-samples.ts';
import { quiet } from '../journal-folder.ts';
import { accountTexts, endOf, manifestOf } from '../../../shells/backup-samples.ts';
import { backUp, backupFolder, valueOf, type BackupFolder } from './backup-folder.ts';

let place: BackupFolder;
let folder: string;
beforeEach(async () => {
  place = await backupFolder();
  folder = join(place.root, 'uploads');
});
afterEach(async () => {
  vi.useRealTimers();
  await place.remove();
});

/** Backups of any workspace, each in a folder named after it. */
const backupsOf = (id: string): Backups =>
  createBackups({
    workspaceId: id,
    folder: join(place.root, id),
    nowMs: () => place.clock.nowMs,
    space: { refusal: () => Promise.resolve(undefined) },
    files: draftFiles,
    onEvent: () => undefined,
  });

const open = (more: Partial<UploadsOptions> = {}): Uploads =>
  createUploads({
    folder,
    files: draftFiles,
    space: { refusal: () => Promise.resolve(undefined) },
    backupsOf,
    ...more,
  });

async function soundFile(): Promise<Buffer> {
  const { id } = await backUp(place.open(), accountTexts(50, 'x'.repeat(2_000)));
  return readFile(join(place.folder, `${id}.groundwork-backup`));
}

/** Sends a file in pieces of so many bytes. */
async function send(uploads: Uploads, bytes: Buffer, piece = 999_999) {
  let uploadId: string | null = null;
  for (let from = 0; ; from += piece) {
    const last = from + piece >= bytes.length;
    const base64 = bytes.subarray(from, from + piece).toString('base64');
    const answer = await uploads.take({ uploadId, base64, last }, quiet);
    if (!answer.ok || last) return answer;
    expect(answer.value.entry).toBeNull();
    uploadId = answer.value.uploadId;
  }
}

const left = async (): Promise<string[]> => readdir(folder);

describe('a backup file from elsewhere', () => {
  it('arrives in pieces and lies among the backups of its own workspace, known or not', async () => {
    const bytes = await soundFile();
    const uploads = open();
    const { entry } = valueOf(await send(uploads, bytes, 100));
    expect(entry).toMatchObject({
      id: '2026-03-02T09-00-00-000Z_from-file',
      reason: 'from-file',
      state: 'verified',
      manifest: manifestOf(),
      bytes: bytes.length,
    });
    const kept = join(place.root, workspaceId, `${entry?.id ?? ''}.groundwork-backup`);
    expect(await readFile(kept)).toEqual(bytes);
    expect(await left()).toEqual([]);
  });

  it('brought twice is kept once', async () => {
    const bytes = await soundFile();
    const uploads = open();
    const first = valueOf(await send(uploads, bytes));
    place.clock.nowMs += 60_000;
    const second = valueOf(await send(uploads, bytes));
    expect(second.entry?.id).toBe(first.entry?.id);
    expect(await backupsOf(workspaceId).verified()).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  it('that is damaged is kept as such, when it still tells whose it is', async () => {
    const bytes = await soundFile();
    const { entry } = valueOf(await send(open(), bytes.subarray(0, bytes.length - 100)));
    expect(entry).toMatchObject({ state: 'damaged', manifest: manifestOf(), end: null });
    expect(valueOf(await backupsOf(workspaceId).list(quiet)).backups).toMatchObject([{ id: entry?.id }]);
    expect(await backupsOf(workspaceId).verified()).toEqual([]);
  });

  it('of a newer Groundwork is kept as such', async () => {
    const newer = { ...manifestOf({ workspaceId: otherStoreId }), format: 9 };
    const bytes = gzipSync(backupLineOf({ number: 1, body: JSON.stringify(newer) }));
    const { entry } = valueOf(await send(open(), bytes));
    expect(entry).toMatchObject({ state: 'newer', manifest: null });
    expect(entry).not.toHaveProperty('newerOf');
    expect(valueOf(await backupsOf(otherStoreId).list(quiet)).backups).toMatchObject([{ state: 'newer' }]);
  });

  it.each([
    ['something else', Buffer.from('%PDF-1.7 and so on')],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is refused in words, and nothing is kept', async (_name, bytes) => {
    const refused = await send(open(), bytes);
    expect(refused).toMatchObject({ ok: false, error: { code: 'damaged' } });
    if (!refused.ok) expect(refused.error.message).toContain('This is no backup of Groundwork');
    expect(await left()).toEqual([]);
  });
});

describe('an upload', () => {
  const piece = (uploadId: string | null, base64: string, last = false) => ({ uploadId, base64, last });

  it('must be one that was begun, in pieces of base64, and no larger than a backup may be', async () => {
    const uploads = open({ mostBytes: 10 });
    expect(await uploads.take(piece(otherStoreId, 'AAAA'), quiet)).toMatchObject({
      error: { code: 'not-found' },
    });
    for (const text of ['AAA', 'AA=A', '!!!!', 'AA\nA']) {
      expect(await uploads.take(piece(null, text), quiet)).toMatchObject({ error: { code: 'bad-request' } });
    }
    const { uploadId } = valueOf(await uploads.take(piece(null, 'AAAA'.repeat(3)), quiet));
    expect(await uploads.take(piece(uploadId, 'AAAA'), quiet)).toMatchObject({
      error: { code: 'too-large' },
    });
    expect(await uploads.take(piece(uploadId, 'AAAA'), quiet)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await left()).toEqual([]);
  });

  it('waits for free space', async () => {
    const low: HostError = { code: 'low-space', message: 'Too little.' };
    const uploads = open({ space: { refusal: () => Promise.resolve(low) } });
    expect(await uploads.take(piece(null, 'AAAA'), quiet)).toMatchObject({ error: { code: 'low-space' } });
    expect(await left()).toEqual([]);
  });

  it('is one of four at most; one that fell silent makes room', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const uploads = open();
    const ids = [];
    for (let round = 0; round < 4; round += 1) {
      ids.push(valueOf(await uploads.take(piece(null, 'AAAA'), quiet)).uploadId);
      vi.advanceTimersByTime(60_000);
    }
    expect(await uploads.take(piece(null, 'AAAA'), quiet)).toMatchObject({ error: { code: 'busy' } });
    vi.advanceTimersByTime(6.5 * 60_000);
    valueOf(await uploads.take(piece(null, 'AAAA'), quiet));
    expect(await uploads.take(piece(ids[0] ?? '', 'AAAA'), quiet)).toMatchObject({
      error: { code: 'not-found' },
    });
    valueOf(await uploads.take(piece(ids[1] ?? '', 'AAAA'), quiet));
    await uploads.close();
    expect(await left()).toEqual([]);
  });

  it('that a crash broke off is swept', async () => {
    const killed = open();
    valueOf(await killed.take(piece(null, 'AAAA'), quiet));
    await writeFile(join(folder, 'notes.txt'), 'not ours');
    expect(await left()).toHaveLength(2);
    const uploads = open();
    valueOf(await uploads.take(piece(null, 'AAAA'), quiet));
    await uploads.close();
    expect(await left()).toEqual(['notes.txt']);
    await killed.close();
  });

  it('that the disk cannot take leaves nothing', async () => {
    for (const step of ['append', 'sync', 'publish'] as const) {
      const fail = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      const files = {
        ...draftFiles,
        create: async (path: string) => {
          const file = await draftFiles.create(path);
          return step === 'publish' ? file : { ...file, [step]: fail };
        },
        publish: step === 'publish' ? fail : draftFiles.publish,
      };
      const uploads = open({
        files,
        backupsOf: (id) =>
          createBackups({
            workspaceId: id,
            folder: join(place.root, id),
            nowMs: () => 0,
            space: { refusal: () => Promise.resolve(undefined) },
            files,
            onEvent: () => undefined,
          }),
      });
      expect(await send(uploads, await soundFile()), step).toMatchObject({ error: { code: 'disk-full' } });
      expect(await left()).toEqual([]);
      expect(await backupsOf(workspaceId).verified()).toEqual([]);
    }
  });

  it('of a file that its end does not fit is told to hold so much and not more', async () => {
    const text = [manifestOf(), endOf(3)]
      .map((body, index) => backupLineOf({ number: index + 1, body: JSON.stringify(body) }))
      .join('');
    const { entry } = valueOf(await send(open(), gzipSync(text)));
    expect(entry?.state).toBe('damaged');
    expect(entry?.problem).toContain('should hold 3 accounts and holds 0');
  });
});
