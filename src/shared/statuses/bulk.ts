import type { Segment, Status } from '../accounts/account.ts';
import { isAnothers, isBlankName } from '../accounts/bdr.ts';
import { label } from '../rule-book/messages.ts';
import type { Finding, Refusal } from './decision.ts';
import type { EntryFacts } from './entry-checks.ts';
import { decideMove, type MoveDecision } from './moves.ts';
import type { Override } from './override.ts';

/** AW-15: what is to be changed for many accounts at once. */
export type BulkChange =
  | {
      readonly kind: 'status';
      readonly to: Status;
      readonly details?: { readonly reason?: string; readonly askedBy?: string };
      readonly override?: Override;
    }
  /** '' unassigns. */
  | { readonly kind: 'bdrAssigned'; readonly to: string };

export interface BulkAccount {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly bdrAssigned: string;
  readonly segment: Segment | null;
  readonly entry?: EntryFacts;
}

export interface BulkContext {
  /** The workspace's BDR. */
  readonly bdr: string;
  /** AW-6: slots that a BDR has filled in a segment, and the limit; `null` = none. */
  readonly usedBy: (bdr: string, segment: Segment) => number;
  readonly limitFor: (segment: Segment) => number | null;
}

/** What a bulk change would do to one account. */
export interface BulkRow {
  readonly id: string;
  readonly name: string;
  readonly outcome: 'passes' | 'refused' | 'unchanged';
  /** Why it is refused, the most telling rule first. */
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Finding[];
  /** AW-3x: an override would let it pass. */
  readonly overridable: boolean;
  /** AW-8: reason and who asked are still to be given. */
  readonly needsReason: boolean;
}

/**
 * AW-15: a preview per account, in the given order. Slots are counted as they fill, so that the accounts
 * that pass fit in together (AW-6).
 */
export function previewBulk(
  accounts: readonly BulkAccount[],
  change: BulkChange,
  context: BulkContext,
): BulkRow[] {
  return change.kind === 'status'
    ? previewStatus(accounts, change, context)
    : previewAssignment(accounts, change.to.trim(), context);
}

function previewStatus(
  accounts: readonly BulkAccount[],
  { to, details, override }: Extract<BulkChange, { kind: 'status' }>,
  context: BulkContext,
): BulkRow[] {
  const delta = new Map<Segment, number>();
  return accounts.map((account) => {
    const { segment, status: from, entry } = account;
    if (from === to) return rowOf(account, 'unchanged');
    const filled = segment === null ? 0 : (delta.get(segment) ?? 0);
    const decision = decideMove({
      from,
      to,
      segment,
      bdrAssigned: account.bdrAssigned,
      bdr: context.bdr,
      used: segment === null ? 0 : context.usedBy(context.bdr, segment) + filled,
      limit: segment === null ? null : context.limitFor(segment),
      ...(details && { details }),
      ...(entry && { entry }),
      ...(override && { override }),
    });
    if (decision.allowed && segment !== null) {
      const change = Number(to === 'Actively Working') - Number(from === 'Actively Working');
      delta.set(segment, filled + change);
    }
    return rowOfMove(account, decision);
  });
}

const rowOf = (
  { id, name }: BulkAccount,
  outcome: BulkRow['outcome'],
  rest: Partial<BulkRow> = {},
): BulkRow => ({
  id,
  name,
  outcome,
  refusals: [],
  warnings: [],
  overridable: false,
  needsReason: false,
  ...rest,
});

const rowOfMove = (account: BulkAccount, decision: MoveDecision): BulkRow =>
  decision.allowed
    ? rowOf(account, 'passes', {
        warnings: decision.warnings ?? [],
        needsReason: decision.needsReason === true,
      })
    : rowOf(account, 'refused', {
        refusals: decision.refusals,
        overridable: decision.overridableOn !== undefined,
      });

/**
 * AW-2, AW-6: a change of BDR Assigned keeps the stint and counts against the receiver. It evicts nobody and
 * is never refused; where it leaves a limit passed, that is said.
 */
function previewAssignment(
  accounts: readonly BulkAccount[],
  receiver: string,
  { usedBy, limitFor }: BulkContext,
): BulkRow[] {
  const taken = new Map<Segment, number>();
  return accounts.map((account) => {
    const { bdrAssigned, segment, status } = account;
    const keeps = isBlankName(receiver)
      ? isBlankName(bdrAssigned)
      : !isBlankName(bdrAssigned) && !isAnothers(bdrAssigned, receiver);
    if (keeps) return rowOf(account, 'unchanged');
    if (status !== 'Actively Working' || segment === null || isBlankName(receiver)) {
      return rowOf(account, 'passes');
    }
    const more = (taken.get(segment) ?? 0) + 1;
    taken.set(segment, more);
    const used = usedBy(receiver, segment) + more;
    const limit = limitFor(segment);
    if (limit === null || used <= limit) return rowOf(account, 'passes');
    const message = label('aw6.receiver-over', { receiver, segment, used, limit });
    return rowOf(account, 'passes', { warnings: [{ rule: 'AW-6', message }] });
  });
}
