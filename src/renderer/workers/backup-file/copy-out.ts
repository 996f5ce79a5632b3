import { label } from '../../../shared/rule-book/messages.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { HostCalls } from '../../store/host-relay.ts';
import { fromBase64 } from './base64.ts';
import { lock } from './lock.ts';
import { FileTrouble } from './trouble.ts';

export interface CopyOutRequest {
  readonly workspaceId: string;
  readonly backupId: string;
  /** `null` = a copy that anyone can read. */
  readonly passphrase: string | null;
}

/** Bytes fetched, of all. */
export type OnBytes = (done: number, of: number) => void;

/**
 * A backup as a file for a person to keep: the host's file byte for byte, locked when there is a passphrase.
 * The host sees the file only, never the passphrase.
 */
export async function copyOut(
  host: HostCalls,
  request: CopyOutRequest,
  onBytes: OnBytes,
): Promise<Result<Blob, Label>> {
  const { passphrase } = request;
  try {
    const file = downloaded(host, request, onBytes);
    const written = passphrase === null ? file : await lock(file, passphrase);
    return ok(await new Response(written).blob());
  } catch (error) {
    if (error instanceof FileTrouble) return err(error.label);
    return err(label('backup-file.internal', { what: String(error) }));
  }
}

/** The pieces of the file, each asked for when the one before was taken. */
function downloaded(
  host: HostCalls,
  { workspaceId, backupId }: CopyOutRequest,
  onBytes: OnBytes,
): ReadableStream<Uint8Array> {
  let offset: number | null = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (offset === null) {
          controller.close();
          return;
        }
        const answer = await host.call('backup.download', { workspaceId, backupId, offset });
        if (!answer.ok) throw new FileTrouble(label('backup-file.host', { what: answer.error.message }));
        const piece = fromBase64(answer.value.base64);
        onBytes(offset + piece.length, answer.value.of);
        offset = answer.value.next;
        if (piece.length > 0) controller.enqueue(piece);
        if (offset === null) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}
