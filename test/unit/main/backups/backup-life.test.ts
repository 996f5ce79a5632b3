import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftFiles, type DraftFiles } from '../../../../src/main/backups/draft-files.ts';
import { createShelf } from '../../../../src/main/backups/shelf.ts';
import type { HostError } from '../../../../src/shared/host/contract.ts';
import { otherStoreId, workspaceId } from '../../../shells/journal-samples.ts';
import { quiet } from '../journal-folder.ts';
import { accountTexts, endOf, manifestOf } from '../../../shells/backup-samples.ts';
import { backUp, backupFolder, readAll, valueOf, type BackupFolder } from './backup-folder.ts';

let place: BackupFolder;
beforeEach(async () => {
  place = await backupFolder();
});
afterEach(async () => {
  vi.useRealTimers();
  await place.remove();
});

const begin = { reason: 'hourly', manifest: manifestOf() } as const;
const fileName = (id: string): string => `${id}.groundwork-backup`;

describe('making a backup', () => {
  it('is for one at a time; a page that fell silent makes room', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const backups = place.open();
    const first = valueOf(await backups.begin(begin));
    vi.advanceTimersByTime(14_000);
    expect(await backups.begin(begin)).toMatchObject({ error: { code: 'busy' } });
    valueOf(await backups.write(first.backupId, accountTexts(1)));
    vi.advanceTimersByTime(14_000);
    expect(await backups.begin(begin)).toMatchObject({ error: { code: 'busy' } });
    vi.advanceTimersByTime(2_000);
    const second = valueOf(await backups.begin(begin));
    expect(await backups.write(first.backupId, accountTexts(1))).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await backups.finish(first.backupId, endOf(1), quiet)).toMatchObject({
      error: { code: 'not-found' },
    });
    valueOf(await backups.write(second.backupId, accountTexts(1)));
    expect(valueOf(await backups.finish(second.backupId, endOf(1), quiet)).state).toBe('verified');
    expect(await backups.finish(second.backupId, endOf(1), quiet)).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('shows nothing until it is whole, and nothing when it is given up', async () => {
    const backups = place.open();
    const { backupId } = valueOf(await backups.begin(begin));
    valueOf(await backups.write(backupId, accountTexts(1)));
    expect(valueOf(await backups.list(quiet)).backups).toEqual([]);
    expect(await backups.read(backupId, 0, 100)).toMatchObject({ error: { code: 'not-found' } });
    valueOf(await backups.abandon('2026-03-02T09-00-00-999Z_quit'));
    valueOf(await backups.write(backupId, accountTexts(1)));
    valueOf(await backups.abandon(backupId));
    expect(await place.names()).toEqual([]);
    expect(await backups.write(backupId, accountTexts(1))).toMatchObject({ error: { code: 'not-found' } });
  });

  it('refuses lines that are no lines, and another workspace, and keeps nothing of it', async () => {
    const backups = place.open();
    for (const body of ['', '{}', '[]', '{"a":1}\n{"b":2}', 'text', '{"a":1', '{"a":1}\r']) {
      const { backupId } = valueOf(await backups.begin(begin));
      expect(await backups.write(backupId, [body]), body).toMatchObject({ error: { code: 'bad-request' } });
      expect(await place.names()).toEqual([]);
    }
    const manifest = manifestOf({ workspaceId: otherStoreId });
    expect(await backups.begin({ reason: 'hourly', manifest })).toMatchObject({
      error: { code: 'bad-request' },
    });
  });

  it('gives two of the same moment different ids', async () => {
    const backups = place.open();
    const ids = [];
    for (let round = 0; round < 3; round += 1) ids.push((await backUp(backups, [], { reason: 'quit' })).id);
    expect(ids).toEqual([
      '2026-03-02T09-00-00-000Z_quit',
      '2026-03-02T09-00-00-001Z_quit',
      '2026-03-02T09-00-00-002Z_quit',
    ]);
    const { backups: listed } = valueOf(await backups.list(quiet));
    expect(listed.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it('that does not hold what its end says is set aside and counts for nothing', async () => {
    const backups = place.open();
    const good = await backUp(backups, accountTexts(1));
    const { backupId } = valueOf(await backups.begin(begin));
    valueOf(await backups.write(backupId, accountTexts(1)));
    const finished = await backups.finish(backupId, endOf(2), quiet);
    expect(finished).toMatchObject({ error: { code: 'damaged' } });
    if (!finished.ok) expect(finished.error.message).toContain('should hold 2 accounts and holds 1');
    expect((await backups.verified()).map(({ id }) => id)).toEqual([good.id]);
    expect(await place.names()).toContain(join('set-aside', fileName(backupId)));
  });

  it('leaves a draft behind when the host is killed, which the next one sweeps', async () => {
    const killed = place.open();
    valueOf(await killed.begin(begin));
    expect(await place.names()).toHaveLength(1);
    const backups = place.open();
    expect(valueOf(await backups.list(quiet)).backups).toEqual([]);
    expect(await place.names()).toEqual([]);
    expect(place.events).toEqual(['backup.swept']);
    await killed.close();
  });

  it('is closed with the host, without a trace', async () => {
    const backups = place.open();
    valueOf(await backups.begin(begin));
    await backups.close();
    expect(await place.names()).toEqual([]);
  });

  it('waits for free space', async () => {
    let low: HostError | undefined = { code: 'low-space', message: 'Too little.' };
    const backups = place.open({ space: { refusal: () => Promise.resolve(low) } });
    expect(await backups.begin(begin)).toMatchObject({ error: { code: 'low-space' } });
    low = undefined;
    const { backupId } = valueOf(await backups.begin(begin));
    low = { code: 'low-space', message: 'Too little.' };
    expect(await backups.write(backupId, accountTexts(1))).toMatchObject({ error: { code: 'low-space' } });
    expect(await place.names()).toEqual([]);
  });
});

describe('a disk that fails while a backup is made', () => {
  /** Fails at the n-th step (1-based) of all that a backup does to files. */
  const failingAt = (step: number, code: string): { files: DraftFiles; steps: () => number } => {
    let done = 0;
    const count = async <T>(work: () => Promise<T>): Promise<T> => {
      done += 1;
      if (done === step) throw Object.assign(new Error(code), { code });
      return work();
    };
    return {
      steps: () => done,
      files: {
        create: (path) =>
          count(async () => {
            const file = await draftFiles.create(path);
            return {
              append: async (bytes) => {
                // What a full disk does: a part is written, then it fails.
                if (done + 1 === step) await file.append(bytes.subarray(0, 9));
                await count(() => file.append(bytes));
              },
              sync: () => count(() => file.sync()),
              close: async () => {
                await file.close();
                await count(() => Promise.resolve());
              },
            };
          }),
        publish: (draft, path, folder) => count(() => draftFiles.publish(draft, path, folder)),
        remove: draftFiles.remove,
      },
    };
  };
  const lines = accountTexts(1_500, 'x'.repeat(900));

  async function attempt(files: DraftFiles): Promise<HostError | undefined> {
    const backups = place.open({ files });
    const begun = await backups.begin({ reason: 'hourly', manifest: manifestOf() });
    if (!begun.ok) return begun.error;
    const written = await backups.write(begun.value.backupId, lines);
    if (!written.ok) return written.error;
    const finished = await backups.finish(begun.value.backupId, endOf(lines.length), quiet);
    return finished.ok ? undefined : finished.error;
  }

  it('at any step: nothing half-written stays, the backup before is as it was, the next one succeeds', async () => {
    const before = await backUp(place.open(), accountTexts(3));
    const path = join(place.folder, fileName(before.id));
    const bytes = await readFile(path);
    const sound = failingAt(Infinity, '');
    expect(await attempt(sound.files)).toBeUndefined();
    const names = await place.names();
    expect(sound.steps()).toBeGreaterThanOrEqual(8);
    for (let step = 1; step <= sound.steps(); step += 1) {
      const code = step % 2 === 0 ? 'ENOSPC' : 'EROFS';
      const error = await attempt(failingAt(step, code).files);
      expect(error?.code, `step ${step}`).toBe(code === 'ENOSPC' ? 'disk-full' : 'read-only');
      expect(await place.names(), `step ${step}`).toEqual(names);
      expect(await readFile(path)).toEqual(bytes);
    }
    expect(await attempt(draftFiles)).toBeUndefined();
    expect(await place.open().verified()).toHaveLength(3);
  });

  it('when old ones should go: the new one counts all the same', async () => {
    const rules = { capBytes: 1, newest: 1, days: 0, weeks: 0 };
    for (let round = 0; round < 4; round += 1) await backUp(place.open(), accountTexts(1));
    const backups = place.open({
      rules,
      files: { ...draftFiles, remove: () => Promise.reject(new Error('stuck')) },
    });
    expect((await backUp(backups, accountTexts(1))).state).toBe('verified');
    expect(place.events).toContain('backup.tidy-failed');
    expect(await backups.verified()).toHaveLength(5);
  });
});

describe('the list of backups', () => {
  it('reads a file back once, and again when it changed or a month went by', async () => {
    const { id } = await backUp(place.open(), accountTexts(1));
    const path = join(place.folder, fileName(id));
    const told = async (): Promise<boolean> => {
      let reads = 0;
      valueOf(await place.open().list({ ...quiet, onProgress: () => (reads += 1) }));
      return reads > 0;
    };
    expect(await told()).toBe(false);
    await utimes(path, new Date(), new Date(Date.now() - 60_000));
    expect(await told()).toBe(true);
    expect(await told()).toBe(false);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 29 * 86_400_000);
    expect(await told()).toBe(false);
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    expect(await told()).toBe(true);
    vi.setSystemTime(Date.now() - 60 * 86_400_000);
    expect(await told()).toBe(true);
  });

  it('reads all back when what was known is gone or cannot be read', async () => {
    const { id } = await backUp(place.open(), accountTexts(1));
    await writeFile(join(place.folder, 'checked.json'), '{"format":1,"files":{"');
    const { backups, totalBytes, capBytes } = valueOf(await place.open().list(quiet));
    expect(backups).toMatchObject([{ id, state: 'verified' }]);
    expect(totalBytes).toBe((await stat(join(place.folder, fileName(id)))).size);
    expect(capBytes).toBe(2_000_000_000);
  });

  it('sets a damaged file aside with its reason, and takes a mended one back', async () => {
    const { id } = await backUp(place.open(), accountTexts(1));
    const path = join(place.folder, fileName(id));
    const aside = join(place.folder, 'set-aside', fileName(id));
    const sound = await readFile(path);
    await writeFile(path, sound.subarray(0, sound.length - 30));
    const [damaged] = valueOf(await place.open().list(quiet)).backups;
    expect(damaged).toMatchObject({ id, state: 'damaged', problem: expect.any(String) as string });
    expect(await readFile(aside)).toHaveLength(sound.length - 30);
    expect(await place.open().verified()).toEqual([]);
    expect((await readAll(place.open(), id)).damaged).toBeGreaterThan(0);
    expect(valueOf(await place.open().list(quiet)).backups).toMatchObject([{ id, state: 'damaged' }]);
    await writeFile(aside, sound);
    expect(valueOf(await place.open().list(quiet)).backups).toMatchObject([{ id, state: 'verified' }]);
    expect(await readFile(path)).toEqual(sound);
    expect(place.events.filter((event) => event !== 'backup.verified')).toEqual([
      'backup.set-aside',
      'backup.put-back',
    ]);
  });

  it('does not move a file that the disk would not give, nor stumble over one that is gone', async () => {
    const { id, bytes } = await backUp(place.open(), accountTexts(1));
    const shelf = createShelf({
      workspaceId,
      folder: place.folder,
      nowMs: () => 0,
      onEvent: () => undefined,
    });
    // Reading a folder fails as reading a broken sector does.
    const file = { id, reason: 'by-hand', atMs: 0, bytes, isAside: false, key: 'other' } as const;
    expect(await shelf.judge({ ...file, path: place.folder }, quiet)).toMatchObject({
      verdict: { state: 'damaged', problem: expect.any(String) as string },
    });
    expect(await shelf.judge({ ...file, path: join(place.folder, 'gone') }, quiet)).toBeUndefined();
    expect(await place.names()).toEqual([fileName(id), 'checked.json']);
  });

  it('can be stopped while it reads', async () => {
    await backUp(place.open(), accountTexts(1));
    await writeFile(join(place.folder, 'checked.json'), '');
    const stop = new AbortController();
    const listed = await place.open().list({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(listed).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('does not rotate a backup out while it is being read', async () => {
    const rules = { capBytes: 1, newest: 1, days: 0, weeks: 0 };
    const backups = place.open({ rules });
    const oldest = await backUp(backups, accountTexts(1));
    const second = await backUp(backups, accountTexts(1));
    valueOf(await backups.read(oldest.id, 0, 100));
    for (let round = 0; round < 3; round += 1) await backUp(backups, accountTexts(1));
    const left = (await backups.verified()).map(({ id }) => id);
    expect(left).toContain(oldest.id);
    expect(left).not.toContain(second.id);
    expect(left).toHaveLength(4);
  });
});
