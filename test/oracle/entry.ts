import { isRecent } from './days.ts';
import type { Day, OracleAccount, OraclePerson } from './facts.ts';

export interface EntryQuestion {
  readonly account: OracleAccount;
  readonly segment: 'SMB' | 'Mid-Market' | 'Large' | 'unknown';
  readonly me: string;
  /** Slots that I have filled in the segment. */
  readonly used: number;
  readonly today: Day;
  /** AW-14: people who came back. */
  readonly returned: readonly string[];
  /** AW-3x, whose details are in order. */
  readonly override?: 'low-touch sequence' | 'other units';
}

/** AW-6: 150 and 100, inclusive; SMB has none. */
const limits: Readonly<Record<string, number>> = { 'Mid-Market': 150, Large: 100 };

const isMine = (assigned: string, me: string): boolean =>
  assigned.trim().toLowerCase() === me.trim().toLowerCase();

/**
 * Whether an account may enter Actively Working: the rules that refuse it, sorted; none = it enters. Asked of
 * accounts that are not there yet.
 */
export function refusalsOfEntry(question: EntryQuestion): string[] {
  const { account, segment, me, used, today, returned, override } = question;
  const refused = new Set<string>();
  const assigned = account.bdrAssigned ?? '';
  if (assigned.trim() !== '' && !isMine(assigned, me)) refused.add('AW-7');
  if (account.status === 'Restricted') refused.add('AW-7');
  if (segment === 'unknown') refused.add('AW-6');
  if (used + 1 > (limits[segment] ?? Infinity)) refused.add('AW-6');

  const asked = account.people.filter(({ id }) => !returned.includes(id));
  const mqls = asked.filter(({ mqlDate }) => isRecent(mqlDate, today, 30));
  const qualifying = asked.filter((person) => isBusyInQualifying(person, today));
  const lifts = override !== undefined && groundHolds(override, mqls, segment);
  if (mqls.length > 0 && !lifts) refused.add('AW-3');
  if (account.opportunities.some(({ createdDate }) => isRecent(createdDate, today, 30))) refused.add('AW-4');
  const onlyMqls = qualifying.every((person) => mqls.includes(person));
  if (qualifying.length > 0 && !(lifts && onlyMqls)) refused.add('AW-5');
  return [...refused].sort();
}

const isBusyInQualifying = ({ leadStatus, lastActivity, nextTaskDate }: OraclePerson, today: Day): boolean =>
  leadStatus === 'Qualifying' &&
  (isRecent(lastActivity, today, 30) || (nextTaskDate !== undefined && nextTaskDate >= today));

/** AW-3x: the MQL is in a low-touch sequence, or the account is Large. */
function groundHolds(
  ground: 'low-touch sequence' | 'other units',
  mqls: readonly OraclePerson[],
  segment: string,
): boolean {
  if (mqls.length === 0) return false;
  if (ground === 'other units') return segment === 'Large';
  return mqls.every(
    ({ touchLevel, state }) => touchLevel === 'low' && (state === 'active' || state === 'paused'),
  );
}
