import type { Opportunity } from '../accounts/opportunity.ts';
import { opportunityState } from '../accounts/opportunity.ts';
import { fold } from '../accounts/normalise.ts';
import type { Prospect } from '../accounts/prospect.ts';
import { inTheLast, isFuture, recency } from '../calendar.ts';
import { addDays, type IsoDate } from '../clock.ts';
import { label } from '../rule-book/messages.ts';
import type { Finding, Refusal } from './decision.ts';

/** What AW-3 and AW-5 need of a person. */
export type EntryProspect = Pick<
  Prospect,
  'id' | 'name' | 'mqlDate' | 'leadStatus' | 'lastActivity' | 'nextTaskDate' | 'touchLevel' | 'state'
>;

export type EntryOpportunity = Pick<
  Opportunity,
  'id' | 'name' | 'createdDate' | 'stage' | 'closeDate' | 'lostReason'
>;

/** The people and opportunities of an account that wants to enter Actively Working. */
export interface EntryFacts {
  readonly prospects: readonly EntryProspect[];
  readonly opportunities: readonly EntryOpportunity[];
  readonly today: IsoDate;
  /** CLK-2: how many days count as recent. */
  readonly recentDays: number;
  /** AW-14: people who came back by themselves; AW-3 and AW-5 are not tested against them. */
  readonly returned?: ReadonlySet<string>;
}

export interface EntryChecks {
  /** AW-3, AW-4, AW-5 in this order. */
  readonly refusals: readonly Refusal[];
  /** The people because of whom AW-3 and AW-5 refuse (AW-3x looks at them). */
  readonly mqls: readonly EntryProspect[];
  readonly qualifying: readonly EntryProspect[];
  /** AW-4: said, but no hindrance; then what speaks for working it; then dates that cannot be. */
  readonly warnings: readonly Finding[];
  readonly reasons: readonly Finding[];
  readonly findings: readonly Finding[];
}

/** AW-3, AW-4, AW-5: whether what happened at the account lately stands against working it. */
export function checkEntry(facts: EntryFacts): EntryChecks {
  const tested = facts.prospects.filter(({ id }) => facts.returned?.has(id) !== true);
  const mqls = tested.filter(({ mqlDate }) => inTheLast(mqlDate, facts.today, facts.recentDays));
  const qualifying = tested.filter((prospect) => isBusyInQualifying(prospect, facts));
  const created = facts.opportunities.filter(({ createdDate }) =>
    inTheLast(createdDate, facts.today, facts.recentDays),
  );
  return {
    refusals: [
      ...refusedByMql(mqls, facts),
      ...refusedByOpportunity(created, facts),
      ...refusedByQualifying(qualifying, facts),
    ],
    mqls,
    qualifying,
    warnings: facts.opportunities.flatMap((opportunity) => warningsOf(opportunity, facts)),
    reasons: facts.opportunities.flatMap((opportunity) => reasonsOf(opportunity, facts)),
    findings: [
      ...tested.flatMap((prospect) => datesAhead(prospect, facts.today)),
      ...facts.opportunities.flatMap((opportunity) => createdAhead(opportunity, facts.today)),
    ],
  };
}

/** Whether a lead status is "Qualifying", however it is written. */
const isQualifying = ({ leadStatus }: Pick<Prospect, 'leadStatus'>): boolean =>
  fold(leadStatus ?? '').trim() === 'qualifying';

/** AW-5: activity in the last 30 days, or an open task due today or later. */
function isBusyInQualifying(prospect: EntryProspect, { today, recentDays }: EntryFacts): boolean {
  if (!isQualifying(prospect)) return false;
  const { lastActivity, nextTaskDate } = prospect;
  return inTheLast(lastActivity, today, recentDays) || (nextTaskDate !== undefined && nextTaskDate >= today);
}

const latest = <T>(items: readonly T[], dateOf: (item: T) => IsoDate | undefined): T | undefined => {
  let found: T | undefined;
  for (const item of items) if (!found || (dateOf(item) ?? '') > (dateOf(found) ?? '')) found = item;
  return found;
};

/** CLK-2: recent until day 29, free on day 30. */
const freeOn = (date: IsoDate, { recentDays }: EntryFacts): IsoDate => addDays(date, recentDays);

