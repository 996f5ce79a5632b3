import { gzipSync } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { say } from '../../../../../src/shared/rule-book/messages.ts';
import { err, ok } from '../../../../../src/shared/result.ts';
import type { HostCalls } from '../../../../../src/renderer/store/host-relay.ts';
import { fromBase64, toBase64 } from '../../../../../src/renderer/workers/backup-file/base64.ts';
import { copyOut } from '../../../../../src/renderer/workers/backup-file/copy-out.ts';
import { lookAt } from '../../../../../src/renderer/workers/backup-file/file-look.ts';
import { lock, unlock } from '../../../../../src/renderer/workers/backup-file/lock.ts';
import { takeIn } from '../../../../../src/renderer/workers/backup-file/take-in.ts';
import { printSeed, seededRandom } from '../../../../builders/random.ts';

const workspaceId = '019aa0a0-0000-7000-8000-000000000001';
const uploadId = '019aa0a0-0000-7000-8000-0000000000ff';
const backupId = '2026-03-16T09-00-00-by-hand';
const random = seededRandom(printSeed('file-jobs'));
const someBytes = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = random.int(0, 255);
  return bytes;
};

/** A host that gives `file` in pieces and keeps what is uploaded. */
function hostWith(file: Uint8Array, pieceBytes: number) {
  const taken: Uint8Array[] = [];
  const asked: string[] = [];
  const call = (operation: string, request: Record<string, unknown>): Promise<unknown> => {
    asked.push(operation);
    if (operation === 'backup.download') {
      const offset = Number(request['offset']);
      const end = Math.min(file.length, offset + pieceBytes);
      return Promise.resolve(
        ok({
          base64: toBase64(file.subarray(offset, end)),
          next: end < file.length ? end : null,
          of: file.length,
        }),
      );
    }
    if ((taken.length === 0) !== (request['uploadId'] === null)) throw new Error('wrong upload id');
    taken.push(fromBase64(String(request['base64'])));
    return Promise.resolve(ok({ uploadId, entry: request['last'] === true ? { id: backupId } : null }));
  };
  return {
    host: { call: call as unknown as HostCalls['call'] },
    asked,
    taken: () => Buffer.concat(taken),
    pieces: () => taken.length,
  };
}

const nothing = (): void => undefined;
const failing: HostCalls = {
  call: () => Promise.resolve(err({ code: 'not-found', message: 'The backup is not there.' })),
};

