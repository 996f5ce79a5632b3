import type { BackupEnd, BackupManifest } from '../../shared/backup/format.ts';
import { createSerial } from '../serial.ts';
import { backupLineOf } from './backup-line.ts';
import type { DraftFile, DraftFiles } from './draft-files.ts';
import { compressMember } from './members.ts';

/** Bytes of text after which a member is closed: what one damaged member can cost, and what a reader holds. */
const memberBytes = 1_000_000;

/** A backup on its way to disk, under a name that no list shows. */
export interface BackupWriter {
  /** @param bodies the store's lines; `backupBodyFits` holds for each */
  readonly write: (bodies: readonly string[]) => Promise<void>;
  /** Writes the last line, syncs, and gives the file its name. */
  readonly finish: (end: BackupEnd) => Promise<void>;
  /** Leaves nothing behind; also after a failure. */
  readonly abandon: () => Promise<void>;
}

export interface BackupWriterOptions {
  readonly files: DraftFiles;
  readonly folder: string;
  readonly draft: string;
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** Begins the file with its first line, which has a member of its own: a list reads no more than that. */
export async function beginBackup(options: BackupWriterOptions): Promise<BackupWriter> {
  const { files, draft } = options;
  const serial = createSerial();
  let file: DraftFile | undefined = await files.create(draft);
  let number = 0;
  let waiting: string[] = [];
  let waitingBytes = 0;

  const add = (body: string): void => {
    number += 1;
    const line = backupLineOf({ number, body });
    waiting.push(line);
    waitingBytes += Buffer.byteLength(line);
  };
  async function closeMember(): Promise<void> {
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    waitingBytes = 0;
    const member = await compressMember(text);
    await opened().append(member);
  }
  const opened = (): DraftFile => {
    if (file === undefined) throw new Error('The backup is closed.');
    return file;
  };
  async function close(): Promise<void> {
    const closing = file;
    file = undefined;
    await closing?.close();
  }
  async function abandon(): Promise<void> {
    await close().catch(() => undefined);
    await files.remove(draft).catch(() => undefined);
  }

  const writer: BackupWriter = {
    write: (bodies) =>
      serial.run(async () => {
        for (const body of bodies) {
          add(body);
          if (waitingBytes >= memberBytes) await closeMember();
        }
      }),
    finish: (end) =>
      serial.run(async () => {
        await closeMember();
        add(JSON.stringify(end));
        await closeMember();
        await opened().sync();
        await close();
        await files.publish(draft, options.path, options.folder);
      }),
    abandon: () => serial.run(abandon),
  };
  try {
    add(JSON.stringify(options.manifest));
    await closeMember();
  } catch (error) {
    await abandon();
    throw error;
  }
  return writer;
}
