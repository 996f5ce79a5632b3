import type { Label } from '../../../shared/history/change-set.ts';
import type { Mapping } from '../../../shared/exchange/columns.ts';
import type { MappingProblem } from '../../../shared/exchange/check-mapping.ts';
import type { Decision, PlanOptions, RowCounts, RowKind } from '../../../shared/exchange/plan.ts';
import type { PresetName } from '../../../shared/exchange/presets.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import type { PreviewRow } from '../../../shared/exchange/preview.ts';
import type { Suggestion } from '../../../shared/exchange/suggest-mapping.ts';
import type { CsvStyle, Separator } from '../../../shared/exchange/write-csv.ts';
import type { Result } from '../../../shared/result.ts';
import type { MappingProblem as TerritoryProblem } from '../../../shared/territories/check-mapping.ts';
import type { CompanyQuery } from '../../../shared/territories/company-query.ts';
import type { MappingColumn } from '../../../shared/territories/mapping-columns.ts';
import type { ReadMapping } from '../../../shared/territories/read-mapping.ts';
import type { ClockReading } from '../../platform/page-clock.ts';
import type { StoreError } from '../../store/api.ts';
import type { EncodingBy } from './encoding.ts';
import type { ReadChoice } from './read-file.ts';

/** What a file was found to be; a person may choose another encoding or separator. */
export interface FileReport {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly encodingBy: EncodingBy;
  readonly separator: Separator;
  readonly separatorBy: 'guess' | 'file' | 'you';
  /** What its rows are about, recognised by the headers unless a person said so. */
  readonly subject: ImportSubject;
  /** Records below the header, blank ones and a footer included. */
  readonly rows: number;
  readonly columns: readonly ColumnReport[];
  /** What a person should know before going on: duplicate headers, damaged letters, mixed line ends. */
  readonly notes: readonly Label[];
}

export interface ColumnReport {
  readonly header: string;
  readonly suggestion: Suggestion;
  /** The first cells that say something, shortened. */
  readonly samples: readonly string[];
  /** Cells that say something, in the sample that was looked at. */
  readonly filled: number;
  readonly sampled: number;
}

export interface PlanReport {
  readonly subject: ImportSubject;
  readonly counts: RowCounts;
  /** Accounts, people or opportunities, as the subject is. */
  readonly newAccounts: number;
  readonly changedAccounts: number;
  readonly newFields: readonly string[];
  /** Accounts that the BDR gets (AW-1), and who that is. */
  readonly assigned: number;
  readonly bdr: string;
  readonly adopted: number;
  /** Undecided rows that can be something new. */
  readonly canBeNew: number;
  /** Accounts whose segment stays until the change is confirmed at review (SEG-4). */
  readonly segmentsWaiting: number;
  /** Cells that were refused in rows that are taken: how many, by column. */
  readonly cellsLeftOut: readonly {
    readonly column: string;
    readonly count: number;
    readonly firstRow: number;
  }[];
  readonly shortRows: number;
  readonly blankRows: number;
  readonly footerRows: number;
  /** The book changed since an earlier preview of this import. */
  readonly renewed: boolean;
}

export interface PreviewPage {
  readonly total: number;
  readonly rows: readonly PreviewRow[];
}

export interface Applied {
  readonly subject: ImportSubject;
  /** Number of the change set; `null` = nothing had to change. */
  readonly n: number | null;
  readonly created: number;
  readonly changed: number;
  readonly counts: RowCounts;
}

/** Why applying did not happen. With `stale-plan` the preview was made anew and is in `plan`. */
export interface ApplyFailure {
  readonly error: StoreError;
  readonly plan?: PlanReport;
  /** Only the backup before it failed: `apply` can be told to go on without one. */
  readonly backupFailed?: boolean;
}

export interface ExportRequest {
  readonly preset: PresetName;
  readonly style: CsvStyle;
  /** Accounts to write; `null` = all. */
  readonly ids: readonly string[] | null;
  /** EX-7: public-sector accounts are left out unless confirmed. */
  readonly publicSector: boolean;
  /** Of the preset Territory mapping: which version; absent = the one in force. */
  readonly mappingId?: string;
}

export interface ExportFile {
  readonly name: string;
  readonly blob: Blob;
  /** Records written: accounts, or rows of a mapping. */
  readonly accounts: number;
  readonly leftOut: number;
}

/** A territory mapping as a file or a pasted table brought it. */
export interface MappingFileReport extends Omit<FileReport, 'bytes' | 'columns' | 'subject'> {
  readonly columns: readonly {
    readonly header: string;
    /** `null` = not used. */
    readonly suggestion: MappingColumn | null;
    readonly samples: readonly string[];
  }[];
}

export interface MappingReadReport {
  /** The rows as the JSON of a list; `null` = an error keeps the whole mapping out. */
  readonly rows: Blob | null;
  readonly rowCount: number;
  /** What people call the row at position 0. */
  readonly firstRowNumber: number;
  readonly counts: ReadMapping['counts'];
  readonly errors: number;
  readonly warnings: number;
  /** The first ones, errors before warnings. */
  readonly problems: readonly TerritoryProblem[];
}

/** Companies of a dropped list, for "Is this mine?" (TER-9). */
export interface CompanyList {
  readonly companies: readonly CompanyQuery[];
  /** Rows that could not be read. */
  readonly refused: number;
}

/** What the page may call; every call is answered once, errors are values. */
export interface ExchangeMethods {
  readonly inspect: (file: File, choice: ReadChoice) => Promise<Result<FileReport, Label>>;
  readonly setMapping: (mapping: Mapping) => Promise<Result<PlanReport, readonly MappingProblem[]>>;
  readonly setOptions: (options: Pick<PlanOptions, 'assign'>) => Promise<PlanReport>;
  readonly decide: (row: number, decision: Decision | null) => Promise<PlanReport>;
  /** Decides all rows that are undecided now: as new, as skipped, or for their first candidate. */
  readonly decideAll: (choice: 'new' | 'skip' | 'first') => Promise<PlanReport>;
  readonly page: (kind: RowKind, start: number, count: number) => Promise<PreviewPage>;
  readonly refusedRows: () => Promise<Blob>;
  readonly inspectMapping: (file: File, choice: ReadChoice) => Promise<Result<MappingFileReport, Label>>;
  readonly readMapping: (
    columns: readonly (MappingColumn | null)[],
    settings: { readonly namedLimit: number },
  ) => Promise<MappingReadReport>;
  readonly readCompanies: (file: File) => Promise<Result<CompanyList, Label>>;
  readonly apply: () => Promise<Result<Applied, ApplyFailure>>;
  readonly countExport: (
    request: Pick<ExportRequest, 'ids' | 'preset'>,
  ) => Promise<{ readonly accounts: number; readonly publicSector: number }>;
  readonly export: (request: ExportRequest) => Promise<Result<ExportFile, Label>>;
}
export type ExchangeMethod = keyof ExchangeMethods;

export type ToExchange =
  | {
      readonly kind: 'open';
      readonly workspaceId: string;
      /** What a writer of this window shows to the store. */
      readonly holder: string;
      readonly clock: ClockReading;
    }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: ExchangeMethod;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'clock'; readonly clock: ClockReading };

export type FromExchange =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
