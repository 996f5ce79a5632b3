import type { Account } from '../../../shared/accounts/account.ts';
import { todayIn, type Clock } from '../../../shared/clock.ts';
import type { KnownRecord } from '../../../shared/exchange/records/record-values.ts';
import type { ImportSubject, RecordSubject } from '../../../shared/exchange/records/record-columns.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import type { IdSource } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { SettingsHistory } from '../../../shared/rule-book/settings-history.ts';
import type { CustomField, WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import type { StoreError } from '../../store/api.ts';
import { applyBulk } from '../../store/bulk.ts';
import { Mappings } from '../../store/mappings.ts';
import { openDatabase, type GroundworkDatabase } from '../../store/database.ts';
import {
  readAllAccounts,
  readAllRecords,
  readCustomFields,
  readSettings,
  readSettingsHistory,
  readThrough,
} from '../../store/reading.ts';

/** The book at one moment: what a plan is made from. */
export interface BookState {
  /** Number of the last change set. */
  readonly through: number;
  readonly settings: WorkspaceSettings;
  readonly customFields: readonly CustomField[];
  /** The rule settings, by the day from which they hold. */
  readonly ruleHistory: SettingsHistory;
  readonly accounts: readonly Account[];
}

export interface ApplyRequest {
  readonly basedOn: number;
  readonly label: Label;
  readonly changes: readonly EntityChange[];
  readonly subject: ImportSubject;
  readonly bdr: string;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** What an import needs of the store; tests give their own. */
export interface StoreAccess {
  readonly through: () => Promise<number>;
  readonly read: () => Promise<BookState>;
  /** Every person, or every opportunity. */
  readonly readRecords: (subject: RecordSubject) => Promise<readonly KnownRecord[]>;
  /** A version of the territory mapping, `null` = the one in force; without any there are no rows. */
  readonly readMapping: (
    id: string | null,
  ) => Promise<{ readonly timeZone: string; readonly rows: readonly MappingRow[] }>;
  readonly apply: (request: ApplyRequest) => Promise<Result<{ n: number }, StoreError>>;
}

const commands = {
  accounts: 'importAccounts',
  people: 'importPeople',
  opportunities: 'importOpportunities',
} as const;

/** The store of a workspace, opened when it is first needed. */
export function workspaceStore(
  { workspaceId, holder }: { readonly workspaceId: string; readonly holder: string },
  clock: Clock,
  ids: IdSource,
): StoreAccess {
  let opened: Promise<GroundworkDatabase> | undefined;
  const database = (): Promise<GroundworkDatabase> => (opened ??= openDatabase(workspaceId, { holder }));
  return {
    through: async () => readThrough(await database()),
    read: async () => {
      const open = await database();
      // Read before the accounts: a change in between makes the plan stale, not wrong.
      const through = await readThrough(open);
      const [settings, customFields, ruleHistory, accounts] = await Promise.all([
        readSettings(open),
        readCustomFields(open),
        readSettingsHistory(open),
        readAllAccounts(open),
      ]);
      return { through, settings, customFields, ruleHistory, accounts };
    },
    readRecords: async (subject) => readAllRecords(await database(), subject),
    readMapping: async (id) => {
      const open = await database();
      const { timeZone } = await readSettings(open);
      const mappings = new Mappings(open);
      const version = await (id === null ? mappings.inForce(todayIn(clock, timeZone)) : mappings.version(id));
      return { timeZone, rows: version?.rows ?? [] };
    },
    apply: async ({ subject, ...request }) =>
      applyBulk(await database(), {
        ...request,
        origin: 'import',
        command: commands[subject],
        actor: request.bdr,
        clock,
        ids,
      }),
  };
}
