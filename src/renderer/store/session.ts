import type { Status } from '../../shared/accounts/account.ts';
import { todayIn } from '../../shared/clock.ts';
import type { BackupReason } from '../../shared/backup/format.ts';
import type { BackupEntry } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { label } from '../../shared/rule-book/messages.ts';
import { readAccountDetail } from './account-detail.ts';
import { Attention } from './attention.ts';
import type {
  AccountDetail,
  Command,
  CommandOutcome,
  ImportHindrance,
  MovePreview,
  StoreError,
  TimelineEntry,
  ViewQuery,
} from './api.ts';
import type { IntegrityReport, QuarantinedRow } from './integrity/integrity-report.ts';
import type { OpenOutcome } from './opening/open-outcome.ts';
import type { RestorePreview } from './backup/backup-state.ts';
import { previewMove } from './commands/move-accounts.ts';
import type { CommandRoom } from './commands/room.ts';
import { runCommand } from './commands/run-command.ts';
import { weeklyReview } from './commands/weekly-review.ts';
import type { GroundworkDatabase } from './database.ts';
import { HeadStart } from './head-start.ts';
import { quarantinedRows } from './integrity/quarantine-commands.ts';
import { SessionOpening } from './opening/session-opening.ts';
import type { OpenRequest, StoreMethods } from './protocol.ts';
import { pause } from './pause.ts';
import { CommandDesk, stepped } from './command-desk.ts';
import { IdleWork } from './idle-work.ts';
import { openParts, type OpenParts } from './open-parts.ts';
import { answerQuestion } from './questions/answer-question.ts';
import type { AnswerTo, Ask, QuestionKind } from './questions/questions.ts';
import { lowSpaceError, type LowSpace } from './space.ts';
import { timelineOf } from './timeline.ts';
import { redo, undo } from './undo.ts';
import type { SessionPort } from './session-port.ts';
import { writerOf } from './writer.ts';

/** Milliseconds that the page gets at most to draw its first rows before the book loads. */
const longestHeadStart = 1500;

/**
 * The store at work, in its worker: runs commands one after another, keeps book and views up to date from
 * change sets, and feeds the journal. What the page is told leaves in order.
 */
export class StoreSession implements StoreMethods {
  readonly #port: SessionPort;
  /** Views asked for while the store was still opening. */
  readonly #early = new Map<number, ViewQuery>();
  #parts: OpenParts | undefined;
  #isTakenOver = false;
  #space: LowSpace = null;
  #loaded: Promise<void> = Promise.resolve();
  #headStart: HeadStart | undefined;
  /** Commands wait for each other, so that each decides on what the last one left. */
  #queue: Promise<unknown> = Promise.resolve();

