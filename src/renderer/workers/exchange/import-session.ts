import { todayIn, type Clock } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { IdSource } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { indexBook, type AccountIndex } from '../../../shared/exchange/account-index.ts';
import { checkMapping, type MappingProblem } from '../../../shared/exchange/check-mapping.ts';
import type { Mapping } from '../../../shared/exchange/columns.ts';
import { knownCustomFields } from '../../../shared/exchange/custom-keys.ts';
import type { Decision, ImportPlan, PlanOptions, RowKind } from '../../../shared/exchange/plan.ts';
import { recogniseSubject } from '../../../shared/exchange/records/record-columns.ts';
import { planImport } from '../../../shared/exchange/plan-import.ts';
import { readRows, type ReadRows } from '../../../shared/exchange/read-rows.ts';
import { settingsOn } from '../../../shared/rule-book/settings-history.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import { applyPlan } from './apply-plan.ts';
import { fileReport } from './file-report.ts';
import {
  lineStarts,
  previewProblem,
  previewRow,
  rowNumber,
  type PreviewSource,
  rowsOfKind,
} from './preview-rows.ts';
import type { Applied, ApplyFailure, FileReport, PlanReport, PreviewPage } from './protocol.ts';
import { readList, type Pace, type ReadChoice, type ReadList } from './read-file.ts';
import { RecordImport } from './record-import.ts';
import { refusedCsv } from './refused-csv.ts';
import type { BookState, StoreAccess } from './store-access.ts';

export interface SessionNeeds {
  readonly store: StoreAccess;
  readonly clock: Clock;
  readonly ids: IdSource;
}

interface OpenFile {
  readonly name: string;
  readonly list: ReadList;
  readonly lineOf: (index: number) => number;
}

interface Book extends BookState {
  readonly index: AccountIndex;
  readonly known: readonly CustomField[];
}

interface Planned {
  /** The book that it was planned against. */
  readonly book: Book;
  readonly mapping: Mapping;
  readonly rows: ReadRows;
  readonly plan: ImportPlan;
}

/**
 * One import from file to applied change set. Holds the parsed rows, the book and the plan; the page gets
 * reports and single pages of rows. A new file begins anew.
 */
export class ImportSession {
  private readonly needs: SessionNeeds;
  private file: OpenFile | undefined;
  private book: Book | undefined;
  private planned: Planned | undefined;
  /** Takes over where the list is one of people or opportunities. */
  private records: RecordImport | undefined;
  private decisions = new Map<number, Decision>();
  private assign: PlanOptions['assign'] = 'new';
  private readonly rowIds = new Map<number, string>();
  private readonly fieldIds = new Map<string, string>();

  constructor(needs: SessionNeeds) {
    this.needs = needs;
  }

  async inspect(file: File, choice: ReadChoice, pace: Pace): Promise<Result<FileReport, Label>> {
    this.forget();
    const list = await readList(file, choice, pace);
    if (!list.ok) return list;
    const open = { name: file.name, list: list.value, lineOf: lineStarts(list.value) };
    this.file = open;
    const subject = choice.subject ?? recogniseSubject(list.value.headers.map(({ raw }) => raw));
    this.records = subject === 'accounts' ? undefined : new RecordImport({ ...this.needs, ...open, subject });
    const book = await this.freshBook();
    return ok(fileReport(file, list.value, book.known, subject));
  }

  async setMapping(mapping: Mapping): Promise<Result<PlanReport, readonly MappingProblem[]>> {
    if (this.records) return this.records.setMapping(mapping);
    const problems = checkMapping(mapping);
    if (problems.length > 0) return err(problems);
    this.decisions = new Map();
    this.assign = 'new';
    return ok(await this.planAnew(mapping, false));
  }

  setOptions({ assign }: Pick<PlanOptions, 'assign'>): PlanReport {
    this.assign = assign;
    return this.records ? this.records.report(false) : this.replan();
  }

  decide(row: number, decision: Decision | null): PlanReport {
    if (this.records) return this.records.decide(row, decision);
    if (decision) this.decisions.set(row, decision);
    else this.decisions.delete(row);
    return this.replan();
  }

  /** Rounds, because a decided row may free or bind later ones; ends when no row is undecided any more. */
  decideAll(choice: 'new' | 'skip' | 'first'): PlanReport {
    if (this.records) return this.records.decideAll(choice);
    let report = this.report(false);
    for (let round = 0; round < 5 && report.counts.undecided > 0; round += 1) {
      const { plan } = this.plannedNow();
      plan.kinds.forEach((kind, row) => {
        if (kind !== 'undecided') return;
        const [first] = plan.outcomeOf(row).candidates ?? [];
        if (choice !== 'first') this.decisions.set(row, { kind: choice });
        else if (first?.kind === 'account') this.decisions.set(row, { kind: 'account', id: first.id });
        else if (first) this.decisions.set(row, { kind: 'row', row: first.row });
      });
      report = this.replan();
    }
    return report;
  }

  page(kind: RowKind, start: number, count: number): PreviewPage {
    if (this.records) return this.records.page(kind, start, count);
    const { plan } = this.plannedNow();
    const source = this.source();
    const rows = rowsOfKind(plan.kinds, kind, start, count);
    const { lineOf } = this.fileNow();
    return { total: plan.counts[kind], rows: rows.map((row) => previewRow(source, row, lineOf(row))) };
  }

