import type { Account } from '../../../shared/accounts/account.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import type { IdSource } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { CustomField, WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import type { StoreError } from '../../store/api.ts';
import { applyBulk } from '../../store/bulk.ts';
import { openDatabase, type GroundworkDatabase } from '../../store/database.ts';
import { readAllAccounts, readCustomFields, readSettings, readThrough } from '../../store/reading.ts';

/** The book at one moment: what a plan is made from. */
export interface BookState {
  /** Number of the last change set. */
  readonly through: number;
  readonly settings: WorkspaceSettings;
  readonly customFields: readonly CustomField[];
  readonly accounts: readonly Account[];
}

export interface ApplyRequest {
  readonly basedOn: number;
  readonly label: Label;
  readonly changes: readonly EntityChange[];
  readonly bdr: string;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** What an import needs of the store; tests give their own. */
export interface StoreAccess {
  readonly through: () => Promise<number>;
  readonly read: () => Promise<BookState>;
  readonly apply: (request: ApplyRequest) => Promise<Result<{ n: number }, StoreError>>;
}

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
      const [settings, customFields, accounts] = await Promise.all([
        readSettings(open),
        readCustomFields(open),
        readAllAccounts(open),
      ]);
      return { through, settings, customFields, accounts };
    },
    apply: async (request) =>
      applyBulk(await database(), {
        ...request,
        origin: 'import',
        command: 'importAccounts',
        actor: request.bdr,
        clock,
        ids,
      }),
  };
}
