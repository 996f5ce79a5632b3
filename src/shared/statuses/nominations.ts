import type { AccountValues } from '../accounts/account.ts';
import { isAnothers, isBlankName } from '../accounts/bdr.ts';
import type { IsoDate } from '../clock.ts';
import { label } from '../rule-book/messages.ts';
import type { Refusal } from './decision.ts';

/** AW-1: an AE's nomination is a marker; the status changes when the BDR accepts it. */
export interface Nomination {
  readonly by: string;
  readonly on: IsoDate | null;
}

/** The nomination that waits for the BDR; `undefined` = none, or accepted by working the account. */
export const nominationOf = (
  values: Pick<AccountValues, 'status' | 'nominatedBy' | 'nominatedOn'>,
): Nomination | undefined =>
  isBlankName(values.nominatedBy) || values.status === 'Actively Working'
    ? undefined
    : { by: values.nominatedBy ?? '', on: values.nominatedOn ?? null };

/** How the BDR can accept: by the move to Queued, or, where it is queued already, by taking the mark off. */
export type Acceptance =
  | { readonly kind: 'move'; readonly to: 'Queued' }
  | { readonly kind: 'take-mark-off' };

export type AcceptanceDecision =
  | { readonly allowed: true; readonly by: Acceptance }
  | { readonly allowed: false; readonly refusal: Refusal };

/** AW-1: only the BDR Assigned accepts. A Restricted account goes to Queued like any other (AW-0). */
export function decideAcceptance(
  values: Pick<AccountValues, 'status' | 'bdrAssigned'>,
  bdr: string,
): AcceptanceDecision {
  const owner = values.bdrAssigned?.trim() ?? '';
  if (isAnothers(owner, bdr)) {
    return {
      allowed: false,
      refusal: {
        rule: 'AW-1',
        message: label('aw1.nomination-of-other', { owner }),
        remedy: label('aw1.assigned-to-other-remedy', { owner }),
      },
    };
  }
  return {
    allowed: true,
    by: values.status === 'Queued' ? { kind: 'take-mark-off' } : { kind: 'move', to: 'Queued' },
  };
}
