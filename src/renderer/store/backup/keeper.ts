import type { BackupManifest, BackupReason } from '../../../shared/backup/format.ts';
import { instantOf, type Clock } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { StoreError } from '../api.ts';
import type { BackupState } from './backup-state.ts';
import type { StoreProgress } from '../progress.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { readMeta, readSettings } from '../reading.ts';
import { backupDue, journalRoom, type BackupSituation } from './schedule.ts';
import { charactersIn } from './unbacked.ts';
import { writeBackup } from './write-backup.ts';

/** Milliseconds between two looks at whether a backup is due. */
const lookEvery = 30_000;

export interface KeeperOptions {
  readonly database: GroundworkDatabase;
  readonly host: HostCalls;
  readonly clock: Clock;
  readonly identity: Omit<
    BackupManifest,
    'kind' | 'format' | 'storeId' | 'generation' | 'schema' | 'startedAt' | 'workspaceName'
  >;
  /** The newest verified backup that the host told of. */
  readonly newest: BackupEntry | null;
  readonly onProgress: (progress: StoreProgress | null) => void;
  readonly onState: (state: BackupState) => void;
}

/**
 * Makes backups when they are due and when they are asked for, one at a time, and knows the newest one of
 * this very store. The journal carries what is newer.
 */
export class BackupKeeper {
  readonly #options: KeeperOptions;
  readonly #stopping = new AbortController();
  readonly #timer: ReturnType<typeof setInterval>;
  #newest: BackupEntry | null;
  #running: Promise<unknown> = Promise.resolve();
  #isLooking = false;
  /** Characters of journal since the newest backup. */
  #journal = 0;
  #lastCommand = performance.now();
  /** When this session first saw a change set that no backup has; the machine's clock may be set back. */
  #firstSeen: number | undefined;
  #failures = 0;
  #lastFailure = 0;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#newest = options.newest;
    this.#timer = setInterval(() => void this.look(), lookEvery);
    this.#tell(null);
  }

  /** Counts what earlier sessions left without a backup. Long: for when nobody waits. */
  async begin(): Promise<void> {
    const { database } = this.#options;
    const before = await charactersIn(database, {
      after: await this.#backedUpThrough(),
      through: (await readMeta(database)).through,
      enough: journalRoom,
    });
    this.#journal += before;
    await this.look();
  }

  /** A command was given. */
  commanded(): void {
    this.#lastCommand = performance.now();
  }

  /** So much went to the journal. */
  journaled(characters: number): void {
    this.#journal += characters;
  }

  /** Backs up when one of the reasons in schedule.ts holds. */
  async look(): Promise<void> {
    if (this.#isLooking || this.#stopping.signal.aborted) return;
    this.#isLooking = true;
    try {
      const reason = backupDue(await this.#situation());
      if (reason) await this.backUp(reason);
    } catch {
      // The store was closed meanwhile.
    } finally {
      this.#isLooking = false;
    }
  }

  /** A verified backup of the store as it is: a new one, or the newest when nothing changed since. */
  async backUp(reason: BackupReason): Promise<Result<BackupEntry, StoreError>> {
    const work = this.#running.then(() => this.#backUp(reason));
    this.#running = work.catch(() => undefined);
    return work;
  }

  /** Ends what is under way; its file is abandoned. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }

  async #backUp(reason: BackupReason): Promise<Result<BackupEntry, StoreError>> {
    const { database, host, clock, identity, onProgress } = this.#options;
    const present = await this.#present();
    if (present) return ok(present);
    const { name } = await readSettings(database);
    const journalBefore = this.#journal;
    try {
      const written = await writeBackup({
        database,
        host,
        reason,
        clock,
        identity: { ...identity, workspaceName: name },
        onProgress: (done, of) => onProgress({ what: 'backup', done, of }),
        signal: this.#stopping.signal,
      });
      if (!written.ok) {
        this.#failed(written.error);
        return written;
      }
      const { entry, unreadable } = written.value;
      this.#succeeded(entry, journalBefore);
      const rows = unreadable.reduce((sum, part) => sum + Math.max(1, part.rows), 0);
      if (rows > 0) this.#tellProblem(label('backup.incomplete', { count: rows }));
      return ok(entry);
    } finally {
      onProgress(null);
    }
  }

  /** The newest backup, when nothing was written since and the host still has it. */
  async #present(): Promise<BackupEntry | undefined> {
    const newest = this.#newest;
    const { database, host, identity } = this.#options;
    const { through } = await readMeta(database);
    if (!newest || (await this.#backedUpThrough()) !== through) return undefined;
    const listed = await host.call('backup.list', { workspaceId: identity.workspaceId });
    if (!listed.ok) return undefined;
    return listed.value.backups.find(({ id, state }) => id === newest.id && state === 'verified');
  }

  /** Number of the last change set that the newest backup of this store has; 0 when there is none. */
  async #backedUpThrough(): Promise<number> {
    const newest = this.#newest;
    if (newest?.state !== 'verified' || newest.reason === 'from-file' || newest.reason === 'set-aside')
      return 0;
    const { storeId, generation } = await readMeta(this.#options.database);
    const { manifest, end } = newest;
    return manifest?.storeId === storeId && manifest.generation === generation ? (end?.through ?? 0) : 0;
  }

  async #situation(): Promise<BackupSituation> {
    const { database, clock } = this.#options;
    const first = await database.changeSets
      .where('n')
      .above(await this.#backedUpThrough())
      .first();
    const now = performance.now();
    this.#firstSeen = first && (this.#firstSeen ?? now);
    return {
      oldest: first ? Math.max(clock.nowMs() - Date.parse(first.at), now - (this.#firstSeen ?? now)) : null,
      journal: this.#journal,
      sinceCommand: now - this.#lastCommand,
      failures: this.#failures,
      sinceFailure: now - this.#lastFailure,
    };
  }

  #succeeded(entry: BackupEntry, journalBefore: number): void {
    this.#newest = entry;
    this.#journal -= journalBefore;
    this.#firstSeen = undefined;
    this.#failures = 0;
    this.#tell(null);
  }

  #failed(error: StoreError): void {
    if (error.code === 'cancelled') return;
    this.#failures += 1;
    this.#lastFailure = performance.now();
    this.#tellProblem(error.message);
  }

  #tellProblem(message: Label): void {
    this.#tell({ at: instantOf(this.#options.clock), message });
  }

  #tell(problem: BackupState['problem']): void {
    this.#options.onState({ newest: this.#newest, problem });
  }
}
