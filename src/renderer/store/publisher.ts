import { todayIn, type Clock } from '../../shared/clock.ts';
import type { Label } from '../../shared/history/change-set.ts';
import { meters } from '../../shared/statuses/limits.ts';
import type { Absorbed } from './absorb.ts';
import type { BookRow, StoreStatus, View, ViewQuery } from './api.ts';
import type { Book } from './book/book.ts';
import type { FirstPage } from './book/cache.ts';
import type { FieldColumns } from './book/field-columns.ts';
import { fieldsIn, Views } from './book/views.ts';
import type { GroundworkDatabase } from './database.ts';
import type { DecisionKeeper } from './decisions/decision-keeper.ts';
import { mappingsOf, territoryCodes, type Mappings } from './mappings.ts';
import type { FromStore } from './protocol.ts';
import { readWorkspace, type StoredWorkspace } from './reading.ts';

/** Rows in one message: no single one keeps the page busy. */
const rowsPerMessage = 250;

/** Accounts that another day or other rules re-decide before a command is answered; the rest in idle slices. */
const staleAtOnce = 1000;

/** Questions whose answers are kept for it: the screens as they were last used, filters by text aside. */
const queriesOnFirstPage = 6;

/** Labels of change sets that are kept in mind: undo and redo walk through the latest ones. */
const labelsKept = 100;

/** Rows of each list that are kept for the first moment of the next start. */
const rowsOnFirstPage = 60;

/** Another day or minute: what is to be told follows from that alone. */
const nothingAbsorbed: Absorbed = { slots: new Set(), touched: null };

/**
 * Tells the page what it shows: rows, views and status, in this order, after every change. Until the book
 * is loaded the page lives on the first page of the last start, where there is one.
 */
export class Publisher {
  readonly #database: GroundworkDatabase;
  readonly #book: Book;
  readonly #keeper: DecisionKeeper;
  readonly #fields: FieldColumns;
  readonly #views: Views;
  readonly #clock: Clock;
  readonly #tell: (message: FromStore) => void;
  readonly #mappings: Mappings;
  readonly #queries = new Map<number, ViewQuery>();
  /** Questions asked lately, by their JSON, the latest last. */
  readonly #recent = new Map<string, ViewQuery>();
  /** By the number of their change set, the latest last; a change set never changes. */
  readonly #labels = new Map<number, Label | null>();
  /** Queries whose answers of the last start the page holds. */
  #firstQueries: ReadonlySet<string> = new Set();
  #complete = false;
  #status: StoreStatus | undefined;

  constructor(
    database: GroundworkDatabase,
    book: Book,
    keeper: DecisionKeeper,
    fields: FieldColumns,
    clock: Clock,
    tell: (message: FromStore) => void,
  ) {
    this.#database = database;
    this.#book = book;
    this.#keeper = keeper;
    this.#fields = fields;
    this.#views = new Views(book, fields);
    this.#clock = clock;
    this.#tell = tell;
    this.#mappings = mappingsOf(database);
  }

  /** Versions of the territory mapping, read once for all who need them. */
  get mappings(): Mappings {
    return this.#mappings;
  }

