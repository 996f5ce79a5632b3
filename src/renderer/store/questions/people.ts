import { decideContact, type Contact } from '../../../shared/priorities/contact.ts';
import type { Decided } from '../../../shared/rule-book/receipt.ts';
import { plainValue, type FieldValue } from '../../../shared/views/field-value.ts';
import { flagValue, resultName, resultsOf } from '../../../shared/views/result-fields.ts';
import type { Book } from '../book/book.ts';
import type { ProspectRow } from '../database.ts';
import { isMine } from '../decisions/row-decisions.ts';
import { listPage } from '../lists/list-page.ts';
import type { Answerer } from './answer-question.ts';
import type { PersonLine } from './questions.ts';

/** The people of the book as a list of their own, with what PR-10 says of each. */
export const answerPeople: Answerer<'people'> = async (room, ask) => {
  const { book } = room;
  const page = await listPage(room, ask, {
    kind: 'prospect',
    valueOf: (row, field) => personValue(row, field, book),
    textOf: ({ accountId, values: { name, title, email, phone, leadStatus, sequenceName } }) =>
      [name, title, email, phone, leadStatus, sequenceName, book.rowOf(accountId)?.name].join('\n'),
  });
  const lines = page.records.map((row): PersonLine => ({
    id: row.id,
    accountId: row.accountId,
    accountName: book.rowOf(row.accountId)?.name ?? '',
    values: row.values,
    results: resultsOf('people', (field) => personValue(row, field, book)),
    call: contactOf(row, 'call', book),
    mail: contactOf(row, 'mail', book),
  }));
  return { total: page.total, found: page.found, lines };
};

function contactOf(
  { accountId, values }: ProspectRow,
  channel: 'call' | 'mail',
  book: Book,
): Decided<Contact> {
  return decideContact(values, channel, book.countryOf(accountId));
}

function personValue(row: ProspectRow, field: string, book: Book): FieldValue {
  const name = resultName(field);
  if (name === undefined) return plainValue((row.values as Readonly<Record<string, unknown>>)[field]);
  const account = book.rowOf(row.accountId);
  const may = (channel: 'call' | 'mail'): boolean => contactOf(row, channel, book).outcome === 'allowed';
  switch (name) {
    case 'atMyWorking':
      return flagValue(
        account?.status === 'Actively Working' && isMine(account.bdrAssigned, book.context.bdr),
      );
    case 'mayCall':
      return flagValue(may('call'));
    case 'mayMail':
      return flagValue(may('mail'));
    case 'mayContact':
      return flagValue(may('mail') || may('call'));
    case 'accountName':
      return account?.name ?? null;
    case 'accountStatus':
      return account?.status ?? null;
    case 'accountPriority':
      return account?.priority ?? null;
    default:
      return null;
  }
}
