import { label } from '../../shared/rule-book/messages.ts';
import type { Clock } from '../../shared/clock.ts';
import type { EntityChange, Label } from '../../shared/history/change-set.ts';
import type { IdSource } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { StoreError } from './api.ts';
import type { GroundworkDatabase } from './database.ts';
import { Refused, storeErrorOf } from './store-error.ts';
import { write } from './write.ts';

export interface BulkRequest {
  /** Number of the last change set that the plan was made from. */
  readonly basedOn: number;
  readonly origin: 'import';
  readonly command: 'importAccounts' | 'importPeople' | 'importOpportunities';
  readonly label: Label;
  readonly changes: readonly EntityChange[];
  readonly actor: string;
  readonly bdr: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Changes written so far, of all. Not every one is told. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
  readonly batchedAbove?: number;
}

/**
 * Applies a planned import as one change set: wholly there or wholly absent. Cancelling
 * takes everything back. `stale-plan` when the store has moved on since the plan was made.
 */
export async function applyBulk(
  database: GroundworkDatabase,
  request: BulkRequest,
): Promise<Result<{ n: number }, StoreError>> {
  const { clock, ids, actor, bdr, signal, onProgress, batchedAbove } = request;
  const check = (): void => {
    if (signal?.aborted === true) {
      throw new Refused({ code: 'cancelled', message: label('store.cancelled') });
    }
  };
  try {
    const changeSet = await write(
      database,
      { clock, ids, actor, bdr, ...(batchedAbove !== undefined && { batchedAbove }) },
      (meta) => {
        if (meta.through !== request.basedOn) {
          throw new Refused({ code: 'stale-plan', message: label('store.stale-plan') });
        }
        check();
        return {
          command: request.command,
          label: request.label,
          origin: request.origin,
          changes: request.changes,
          stack: { kind: 'push' },
        };
      },
      { check, ...(onProgress && { onProgress }) },
    );
    return ok({ n: changeSet?.n ?? request.basedOn });
  } catch (error) {
    return err(storeErrorOf(error));
  }
}
