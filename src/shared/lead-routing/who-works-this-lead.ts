import { inTheLast, isFuture, recency } from '../calendar.ts';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { LeadAccount, LeadQuestion, OtherLead } from './lead-question.ts';

/** Who works a lead. */
export type LeadAnswer =
  | { readonly who: 'bdr'; readonly name: string; readonly tell: readonly Told[]; readonly ask?: AskAe }
  /** An SDR who has another lead of the account, or this very one. */
  | { readonly who: 'sdr'; readonly name: string; readonly tell: readonly Told[] }
  /** The SDR team, in turn. */
  | { readonly who: 'round robin'; readonly tell: readonly Told[] }
  /** ROE-5: the partner's. */
  | { readonly who: 'nobody'; readonly tell: readonly Told[] };

/** Who is to be told. */
export type Told = 'BDR Assigned' | 'manager of the BDR';

/** ROE-3: the AE decides; `hours` from now. */
export interface AskAe {
  readonly ae: string;
  readonly hours: number;
}

type Settings = Pick<RuleSettings, 'recentDays' | 'restrictedAnswerHours'>;

/** One step on the way to the answer. */
interface Step {
  readonly rule: RuleId;
  readonly said: Label;
}

interface Route {
  readonly answer: LeadAnswer;
  /** In the order in which they were asked; the last one decided. */
  readonly path: readonly Step[];
  readonly flips: readonly Label[];
}

/** ROE-1 to ROE-6: who works a lead, with the path to the answer. */
export function whoWorksThisLead(
  question: LeadQuestion,
  settings: Settings = defaultRuleSettings,
): Decided<LeadAnswer> {
  const { answer, path, flips } = route(question, settings);
  const ids = path.map(({ rule }) => rule);
  return {
    outcome: answer,
    receipt: {
      rules: [ids.at(-1) ?? 'ROE-1', ...new Set(ids.slice(0, -1).filter((id) => id !== ids.at(-1)))],
      said: saidOf(answer),
      facts: path.map(({ said }) => said),
      settings: settingsUsed(settings, ['recentDays', 'restrictedAnswerHours']),
      flips,
    },
  };
}

function saidOf(answer: LeadAnswer): Label {
  switch (answer.who) {
    case 'bdr':
      return answer.name === ''
        ? label('routing.is-bdr-unassigned')
        : label('routing.is-bdr', { name: answer.name });
    case 'sdr':
      return label('routing.is-sdr', { name: answer.name });
    case 'round robin':
      return label('routing.is-round-robin');
    case 'nobody':
      return label('routing.is-nobody');
  }
}

function route(question: LeadQuestion, settings: Settings): Route {
  if (!question.isPartnerProspected) return byAccount(question, settings, []);
  const { account, isQualifying, isInSequence, metAtJointPartnerEvent } = question;
  const isWorked = account?.status === 'Actively Working';
  const stays = metAtJointPartnerEvent && (isWorked || isQualifying || isInSequence);
  if (!stays) {
    return {
      answer: { who: 'nobody', tell: [] },
      path: [step('ROE-5', label('roe5.partner'))],
      flips: metAtJointPartnerEvent
        ? [label('routing.flip.worked-at-event')]
        : [label('routing.flip.partner-flag')],
    };
  }
  const path = [step('ROE-5', label('roe5.stays'))];
  if (isWorked && account.bdrAssigned !== '') return toBdr(account, path, []);
  return question.currentOwner === ''
    ? byAccount(question, settings, path)
    : { answer: { who: 'sdr', name: question.currentOwner, tell: [] }, path, flips: [] };
}

const step = (rule: RuleId, said: Label): Step => ({ rule, said });

const toBdr = (account: LeadAccount, path: readonly Step[], flips: readonly Label[]): Route => ({
  answer: { who: 'bdr', name: account.bdrAssigned, tell: [] },
  path,
  flips,
});

function byAccount(question: LeadQuestion, settings: Settings, before: readonly Step[]): Route {
  const { account } = question;
  if (account === null) {
    return amongSdrs(question, settings, [...before, step('ROE-1', label('roe1.no-account'))], []);
  }
  const { name, status } = account;
  switch (status) {
    case 'Actively Working':
      return byActivity(account, question, settings, before);
    case 'Restricted': {
      const hours = settings.restrictedAnswerHours;
      const said = label('roe3.restricted', { name, hours });
      const answer: LeadAnswer = {
        who: 'bdr',
        name: account.bdrAssigned,
        tell: [],
        ask: { ae: account.owner, hours },
      };
      return { answer, path: [...before, step('ROE-3', said)], flips: [label('routing.flip.lift')] };
    }
    case '':
    case 'Queued':
    case 'Worked in FY': {
      const path = [...before, step('ROE-1', label('roe1.not-worked', { name, status }))];
      return amongSdrs(question, settings, path, []);
    }
  }
}

