import type { Account, AccountValues } from '../../../shared/accounts/account.ts';
import type { Opportunity } from '../../../shared/accounts/opportunity.ts';
import type { Prospect } from '../../../shared/accounts/prospect.ts';
import { addDays, daysBetween, type IsoDate } from '../../../shared/clock.ts';
import { accountItems } from '../../../shared/inbox/account-items.ts';
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts';
import type { TriggerState } from '../../../shared/priorities/triggers.ts';
import { missingFields, readClocks, type Clocks } from '../../../shared/statuses/clocks.ts';
import { comebacks } from '../../../shared/statuses/comeback.ts';
import { checkEntry } from '../../../shared/statuses/entry-checks.ts';
import { isAwake } from '../../../shared/statuses/rest.ts';
import { returnOf } from '../../../shared/statuses/returns.ts';
import { openStintOf } from '../../../shared/statuses/stints.ts';
import type { AccountFlag } from '../../../shared/views/result-fields.ts';
import type { RowDecisions } from '../api.ts';
import type { DecisionContext } from './context.ts';

/** An account with everything that belongs to it alone. */
export interface AccountRecord {
  readonly account: Account;
  readonly prospects: readonly Prospect[];
  readonly opportunities: readonly Opportunity[];
}

/**
 * What is decided of an account's record by itself. It needs texts, people and opportunities, which the book
 * does not hold, so it is kept, also between starts; what follows from it and the hierarchy is cheap.
 */
export interface RecordDecision {
  /** PR-3; `null` = not one signal is known. */
  readonly score: number | null;
  readonly triggers: TriggerState;
  readonly clock: RowDecisions['clock'];
  readonly wakeOn: IsoDate | null;
  /** Flags that follow from the record alone. */
  readonly flags: readonly AccountFlag[];
  /** What Today says of it, less what follows from the hierarchy. */
  readonly items: readonly InboxItem[];
  /** PR-8: what its rank is decided from; absent = nothing of it is known. */
  readonly rank?: {
    readonly intent?: NonNullable<AccountValues['intent']>;
    readonly renewalDate?: IsoDate;
    readonly renewalAmount?: number;
    readonly usesCe?: boolean;
  };
}

export function decideRecord(record: AccountRecord, context: DecisionContext): RecordDecision {
  const { account, prospects } = record;
  const { today } = context;
  const { score, isKnown, triggers } = context.scorer.score({ values: account, prospects, today });
  const clocks = clocksOf(record, context);
  const rank = rankFacts(account);
  return {
    score: isKnown ? score : null,
    triggers,
    clock: clocks ? firstClock(clocks, context) : null,
    wakeOn: account.wakeOn ?? null,
    flags: [...clockFlags(record, clocks, context), ...recordFlags(record, context)],
    items: itemsOf(record, context),
    ...(rank && { rank }),
  };
}

function clocksOf({ account, prospects }: AccountRecord, context: DecisionContext): Clocks | undefined {
  const start = openStintOf(account.stints)?.start;
  if (account.status !== 'Actively Working' || start === undefined) return undefined;
  const pauses = [...(account.clockPauses ?? []), ...context.pauses];
  return readClocks({ start, fields: account, prospects, pauses, today: context.today }, context.rules);
}

type RunningClock = NonNullable<RowDecisions['clock']>;

/** Clocks that are not met, with their last day in time. Somebody active holds that of AW-12. */
function runningClocks({ research, sequencing, activity }: Clocks, context: DecisionContext): RunningClock[] {
  const { today, rules } = context;
  const running: RunningClock[] = [];
  if (research.state !== 'met') running.push({ rule: 'AW-9', state: research.state, due: research.due });
  if (sequencing.state !== 'met')
    running.push({ rule: 'AW-10', state: sequencing.state, due: sequencing.due });
  if (activity.due !== null && activity.lastActive !== today) {
    const due = addDays(activity.due, -1);
    const state = activity.isDue
      ? 'late'
      : daysBetween(today, due) <= rules.returnWarningDays
        ? 'warned'
        : 'running';
    running.push({ rule: 'AW-12', state, due });
  }
  return running;
}