  readonly #opening: SessionOpening;
  readonly #attention = new Attention();
  readonly #idle = new IdleWork({
    attention: this.#attention,
    parts: () => this.#parts,
    isOver: () => this.#isTakenOver,
    serial: (work) => this.#serial(work),
  });
  readonly #desk = new CommandDesk({
    open: () => this.#open(),
    parts: () => this.#parts,
    room: () => this.#room(),
    refusal: () => this.#refusal(),
    serial: (work) => this.#serial(work),
    changed: () => this.#idle.changed(),
  });

  constructor(port: SessionPort) {
    this.#port = port;
    this.#opening = new SessionOpening({
      port,
      isTakenOver: () => this.#isTakenOver,
      onLost: () => this.#loseStore(),
      onProgress: (progress) => port.tell({ kind: 'progress', progress }),
    });
  }

  open(request: OpenRequest): Promise<OpenOutcome> {
    return this.#opening.open(request, (database) => this.#start(database, request));
  }

  recoveryPlan(from?: string) {
    return this.#opening.plan(from);
  }

  rebuild(from?: string) {
    return this.#opening.rebuild(from);
  }

  run(command: Command): Promise<CommandOutcome> {
    this.#commanded();
    return this.#desk.run((room) => runCommand(room, command));
  }

  undo(): Promise<CommandOutcome> {
    this.#commanded();
    return this.#desk.run((room) => stepped('undo', undo(room.database, room.context)));
  }

  redo(): Promise<CommandOutcome> {
    this.#commanded();
    return this.#desk.run((room) => stepped('redo', redo(room.database, room.context)));
  }

  async previewMove(ids: readonly string[], to: Status): Promise<MovePreview> {
    await this.#whole();
    return previewMove(this.#room(), ids, to);
  }

  async ask<K extends QuestionKind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<AnswerTo<K>> {
    await this.#whole();
    signal?.throwIfAborted();
    const breathe = async (): Promise<void> => {
      await pause();
      signal?.throwIfAborted();
    };
    return this.#attention.asked(() => answerQuestion({ ...this.#room(), breathe }, kind, ask));
  }

  async account(id: string): Promise<AccountDetail | null> {
    await this.#whole();
    const { database, book } = this.#open();
    return readAccountDetail(database, book, id);
  }

  timeline(
    accountId: string,
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly TimelineEntry[]> {
    return timelineOf(this.#open().database, accountId, page);
  }

  /** Another worker wrote: take in what is new. */
  refresh(): Promise<void> {
    return this.#serial(() => this.#desk.catchUp());
  }

  /** @param reason `quit`: the page ends behind it, so the store is left in order too */
  async backUp(reason: BackupReason): Promise<Result<BackupEntry, StoreError>> {
    const { upkeep } = this.#open();
    const backup = await upkeep.backUp(reason);
    if (reason === 'quit') await upkeep.mark().catch(() => undefined);
    return backup;
  }

  previewRestore(backupId: string): Promise<Result<RestorePreview, StoreError>> {
    return this.#open().upkeep.previewRestore(backupId);
  }

  restore(backupId: string): Promise<CommandOutcome> {
    return this.#open().upkeep.restore(backupId);
  }

  async checkIntegrity(): Promise<IntegrityReport> {
    await this.#loaded;
    return this.#open().upkeep.check(true);
  }

  quarantined(): Promise<readonly QuarantinedRow[]> {
    return quarantinedRows(this.#open().database);
  }

  /** Before another worker of this window writes: whether it may, and a backup of what there is. */
  async prepareImport(withoutBackup: boolean): Promise<Result<null, ImportHindrance>> {
    const stop = this.#refusal();
    if (stop) return err({ error: stop, isBackup: false });
    const backup = withoutBackup ? ok(null) : await this.backUp('before-import');
    return backup.ok ? ok(null) : err({ error: backup.error, isBackup: true });
  }

  /** Lets the journal have everything, writes the cache, closes. */
  async close(): Promise<void> {
    await this.#serial(async () => {
      if (!this.#parts) return;
      const { absorber, pump, database, upkeep } = this.#parts;
      this.#idle.stop();
      await upkeep.stop();
      await this.#idle.flush();
      await pump.drained();
      await upkeep.mark().catch(() => undefined);
      pump.close();
      absorber.close();
      database.close();
      this.#parts = undefined;
      this.#opening.letGo();
    });
  }

  openView(id: number, query: ViewQuery): void {
    if (!this.#parts) this.#early.set(id, query);
    else if (!this.#parts.publisher.openView(id, query)) this.#headStart?.end();
  }

  /** The page has drawn what it was given. */
  drawn(): void {
    this.#headStart?.end();
  }

  closeView(id: number): void {
    this.#early.delete(id);
    this.#parts?.publisher.closeView(id);
  }

  /** The clock was set, or a minute passed: a new day re-evaluates what depends on today. */
  clockMoved(): void {
    if (!this.#parts) return;
    const { publisher, upkeep } = this.#parts;
    upkeep.look();
    const { today, settings } = publisher.status;
    if (todayIn(this.#port.clock, settings.timeZone) === today) return;
    void this.#serial(() => publisher.publish()).then(() => {
      this.#idle.decideSoon();
      void this.#holdReview();
    });
  }

  /** What the host says about the disk: below its floor nothing is written. */
  spaceChanged(low: LowSpace): void {
    this.#space = low;
  }

  /** The page may be going for good: all is written that it gave. */
  leaving(): void {
    void this.#parts?.upkeep.mark().catch(() => undefined);
  }

  async #start(database: GroundworkDatabase, request: OpenRequest): Promise<void> {
    const { parts, meta } = await openParts({
      ...this.#port,
      request,
      database,
      attention: this.#attention,
      onSuperseded: () => this.#loseStore(),
      command: (work) => this.#desk.run(work),
    });
    const { book, absorber, publisher, pump } = parts;
    this.#parts = parts;
    // First of all: what a crash kept from the journal must not be shown as saved while the book loads.
    pump.push(meta.through);
    const firstPage = await absorber.firstPage(meta);
    await publisher.begin(firstPage);
    const headStart = firstPage && request.draws ? new HeadStart(longestHeadStart) : undefined;
    // The page may show what it has; commands wait until the whole book is there.
    this.#loaded = this.#serial(async () => {
      await headStart?.over;
      await absorber.load(meta);
      publisher.completed();
      await publisher.publish({ slots: new Set(book.slots()), touched: null });
    });
    void this.#loaded.then(
      () => this.#afterLoad(),
      (error: unknown) => this.#stopLate(request, error),
    );
    this.#headStart = headStart;
    for (const [id, query] of this.#early) this.openView(id, query);
    this.#early.clear();
  }

  /** The book could not be read although the store had opened: the page must not wait for it for ever. */
  #stopLate(request: OpenRequest, error: unknown): void {
    if (!this.#parts) return;
    const { absorber, pump, database, publisher, upkeep } = this.#parts;
    void upkeep.stop();
    const known = { ...request, journalThrough: Math.max(request.journalThrough, pump.acknowledged) };
    pump.close();
    absorber.close();
    database.close();
    this.#parts = undefined;
    const outcome = this.#opening.stoppedLate(known, publisher.status.through, error);
    this.#port.tell({ kind: 'stopped', outcome });
  }

  /** Another window holds the store, or it was rebuilt elsewhere: nothing is written here any more. */
  #loseStore(): void {
    if (this.#isTakenOver) return;
    this.#isTakenOver = true;
    this.#parts?.pump.close();
    void this.#parts?.upkeep.stop();
    this.#idle.stop();
    this.#port.tell({ kind: 'takenOver' });
  }

  /** Work that no screen waits for. */
  async #afterLoad(): Promise<void> {
    await this.#idle.readTexts();
    this.#idle.decideSoon();
    this.#idle.flushSoon();
    void this.#holdReview();
    await this.#parts?.upkeep.begin();
  }

  /** AW-11: at an opening and on a new day, when all is decided; what hinders it now does not at the next one. */
  async #holdReview(): Promise<void> {
    await this.#parts?.keeper.eventuallyWhole();
    if (this.#parts && !this.#isTakenOver) await this.#desk.run(weeklyReview);
  }

  #open(): OpenParts {
    if (!this.#parts) throw new Error('The store is not open.');
    return this.#parts;
  }

  #room(): CommandRoom {
    const { database, book, keeper, absorber, publisher } = this.#open();
    const { settings, rules } = publisher.status;
    return {
      database,
      book,
      decisions: keeper,
      settings,
      rules,
      mappings: publisher.mappings,
      context: writerOf(this.#port, settings.bdr),
      today: todayIn(this.#port.clock, settings.timeZone),
      through: absorber.through,
    };
  }

  #commanded(): void {
    this.#attention.commanded();
    this.#parts?.upkeep.commanded();
  }

  /** Resolves when the whole book is there. */
  #whole(): Promise<void> {
    this.#headStart?.end();
    return this.#loaded;
  }

  #serial<T>(work: () => Promise<T>): Promise<T> {
    this.#headStart?.end();
    const result = this.#queue.then(work, work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Why nothing may be written now. */
  #refusal(): StoreError | null {
    if (this.#isTakenOver) return takenOver;
    return this.#space?.stop === true ? lowSpaceError(this.#space) : null;
  }
}

const takenOver: StoreError = { code: 'taken-over', message: label('store.taken-over') };
