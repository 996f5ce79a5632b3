import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  BackupEntry,
  HostError,
  HostParsedRequest,
  HostResponse,
  Sentinel,
} from '../../shared/host/contract.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { makePrivateDirectory } from '../files.ts';
import { errnoOf, hostErrorOf } from '../io-error.ts';
import { createSerial } from '../serial.ts';
import { appendFiles, type AppendFile, type AppendFiles } from './append-file.ts';
import { journalFileName } from './journal-files.ts';
import { headerText } from './line-format.ts';
import { openTail, setFileAside, type Tail } from './open-tail.ts';
import { gap, olderGeneration, planAppend, type AppendPlan, type AppendRequest } from './plan-append.ts';
import type { SentinelFile } from './sentinel-file.ts';
import { pruneJournal } from './prune.ts';
import { createJournalReader, sumOfChangeSet } from './read-journal.ts';
import { snapshotFiles, verifyJournal } from './verify.ts';

/** The append-only journal of one workspace, with its sentinel beside it. */
export interface Journal {
  /** Appends and syncs lines, then writes the sentinel; only then is the answer given. */
  readonly append: (request: AppendRequest) => Promise<Result<{ through: number }, HostError>>;
  readonly status: () => Promise<HostResponse<'journal.status'>>;
  readonly sentinel: () => Promise<Sentinel | null>;
  readonly verify: (context: CallContext) => Promise<Result<HostResponse<'journal.verify'>, HostError>>;
  /** Committed change sets after a number, page by page. */
  readonly read: (request: HostParsedRequest<'journal.read'>) => Promise<HostResponse<'journal.read'>>;
  /** Checksum of the line that commits change set `n`; `null` when it is not there. */
  readonly sum: (n: number) => Promise<string | null>;
  /** Lets go of old files that three whole backups cover. @returns how many */
  readonly prune: (verified: readonly BackupEntry[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface JournalOptions {
  readonly workspaceId: string;
  readonly folder: string;
  readonly sentinelFile: SentinelFile;
  /** Told when opening found what a crash tore, or lines that do not prove themselves. */
  readonly onFound?: (found: { readonly setAside: number; readonly badLines: number }) => void;
  /** Number of the last change set that whole backups of a store hold; the journal may begin after it. */
  readonly covered?: (store: { storeId: string; generation: number }) => Promise<number>;
  readonly files?: AppendFiles;
  /** Bytes after which the next change set begins a new file. */
  readonly rotateAtBytes?: number;
}

const defaultRotateAtBytes = 20_000_000;

export function createJournal(options: JournalOptions): Journal {
  const { folder, sentinelFile } = options;
  const files = options.files ?? appendFiles;
  const rotateAt = options.rotateAtBytes ?? defaultRotateAtBytes;
  const covered = options.covered ?? (() => Promise.resolve(0));
  const serial = createSerial();
  const reader = createJournalReader();
  /** undefined = not read yet; a failure that leaves the file unknown sets it back. */
  let tail: Tail | null | undefined;
  let file: AppendFile | undefined;

  async function opened(): Promise<Tail | null> {
    if (tail !== undefined && (await isAsLeft(tail))) return tail;
    await file?.close().catch(() => undefined);
    file = undefined;
    await makePrivateDirectory(folder);
    const storeId = (await sentinelFile.read())?.storeId;
    const found = await openTail(folder, { workspaceId: options.workspaceId, storeId });
    if (found.setAside.length > 0 || found.badLines > 0) {
      options.onFound?.({ setAside: found.setAside.length, badLines: found.badLines });
    }
    tail = found.tail;
    return tail;
  }

  async function startFile(request: AppendRequest, plan: AppendPlan, after: number): Promise<void> {
    const header = {
      journal: 1,
      workspaceId: options.workspaceId,
      storeId: request.storeId,
      generation: request.generation,
      after,
    } as const;
    const path = join(folder, journalFileName(request.generation, after + 1));
    const text = headerText(header) + plan.text;
    const next = await createAnew(path, text);
    await file?.close();
    file = next;
    tail = { path, header, bytes: Buffer.byteLength(text), sequence: plan.sequence, sums: plan.sums };
  }

  /** A file that has the name already is not this journal's: it is moved aside, not written over. */
  async function createAnew(path: string, text: string): Promise<AppendFile> {
    try {
      return await files.create(path, text);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      await setFileAside(path, folder);
      return files.create(path, text);
    }
  }

  async function extend(current: Tail, plan: AppendPlan): Promise<void> {
    file ??= await files.reopen(current.path);
    try {
      await file.append(plan.text);
      await file.sync();
    } catch (error) {
      await takeBack(file, current.bytes);
      throw error;
    }
    tail = {
      ...current,
      bytes: current.bytes + Buffer.byteLength(plan.text),
      sequence: plan.sequence,
      sums: new Map([...current.sums, ...plan.sums]),
    };
  }

  /** Half a batch must not stay; when even that fails the file is read anew at the next call. */
  async function takeBack(broken: AppendFile, bytes: number): Promise<void> {
    try {
      await broken.truncate(bytes);
      await broken.sync();
    } catch {
      tail = undefined;
      file = undefined;
      await broken.close().catch(() => undefined);
    }
  }

  async function write(request: AppendRequest, plan: AppendPlan, current: Tail | null): Promise<void> {
    if (plan.newFileAfter !== undefined) await startFile(request, plan, plan.newFileAfter);
    else if (plan.text === '' || current === null) return;
    else if (isFull(current)) {
      await startFile(request, plan, current.sequence.through);
    } else await extend(current, plan);
    if (tail !== undefined && tail !== null && isFull(tail)) await startEmptyFile(tail);
  }

  const isFull = ({ bytes, header, sequence }: Tail): boolean =>
    bytes >= rotateAt && sequence.packs.length === 0 && sequence.through > header.after;

  /**
   * A start reads the newest file whole, so a large one is closed as soon as its last change set is in.
   * Failing is no loss: the lines are synced, and the next append tries again.
   */
  async function startEmptyFile(full: Tail): Promise<void> {
    const header = { ...full.header, after: full.sequence.through };
    const path = join(folder, journalFileName(header.generation, header.after + 1));
    const text = headerText(header);
    try {
      const next = await files.create(path, text);
      await file?.close();
      file = next;
      tail = { path, header, bytes: Buffer.byteLength(text), sequence: full.sequence, sums: new Map() };
    } catch (error) {
      // A file that was there before is not ours to remove.
      if (errnoOf(error) !== 'EEXIST') await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /** Backups are asked only when the journal itself does not reach as far as the request. */
  async function planned(
    request: AppendRequest,
    current: Tail | null,
  ): Promise<Result<AppendPlan, HostError>> {
    const plan = planAppend(request, current, 0);
    if (plan.ok || plan.error.code !== 'gap') return plan;
    const { storeId, generation } = request;
    return planAppend(request, current, await covered({ storeId, generation }));
  }

  async function append(request: AppendRequest): Promise<Result<{ through: number }, HostError>> {
    const known = await sentinelFile.read();
    if (known !== null && (known.storeId !== request.storeId || known.generation > request.generation)) {
      return err(olderGeneration);
    }
    const current = await opened();
    const plan = await planned(request, current);
    if (!plan.ok) return plan;
    const { through } = plan.value.sequence;
    const next = request.sentinel;
    if (next !== undefined) {
      if (
        next.workspaceId !== request.workspaceId ||
        next.storeId !== request.storeId ||
        next.generation !== request.generation
      ) {
        return err({ code: 'bad-request', message: 'The sentinel speaks of another store than the lines.' });
      }
      if (next.through > through) return err(gap(through + 1, plan.value.sequence.packs.length));
    }
    await write(request, plan.value, current);
    if (next !== undefined && !isOlder(next, known)) await sentinelFile.write(next);
    return ok({ through });
  }

  return {
    append: (request) =>
      serial.run(async () => {
        try {
          return await append(request);
        } catch (error) {
          return err(hostErrorOf(error));
        }
      }),
    status: () =>
      serial.run(async () => {
        const [current, known] = [await opened(), await sentinelFile.read()];
        return {
          through: current?.sequence.through ?? 0,
          storeId: current?.header.storeId ?? known?.storeId ?? null,
          generation: Math.max(current?.header.generation ?? 0, known?.generation ?? 0),
        };
      }),
    sentinel: () => serial.run(() => sentinelFile.read()),
    verify: async (context) => {
      // Only the snapshot waits for appends; reading a large journal must not hold up "saved".
      const files = await serial.run(async () => snapshotFiles(folder, await opened()));
      return verifyJournal({ folder, workspaceId: options.workspaceId, files, covered }, context);
    },
    read: async (request) => {
      const current = await serial.run(opened);
      return reader.read({ folder, workspaceId: options.workspaceId, tail: current }, request);
    },
    sum: async (n) => {
      const current = await serial.run(opened);
      return sumOfChangeSet({ folder, workspaceId: options.workspaceId, tail: current }, n);
    },
    prune: (verified) =>
      serial.run(async () =>
        pruneJournal({ folder, workspaceId: options.workspaceId, tail: await opened() }, verified),
      ),
    close: () =>
      serial.run(async () => {
        await file?.close();
        file = undefined;
        tail = undefined;
      }),
  };
}

/**
 * Whether the newest file is still what was written last. Under a living host it may have been deleted, cut or
 * put back from an older copy; writing on into the file that is open would write into nothing.
 */
async function isAsLeft(tail: Tail | null): Promise<boolean> {
  if (tail === null) return true;
  return stat(tail.path).then(
    ({ size }) => size === tail.bytes,
    () => false,
  );
}

/** A batch that is sent again must not bring an older sentinel back. */
const isOlder = (next: Sentinel, known: Sentinel | null): boolean =>
  known !== null && known.generation === next.generation && next.through < known.through;
