import type { Mapping } from '../../../shared/exchange/columns.ts';
import type { MappingProblem } from '../../../shared/exchange/check-mapping.ts';
import type { Decision, PlanOptions } from '../../../shared/exchange/plan.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { label, say } from '../../../shared/rule-book/messages.ts';
import type { Observable } from '../../store/api.ts';
import type { ExchangeClient } from '../../workers/exchange/client.ts';
import type { Applied, FileReport, PlanReport } from '../../workers/exchange/protocol.ts';
import type { ReadChoice } from '../../workers/exchange/read-file.ts';

export interface Working {
  readonly done: number;
  readonly of: number;
}

interface Chosen {
  readonly file: File;
  readonly choice: ReadChoice;
  readonly report: FileReport;
  readonly mapping: Mapping;
}

/** Where an import stands. */
export type ImportState =
  | {
      readonly step: 'file';
      readonly error: Label | null;
      readonly reading: (Working & { name: string }) | null;
    }
  | (Chosen & {
      readonly step: 'columns';
      readonly problems: readonly MappingProblem[];
      readonly busy: boolean;
    })
  | (Chosen & {
      readonly step: 'preview';
      readonly plan: PlanReport;
      /** Raised by every new plan, so that pages of rows are asked for again. */
      readonly version: number;
      readonly assign: PlanOptions['assign'];
      readonly busy: boolean;
      readonly applying: Working | null;
      readonly error: Label | null;
      /** The backup before the import failed; a person may import without one. */
      readonly offersNoBackup: boolean;
    })
  | { readonly step: 'done'; readonly name: string; readonly applied: Applied };

/** What the wizard asks of the exchange worker. */
export type ImportClient = Pick<
  ExchangeClient,
  'inspect' | 'setMapping' | 'setOptions' | 'decide' | 'decideAll' | 'apply' | 'arrived'
>;

const start: Extract<ImportState, { step: 'file' }> = { step: 'file', error: null, reading: null };

/** The import from file to result. Lives as long as the store, so that leaving the screen loses nothing. */
export class ImportWizard implements Observable<ImportState> {
  private readonly client: ImportClient;
  private readonly listeners = new Set<() => void>();
  private state: ImportState = start;
  private running: AbortController | undefined;

  constructor(client: ImportClient) {
    this.client = client;
  }

  readonly get = (): ImportState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes what was dropped or chosen; anything but one file is refused. */
  readonly choose = (files: readonly File[]): void => {
    const [file, ...more] = files;
    if (!file) this.set({ ...start, error: { id: 'exchange.file.none' } });
    else if (more.length > 0) {
      this.set({ ...start, error: { id: 'exchange.file.several', params: { count: files.length } } });
    } else void this.read(file, {});
  };

  /** Reads the same file with another encoding or separator. */
  readonly readAgain = (choice: ReadChoice): void => {
    if (this.state.step === 'columns') void this.read(this.state.file, { ...this.state.choice, ...choice });
  };

  readonly setMapping = (mapping: Mapping): void => {
    if (this.state.step === 'columns') this.set({ ...this.state, mapping, problems: [] });
  };

  readonly preview = async (): Promise<void> => {
    const { state } = this;
    if (state.step !== 'columns' || state.busy) return;
    this.set({ ...state, busy: true });
    try {
      const planned = await this.client.setMapping(state.mapping);
      if (!planned.ok) this.set({ ...state, problems: planned.error });
      else {
        const { file, choice, report, mapping } = state;
        const shared = {
          file,
          choice,
          report,
          mapping,
          busy: false,
          applying: null,
          error: null,
          offersNoBackup: false,
        };
        this.set({ step: 'preview', ...shared, plan: planned.value, version: 1, assign: 'new' });
      }
    } catch (error) {
      this.failed(error);
    }
  };

