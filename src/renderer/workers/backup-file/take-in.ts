import { label } from '../../../shared/rule-book/messages.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry, HostError, HostResponse } from '../../../shared/host/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { HostCalls } from '../../store/host-relay.ts';
import { toBase64 } from './base64.ts';
import type { OnBytes } from './copy-out.ts';
import { lookAt } from './file-look.ts';
import { unlock } from './lock.ts';
import { FileTrouble } from './trouble.ts';

/** A piece for the host, in bytes: base64 makes it a third longer, well within a request's limit. */
const pieceBytes = 6_000_000;

/**
 * Brings a backup file from elsewhere to the host, which verifies and keeps it. A locked one is opened here.
 * @param passphrase ignored where the file is not locked
 */
export async function takeIn(
  host: HostCalls,
  file: Blob,
  passphrase: string | null,
  onBytes: OnBytes,
): Promise<Result<BackupEntry, Label>> {
  const look = await lookAt(file);
  if (look === 'empty') return err(label('backup-file.empty'));
  if (look === 'other') return err(label('backup-file.not-one'));
  if (look === 'locked' && passphrase === null) return err(label('backup-file.locked'));
  const stream = file.stream();
  try {
    const open = look === 'locked' ? await unlock(stream, passphrase ?? '') : stream;
    if (open === null) return err(label('backup-file.wrong-passphrase'));
    return ok(await upload(host, open, (done) => onBytes(Math.min(done, file.size), file.size)));
  } catch (error) {
    if (error instanceof FileTrouble) return err(error.label);
    return err(
      look === 'locked'
        ? label('backup-file.cut-off')
        : label('backup-file.unreadable', { what: String(error) }),
    );
  }
}

type Uploaded = Result<HostResponse<'backup.upload'>, HostError>;

async function upload(
  host: HostCalls,
  file: ReadableStream<Uint8Array>,
  onBytes: (done: number) => void,
): Promise<BackupEntry> {
  let uploadId: string | null = null;
  let sent = 0;
  for await (const { piece, last } of pieces(file)) {
    const answer: Uploaded = await host.call('backup.upload', { uploadId, base64: toBase64(piece), last });
    if (!answer.ok) throw new FileTrouble(label('backup-file.host', { what: answer.error.message }));
    uploadId = answer.value.uploadId;
    sent += piece.length;
    onBytes(sent);
    const { entry } = answer.value;
    if (entry) return entry;
  }
  throw new FileTrouble(label('backup-file.not-one'));
}

/** The file in pieces of one size; the last one, which may be empty, says so. */
async function* pieces(
  file: ReadableStream<Uint8Array>,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly last: boolean }> {
  const piece = new Uint8Array(pieceBytes);
  let filled = 0;
  const reader = file.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (let at = 0; at < value.length;) {
      if (filled === piece.length) {
        yield { piece, last: false };
        filled = 0;
      }
      const part = value.subarray(at, at + piece.length - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
    }
  }
  yield { piece: piece.subarray(0, filled), last: true };
}
