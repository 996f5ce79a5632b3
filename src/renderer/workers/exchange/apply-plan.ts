import { err, ok, type Result } from '../../../shared/result.ts';
import type { Applied, ApplyFailure, PlanReport } from './protocol.ts';
import type { ApplyRequest, StoreAccess } from './store-access.ts';

/**
 * Applies what was planned as one change set; nothing is written where nothing differs.
 *
 * @param applied what is told when it is done
 * @param after what was planned is in the book now: a further preview must read it
 * @param renew makes the preview anew, because the book has moved on since it was planned
 */
export async function applyPlan(
  store: StoreAccess,
  request: ApplyRequest,
  applied: Omit<Applied, 'n'>,
  after: { readonly done: () => void; readonly renew: () => Promise<PlanReport> },
): Promise<Result<Applied, ApplyFailure>> {
  if (request.changes.length === 0) return ok({ ...applied, n: null });
  const answer = await store.apply(request);
  if (answer.ok) {
    after.done();
    return ok({ ...applied, n: answer.value.n });
  }
  const { error } = answer;
  return err(error.code === 'stale-plan' ? { error, plan: await after.renew() } : { error });
}