/** A clock without an end comes last; of equal days the rule that is tested first. */
function firstClock(clocks: Clocks, context: DecisionContext): RowDecisions['clock'] {
  let first: RunningClock | null = null;
  for (const clock of runningClocks(clocks, context)) {
    if (first === null || (clock.due ?? noDay) < (first.due ?? noDay)) first = clock;
  }
  return first;
}

/** Later than every day that a book knows. */
const noDay = '9999-12-31';

/** Days that "soon" looks ahead, today included. */
const soonDays = 7;

function clockFlags(
  { account }: AccountRecord,
  clocks: Clocks | undefined,
  context: DecisionContext,
): AccountFlag[] {
  const flags: AccountFlag[] = [];
  if (account.status === 'Actively Working' && missingFields(account).length > 0)
    flags.push('missingResearch');
  if (!clocks) return flags;
  const { research, sequencing } = clocks;
  if (research.state === 'late') flags.push('lateResearch');
  if (sequencing.state === 'late') flags.push('lateSequencing');
  if (research.state === 'paused' || sequencing.state === 'paused') flags.push('clockPaused');
  const due = returnOf(clocks, context.today, context.rules);
  if (due.kind === 'return') flags.push(due.to === 'Queued' ? 'dueBack' : 'dueWorked');
  else if (isDueSoon(clocks, context)) flags.push('returningSoon');
  if (due.kind === 'warn') flags.push('warned');
  return flags;
}

function isDueSoon(clocks: Clocks, context: DecisionContext): boolean {
  const last = addDays(context.today, soonDays - 1);
  return runningClocks(clocks, context).some(({ due }) => due !== null && due <= last);
}

function recordFlags(
  { account, prospects, opportunities }: AccountRecord,
  context: DecisionContext,
): AccountFlag[] {
  const { today, rules } = context;
  const flags: AccountFlag[] = [];
  const { reasons, warnings, refusals } = checkEntry({
    prospects: [],
    opportunities,
    today,
    recentDays: rules.recentDays,
  });
  if (reasons.length > 0 && warnings.length === 0 && refusals.length === 0) flags.push('closedLost');
  if (comebacks(account, prospects, today).length > 0) flags.push('comeback');
  if (isAwake(account, today)) flags.push('awake');
  else if (isResting(account, today)) flags.push('resting');
  return flags;
}

const isResting = ({ status, wakeOn, restReason }: AccountValues, today: IsoDate): boolean =>
  status !== 'Actively Working' &&
  status !== 'Restricted' &&
  (restReason !== undefined || (wakeOn !== undefined && wakeOn > today));

/**
 * The hierarchy's segment and the findings come with the row (`rowItems`): here the segment stands for known
 * and no finding is there.
 */
const itemsOf = ({ account, prospects }: AccountRecord, context: DecisionContext): readonly InboxItem[] =>
  accountItems(
    { account, prospects, segment: 'SMB', findings: [] },
    {
      bdr: context.bdr,
      today: context.today,
      week: context.week,
      settings: context.rules,
      pauses: [...context.pauses],
    },
  );

function rankFacts(values: AccountValues): RecordDecision['rank'] {
  const { intent, renewalDate, renewalAmount, ceUsers, ceInstances } = values;
  const knowsCe = ceUsers !== undefined || ceInstances !== undefined;
  if (intent === undefined && renewalDate === undefined && renewalAmount === undefined && !knowsCe)
    return undefined;
  return {
    ...(intent !== undefined && { intent }),
    ...(renewalDate !== undefined && { renewalDate }),
    ...(renewalAmount !== undefined && { renewalAmount }),
    ...(knowsCe && { usesCe: (ceUsers ?? 0) > 0 || (ceInstances ?? 0) > 0 }),
  };
}
