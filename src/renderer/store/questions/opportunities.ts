import { opportunityState } from '../../../shared/accounts/opportunity.ts';
import { plainValue, type FieldValue } from '../../../shared/views/field-value.ts';
import { flagValue, resultName, resultsOf } from '../../../shared/views/result-fields.ts';
import type { Book } from '../book/book.ts';
import type { OpportunityRow } from '../database.ts';
import { listPage } from '../lists/list-page.ts';
import type { Answerer } from './answer-question.ts';
import { decideHeld, isHeldBack } from './held-opportunities.ts';
import type { OpportunityLine } from './questions.ts';

/** The opportunities of the book as a list of their own. */
export const answerOpportunities: Answerer<'opportunities'> = async (room, ask) => {
  const { book } = room;
  const page = await listPage(room, ask, {
    kind: 'opportunity',
    valueOf: (row, field) => opportunityValue(row, field, book),
    textOf: ({ accountId, values: { name, owner, stage, crmId, lostReason } }) =>
      [name, owner, stage, crmId, lostReason, book.rowOf(accountId)?.name].join('\n'),
  });
  const lines = page.records.map((row): OpportunityLine => ({
    id: row.id,
    accountId: row.accountId,
    accountName: book.rowOf(row.accountId)?.name ?? '',
    values: row.values,
    results: resultsOf('opportunities', (field) => opportunityValue(row, field, book)),
  }));
  return { total: page.total, found: page.found, lines };
};

function opportunityValue({ id, values, accountId }: OpportunityRow, field: string, book: Book): FieldValue {
  const name = resultName(field);
  if (name === undefined) return plainValue((values as Readonly<Record<string, unknown>>)[field]);
  const opportunity = { ...values, id };
  const account = book.rowOf(accountId);
  switch (name) {
    case 'open':
    case 'lost':
    case 'won':
      return flagValue(opportunityState(opportunity) === name);
    case 'held':
      return flagValue(isHeldBack(opportunity, account));
    case 'heldUntil': {
      if (!isHeldBack(opportunity, account)) return null;
      const outcome = decideHeld(opportunity, book.context.today, book.context.rules)?.outcome;
      return outcome?.kind === 'stays' ? outcome.lastDay : null;
    }
    case 'accountName':
      return account?.name ?? null;
    case 'accountOwner':
      return account?.owner ?? null;
    default:
      return null;
  }
}
