import { changedKeys } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { MappingProblem } from '../../../shared/exchange/check-mapping.ts';
import type { Mapping } from '../../../shared/exchange/columns.ts';
import type { Decision, RowKind } from '../../../shared/exchange/plan.ts';
import type { PreviewField, PreviewRow } from '../../../shared/exchange/preview.ts';
import { checkRecordMapping } from '../../../shared/exchange/records/check-record-mapping.ts';
import { AccountFinder } from '../../../shared/exchange/records/find-account.ts';
import { planRecords, type RecordPlan } from '../../../shared/exchange/records/plan-records.ts';
import type { KnownRecord } from '../../../shared/exchange/records/record-values.ts';
import { readRecordRows, type ReadRecords } from '../../../shared/exchange/records/read-record-rows.ts';
import {
  recordColumn,
  recordColumns,
  type RecordSubject,
} from '../../../shared/exchange/records/record-columns.ts';
import type { SessionNeeds } from './import-session.ts';
import { previewProblem, rowNumber, rowsOfKind, shown } from './preview-rows.ts';
import { applyPlan } from './apply-plan.ts';
import type { Applied, ApplyFailure, PlanReport, PreviewPage } from './protocol.ts';
import type { ReadList } from './read-file.ts';
import { refusedCsv } from './refused-csv.ts';

export interface RecordImportNeeds extends SessionNeeds {
  readonly name: string;
  readonly list: ReadList;
  readonly lineOf: (index: number) => number;
  readonly subject: RecordSubject;
}

/** The book that a plan is made against. */
interface KnownBook {
  readonly through: number;
  readonly bdr: string;
  readonly timeZone: string;
  readonly accounts: AccountFinder;
  readonly records: readonly KnownRecord[];
}

interface Planned {
  readonly book: KnownBook;
  readonly mapping: Mapping;
  readonly rows: ReadRecords;
  readonly plan: RecordPlan;
}

/** One import of people or opportunities, from columns to applied change set. */
export class RecordImport {
  private readonly needs: RecordImportNeeds;
  private book: KnownBook | undefined;
  private planned: Planned | undefined;
  private decisions = new Map<number, Decision>();
  private readonly rowIds = new Map<number, string>();

  constructor(needs: RecordImportNeeds) {
    this.needs = needs;
  }

  async setMapping(mapping: Mapping): Promise<Result<PlanReport, readonly MappingProblem[]>> {
    const problems = checkRecordMapping(mapping, this.needs.subject);
    if (problems.length > 0) return err(problems);
    this.decisions = new Map();
    return ok(await this.planAnew(mapping, false));
  }

  decide(row: number, decision: Decision | null): PlanReport {
    if (decision) this.decisions.set(row, decision);
    else this.decisions.delete(row);
    return this.replan();
  }

  /** Rounds, because a decided row may bind later ones; ends when a round decides nothing more. */
  decideAll(choice: 'new' | 'skip' | 'first'): PlanReport {
    let report = this.report(false);
    for (let round = 0; round < 5 && report.counts.undecided > 0; round += 1) {
      const { plan } = this.plannedNow();
      const before = this.decisions.size;
      plan.kinds.forEach((kind, row) => {
        if (kind !== 'undecided') return;
        const { candidates: [first] = [], newAt } = plan.outcomes.get(row) ?? {};
        if (choice === 'skip') this.decisions.set(row, { kind: 'skip' });
        else if (choice === 'new') {
          // A row whose account is not clear yet makes nothing.
          if (newAt !== undefined) this.decisions.set(row, { kind: 'new', at: newAt });
        } else if (first?.kind === 'account') this.decisions.set(row, { kind: 'account', id: first.id });
      });
      // A row is decided twice where its account is, and then the person.
      if (choice === 'new' && this.decisions.size === before) break;
      report = this.replan();
    }
    return report;
  }

  page(kind: RowKind, start: number, count: number): PreviewPage {
    const { plan } = this.plannedNow();
    const rows = rowsOfKind(plan.kinds, kind, start, count);
    return { total: plan.counts[kind], rows: rows.map((row) => this.previewRow(row)) };
  }

  refusedRows(): Blob {
    const { plan } = this.plannedNow();
    return refusedCsv(this.needs.list, plan.kinds, (row) => this.previewRow(row).problems);
  }

  async apply(
    onProgress: (done: number, of: number) => void,
    signal: AbortSignal,
  ): Promise<Result<Applied, ApplyFailure>> {
    const { plan, mapping, book } = this.plannedNow();
    const { subject, name, store } = this.needs;
    const { created, changed, counts, changes } = plan;
    return applyPlan(
      store,
      {
        basedOn: book.through,
        label: label(`command.imported-${subject}`, { file: name, created, changed }),
        changes,
        subject,
        bdr: book.bdr,
        onProgress,
        signal,
      },
      { subject, created, changed, counts },
      { done: () => (this.book = undefined), renew: () => this.planAnew(mapping, true) },
    );
  }

