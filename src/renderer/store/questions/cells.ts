import { isColumnKey } from '../../../shared/exchange/columns.ts';
import { dayText, shownText } from '../../../shared/views/shown-text.ts';
import { resultName, ruleResults, type ResultKind } from '../../../shared/views/result-fields.ts';
import type { Account } from '../../../shared/accounts/account.ts';
import type { BookRow } from '../api.ts';
import { rowValue } from '../book/row-values.ts';
import { readAccounts } from '../reading.ts';
import type { Answerer } from './answer-question.ts';

/** Texts of any fields as the account panel shows them; an account that is gone has none. */
export const answerCells: Answerer<'cells'> = async ({ database, book }, { ids, fields }) => {
  const needsAccounts = fields.some((field) => resultName(field) === undefined);
  const accounts = new Map(
    (needsAccounts ? await readAccounts(database, ids) : []).map((account) => [account.id, account]),
  );
  return ids.map((id) => {
    const row = book.rowOf(id);
    const account = accounts.get(id);
    const parent = account?.parentId === undefined ? undefined : book.rowOf(account.parentId)?.name;
    const named = account && parent !== undefined ? { ...account, parentRef: parent } : account;
    return fields.map((field) => cellText(field, row, named));
  });
};

function cellText(field: string, row: BookRow | undefined, account: Account | undefined): string {
  const name = resultName(field);
  if (name !== undefined) return row ? resultText(name, row) : '';
  if (!account) return '';
  if (field.startsWith('custom.')) return account.custom?.[field.slice('custom.'.length)] ?? '';
  return isColumnKey(field) ? shownText(account, field) : '';
}

const kinds = new Map<string, ResultKind>(
  ruleResults.filter(({ list }) => list === 'accounts').map(({ name, kind }) => [name, kind]),
);

function resultText(name: string, row: BookRow): string {
  const value = name === 'employees' ? row.employees : rowValue(row, `rule.${name}`);
  if (value === null) return '';
  switch (kinds.get(name)) {
    case 'flag':
      return 'Yes';
    case 'date':
      return dayText(String(value));
    default:
      return String(value);
  }
}