/** ROE-2. Only what the CRM knows counts (ROE-6); a date in the future is no activity (CLK-2). */
function byActivity(
  account: LeadAccount,
  question: LeadQuestion,
  settings: Settings,
  before: readonly Step[],
): Route {
  const { activities, today } = question;
  const { recentDays: days } = settings;
  const notes = activities.filter(({ loggedInCrm }) => !loggedInCrm).length;
  const logged = activities.filter(({ loggedInCrm }) => loggedInCrm);
  const path = [
    ...before,
    ...(notes > 0 ? [step('ROE-6', label('roe6.notes', { count: notes }))] : []),
    ...aheadSteps(
      logged.map(({ on }) => on),
      today,
    ),
  ];
  const { name } = account;
  for (const about of ['bdr', 'related lead'] as const) {
    const latest = latestOf(logged.filter((it) => it.about === about && inTheLast(it.on, today, days)));
    if (latest === undefined) continue;
    const said =
      about === 'bdr'
        ? label('roe2.bdr-activity', { name, date: latest, days })
        : label('roe2.related-activity', { name, date: latest, days });
    if (account.bdrAssigned !== '') {
      const flip = label('routing.flip.silence', { date: latest, days });
      return toBdr(account, [...path, step('ROE-2', said)], [flip]);
    }
    path.push(step('ROE-2', said));
  }
  const isAssigned = account.bdrAssigned !== '';
  path.push(
    step('ROE-2', isAssigned ? label('roe2.silent', { name, days }) : label('roe2.unassigned', { name })),
  );
  return amongSdrs(
    question,
    settings,
    path,
    isAssigned ? ['BDR Assigned', 'manager of the BDR'] : ['manager of the BDR'],
    [isAssigned ? label('routing.flip.activity', { days }) : label('routing.flip.assign')],
  );
}

const aheadSteps = (dates: readonly IsoDate[], today: IsoDate): Step[] =>
  dates
    .filter((date) => recency(date, today) === 'future')
    .map((date) => step('CLK-2', label('routing.ahead', { date })));

function latestOf(activities: readonly { readonly on: IsoDate }[]): IsoDate | undefined {
  let latest: IsoDate | undefined;
  for (const { on } of activities) if (latest === undefined || on > latest) latest = on;
  return latest;
}

/** ROE-4: which SDR. */
function amongSdrs(
  question: LeadQuestion,
  settings: Settings,
  before: readonly Step[],
  tell: readonly Told[],
  flips: readonly Label[] = [],
): Route {
  const { otherLeads, today, mqlDate } = question;
  const { recentDays: days } = settings;
  const keeper = keeperOf(otherLeads, today, days);
  if (keeper) {
    const { owner: name, status } = keeper;
    const path = [...before, step('ROE-4', label('roe4.keeps', { name, status, days }))];
    return { answer: { who: 'sdr', name, tell }, path, flips };
  }
  const earliest = earliestMql(otherLeads);
  if (earliest && (mqlDate === undefined || earliest.mqlDate <= mqlDate)) {
    const { owner: name, mqlDate: date } = earliest;
    const path = [...before, step('ROE-4', label('roe4.earliest', { name, date }))];
    return { answer: { who: 'sdr', name, tell }, path, flips };
  }
  const said = earliest
    ? label('roe4.this-is-earliest', { date: earliest.mqlDate })
    : label('roe4.round-robin', { count: otherLeads.length });
  const path = [...before, step('ROE-4', said)];
  return question.currentOwner !== '' && earliest
    ? { answer: { who: 'sdr', name: question.currentOwner, tell }, path, flips }
    : { answer: { who: 'round robin', tell }, path, flips };
}

/**
 * An Accepted or Qualifying lead that somebody is at: of several the one with the latest activity, then by
 * name, since no source says which.
 */
function keeperOf(leads: readonly OtherLead[], today: IsoDate, days: number): OtherLead | undefined {
  const kept = leads.filter(
    ({ owner, status, lastActivity, nextTask }) =>
      owner !== '' &&
      (status === 'Accepted' || status === 'Qualifying') &&
      (inTheLast(lastActivity, today, days) || (nextTask !== undefined && isFuture(nextTask, today))),
  );
  const rank = ({ lastActivity }: OtherLead): string =>
    lastActivity !== undefined && lastActivity <= today ? lastActivity : '';
  return kept.sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) > rank(b) ? -1 : 1;
    return a.owner < b.owner ? -1 : 1;
  })[0];
}

interface DatedMql {
  readonly owner: string;
  readonly mqlDate: IsoDate;
}

/** Of the other MQLs the one with the earliest date, then by name. */
function earliestMql(leads: readonly OtherLead[]): DatedMql | undefined {
  const dated = leads.flatMap(({ owner, status, mqlDate }): DatedMql[] =>
    status === 'MQL' && mqlDate !== undefined && owner !== '' ? [{ owner, mqlDate }] : [],
  );
  return dated.sort((a, b) =>
    a.mqlDate !== b.mqlDate ? (a.mqlDate < b.mqlDate ? -1 : 1) : a.owner < b.owner ? -1 : 1,
  )[0];
}
