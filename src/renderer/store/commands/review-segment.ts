import type { AccountValues } from '../../../shared/accounts/account.ts';
import { reviewedSegment } from '../../../shared/accounts/segment-hold.ts';
import { acceptCount, acceptPlace } from '../../../shared/accounts/segment-review.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label, type MessageId } from '../../../shared/rule-book/messages.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';
import type { RuleBookCommand } from './rule-book-command.ts';

type ReviewSegment = Extract<RuleBookCommand, { kind: 'reviewSegment' }>;
type Review = ReviewSegment['what'];

const said = {
  acceptCount: 'command.accepted-count',
  dropCount: 'command.dropped-count',
  acceptPlace: 'command.accepted-place',
  dropPlace: 'command.dropped-place',
  confirmSegment: 'command.confirmed-segment',
  keepSegment: 'command.kept-segment',
} as const satisfies Record<Review, MessageId>;

/** SEG-4: accepts or drops a proposed count or place, or the segment that new data brought. */
export function reviewSegment(room: CommandRoom, { id, what }: ReviewSegment): Promise<Done> {
  return userWrite(room, async () => {
    const [account] = await readAccounts(room.database, [id]);
    if (!account) throw notFound();
    const { id: _id, ...values } = account;
    const next = reviewed(values, what, room.rules);
    if (next === null) throw new Refused({ code: 'invalid', message: label('seg4.nothing-proposed') });
    const change = changeBetween({ kind: 'account', id }, values, next);
    return {
      command: 'reviewSegment',
      label: label(said[what], { name: values.name }),
      changes: change ? [change] : [],
    };
  });
}

/** `null`: nothing of that kind waits for a review. */
function reviewed(values: AccountValues, what: Review, rules: CommandRoom['rules']): AccountValues | null {
  switch (what) {
    case 'acceptCount':
      return values.proposedEmployees === undefined ? null : acceptCount(values);
    case 'dropCount': {
      const { proposedEmployees, proposedEmployeesSource: _source, ...rest } = values;
      return proposedEmployees === undefined ? null : rest;
    }
    case 'acceptPlace':
      return values.proposedCountry === undefined ? null : acceptPlace(values);
    case 'dropPlace': {
      const {
        proposedCountry,
        proposedState,
        proposedPostalCode,
        proposedPlaceSource: _source,
        ...rest
      } = values;
      const isProposed = [proposedCountry, proposedState, proposedPostalCode].some(
        (part) => part !== undefined,
      );
      return isProposed ? rest : null;
    }
    case 'confirmSegment':
    case 'keepSegment':
      return reviewedSegment(values, what === 'confirmSegment', rules);
  }
}
