import type { Account } from '../../../shared/accounts/account.ts';
import { accountItems } from '../../../shared/inbox/account-items.ts';
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts';
import type { BookRow } from '../api.ts';
import type { DecisionContext } from './context.ts';
import type { RecordDecision } from './record-decision.ts';
import { isMine } from './row-decisions.ts';

const nothing: readonly InboxItem[] = [];

/**
 * What Today says of an account: of its record, and what follows from its hierarchy and findings. Of accounts
 * that nobody planned or assigned only the record counts, and a segment change that waits for its review: a
 * book of strangers is full of findings.
 */
export function todayItems(
  row: BookRow,
  record: RecordDecision | undefined,
  context: DecisionContext,
): readonly InboxItem[] {
  const own = record?.items ?? nothing;
  const isPlanned = row.status !== '' || isMine(row.bdrAssigned, context.bdr);
  const saysMore = row.findings.length > 0 || (row.segment === null && row.status === 'Actively Working');
  if (isPlanned) return saysMore ? [...own, ...rowItems(row, own, context)] : own;
  // A change that waits is the reviewer's, whoever the account belongs to by and by (SEG-4).
  const waiting = row.findings.filter(({ message }) => message.id === 'seg4.pending');
  return waiting.length === 0 ? own : [...own, ...rowItems({ ...row, findings: waiting }, own, context)];
}

/** A bare account has nothing but what its row says; a return that is due hides the unknown segment. */
function rowItems(row: BookRow, own: readonly InboxItem[], context: DecisionContext): InboxItem[] {
  const { id, name, status, priority, bdrAssigned, segment, findings } = row;
  const account: Account = { id, name, status, bdrAssigned, ...(priority !== null && { priority }) };
  const isReturning = own.some(({ group }) => group === 'returns');
  const { bdr, today, week, rules } = context;
  return accountItems(
    { account, prospects: [], segment: isReturning ? 'SMB' : segment, findings },
    { bdr, today, week, settings: rules, pauses: [] },
  );
}
