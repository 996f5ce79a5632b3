import { daysAfter, fiscalYear, nextDay, plusDays } from './days.ts';
import type { Day, OracleAccount } from './facts.ts';

export interface OracleReturn {
  readonly kind: 'stay' | 'warn' | 'return';
  readonly to?: string;
  readonly due?: Day;
  readonly year?: number;
}

/** The day on which a clock has run for so many days; nothing while a pause without an end holds it. */
function dueDay(start: Day, days: number, pauses: OracleAccount['pauses']): Day | undefined {
  let at = start;
  for (let left = days; left > 0;) {
    at = nextDay(at);
    if (pauses.some(({ from, until }) => from <= at && until === undefined)) return undefined;
    if (!pauses.some(({ from, until = '' }) => from <= at && at <= until)) left -= 1;
  }
  return at;
}

/** AW-9: blank fields. */
const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** AW-9 to AW-13 for an account in Actively Working since `start`. */
export function decideReturn(account: OracleAccount, start: Day, today: Day): OracleReturn {
  const { people, pauses, accountResearch, accountStrategy, bdrNextStep, bdrNextStepDate } = account;
  const researched = [accountResearch, accountStrategy, bdrNextStep, bdrNextStepDate].every(isFilled);
  const researchDue = dueDay(start, 10, pauses);
  const sequencingDue = dueDay(start, 15, pauses);

  const inTime = people.filter(
    ({ sequencedOn, partnerProspected }) =>
      partnerProspected !== true &&
      sequencedOn !== undefined &&
      sequencedOn >= start &&
      sequencedOn <= (sequencingDue ?? today) &&
      sequencedOn <= today,
  );
  const distinct = new Set(inTime.map(({ id, email }) => email?.toLowerCase() ?? id));

  const open: (Day | undefined)[] = [];
  if (!researched) open.push(researchDue);
  if (distinct.size < 5) open.push(sequencingDue);
  const dues = open.flatMap((due) => due ?? []).sort();

  const late = dues.find((due) => due < today);
  if (late !== undefined) return { kind: 'return', to: 'Queued', due: late };

  const inactiveSince = lastActive(account, start, today);
  if (inactiveSince !== undefined && daysAfter(inactiveSince, today) >= 30) {
    return {
      kind: 'return',
      to: 'Worked in FY',
      due: plusDays(inactiveSince, 30),
      year: fiscalYear(today, 2),
    };
  }
  const isPaused = pauses.some(({ from, until = '9999' }) => from <= today && today <= until);
  const near = dues.find((due) => daysAfter(today, due) <= 3);
  return near === undefined || isPaused ? { kind: 'stay' } : { kind: 'warn', to: 'Queued', due: near };
}

/** AW-12: the last day on which anybody was active, if somebody was sequenced in this stint. */
function lastActive({ people }: OracleAccount, start: Day, today: Day): Day | undefined {
  const inStint = people.some(
    ({ sequencedOn }) => sequencedOn !== undefined && sequencedOn >= start && sequencedOn <= today,
  );
  if (!inStint) return undefined;
  const days = people.flatMap(({ state, sequencedOn, endedOn, lastActivity }) => {
    if (state === 'active') return [today];
    if (sequencedOn === undefined) return [];
    return [sequencedOn, endedOn ?? lastActivity ?? sequencedOn];
  });
  const last = days.sort().at(-1);
  return last === undefined || last > today ? today : last;
}