  report(renewed: boolean): PlanReport {
    const { plan, rows, book } = this.plannedNow();
    const skips = [...rows.skipped.values()];
    return {
      subject: this.needs.subject,
      counts: plan.counts,
      newAccounts: plan.created,
      changedAccounts: plan.changed,
      newFields: [],
      assigned: 0,
      bdr: book.bdr,
      adopted: 0,
      segmentsWaiting: 0,
      canBeNew: [...plan.outcomes.values()].filter(({ newAt }) => newAt !== undefined).length,
      cellsLeftOut: [],
      shortRows: rows.short,
      blankRows: skips.filter((why) => why === 'blank').length,
      footerRows: skips.filter((why) => why === 'footer').length,
      renewed,
    };
  }

  private async planAnew(mapping: Mapping, renewed: boolean): Promise<PlanReport> {
    const book = await this.freshBook();
    const { list, subject } = this.needs;
    const rows = readRecordRows(list.table, mapping, subject, book.timeZone);
    this.planned = { book, mapping, rows, plan: this.plan(rows, book) };
    return this.report(renewed);
  }

  private replan(): PlanReport {
    const planned = this.plannedNow();
    this.planned = { ...planned, plan: this.plan(planned.rows, planned.book) };
    return this.report(false);
  }

  private plan(rows: ReadRecords, { accounts, records }: KnownBook): RecordPlan {
    const { subject, ids } = this.needs;
    return planRecords({
      subject,
      rows,
      accounts,
      records,
      decisions: this.decisions,
      idOfRow: (row) => {
        const present = this.rowIds.get(row) ?? ids.next();
        this.rowIds.set(row, present);
        return present;
      },
    });
  }

  private async freshBook(): Promise<KnownBook> {
    const { store, subject } = this.needs;
    const present = this.book;
    if ((await store.through()) === present?.through) return present;
    const state = await store.read();
    const records = await store.readRecords(subject);
    const { bdr, timeZone } = state.settings;
    this.book = {
      through: state.through,
      bdr,
      timeZone,
      accounts: new AccountFinder(state.accounts),
      records,
    };
    return this.book;
  }

  private previewRow(index: number): PreviewRow {
    const { list, lineOf } = this.needs;
    const { plan, rows } = this.plannedNow();
    const outcome = plan.outcomes.get(index) ?? {};
    return {
      index,
      row: rowNumber(list, index),
      line: lineOf(index),
      kind: plan.kinds[index] ?? 'skipped',
      name: this.nameOf(index),
      ...(outcome.matchedBy && { matchedBy: outcome.matchedBy }),
      fields: this.fieldsOf(index),
      problems: (outcome.problems ?? []).map((problem) => previewProblem(list, problem)),
      ...(outcome.into !== undefined && { into: rowNumber(list, outcome.into) }),
      conflicts: (outcome.conflicts ?? []).map(({ key, kept, dropped }) => ({
        field: this.labelOf(key),
        kept: cellText(kept),
        dropped: cellText(dropped),
      })),
      ...(outcome.why && { why: outcome.why }),
      candidates: outcome.candidates ?? [],
      ...(outcome.newAt !== undefined && { asNew: { kind: 'new', at: outcome.newAt } as const }),
      ...(outcome.skipped && { skipped: outcome.skipped }),
      notes: outcome.notes ?? [],
      decided: this.decisions.has(index) && rows.cells[index] !== undefined,
    };
  }

  private fieldsOf(index: number): PreviewField[] {
    const { plan, rows, book } = this.plannedNow();
    const change = plan.outcomes.get(index)?.change;
    const text = (key: string, value: unknown): string =>
      key === 'accountId' && typeof value === 'string'
        ? (book.accounts.nameOf(value) ?? value)
        : cellText(value);
    if (change) {
      const order = recordColumns(this.needs.subject).map(({ key }) => key);
      return changedKeys(change)
        .sort((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((key) => ({
          field: this.labelOf(key),
          before: text(key, change.before?.[key]),
          after: text(key, change.after?.[key]),
        }));
    }
    if (plan.kinds[index] !== 'undecided') return [];
    return [...(rows.cells[index] ?? [])].map(([key, value]) => ({
      field: this.labelOf(key),
      before: '',
      after: cellText(value),
    }));
  }

  private labelOf(key: string): string {
    if (key === 'accountId') return 'Account';
    if (key === 'earlierSequences') return 'Earlier sequences';
    return recordColumn(this.needs.subject, key)?.label ?? key;
  }

  /** The name as it stands in the file, refused rows included. */
  private nameOf(index: number): string {
    const { rows } = this.plannedNow();
    const raw = this.needs.list.table.rows[index] ?? [];
    const at = (key: string): string => (raw[rows.positions.get(key) ?? -1] ?? '').trim();
    const name = at('name') || [at('firstName'), at('lastName')].filter((part) => part !== '').join(' ');
    return shown(name || at('email') || at('crmId')).slice(0, 120);
  }

  private plannedNow(): Planned {
    if (!this.planned) throw new Error('The import has no plan yet.');
    return this.planned;
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return shown(value);
  if (!Array.isArray(value)) return '';
  return value
    .map((one: { readonly name?: string; readonly on?: string }) =>
      [one.name, one.on].filter(Boolean).join(', '),
    )
    .join('; ');
}