describe('base64', () => {
  test.each([0, 1, 2, 3, 0x7fff, 0x8000, 0x8001, 200_000])('%d bytes come back', (length) => {
    const bytes = someBytes(length);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
});

describe('what a file is', () => {
  test.each([
    ['a backup', gzipSync('{}'), 'backup'],
    ['an age file', Buffer.from('age-encryption.org/v1\n-> scrypt'), 'locked'],
    ['another version of age', Buffer.from('age-encryption.org/v'), 'other'],
    ['a list', Buffer.from('Account Name,Employees\n'), 'other'],
    ['one byte', Buffer.from([0x1f]), 'other'],
    ['nothing', Buffer.from(''), 'empty'],
  ] as const)('%s', async (_, bytes, look) => {
    expect(await lookAt(new Blob([new Uint8Array(bytes)]))).toBe(look);
  });
});

describe('a copy to keep', () => {
  const file = new Uint8Array(gzipSync(someBytes(70_000)));

  test.each([1, 999, 70_000, 1_000_000])('comes whole in pieces of %d bytes', async (pieceBytes) => {
    const small = pieceBytes === 1 ? file.subarray(0, 300) : file;
    const { host } = hostWith(small, pieceBytes);
    const told: number[] = [];
    const copy = await copyOut(host, { workspaceId, backupId, passphrase: null }, (done) => told.push(done));
    if (!copy.ok) throw new Error(say(copy.error));
    expect(new Uint8Array(await copy.value.arrayBuffer())).toEqual(small);
    expect(told.at(-1)).toBe(small.length);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('says what the host said', async () => {
    const copy = await copyOut(failing, { workspaceId, backupId, passphrase: null }, nothing);
    expect(copy.ok ? '' : say(copy.error)).toBe('The backup is not there. Nothing was changed.');
  });

  test('locked: is an age file, comes back with its passphrase', async () => {
    const source = hostWith(file, 20_000);
    const passphrase = 'über Köln nach Ostende';
    const copy = await copyOut(source.host, { workspaceId, backupId, passphrase }, nothing);
    if (!copy.ok) throw new Error(say(copy.error));
    expect(await lookAt(copy.value)).toBe('locked');
    expect(Buffer.from(await copy.value.arrayBuffer()).includes(Buffer.from(file.subarray(0, 64)))).toBe(
      false,
    );

    const goal = hostWith(file, 1);
    const right = await takeIn(goal.host, copy.value, passphrase, nothing);
    expect(right.ok && right.value.id).toBe(backupId);
    expect(new Uint8Array(goal.taken())).toEqual(file);
  }, 60_000);
});

test('a locked file opens with its own passphrase only, and no guess reaches the host', async () => {
  const locked = new Blob([
    new Uint8Array(
      await new Response(await lock(new Blob(['x']).stream(), 'Köln nach Ostende', 8)).arrayBuffer(),
    ),
  ]);
  const { host, asked } = hostWith(new Uint8Array(), 1);
  for (const guess of ['Koln nach Ostende', 'köln nach Ostende', 'Köln nach Ostende ', '']) {
    const answer = await takeIn(host, locked, guess, nothing);
    expect(answer.ok ? '' : answer.error.id, guess).toBe('backup-file.wrong-passphrase');
  }
  const none = await takeIn(host, locked, null, nothing);
  expect(none.ok ? '' : none.error.id).toBe('backup-file.locked');
  expect(asked).toEqual([]);
});

describe('a file brought in', () => {
  test.each([
    [1, 1],
    [5_999_999, 1],
    [6_000_000, 1],
    [6_000_001, 2],
    [12_000_001, 3],
  ])('%d bytes go in %d pieces', async (length, pieces) => {
    const bytes = new Uint8Array(length);
    bytes.set([0x1f, 0x8b].slice(0, length));
    const { host, taken, pieces: counted } = hostWith(bytes, 1);
    if (length === 1) {
      // One byte is no gzip; the smallest that is one has two.
      const refused = await takeIn(host, new Blob([bytes]), null, nothing);
      expect(refused.ok ? '' : refused.error.id).toBe('backup-file.not-one');
      return;
    }
    const answer = await takeIn(host, new Blob([bytes]), null, nothing);
    expect(answer.ok).toBe(true);
    expect(counted()).toBe(pieces);
    expect(taken().equals(bytes)).toBe(true);
  });

  test.each([
    ['empty', '', 'backup-file.empty'],
    ['a list', 'Account Name\nAcme\n', 'backup-file.not-one'],
  ])('%s is refused before the host hears of it', async (_, text, id) => {
    const { host, asked } = hostWith(new Uint8Array(), 1);
    const answer = await takeIn(host, new Blob([text]), null, nothing);
    expect(answer.ok ? '' : answer.error.id).toBe(id);
    expect(asked).toEqual([]);
  });

  test('a locked file that was cut off or changed is refused at any place', async () => {
    const locked = new Uint8Array(
      await new Response(
        await lock(new Blob([someBytes(150_000)]).stream(), 'four plain words here', 8),
      ).arrayBuffer(),
    );
    const header = locked.indexOf(0x0a, locked.indexOf(0x0a) + 1);
    for (const length of [header, header + 40, 70_000, locked.length - 1]) {
      const { host } = hostWith(new Uint8Array(), 1);
      const cut = await takeIn(host, new Blob([locked.slice(0, length)]), 'four plain words here', nothing);
      expect(cut.ok ? '' : cut.error.id, `${length} bytes`).toBe('backup-file.cut-off');
    }
    for (const at of [70_000, locked.length - 1]) {
      const changed = locked.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { host } = hostWith(new Uint8Array(), 1);
      const answer = await takeIn(host, new Blob([changed]), 'four plain words here', nothing);
      expect(answer.ok ? '' : answer.error.id, `byte ${at}`).toBe('backup-file.cut-off');
    }
  });

  test('a file locked by age itself opens', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('correct horse');
    encrypter.setScryptWorkFactor(8);
    const locked = await encrypter.encrypt('plain');
    const open = await unlock(new Blob([new Uint8Array(locked)]).stream(), 'correct horse');
    expect(open && (await new Response(open).text())).toBe('plain');
  });
});