  refusedRows(): Blob {
    if (this.records) return this.records.refusedRows();
    const source = this.source();
    const { lineOf } = this.fileNow();
    return refusedCsv(source.list, source.plan.kinds, (row) => previewRow(source, row, lineOf(row)).problems);
  }

  async apply(
    onProgress: (done: number, of: number) => void,
    signal: AbortSignal,
  ): Promise<Result<Applied, ApplyFailure>> {
    if (this.records) {
      const done = await this.records.apply(onProgress, signal);
      if (done.ok) this.book = undefined;
      return done;
    }
    const { plan, mapping, book } = this.plannedNow();
    const { newAccounts: created, changedAccounts: changed, counts } = plan;
    const subject = 'accounts' as const;
    return applyPlan(
      this.needs.store,
      {
        basedOn: book.through,
        label: { id: 'command.imported', params: { file: this.fileNow().name, created, changed } },
        changes: plan.changes(),
        subject,
        bdr: book.settings.bdr,
        onProgress,
        signal,
      },
      { subject, created, changed, counts },
      { done: () => (this.book = undefined), renew: () => this.planAnew(mapping, true) },
    );
  }

  private forget(): void {
    this.file = undefined;
    this.book = undefined;
    this.planned = undefined;
    this.records = undefined;
    this.decisions = new Map();
    this.rowIds.clear();
    this.fieldIds.clear();
  }

  private async freshBook(): Promise<Book> {
    const present = this.book;
    if ((await this.needs.store.through()) === present?.through) return present;
    const state = await this.needs.store.read();
    const known = knownCustomFields(state.customFields, state.accounts);
    this.book = { ...state, known, index: indexBook(state.accounts) };
    return this.book;
  }

  private async planAnew(mapping: Mapping, renewed: boolean): Promise<PlanReport> {
    const book = await this.freshBook();
    const { list } = this.fileNow();
    const rows = readRows(list.table, mapping, book.known, book.settings.timeZone);
    this.planned = { book, mapping, rows, plan: this.plan(rows, book) };
    return this.report(renewed);
  }

  private replan(): PlanReport {
    const planned = this.plannedNow();
    this.planned = { ...planned, plan: this.plan(planned.rows, planned.book) };
    return this.report(false);
  }

  private plan(rows: ReadRows, book: Book): ImportPlan {
    const { clock, ids } = this.needs;
    const today = todayIn(clock, book.settings.timeZone);
    return planImport({
      rows,
      book: book.accounts,
      bookIndex: book.index,
      customFields: book.customFields,
      decisions: this.decisions,
      options: { bdr: book.settings.bdr, assign: this.assign },
      today,
      rules: settingsOn(book.ruleHistory, today),
      idOfRow: (row) => remembered(this.rowIds, row, ids.next),
      idOfCustomField: (key) => remembered(this.fieldIds, key, ids.next),
    });
  }

  private report(renewed: boolean): PlanReport {
    const { plan, rows, book } = this.plannedNow();
    const skips = [...rows.skipped.values()];
    return {
      subject: 'accounts',
      counts: plan.counts,
      newAccounts: plan.newAccounts,
      changedAccounts: plan.changedAccounts,
      newFields: plan.newFields.map(({ after }) => String(after?.['label'])),
      assigned: plan.assigned,
      bdr: book.settings.bdr,
      adopted: plan.adopted,
      segmentsWaiting: plan.segmentsWaiting,
      canBeNew: plan.counts.undecided,
      cellsLeftOut: this.cellsLeftOut(rows),
      shortRows: rows.short,
      blankRows: skips.filter((why) => why === 'blank').length,
      footerRows: skips.filter((why) => why === 'footer').length,
      renewed,
    };
  }

  private cellsLeftOut({ leftOut }: ReadRows): PlanReport['cellsLeftOut'] {
    const { list } = this.fileNow();
    const found = new Map<string, { readonly count: number; readonly firstRow: number }>();
    for (const [row, problems] of leftOut) {
      for (const problem of problems) {
        const column = previewProblem(list, problem).column ?? '';
        const known = found.get(column);
        found.set(column, {
          count: (known?.count ?? 0) + 1,
          firstRow: known?.firstRow ?? rowNumber(list, row),
        });
      }
    }
    return [...found].map(([column, of]) => ({ column, ...of }));
  }

  private source(): PreviewSource {
    const { rows, plan, book } = this.plannedNow();
    return {
      list: this.fileNow().list,
      rows,
      plan,
      decisions: this.decisions,
      nameOf: (id) =>
        book.accounts.find((account) => account.id === id)?.name ?? this.nameOfNew(rows, id) ?? id,
    };
  }

  private nameOfNew({ cells, columns }: ReadRows, id: string): string | undefined {
    const nameAt = columns.findIndex(({ field }) => field.kind === 'field' && field.key === 'name');
    const [row] = [...this.rowIds].find(([, known]) => known === id) ?? [];
    const name = row === undefined ? undefined : cells[row]?.[nameAt];
    return typeof name === 'string' ? name : undefined;
  }

  private fileNow(): OpenFile {
    return there(this.file, 'file');
  }

  private plannedNow(): Planned {
    return there(this.planned, 'plan');
  }
}

function there<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The import has no ${what} yet.`);
  return value;
}

function remembered<K>(known: Map<K, string>, key: K, make: () => string): string {
  const present = known.get(key);
  if (present !== undefined) return present;
  const made = make();
  known.set(key, made);
  return made;
}
