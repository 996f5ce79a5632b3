import { fixList } from '../../../shared/statuses/fix-list.ts';
import { readAccounts, readProspectsOf } from '../reading.ts';
import type { Answerer } from './answer-question.ts';

/** What to mend about an account, the account first, then its people; empty when it is gone. */
export const answerFixList: Answerer<'fixList'> = async ({ database, book }, { id }) => {
  const [account] = await readAccounts(database, [id]);
  if (!account) return [];
  const { id: _id, ...values } = account;
  return fixList({
    values,
    segment: book.rowOf(id)?.segment ?? null,
    parentMissing: account.parentRef !== undefined && account.parentId === undefined,
    prospects: await readProspectsOf(database, id),
  });
};
