import { readExceptions } from '../territories/exception-documents.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { AnswerTo } from './questions.ts';

/** TER-5, TER-7: the recorded exceptions, by account. */
export async function answerExceptions({ database, book }: CommandRoom): Promise<AnswerTo<'exceptions'>> {
  const recorded = await readExceptions(database);
  return recorded
    .map(({ id, exception }) => ({
      id,
      exception,
      accountName: book.rowOf(exception.accountId)?.name ?? '',
    }))
    .sort((a, b) => byName(a.accountName, b.accountName) || (a.id < b.id ? -1 : 1));
}

const byName = new Intl.Collator('en').compare;
