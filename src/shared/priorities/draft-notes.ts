import type { AccountValues } from '../accounts/account.ts';
import { formatEmployees } from '../accounts/employees.ts';
import { icpParts, tidyNote, type IcpNotes } from '../accounts/icp-notes.ts';
import { readIcpNotes } from '../accounts/icp-notes-text.ts';
import type { Prospect } from '../accounts/prospect.ts';
import { chosenCount } from '../accounts/segment.ts';
import { sayStrictly, label } from '../rule-book/messages.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import { hasMoment } from './signals.ts';

type Person = Pick<Prospect, 'name' | 'title' | 'lastInterestingMoment' | 'lastInterestingMomentDate'>;

/** No note is made of more people than this: the latest moments count. */
const mostPeople = 5;

/**
 * PR-1: the notes as the form offers them: what stands in Account Research stays; parts that nobody has
 * written are drafted from the account's fields and people, '' where nothing is known.
 */
export function draftNotes(
  values: AccountValues,
  prospects: readonly Person[],
  settings: Pick<RuleSettings, 'highDbQsOver' | 'employeeSourceOrder'>,
): IcpNotes {
  const written = readIcpNotes(values.accountResearch);
  const drafted: IcpNotes = {
    highLam: lamNote(values, settings),
    highDbQs: dbQsNote(values, settings),
    salInsights: [values.accountRankNotes, values.aeNotes].filter(Boolean).join('\n'),
    personsWithLims: peopleNote(prospects),
    techUsed: values.techUsed ?? '',
    triggers: (values.triggers ?? [])
      .map(({ text, date, link }) => [date, text, link].filter(Boolean).join(' '))
      .join('\n'),
  };
  return Object.fromEntries(
    icpParts.map((part) => [part, written[part] === '' ? tidyNote(drafted[part]) : written[part]]),
  ) as IcpNotes;
}

function lamNote(values: AccountValues, settings: Pick<RuleSettings, 'employeeSourceOrder'>): string {
  const { lamDevelopers: lam } = values;
  if (lam === undefined) return '';
  const count = chosenCount(values, settings)?.count;
  return sayStrictly(
    count === undefined
      ? label('notes.lam', { lam })
      : label('notes.lam-of', { lam, employees: formatEmployees(count) }),
  );
}

/** Over 70 is high; what is not high is none. */
const dbQsNote = ({ dbQs }: AccountValues, { highDbQsOver }: Pick<RuleSettings, 'highDbQsOver'>): string =>
  dbQs === undefined ? '' : dbQs > highDbQsOver ? String(dbQs) : sayStrictly(label('notes.none'));

const peopleNote = (prospects: readonly Person[]): string =>
  prospects
    .filter(hasMoment)
    .sort((a, b) => compare(b.lastInterestingMomentDate ?? '', a.lastInterestingMomentDate ?? ''))
    .slice(0, mostPeople)
    .map(({ name, title, lastInterestingMoment, lastInterestingMomentDate }) =>
      [title === undefined ? name : `${name} (${title})`, lastInterestingMoment, lastInterestingMomentDate]
        .filter(Boolean)
        .join(', '),
    )
    .join('\n');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