  readonly backToColumns = (): void => {
    if (this.state.step !== 'preview' || this.state.applying) return;
    const { file, choice, report, mapping } = this.state;
    this.set({ step: 'columns', file, choice, report, mapping, problems: [], busy: false });
  };

  readonly setAssign = (assign: PlanOptions['assign']): Promise<void> =>
    this.replan(() => this.client.setOptions({ assign }), { assign });

  readonly decide = (row: number, decision: Decision | null): Promise<void> =>
    this.replan(() => this.client.decide(row, decision));

  readonly decideAll = (choice: 'new' | 'skip' | 'first'): Promise<void> =>
    this.replan(() => this.client.decideAll(choice));

  /** @param withoutBackup after the backup before it failed, and a person chose to go on */
  readonly apply = async ({ withoutBackup = false } = {}): Promise<void> => {
    const { state } = this;
    if (state.step !== 'preview' || state.applying) return;
    const controller = new AbortController();
    this.running = controller;
    this.set({ ...state, applying: { done: 0, of: 0 }, error: null, offersNoBackup: false });
    try {
      const pace = {
        signal: controller.signal,
        onProgress: (done: number, of: number) => this.patchPreview({ applying: { done, of } }),
      };
      const answer = await this.client.apply(pace, { withoutBackup });
      if (answer.ok) this.set({ step: 'done', name: state.report.name, applied: answer.value });
      else {
        const { error, plan, backupFailed = false } = answer.error;
        const renewed = plan ? { plan, version: state.version + 1 } : {};
        const message = backupFailed
          ? label('store.import-no-backup', { what: say(error.message) })
          : error.message;
        this.patchPreview({ applying: null, error: message, offersNoBackup: backupFailed, ...renewed });
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.running = undefined;
    }
  };

  /** Resolves when the board shows what was imported. */
  readonly arrived = (): Promise<void> => this.client.arrived();

  /** Stops reading or applying; nothing is written then. */
  readonly cancel = (): void => this.running?.abort();

  readonly restart = (): void => {
    this.cancel();
    this.set(start);
  };

  private async read(file: File, choice: ReadChoice): Promise<void> {
    const controller = new AbortController();
    this.running?.abort();
    this.running = controller;
    const reading = (done: number, of: number): void => {
      if (this.running === controller) this.set({ ...start, reading: { name: file.name, done, of } });
    };
    reading(0, 0);
    try {
      const report = await this.client.inspect(file, choice, {
        signal: controller.signal,
        onProgress: reading,
      });
      if (this.running !== controller) return;
      if (!report.ok) {
        this.set(report.error.id === 'exchange.cancelled' ? start : { ...start, error: report.error });
      } else {
        const mapping = report.value.columns.map(({ suggestion }) => suggestion.mapping);
        this.set({ step: 'columns', file, choice, report: report.value, mapping, problems: [], busy: false });
      }
    } catch (error) {
      if (this.running === controller) this.failed(error);
    } finally {
      if (this.running === controller) this.running = undefined;
    }
  }

  private async replan(
    ask: () => Promise<PlanReport>,
    patch: Partial<Pick<Extract<ImportState, { step: 'preview' }>, 'assign'>> = {},
  ): Promise<void> {
    const { state } = this;
    if (state.step !== 'preview' || state.busy || state.applying) return;
    this.set({ ...state, busy: true });
    try {
      const plan = await ask();
      this.patchPreview({ ...patch, plan, version: state.version + 1, busy: false });
    } catch (error) {
      this.failed(error);
    }
  }

  private patchPreview(patch: Partial<Extract<ImportState, { step: 'preview' }>>): void {
    if (this.state.step === 'preview') this.set({ ...this.state, ...patch });
  }

  /** The worker broke, most often because the file went away while it was read. */
  private failed(error: unknown): void {
    const what = error instanceof Error ? error.message : String(error);
    this.set({ ...start, error: { id: 'exchange.file.unreadable', params: { what } } });
  }

  private set(state: ImportState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
