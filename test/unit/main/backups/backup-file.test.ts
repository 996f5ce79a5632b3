import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMembers } from '../../../../src/main/backups/members.ts';
import type { Backups } from '../../../../src/main/backups/backups.ts';
import type { HostResponse } from '../../../../src/shared/host/contract.ts';
import { quiet } from '../journal-folder.ts';
import { accountLine, accountTexts, endOf, manifestOf, textOf } from '../../../shells/backup-samples.ts';
import { backUp, backupFolder, readAll, valueOf, type BackupFolder } from './backup-folder.ts';

let place: BackupFolder;
let backups: Backups;
beforeEach(async () => {
  place = await backupFolder();
  backups = place.open();
});
afterEach(() => place.remove());

const id = '2026-03-02T09-00-00-000Z_by-hand';
const path = () => join(place.folder, `${id}.groundwork-backup`);

describe('a backup file', () => {
  it('is what docs/formats/backup.md says: gzip of sealed, numbered lines from manifest to end', async () => {
    const account = textOf(accountLine('a1'));
    const entry = await backUp(backups, [account]);
    expect(entry).toMatchObject({
      id,
      reason: 'by-hand',
      at: '2026-03-02T09:00:00.000Z',
      state: 'verified',
      manifest: manifestOf(),
      end: endOf(1),
      readable: endOf(1).counts,
    });
    expect(entry.problem).toBeUndefined();
    const text = gunzipSync(await readFile(path())).toString('utf8');
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(3);
    for (const [index, line] of lines.entries()) {
      const sum = createHash('sha256').update(line.slice(77)).digest('hex');
      expect(line.startsWith(`{"sha256":"${sum}","line":${index + 1},`)).toBe(true);
    }
    expect(JSON.parse(lines[0] ?? '')).toMatchObject(manifestOf());
    expect(lines[1]?.endsWith(account.slice(1))).toBe(true);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject(endOf(1));
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect((await stat(path())).size).toBe(entry.bytes);
  });

  it('gives back every line byte for byte, whatever the size of a page', async () => {
    const lines = [
      ...accountTexts(2_500, 'x'.repeat(1_400)),
      textOf(accountLine('big', 'y'.repeat(3_000_000))),
    ];
    const { id } = await backUp(backups, lines, { end: endOf(2_501) });
    const members = await findMembers(path());
    expect(members.length).toBeGreaterThan(5);
    for (const maxCharacters of [1, 1_500_000, 8_000_000]) {
      const all = await readAll(backups, id, maxCharacters);
      expect(all.damaged).toBe(0);
      expect(all.lines.slice(1, -1)).toEqual(lines);
      expect(JSON.parse(all.lines[0] ?? '')).toEqual(manifestOf());
      expect(JSON.parse(all.lines.at(-1) ?? '')).toEqual(endOf(2_501));
      expect(all.pages <= members.length).toBe(true);
      if (maxCharacters === 1) expect(all.pages).toBe(members.length);
    }
  });

  it('is in members of about a megabyte of text, manifest and end in their own', async () => {
    await backUp(backups, accountTexts(4_000, 'x'.repeat(900)));
    const bytes = await readFile(path());
    const members = await findMembers(path());
    const texts = members.map(({ start, end }) => gunzipSync(bytes.subarray(start, end)).toString());
    expect(texts.at(0)?.split('\n')).toHaveLength(2);
    expect(texts.at(-1)?.split('\n')).toHaveLength(2);
    for (const text of texts) expect(text.length).toBeLessThan(1_010_000);
    expect(members).toHaveLength(7);
  });

  it('tells progress of reading it back, up to its size', async () => {
    const { backupId } = valueOf(await backups.begin({ reason: 'by-hand', manifest: manifestOf() }));
    valueOf(await backups.write(backupId, accountTexts(3)));
    const told: { done: number; of: number }[] = [];
    const { bytes } = valueOf(
      await backups.finish(backupId, endOf(3), { ...quiet, onProgress: (progress) => told.push(progress) }),
    );
    expect(told[0]).toEqual({ done: 0, of: bytes });
    expect(told.at(-1)).toEqual({ done: bytes, of: bytes });
  });

  it('comes as a file of the same bytes, piece by piece', async () => {
    const noise = (): string =>
      Buffer.from(crypto.getRandomValues(new Uint8Array(50_000))).toString('base64');
    const lines = Array.from({ length: 130 }, (_, index) => textOf(accountLine(`a${index}`, noise())));
    const { id, bytes } = await backUp(backups, lines);
    const pieces: Buffer[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const piece: HostResponse<'backup.download'> = valueOf(await backups.download(id, offset));
      expect(piece.of).toBe(bytes);
      pieces.push(Buffer.from(piece.base64, 'base64'));
      offset = piece.next;
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(await readFile(path()))).toBe(true);
    expect(await backups.download(id, bytes + 5)).toMatchObject({ value: { base64: '', next: null } });
  });

  it('is known by ids that Groundwork made, and by nothing that leads elsewhere', async () => {
    await backUp(backups, accountTexts(1));
    for (const other of [
      '../sentinel',
      'nonsense',
      '2026-03-02T09-00-00-000Z_other',
      '2026-13-45T09-00-00-000Z_quit',
    ]) {
      expect(await backups.read(other, 0, 100)).toMatchObject({ error: { code: 'not-found' } });
      expect(await backups.download(other, 0)).toMatchObject({ error: { code: 'not-found' } });
    }
  });
});
