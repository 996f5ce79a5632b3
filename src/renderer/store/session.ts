import type { Account, Status } from '../../shared/accounts/account.ts';
import { segmentReceipt } from '../../shared/accounts/segment-receipt.ts';
import { todayIn, type Clock } from '../../shared/clock.ts';
import type { ChangeSet } from '../../shared/history/change-set.ts';
import type { IdSource } from '../../shared/ids.ts';
import { label, say } from '../../shared/rule-book/messages.ts';
import type { Finding } from '../../shared/statuses/decision.ts';
import { Absorber } from './absorb.ts';
import { accountOf } from './account-row.ts';
import type {
  AccountDetail,
  Command,
  CommandOutcome,
  MovePreview,
  OpenOutcome,
  StoreStatus,
  TimelineEntry,
  ViewQuery,
} from './api.ts';
import { Book } from './book/book.ts';
import { previewMove } from './commands/move-accounts.ts';
import { BookBehind, type CommandRoom, type Done } from './commands/room.ts';
import { runCommand } from './commands/run-command.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from './database.ts';
import { JournalPump, type SendBatch } from './journal-pump.ts';
import { failureText, holdStore, openStore } from './open.ts';
import type { FromStore, OpenRequest, StoreMethods } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { readMeta, readProspectsOf, readSettings } from './reading.ts';
import { storeErrorOf } from './store-error.ts';
import { timelineOf } from './timeline.ts';
import { redo, undo, type UndoneChange } from './undo.ts';
import type { WriteContext } from './write.ts';

/** Milliseconds without a change before the cache is written. */
const quietBeforeFlush = 2000;

export interface SessionPort {
  readonly tell: (message: FromStore) => void;
  readonly send: SendBatch;
  readonly ids: IdSource;
  /** Reads the clock that the page last handed over. */
  readonly clock: Clock;
}

interface OpenParts {
  readonly database: GroundworkDatabase;
  readonly book: Book;
  readonly publisher: Publisher;
  readonly absorber: Absorber;
  readonly pump: JournalPump;
}

/**
 * The store at work, in its worker: runs commands one after another, keeps book and views up to date from
 * change sets, and feeds the journal. What the page is told leaves in order.
 */
export class StoreSession implements StoreMethods {
  readonly #port: SessionPort;
  /** Views asked for while the store was still opening. */
  readonly #early = new Map<number, ViewQuery>();
  #parts: OpenParts | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #flushTimer: ReturnType<typeof setTimeout> | undefined;
  /** Commands wait for each other, so that each decides on what the last one left. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(port: SessionPort) {
    this.#port = port;
  }

  async open(request: OpenRequest): Promise<OpenOutcome> {
    try {
      if (!(await holdStore(request.workspaceId))) return { kind: 'in-use' };
      const opened = await openStore(request, this.#context(request.create?.bdr ?? ''));
      if (opened.kind !== 'open') return opened;
      await this.#start(opened.database, request);
      return { kind: 'open', fresh: opened.fresh };
    } catch (error) {
      return { kind: 'failed', message: failureText(error) };
    }
  }

  run(command: Command): Promise<CommandOutcome> {
    return this.#command((room) => runCommand(room, command));
  }

  undo(): Promise<CommandOutcome> {
    return this.#command((room) => stepped('undo', undo(room.database, room.context)));
  }

  redo(): Promise<CommandOutcome> {
    return this.#command((room) => stepped('redo', redo(room.database, room.context)));
  }

  async previewMove(ids: readonly string[], to: Status): Promise<MovePreview> {
    await this.#loaded;
    return previewMove(this.#room(), ids, to);
  }

  async account(id: string): Promise<AccountDetail | null> {
    await this.#loaded;
    const { database, book } = this.#open();
    const stored = await database.accounts.get(id);
    const row = book.rowOf(id);
    if (!row || !stored || !isLive<AccountRow>(stored)) return null;
    const account: Account = accountOf(stored);
    const parent = account.parentId === undefined ? undefined : book.rowOf(account.parentId);
    return {
      // People know the parent by its name, whatever the list called it.
      account: parent ? { ...account, parentRef: parent.name } : account,
      row,
      prospects: await readProspectsOf(database, id),
      segmentReceipt: segmentReceipt(account, book.familyNodes(id), book.rootFound(id)),
      family: book.familyOf(id).flatMap(({ id: memberId, depth }) => {
        const member = book.rowOf(memberId);
        if (!member) return [];
        const { name, segment, status } = member;
        return [{ id: memberId, name, depth, segment, status }];
      }),
    };
  }

  timeline(
    accountId: string,
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly TimelineEntry[]> {
    return timelineOf(this.#open().database, accountId, page);
  }

  /** Another worker wrote: take in what is new. */
  refresh(): Promise<void> {
    return this.#serial(() => this.#catchUp());
  }

  /** Lets the journal have everything, writes the cache, closes. */
  async close(): Promise<void> {
    await this.#serial(async () => {
      if (!this.#parts) return;
      const { absorber, pump, database } = this.#parts;
      clearTimeout(this.#flushTimer);
      await this.#flush();
      await pump.drained();
      pump.close();
      absorber.close();
      database.close();
      this.#parts = undefined;
    });
  }

