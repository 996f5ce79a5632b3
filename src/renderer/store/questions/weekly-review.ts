import { weeklyReviewId } from '../../../shared/workspace/documents.ts';
import { readDocument } from '../reading.ts';
import type { Answerer } from './answer-question.ts';

/** AW-11: the accounts that the last weekly review returned and that still are where it left them. */
export const answerWeeklyReview: Answerer<'weeklyReview'> = async ({ database, book }) => {
  const note = await readDocument(database, 'weeklyReview', weeklyReviewId);
  if (!note || note.values.isDismissed === true) return null;
  const { week, on, returned } = note.values;
  const accounts = returned.flatMap((id) => {
    const row = book.rowOf(id);
    return row?.status === 'Queued' ? [{ id, name: row.name }] : [];
  });
  return accounts.length === 0 ? null : { week, on, accounts };
};
