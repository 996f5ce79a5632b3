import { err, ok, type Result } from '../../../shared/result.ts';
import type { StoreError } from '../api.ts';
import type { Rebuilt, RecoveryPlan } from './store-recovery.ts';
import { storeErrorOf } from '../store-error.ts';
import { planRecovery } from './plan-recovery.ts';
import { rebuildStore } from './rebuild-store.ts';
import type { RecoveryJob } from './recovery-job.ts';

/** A lost store, waiting for a person to say what becomes of it. */
export class Recovery {
  readonly #job: RecoveryJob;
  #running: Promise<Result<Rebuilt, StoreError>> | undefined;

  constructor(job: RecoveryJob) {
    this.#job = job;
  }

  async plan(from?: string): Promise<Result<RecoveryPlan, StoreError>> {
    try {
      return ok(await planRecovery({ ...this.#job, from }));
    } catch (error) {
      return err(storeErrorOf(error));
    }
  }

  /** Asked again while it runs, it answers with what is under way; after a failure it begins anew. */
  rebuild(from?: string): Promise<Result<Rebuilt, StoreError>> {
    this.#running ??= this.#rebuild(from).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #rebuild(from?: string): Promise<Result<Rebuilt, StoreError>> {
    try {
      return ok(await rebuildStore({ ...this.#job, from }));
    } catch (error) {
      return err(storeErrorOf(error));
    }
  }
}
