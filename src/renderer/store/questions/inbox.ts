import { inboxOf, limitItems } from '../../../shared/inbox/inbox.ts';
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts';
import { meters } from '../../../shared/statuses/limits.ts';
import { todayItems } from '../decisions/row-items.ts';
import type { Answerer } from './answer-question.ts';

/** Today. Items are kept by account, so that an edit costs a pass over the book, never a reading of it. */
export const answerInbox: Answerer<'inbox'> = async ({ book, decisions }) => {
  await decisions.whole();
  const { context } = book;
  const items: InboxItem[] = [];
  for (const slot of book.slots()) {
    const row = book.rowAt(slot);
    if (row) items.push(...todayItems(row, book.recordAt(slot), context));
  }
  const limits = meters(book.workingBySegment(context.bdr), context.rules);
  return inboxOf([...items, ...limitItems(limits)]);
};
