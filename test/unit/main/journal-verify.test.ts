import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/shared/host/contract.ts';
import { lineOf, storeId, workspaceId } from '../../shells/journal-samples.ts';
import { journalFolder, quiet, type JournalFolder } from './journal-folder.ts';

let place: JournalFolder;
const first = 'journal-000001-000000000001.ndjson';
const second = 'journal-000001-000000000011.ndjson';

beforeEach(async () => {
  place = await journalFolder();
  const journal = place.open({ rotateAtBytes: 1_000 });
  for (const from of [1, 11, 21]) {
    const lines = Array.from({ length: 10 }, (_, index) => lineOf(from + index));
    await journal.append({ workspaceId, storeId, generation: 1, lines });
  }
  await journal.close();
});
afterEach(() => place.remove());

const verify = async () => {
  const journal = place.open();
  const report = await journal.verify(quiet);
  await journal.close();
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
};

async function flipByte(name: string, at: number): Promise<void> {
  const handle = await open(join(place.folder, name), 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await handle.write(byte, 0, 1, at);
  await handle.close();
}

describe('journal.verify', () => {
  it('finds nothing wrong in a sound journal and counts it', async () => {
    const names = await place.names();
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(place.folder, name))).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(await verify()).toEqual({ lines: 30, through: 30, bytes, problems: [] });
  });

  it('finds a single flipped bit wherever it is', async () => {
    const sound = await readFile(join(place.folder, first));
    for (let at = 0; at < sound.length; at += 41) {
      await flipByte(first, at);
      const report = await verify();
      expect(report.problems[0], `byte ${at}`).toMatchObject({ file: first });
      await writeFile(join(place.folder, first), sound);
    }
  });

  it('names file and line, and the hole behind it', async () => {
    const text = await readFile(join(place.folder, second), 'utf8');
    await writeFile(join(place.folder, second), text.replace('change 14', 'change 15'));
    expect((await verify()).problems).toEqual([
      { file: second, line: 5, what: 'The checksum does not match the line.' },
      { file: second, line: 6, what: 'Change 15 stands where change 14 was expected.' },
    ]);
  });

  it('finds a missing line, a missing file and a file of another workspace', async () => {
    const lines = (await readFile(join(place.folder, second), 'utf8')).split('\n');
    await writeFile(join(place.folder, second), lines.filter((_, index) => index !== 3).join('\n'));
    expect((await verify()).problems).toMatchObject([
      { line: 4, what: expect.stringContaining('Change 14') as string },
    ]);
    await rm(join(place.folder, second));
    expect((await verify()).problems).toMatchObject([
      { line: 1, what: expect.stringContaining('after change 20, the one before it ended at 10') as string },
    ]);
    const foreign = await journalFolder();
    const journal = foreign.open({ workspaceId: storeId });
    await journal.append({ workspaceId, storeId, generation: 1, lines: [lineOf(1)] });
    await journal.close();
    await writeFile(join(place.folder, first), await foreign.read(first));
    await foreign.remove();
    expect((await verify()).problems[0]).toMatchObject({ what: 'The file belongs to another workspace.' });
  });

  it('keeps appending behind a damaged line, and still reports it', async () => {
    const third = 'journal-000001-000000000021.ndjson';
    await flipByte(third, 700);
    const journal = place.open();
    expect(await journal.status()).toMatchObject({ through: 30 });
    // The damaged file is full and closed: opening reads the newest alone, only the check reads all.
    expect(place.found).toEqual([]);
    const appended = await journal.append({ workspaceId, storeId, generation: 1, lines: [lineOf(31)] });
    expect(appended).toMatchObject({ value: { through: 31 } });
    await journal.close();
    expect((await verify()).problems).toHaveLength(2);
  });

  it('tells progress up to the end, and stops when cancelled', async () => {
    const journal = place.open();
    const told: Progress[] = [];
    const whole = await journal.verify({ ...quiet, onProgress: (progress) => told.push(progress) });
    const bytes = whole.ok ? whole.value.bytes : 0;
    expect(told).toEqual([
      { done: 0, of: bytes },
      { done: bytes, of: bytes },
    ]);
    const stop = new AbortController();
    const stopped = await journal.verify({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await journal.close();
  });
});
