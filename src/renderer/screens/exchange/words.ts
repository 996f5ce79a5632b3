import type { ColumnMapping, DateOrder, Scale } from '../../../shared/exchange/columns.ts';
import type { RowKind } from '../../../shared/exchange/plan.ts';
import type { PreviewRow } from '../../../shared/exchange/preview.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import type { Confidence } from '../../../shared/exchange/suggest-mapping.ts';
import type { Separator } from '../../../shared/exchange/write-csv.ts';
import type { FileReport } from '../../workers/exchange/protocol.ts';

/** What a list is about, for people. */
export const subjectWords: Readonly<
  Record<ImportSubject, { readonly title: string; readonly one: string; readonly many: string }>
> = {
  accounts: { title: 'Accounts', one: 'account', many: 'accounts' },
  people: { title: 'People', one: 'person', many: 'people' },
  opportunities: { title: 'Opportunities', one: 'opportunity', many: 'opportunities' },
};

export const separatorNames: Readonly<Record<Separator, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Pipe',
};

export const encodingReasons: Readonly<Record<FileReport['encodingBy'], string>> = {
  mark: 'The file says so.',
  valid: 'Every letter fits.',
  zeros: 'By its zero bytes.',
  damaged: 'Some letters are damaged.',
  guess: 'A guess.',
  you: 'Chosen by you.',
};

export const separatorReasons: Readonly<Record<FileReport['separatorBy'], string>> = {
  guess: 'Rows come out even.',
  file: 'The file says so.',
  you: 'Chosen by you.',
};

export const confidenceNames: Readonly<Record<Confidence, string>> = {
  sure: 'Sure',
  likely: 'Likely',
  guess: 'A guess',
};

export const kindNames: Readonly<Record<RowKind, string>> = {
  new: 'New',
  changed: 'Changed',
  identical: 'Identical',
  merged: 'Merged',
  skipped: 'Skipped',
  undecided: 'Undecided',
  refused: 'Refused',
};

const accountHints: Readonly<Record<RowKind, string>> = {
  new: 'Accounts that the book does not have.',
  changed:
    'Accounts of the book that the file knows differently. A blank cell never erases unless you asked for it.',
  identical: 'Accounts that the book has just like this. Nothing is written for them.',
  merged:
    'Further rows about an account of an earlier row. They fill its blanks; where both speak, the first row holds.',
  skipped: 'Blank lines, report footers, and rows you chose to skip.',
  undecided: 'Rows that could belong to several accounts. Decide, or they are left out.',
  refused: 'Rows with a cell that cannot be right. Mend them in the list and import it again.',
};

/** What the rows of a kind are, in words of the subject. */
export function kindHint(kind: RowKind, subject: ImportSubject): string {
  if (subject === 'accounts') return accountHints[kind];
  const { one, many } = subjectWords[subject];
  switch (kind) {
    case 'new':
      return `${subjectWords[subject].title} that the book does not have, at accounts that it has.`;
    case 'changed':
      return `${subjectWords[subject].title} that the file knows differently. A blank cell never erases unless you asked for it.`;
    case 'identical':
      return `${subjectWords[subject].title} that the book has just like this. Nothing is written for them.`;
    case 'merged':
      return `Further rows about one ${one}. They fill its blanks; where both speak, the first row holds.`;
    case 'skipped':
      return accountHints.skipped;
    case 'undecided':
      return `Rows that could belong to several accounts or ${many}. Decide, or they are left out.`;
    case 'refused':
      return 'Rows with a cell that cannot be right, or whose account the book does not have. Mend them and import again.';
  }
}

export const dateOrders: readonly { readonly value: DateOrder; readonly label: string }[] = [
  { value: 'mdy', label: 'Month first (3/14/2026)' },
  { value: 'dmy', label: 'Day first (14/3/2026)' },
  { value: 'ymd', label: 'Year first (2026-03-14)' },
];

export const numberStyles: readonly {
  readonly value: NonNullable<ColumnMapping['numberStyle']>;
  readonly label: string;
}[] = [
  { value: 'point', label: '1,234.5' },
  { value: 'comma', label: '1.234,5' },
];

export const scales: readonly { readonly value: `${Scale}`; readonly label: string }[] = [
  { value: '1', label: 'As they are' },
  { value: '1000', label: 'In thousands' },
  { value: '1000000', label: 'In millions' },
];

const skipWords = { blank: 'Blank line', footer: 'Report footer', chosen: 'Skipped by you' } as const;
const matchWords = { crmId: 'CRM id', domain: 'domain', name: 'name', you: 'your decision' } as const;

/** What a row of the preview says at a glance, beside its name. */
export function summaryOf(
  row: PreviewRow,
  sayLabel: (label: PreviewRow['problems'][number]['message']) => string,
): string {
  const [problem] = row.problems;
  if (problem) return `${problem.column === null ? '' : `${problem.column}: `}${sayLabel(problem.message)}`;
  if (row.skipped) return skipWords[row.skipped];
  if (row.why) return sayLabel(row.why);
  if (row.into !== undefined) {
    const against =
      row.conflicts.length > 0 ? `; differs in ${row.conflicts.map(({ field }) => field).join(', ')}` : '';
    return `The same as row ${row.into}${against}`;
  }
  if (row.kind === 'changed') return row.fields.map(({ field }) => field).join(', ');
  if (row.kind === 'identical' && row.matchedBy) return `Found by ${matchWords[row.matchedBy]}`;
  return '';
}

export const matchText = (row: PreviewRow): string =>
  row.matchedBy ? `Found by ${matchWords[row.matchedBy]}.` : '';