  openView(id: number, query: ViewQuery): void {
    if (this.#parts) this.#parts.publisher.openView(id, query);
    else this.#early.set(id, query);
  }

  closeView(id: number): void {
    this.#early.delete(id);
    this.#parts?.publisher.closeView(id);
  }

  /** The clock was set, or a minute passed: a new day re-evaluates what depends on today. */
  clockMoved(): void {
    if (!this.#parts) return;
    const { publisher } = this.#parts;
    const { today, settings } = publisher.status;
    if (todayIn(this.#port.clock, settings.timeZone) === today) return;
    void this.#serial(() => publisher.publish(new Set(), null));
  }

  async #start(database: GroundworkDatabase, request: OpenRequest): Promise<void> {
    const [settings, meta] = await Promise.all([readSettings(database), readMeta(database)]);
    const { clock, tell, send } = this.#port;
    const book = new Book({ bdr: settings.bdr, today: todayIn(clock, settings.timeZone) });
    const pump = new JournalPump(
      {
        database,
        workspaceId: request.workspaceId,
        clock,
        engine: request.engine,
        send,
        onState: (state) => tell({ kind: 'save', state }),
        journalThrough: request.journalThrough,
      },
      meta.through,
    );
    const absorber = new Absorber(request.workspaceId, database, book);
    const publisher = new Publisher(database, book, clock, tell);
    this.#parts = { database, book, publisher, absorber, pump };
    // First of all: what a crash kept from the journal must not be shown as saved while the book loads.
    pump.push(meta.through);
    await publisher.begin(await absorber.firstPage(meta));
    for (const [id, query] of this.#early) publisher.openView(id, query);
    this.#early.clear();
    // The page may show what it has; commands wait until the whole book is there.
    this.#loaded = this.#serial(async () => {
      await absorber.load(meta);
      publisher.completed();
      await publisher.publish(new Set(book.slots()), null);
    });
    void this.#loaded.then(
      () => this.#afterLoad(),
      () => undefined,
    );
  }

  /** Work that no screen waits for. */
  async #afterLoad(): Promise<void> {
    await this.#serial(async () => {
      const { absorber, publisher } = this.#open();
      if (await absorber.loadSearchTexts()) await publisher.publish(new Set(), null);
    });
    this.#flushSoon();
  }

  #flushSoon(): void {
    clearTimeout(this.#flushTimer);
    this.#flushTimer = setTimeout(() => void this.#serial(() => this.#flush()), quietBeforeFlush);
  }

  async #flush(): Promise<void> {
    if (!this.#parts) return;
    const { absorber, publisher, database } = this.#parts;
    const page = publisher.firstPage();
    if (page) await absorber.flushCache(await readMeta(database), page);
  }

  #open(): OpenParts {
    if (!this.#parts) throw new Error('The store is not open.');
    return this.#parts;
  }

  #context(bdr: string): WriteContext {
    // One person uses a workspace; the field stands for the day when several do.
    return { clock: this.#port.clock, ids: this.#port.ids, actor: bdr === '' ? 'You' : bdr, bdr };
  }

  #room(): CommandRoom {
    const { database, book, absorber, publisher } = this.#open();
    const { settings } = publisher.status;
    return {
      database,
      book,
      settings,
      context: this.#context(settings.bdr),
      today: todayIn(this.#port.clock, settings.timeZone),
      through: absorber.through,
    };
  }

  #serial<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work, work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #command(work: (room: CommandRoom) => Promise<Done>): Promise<CommandOutcome> {
    return this.#serial(async () => {
      try {
        try {
          return await this.#attempt(work);
        } catch (error) {
          if (!(error instanceof BookBehind)) throw error;
        }
        await this.#catchUp();
        return await this.#attempt(work);
      } catch (error) {
        this.#nothingPending();
        return { ok: false, error: storeErrorOf(error) };
      }
    });
  }

  async #attempt(work: (room: CommandRoom) => Promise<Done>): Promise<CommandOutcome> {
    const room = this.#room();
    const overBefore = this.#open().publisher.overfull;
    const { changeSet, label, refused } = await work(room);
    if (!changeSet) {
      this.#nothingPending();
      return { ok: true, n: null, label, changed: [], refused, breaks: [] };
    }
    const touched = await this.#takeIn(changeSet);
    const isStep = changeSet.origin === 'undo' || changeSet.origin === 'redo';
    const breaks = isStep ? newlyOver(overBefore, this.#open().publisher.overfull) : [];
    return { ok: true, n: changeSet.n, label, changed: [...(touched ?? [])], refused, breaks };
  }

  /** The page showed "saving" when the command left; tell it what really holds. */
  #nothingPending(): void {
    this.#parts?.pump.push(0);
  }

  /** Brings a change set that this session wrote to the journal, into the book, and to the page. */
  async #takeIn({ n }: ChangeSet): Promise<ReadonlySet<string> | null> {
    const { absorber, publisher, pump } = this.#open();
    pump.push(n);
    const { slots, touched } = await absorber.absorb(n);
    await publisher.publish(slots, touched);
    this.#flushSoon();
    return touched;
  }

  async #catchUp(): Promise<void> {
    const { absorber, publisher, database, pump } = this.#open();
    const { through } = await readMeta(database);
    // The journal need not wait for the screens, and nothing may say "saved" meanwhile.
    pump.push(through);
    while (absorber.through < through) {
      const { slots, touched } = await absorber.absorb(absorber.through + 1);
      await publisher.publish(slots, touched);
    }
    this.#flushSoon();
  }
}

async function stepped(direction: 'undo' | 'redo', step: Promise<UndoneChange>): Promise<Done> {
  const { changeSet, of } = await step;
  return { changeSet, label: label(`command.${direction}`, { what: say(of) }), refused: [] };
}

/** Undo is not rule-checked; the limits that it leaves passed are listed (AW-6). */
const newlyOver = (before: StoreStatus['meters'], after: StoreStatus['meters']): Finding[] =>
  after
    .filter((meter) => !before.some((it) => it.segment === meter.segment && it.used >= meter.used))
    .map(({ segment, used, limit }) => ({
      rule: 'AW-6',
      message: label('aw6.over', { segment, used, limit: limit ?? 0 }),
    }));
