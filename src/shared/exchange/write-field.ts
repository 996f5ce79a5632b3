import type { Account, EmployeeCount } from '../accounts/account.ts';
import { openStintOf } from '../statuses/stints.ts';
import { columnDefinition, type ColumnKey } from './columns.ts';
import { writeEmployees } from './employee-cell.ts';
import {
  writeDomainList,
  writePauses,
  writeStints,
  writeTextList,
  writeTriggers,
  writeYearList,
} from './list-text.ts';

/** How a parent is named in a file: its CRM id, else its name; a parent outside the book as it came. */
export type ParentName = (account: Account) => string;

/** The text of one account's field in a file. Blank fields are empty cells. */
export function fieldWriter(key: ColumnKey, parentName: ParentName): (account: Account) => string {
  if (key === 'parentRef') return parentName;
  if (key === 'stints') return (account) => openStintOf(account.stints)?.start ?? '';
  const field = key === 'stintHistory' ? 'stints' : key;
  const write = valueWriter(key);
  return (account) => {
    const value = account[field];
    return value === undefined ? '' : write(value);
  };
}

/** Writes one value that a column holds, as `cellReader` of the same column reads it. */
export function valueWriter(key: ColumnKey): (value: unknown) => string {
  switch (columnDefinition(key).type) {
    case 'employees':
      return (value) => writeEmployees(value as EmployeeCount);
    case 'yesNo':
      return (value) => (value === true ? 'Yes' : 'No');
    case 'textList':
      return listWriter(key === 'otherDomains' ? writeDomainList : writeTextList);
    case 'yearList':
      return listWriter(writeYearList);
    case 'triggers':
      return listWriter(writeTriggers);
    case 'stintHistory':
      return listWriter(writeStints);
    case 'pauses':
      return listWriter(writePauses);
    default:
      return String;
  }
}

const listWriter =
  (write: (items: never) => string) =>
  (value: unknown): string =>
    Array.isArray(value) && value.length > 0 ? write(value as never) : '';
