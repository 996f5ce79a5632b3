import type { BackupReason } from '../../shared/backup/format.ts';
import type { Clock } from '../../shared/clock.ts';
import type { BackupEntry } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { label, say } from '../../shared/rule-book/messages.ts';
import type { CommandOutcome, StoreError } from './api.ts';
import type { IntegrityReport } from './integrity/integrity-report.ts';
import type { Attention } from './attention.ts';
import type { RestorePreview } from './backup/backup-state.ts';
import type { StoreProgress } from './progress.ts';
import { BackupKeeper } from './backup/keeper.ts';
import { previewRestore, restoreBackup } from './backup/restore.ts';
import type { CommandRoom, Done } from './commands/room.ts';
import type { GroundworkDatabase, StoreMeta } from './database.ts';
import type { HostCalls } from './host-relay.ts';
import { checkStore } from './integrity/check-store.ts';
import { pause } from './pause.ts';
import type { FromStore, OpenRequest } from './protocol.ts';
import { readHeldMeta, readMeta } from './reading.ts';
import { recordKinds, recordsOf } from './record-tables.ts';
import { storeErrorOf } from './store-error.ts';

/** The check at start lets people work: it goes on when nobody wanted anything for so long, in milliseconds. */
const quiet = 1000;

export interface UpkeepOptions {
  readonly request: OpenRequest;
  readonly database: GroundworkDatabase;
  readonly host: HostCalls;
  readonly clock: Clock;
  readonly tell: (message: FromStore) => void;
  readonly hasAccount: (id: string) => boolean;
  readonly attention: Attention;
  /** Runs a command in its turn and tells the page. */
  readonly command: (work: (room: CommandRoom) => Promise<Done>) => Promise<CommandOutcome>;
}

/** What keeps a store safe beside its commands: backups, restores, and the check whether it is whole. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #keeper: BackupKeeper;
  readonly #ending = new AbortController();
  #checking: Promise<unknown> = Promise.resolve();

  constructor(options: UpkeepOptions) {
    this.#options = options;
    const { request, tell } = options;
    const { workspaceId, appVersion, engine, newestBackup } = request;
    this.#keeper = new BackupKeeper({
      ...options,
      identity: { workspaceId, appVersion, engine },
      newest: newestBackup,
      onProgress: this.#tellProgress,
      onState: (state) => tell({ kind: 'backups', state }),
    });
  }

  /** The first work, when the screens are there: the check, whole after a crash, and what is due. */
  async begin(): Promise<void> {
    try {
      const wasClosed = await this.#takeMark();
      await this.#keeper.begin();
      // What was brought together from several places is in one place again.
      if (await this.#wasRebuilt()) await this.backUp('rebuilt');
      await this.check(!wasClosed, () => this.#untilQuiet());
    } catch {
      // The store was closed, or taken over, meanwhile.
    }
  }

  /** A command was given. */
  commanded(): void {
    this.#keeper.commanded();
  }

  /** So many characters went to the journal. */
  journaled(characters: number): void {
    this.#keeper.journaled(characters);
  }

  /** The clock moved: a backup may be due. */
  look(): void {
    void this.#keeper.look();
  }

  async backUp(reason: BackupReason): Promise<Result<BackupEntry, StoreError>> {
    try {
      return await this.#keeper.backUp(reason);
    } catch (error) {
      return err(storeErrorOf(error));
    }
  }

  async previewRestore(backupId: string): Promise<Result<RestorePreview, StoreError>> {
    try {
      return ok(await previewRestore(this.#options.database, this.#source('preview', backupId)));
    } catch (error) {
      return err(storeErrorOf(error));
    } finally {
      this.#tellProgress(null);
    }
  }

  /** Backs up, then makes the store what the backup holds. */
  async restore(backupId: string): Promise<CommandOutcome> {
    const before = await this.backUp('before-restore');
    if (!before.ok) {
      const { code, message } = before.error;
      return { ok: false, error: { code, message: label('restore.no-backup', { what: say(message) }) } };
    }
    try {
      return await this.#options.command((room) => restoreBackup(room, this.#source('restore', backupId)));
    } finally {
      this.#tellProgress(null);
    }
  }

  /**
   * Looks whether the store is whole, one check at a time.
   * @param isFull history and journal too
   */
  check(isFull: boolean, untilQuiet: () => Promise<void> = pause): Promise<IntegrityReport> {
    const check = this.#checking.then(() => this.#check(isFull, untilQuiet));
    this.#checking = check.catch(() => undefined);
    return check;
  }

  /** Closed in order: the next start need not look for what a crash left. */
  async mark(): Promise<void> {
    const { database } = this.#options;
    await database.transaction('rw', database.meta, async () => {
      await database.meta.put({ ...(await readHeldMeta(database)), clean: true });
    });
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#keeper.stop();
  }

  async #check(isFull: boolean, untilQuiet: () => Promise<void>): Promise<IntegrityReport> {
    const { database, tell } = this.#options;
    let of = 0;
    for (const kind of recordKinds) of += await recordsOf(database, kind).count();
    let done = 0;
    try {
      const report = await checkStore({
        ...this.#options,
        workspaceId: this.#options.request.workspaceId,
        isFull,
        breathe: async (rows) => {
          done += rows;
          this.#tellProgress({ what: 'integrity', done, of: Math.max(done, of) });
          await untilQuiet();
          this.#ending.signal.throwIfAborted();
        },
      });
      tell({ kind: 'integrity', report });
      if (report.findings.some(({ kind }) => kind === 'history')) await this.backUp('hourly');
      return report;
    } finally {
      this.#tellProgress(null);
    }
  }

  /** @returns whether the store was closed in order the last time */
  async #takeMark(): Promise<boolean> {
    const { database } = this.#options;
    return database.transaction('rw', database.meta, async () => {
      const { clean, ...rest } = await readHeldMeta(database);
      if (clean) await database.meta.put(rest satisfies StoreMeta);
      // There is nothing to find in a store that was just made.
      return clean === true || rest.through <= 1;
    });
  }

  /** Whether nothing happened since the store was rebuilt. */
  async #wasRebuilt(): Promise<boolean> {
    const { database } = this.#options;
    const { through } = await readMeta(database);
    return (await database.changeSets.get(through))?.command === 'rebuild';
  }

  async #untilQuiet(): Promise<void> {
    await pause();
    for (;;) {
      const left = this.#options.attention.untilQuiet(quiet);
      if (left <= 0 || this.#ending.signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  }

  #source(what: StoreProgress['what'], backupId: string) {
    const { host, request } = this.#options;
    const onProgress = (done: number, of: number): void => this.#tellProgress({ what, done, of });
    return { host, workspaceId: request.workspaceId, backupId, onProgress };
  }

  readonly #tellProgress = (progress: StoreProgress | null): void => {
    this.#options.tell({ kind: 'progress', progress });
  };
}