function refusedByMql(mqls: readonly EntryProspect[], facts: EntryFacts): Refusal[] {
  const last = latest(mqls, ({ mqlDate }) => mqlDate);
  if (last?.mqlDate === undefined) return [];
  const { name, mqlDate: date } = last;
  const days = facts.recentDays;
  return [
    {
      rule: 'AW-3',
      message:
        mqls.length === 1
          ? label('aw3.mql', { name, date, days })
          : label('aw3.mqls', { count: mqls.length, name, date, days }),
      remedy: label('aw3.mql-remedy', { date: freeOn(date, facts) }),
    },
  ];
}

function refusedByOpportunity(created: readonly EntryOpportunity[], facts: EntryFacts): Refusal[] {
  const last = latest(created, ({ createdDate }) => createdDate);
  if (last?.createdDate === undefined) return [];
  return [
    {
      rule: 'AW-4',
      message: label('aw4.created', {
        name: nameOf(last),
        date: last.createdDate,
        days: facts.recentDays,
      }),
      remedy: label('aw4.created-remedy', { date: freeOn(last.createdDate, facts) }),
    },
  ];
}

function refusedByQualifying(qualifying: readonly EntryProspect[], facts: EntryFacts): Refusal[] {
  return qualifying.map(({ name, lastActivity, nextTaskDate }): Refusal => {
    const busy = lastActivity !== undefined && inTheLast(lastActivity, facts.today, facts.recentDays);
    if (nextTaskDate !== undefined && nextTaskDate >= facts.today) {
      return {
        rule: 'AW-5',
        message: label('aw5.task', { name, date: nextTaskDate }),
        remedy: label('aw5.task-remedy', { name }),
      };
    }
    const date = busy ? lastActivity : facts.today;
    return {
      rule: 'AW-5',
      message: label('aw5.activity', { name, date, days: facts.recentDays }),
      remedy: label('aw5.activity-remedy', { date: freeOn(date, facts) }),
    };
  });
}

const nameOf = ({ name, id }: EntryOpportunity): string => name ?? id;

/** AW-4: an open opportunity, or one that was lost less than 30 days ago or on no known day. */
function warningsOf(opportunity: EntryOpportunity, facts: EntryFacts): Finding[] {
  const state = opportunityState(opportunity);
  const name = nameOf(opportunity);
  if (state === 'open') return [{ rule: 'AW-4', message: label('aw4.open', { name }) }];
  if (state !== 'lost') return [];
  const { closeDate } = opportunity;
  if (closeDate === undefined) return [{ rule: 'AW-4', message: label('aw4.lost-undated', { name }) }];
  if (recency(closeDate, facts.today, facts.recentDays) === 'old') return [];
  return [{ rule: 'AW-4', message: label('aw4.lost-lately', { name, date: closeDate }) }];
}

/** AW-4: one that was lost longer ago is a good reason to work the account. */
function reasonsOf(opportunity: EntryOpportunity, facts: EntryFacts): Finding[] {
  const { closeDate, lostReason } = opportunity;
  if (opportunityState(opportunity) !== 'lost' || closeDate === undefined) return [];
  if (recency(closeDate, facts.today, facts.recentDays) !== 'old') return [];
  const said = { name: nameOf(opportunity), date: closeDate };
  return [
    {
      rule: 'AW-4',
      message:
        lostReason === undefined
          ? label('aw4.worth-another-try', said)
          : label('aw4.worth-another-try-because', { ...said, reason: lostReason }),
    },
  ];
}

/** CLK-2: a date in the future is a finding, not "recent". */
function datesAhead({ name, mqlDate, lastActivity }: EntryProspect, today: IsoDate): Finding[] {
  const ahead = (date: IsoDate | undefined, id: 'clk2.mql-ahead' | 'clk2.activity-ahead'): Finding[] =>
    date !== undefined && isFuture(date, today)
      ? [{ rule: 'CLK-2', message: label(id, { name, date }) }]
      : [];
  return [...ahead(mqlDate, 'clk2.mql-ahead'), ...ahead(lastActivity, 'clk2.activity-ahead')];
}

function createdAhead(opportunity: EntryOpportunity, today: IsoDate): Finding[] {
  const { createdDate: date } = opportunity;
  if (date === undefined || !isFuture(date, today)) return [];
  return [{ rule: 'CLK-2', message: label('clk2.opportunity-ahead', { name: nameOf(opportunity), date }) }];
}