  /** What the page was told last. @throws before `begin` */
  get status(): StoreStatus {
    if (!this.#status) throw new Error('No status was told yet.');
    return this.#status;
  }

  /** Limits that are passed right now (AW-6: nobody is evicted, further entries are blocked). */
  get overfull(): StoreStatus['meters'] {
    return this.status.meters.filter(({ used, limit }) => limit !== null && used > limit);
  }

  /** The first thing told: the last start's first page, or an empty status to show while loading. */
  async begin(page: FirstPage | null): Promise<void> {
    if (page) {
      this.#firstQueries = new Set(Object.keys(page.views));
      for (const key of this.#firstQueries) this.#recent.set(key, JSON.parse(key) as ViewQuery);
      const rows = page.rows.map(([, row]) => row);
      this.#tell({ kind: 'rows', slots: page.rows.map(([slot]) => slot), rows });
      this.#tell({ kind: 'firstViews', views: page.views });
    }
    const fresh = await this.#statusOf(await readWorkspace(this.#database));
    this.#status = page ? { ...fresh, meters: page.status.meters, owners: page.status.owners } : fresh;
    this.#tell({ kind: 'status', status: this.#status });
  }

  /** The book is whole: from now on views come from it. */
  completed(): void {
    this.#complete = true;
  }

  /** @param absorbed rows that changed beside those that the book finds itself, and why */
  async publish({ slots, touched, changeSet }: Absorbed = nothingAbsorbed): Promise<void> {
    if (changeSet) this.#keepLabel(changeSet.n, changeSet.label);
    const stored = await readWorkspace(this.#database);
    const { settings } = stored;
    await this.#keeper.refresh({ bdr: settings.bdr, today: todayIn(this.#clock, settings.timeZone) });
    await this.#keeper.catchUp();
    const changed = this.#book.settleMore(staleAtOnce).union(slots);
    this.#views.update(changed);
    this.#tellRows(changed);
    for (const [id, query] of this.#queries) this.#tellView(id, query);
    this.#status = await this.#statusOf(stored);
    this.#tell({ kind: 'status', status: this.#status });
    this.#tell({ kind: 'changed', touched: touched && [...touched], cause: 'written' });
    this.#keeper.told();
  }

  /** What was decided in idle time: rows that changed, and the views that they may be in. */
  async publishDecided(): Promise<void> {
    const changed = this.#book.settleMore(staleAtOnce);
    if (changed.size > 0) {
      this.#views.update(changed);
      this.#tellRows(changed);
      for (const [id, query] of this.#queries) this.#tellView(id, query);
      this.#status = await this.#statusOf(await readWorkspace(this.#database));
      this.#tell({ kind: 'status', status: this.#status });
      const ids = [...changed].flatMap((slot) => this.#book.rowAt(slot)?.id ?? []);
      this.#tell({ kind: 'changed', touched: ids, cause: 'decided' });
    }
    this.#keeper.told();
  }

  /** @returns false when the answer has to wait for the whole book, and the page has none from the last start */
  openView(id: number, query: ViewQuery): boolean {
    this.#queries.set(id, query);
    this.#remember(query);
    return this.#tellView(id, query);
  }

  closeView(id: number): void {
    this.#queries.delete(id);
  }

  /** What the next start should show first; `null` while the book is not whole. */
  firstPage(): FirstPage | null {
    if (!this.#complete) return null;
    const views: Record<string, View> = {};
    const rows = new Map<number, BookRow>();
    for (const [key, query] of this.#recent) {
      if (!this.#fields.has(fieldsIn(query))) continue;
      const view = this.#views.view(query);
      views[key] = view;
      for (const list of view.groups ? Object.values(view.groups) : [view.slots]) {
        for (const slot of list.subarray(0, rowsOnFirstPage)) {
          const row = this.#book.rowAt(slot);
          if (row) rows.set(slot, row);
        }
      }
    }
    return { status: this.status, rows: [...rows], views };
  }

  #remember(query: ViewQuery): void {
    if (query.filter.text !== undefined && query.filter.text !== '') return;
    const key = JSON.stringify(query);
    this.#recent.delete(key);
    this.#recent.set(key, query);
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined && this.#recent.size > queriesOnFirstPage) this.#recent.delete(oldest);
  }

  /** As of the last refresh of the decisions: their day, rules and mapping. */
  async #statusOf({ settings, meta, customFields }: StoredWorkspace): Promise<StoreStatus> {
    const { today, rules, territory } = this.#keeper.context;
    const [undo, redo] = [await this.#labelOf(meta.undoTop), await this.#labelOf(meta.redoTop)];
    return {
      through: meta.through,
      accounts: meta.accounts,
      prospects: meta.prospects,
      opportunities: meta.opportunities,
      undo,
      redo,
      meters: meters(this.#book.workingBySegment(settings.bdr), rules),
      owners: this.#book.owners(),
      settings,
      rules,
      territories: territoryCodes(territory.index.rows),
      customFields,
      today,
      complete: this.#complete,
    };
  }

  async #labelOf(n: number | undefined): Promise<Label | null> {
    if (n === undefined) return null;
    const known = this.#labels.get(n);
    if (known !== undefined) return known;
    const found = (await this.#database.changeSets.get(n))?.label ?? null;
    this.#keepLabel(n, found);
    return found;
  }

  #keepLabel(n: number, said: Label | null): void {
    this.#labels.set(n, said);
    const [oldest] = this.#labels.keys();
    if (oldest !== undefined && this.#labels.size > labelsKept) this.#labels.delete(oldest);
  }

  #tellView(id: number, query: ViewQuery): boolean {
    if (!this.#complete) return this.#firstQueries.has(JSON.stringify(query));
    const fields = fieldsIn(query);
    if (!this.#fields.has(fields)) {
      // The page keeps what it shows until the fields were read.
      void this.#fields
        .fill(fields)
        .then(() => this.#queries.get(id) === query && this.#tellView(id, query))
        .catch(() => undefined);
      return true;
    }
    this.#tell({ kind: 'view', id, view: copyOf(this.#views.view(query)) });
    return true;
  }

  #tellRows(slots: Iterable<number>): void {
    let portion: number[] = [];
    const tell = (): void => {
      if (portion.length === 0) return;
      this.#tell({
        kind: 'rows',
        slots: portion,
        rows: portion.map((slot) => this.#book.rowAt(slot) ?? null),
      });
      portion = [];
    };
    for (const slot of slots) {
      portion.push(slot);
      if (portion.length >= rowsPerMessage) tell();
    }
    tell();
  }
}

/** Posting a view hands its arrays over; the original stays usable. */
const copyOf = (view: View): View => ({
  ...view,
  slots: view.slots.slice(),
  ...(view.groups && {
    groups: Object.fromEntries(
      Object.entries(view.groups).map(([status, slots]) => [status, slots.slice()]),
    ) as NonNullable<View['groups']>,
  }),
});
