import type { Label } from '../../../shared/history/change-set.ts';
import type { MappingColumn } from '../../../shared/territories/mapping-columns.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import type { ExchangeClient } from '../../workers/exchange/client.ts';
import type { MappingFileReport, MappingReadReport } from '../../workers/exchange/protocol.ts';
import type { ReadChoice } from '../../workers/exchange/read-file.ts';

/** Where a new mapping stands on its way in. */
export type MappingState =
  | {
      readonly step: 'choose';
      readonly reading: { readonly name: string; readonly done: number; readonly of: number } | null;
      readonly error: Label | null;
    }
  | {
      readonly step: 'columns';
      readonly report: MappingFileReport;
      readonly columns: readonly (MappingColumn | null)[];
      /** `null` while it is being read by these columns. */
      readonly read: MappingReadReport | null;
    }
  /** Rows to look at and to apply, as the JSON of a list. */
  | { readonly step: 'preview'; readonly rows: Blob; readonly source: string };

/** A mapping that is being edited by hand: nothing of it is stored before it is applied. */
export interface MappingEdit {
  readonly rows: readonly MappingRow[];
  /** What it was made from, for people. */
  readonly source: string;
  /** Row to begin with. */
  readonly at: number;
}

interface Work {
  readonly state: MappingState;
  readonly edit: MappingEdit | null;
}

const start: MappingState = { step: 'choose', reading: null, error: null };

/** A mapping on its way in, by file or by hand; it stays while other screens are looked at. */
export class MappingWork {
  readonly #client: ExchangeClient;
  readonly #listeners = new Set<() => void>();
  #work: Work = { state: start, edit: null };
  #file: File | null = null;
  #reading: AbortController | null = null;
  /** The last question put to the worker: an older answer is of no use. */
  #asked = 0;

  constructor(client: ExchangeClient) {
    this.#client = client;
  }

  readonly get = (): Work => this.#work;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads a file and proposes its columns. */
  readonly choose = async (
    file: File,
    settings: { readonly namedLimit: number },
    choice: ReadChoice = {},
  ): Promise<void> => {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#file = file;
    const { name } = file;
    this.#set({ step: 'choose', reading: { name, done: 0, of: file.size }, error: null });
    const answer = await this.#client.inspectMapping(file, choice, {
      signal: reading.signal,
      onProgress: (done, of) => {
        if (this.#reading === reading)
          this.#set({ step: 'choose', reading: { name, done, of }, error: null });
      },
    });
    if (this.#reading !== reading) return;
    this.#reading = null;
    if (!answer.ok) {
      this.#set({ step: 'choose', reading: null, error: answer.error });
      return;
    }
    const columns = answer.value.columns.map(({ suggestion }) => suggestion);
    await this.setColumns(answer.value, columns, settings);
  };

  /** The same file in another encoding or with another separator. */
  readonly reread = async (choice: ReadChoice, settings: { readonly namedLimit: number }): Promise<void> => {
    if (this.#file) await this.choose(this.#file, settings, choice);
  };

  readonly setColumns = async (
    report: MappingFileReport,
    columns: readonly (MappingColumn | null)[],
    settings: { readonly namedLimit: number },
  ): Promise<void> => {
    this.#asked += 1;
    const asked = this.#asked;
    this.#set({ step: 'columns', report, columns, read: null });
    const read = await this.#client.readMapping(columns, settings);
    if (asked === this.#asked && this.#work.state.step === 'columns')
      this.#set({ step: 'columns', report, columns, read });
  };

  readonly preview = (rows: Blob, source: string): void => this.#set({ step: 'preview', rows, source });

  readonly cancel = (): void => {
    this.#reading?.abort();
    this.#reading = null;
    this.#asked += 1;
    this.#set(start);
  };

  readonly setEdit = (edit: MappingEdit | null): void => {
    this.#work = { ...this.#work, edit };
    this.#tell();
  };

  #set(state: MappingState): void {
    this.#work = { ...this.#work, state };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
