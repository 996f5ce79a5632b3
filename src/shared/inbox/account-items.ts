import type { Account, Segment } from '../accounts/account.ts';
import { isAnothers } from '../accounts/bdr.ts';
import type { Prospect } from '../accounts/prospect.ts';
import { isOverdue, type DateSpan } from '../calendar.ts';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import { readClocks, type Clocks } from '../statuses/clocks.ts';
import { comebacks, returnedPeople, type Comeback } from '../statuses/comeback.ts';
import type { Finding } from '../statuses/decision.ts';
import { decideAcceptance, nominationOf } from '../statuses/nominations.ts';
import { isAwake } from '../statuses/rest.ts';
import { fieldWords, returnOf, type Return } from '../statuses/returns.ts';
import type { StatusSettings } from '../statuses/status-settings.ts';
import { openStintOf } from '../statuses/stints.ts';
import type { InboxAction, InboxGroup, InboxItem } from './inbox-item.ts';

/** What Today looks at of one account. */
export interface InboxAccount {
  readonly account: Account;
  readonly prospects: readonly Prospect[];
  /** After the hierarchy (SEG-3). */
  readonly segment: Segment | null;
  /** What other rules found (territories, hierarchy, stints). */
  readonly findings: readonly Finding[];
}

export interface InboxContext {
  /** The workspace's BDR; accounts of others are none of theirs. */
  readonly bdr: string;
  readonly today: IsoDate;
  /** WK-1: the week of `today`. */
  readonly week: DateSpan;
  readonly settings: StatusSettings;
  /** Pauses of every clock: the BDR's leave. */
  readonly pauses: NonNullable<Account['clockPauses']>;
}

/**
 * What one account needs now. A return that is due hides what it would settle: the next step, the fields and
 * people that are missing.
 */
export function accountItems(facts: InboxAccount, context: InboxContext): InboxItem[] {
  const { account } = facts;
  if (isAnothers(account.bdrAssigned, context.bdr)) return [];
  const conflicts = conflictItems(facts);
  if (account.status === 'Actively Working') return [...workingItems(facts, context), ...conflicts];
  return [
    ...comebackItems(facts, context),
    ...wakeUpItems(facts, context),
    ...nominationItems(facts, context),
    ...conflicts,
  ];
}

type Draft = Omit<InboxItem, 'accountId' | 'name' | 'priority' | 'key'>;

const itemOf = ({ account }: InboxAccount, draft: Draft, what: string = draft.group): InboxItem => ({
  ...draft,
  key: `${what} ${account.id}`,
  accountId: account.id,
  name: account.name,
  priority: account.priority ?? null,
});

function workingItems(facts: InboxAccount, context: InboxContext): InboxItem[] {
  const { account, prospects } = facts;
  const { today, settings, pauses } = context;
  const start = openStintOf(account.stints)?.start;
  if (start === undefined) return [...nextStepItems(facts, context), ...segmentItems(facts)];
  const clocks = readClocks(
    { start, fields: account, prospects, pauses: [...(account.clockPauses ?? []), ...pauses], today },
    settings,
  );
  const due = returnOf(clocks, today, settings);
  if (due.kind === 'return') return [itemOf(facts, returnDraft(facts, due))];
  return [
    ...(due.kind === 'warn' ? [itemOf(facts, warningDraft(facts, due, clocks))] : []),
    ...nextStepItems(facts, context),
    ...(clocks.research.state === 'running' ? researchItems(facts, clocks) : []),
    ...segmentItems(facts),
  ];
}

function returnDraft({ account: { id } }: InboxAccount, due: Extract<Return, { kind: 'return' }>): Draft {
  const isBack = due.to === 'Queued';
  return {
    group: 'returns',
    rule: isBack ? 'AW-11' : 'AW-12',
    message: isBack
      ? label('inbox.due-back', { date: due.due })
      : label('inbox.due-worked', { date: due.due, year: String(due.fiscalYear) }),
    on: due.due,
    actions: [
      { kind: 'move', id, to: due.to },
      isBack ? { kind: 'pauseClocks', id } : { kind: 'sequencePeople', id, count: 1 },
    ],
  };
}

function warningDraft(
  { account: { id } }: InboxAccount,
  due: Extract<Return, { kind: 'warn' }>,
  { research, sequencing }: Clocks,
): Draft {
  const actions: InboxAction[] = [
    ...(research.state === 'warned' ? [{ kind: 'fillFields', id, fields: research.missing } as const] : []),
    ...(sequencing.state === 'warned'
      ? [{ kind: 'sequencePeople', id, count: sequencing.missing } as const]
      : []),
    { kind: 'pauseClocks', id },
  ];
  const [first = { kind: 'open', id }, ...others] = actions;
  const isBoth = research.state === 'warned' && sequencing.state === 'warned';
  return {
    group: 'warnings',
    rule: 'AW-11',
    message: isBoth
      ? label('inbox.warn-both', {
          date: due.due,
          fields: fieldWords(research.missing),
          count: sequencing.missing,
        })
      : research.state === 'warned'
        ? label('inbox.warn-fields', { date: due.due, fields: fieldWords(research.missing) })
        : label('inbox.warn-people', { date: due.due, count: sequencing.missing }),
    on: due.due,
    actions: [first, ...others],
  };
}

/** CLK-3: past due from the day after; today and the rest of the week are due this week. */
function nextStepItems(facts: InboxAccount, { today, week }: InboxContext): InboxItem[] {
  const { id, bdrNextStepDate: date } = facts.account;
  if (date === undefined || date > week.to) return [];
  const actions = [{ kind: 'setNextStep', id }] as const;
  if (isOverdue(date, today)) {
    const message = label('inbox.overdue', { date });
    return [itemOf(facts, { group: 'overdue', rule: 'CLK-3', message, on: date, actions })];
  }
  const message = date === today ? label('inbox.due-today') : label('inbox.due-this-week', { date });
  return [itemOf(facts, { group: 'thisWeek', rule: 'CLK-3', message, on: date, actions })];
}

function researchItems(facts: InboxAccount, { research }: Clocks): InboxItem[] {
  const { id } = facts.account;
  const fields = fieldWords(research.missing);
  return [
    itemOf(facts, {
      group: 'research',
      rule: 'AW-9',
      message:
        research.due === null
          ? label('inbox.research', { fields })
          : label('inbox.research-by', { fields, date: research.due }),
      on: research.due,
      actions: [{ kind: 'fillFields', id, fields: research.missing }],
    }),
  ];
}

/** AW-6 counts no slot for an account whose segment is unknown. */
function segmentItems(facts: InboxAccount): InboxItem[] {
  if (facts.segment !== null) return [];
  const { id } = facts.account;
  const message = label('inbox.segment-unknown');
  const actions = [{ kind: 'findSegment', id }] as const;
  return [itemOf(facts, { group: 'research', rule: 'SEG-1', message, on: null, actions }, 'segment')];
}

/** AW-14; a wake-up date in the future says that the BDR has seen it and waits. */
function comebackItems(facts: InboxAccount, { today }: InboxContext): InboxItem[] {
  const { account, prospects } = facts;
  if (account.status === 'Restricted') return [];
  if (account.wakeOn !== undefined && account.wakeOn > today) return [];
  const found = comebacks(account, prospects, today);
  const [latest] = found;
  if (!latest) return [];
  return [
    itemOf(facts, {
      group: 'comebacks',
      rule: 'AW-14',
      message: comebackMessage(latest),
      on: latest.on,
      actions: [
        { kind: 'enter', id: account.id, returned: [...returnedPeople(found)] },
        { kind: 'setWakeUp', id: account.id },
      ],
    }),
  ];
}

const comebackMessage = ({ prospect: { name }, kind, on: date, event }: Comeback): InboxItem['message'] =>
  kind === 'event'
    ? label('aw14.responded', { name, date, event: event ?? '' })
    : label('aw14.answered', { name, date });

function wakeUpItems(facts: InboxAccount, { today }: InboxContext): InboxItem[] {
  const { id, wakeOn, restReason } = facts.account;
  if (wakeOn === undefined || !isAwake(facts.account, today)) return [];
  const first: InboxAction =
    restReason === 'bad data' ? { kind: 'openFixList', id } : { kind: 'enter', id, returned: [] };
  return [
    itemOf(facts, {
      group: 'wakeUps',
      rule: 'AW-2',
      message:
        restReason === undefined
          ? label('inbox.wake-up', { date: wakeOn })
          : label('inbox.wake-up-from', { date: wakeOn, reason: restReason }),
      on: wakeOn,
      actions: [first, { kind: 'setWakeUp', id }, { kind: 'endRest', id }],
    }),
  ];
}

function nominationItems(facts: InboxAccount, { bdr }: InboxContext): InboxItem[] {
  const { account } = facts;
  const nomination = nominationOf(account);
  if (!nomination || !decideAcceptance(account, bdr).allowed) return [];
  const { by, on } = nomination;
  return [
    itemOf(facts, {
      group: 'nominations',
      rule: 'AW-1',
      message: on === null ? label('inbox.nominated', { by }) : label('inbox.nominated-on', { by, date: on }),
      on,
      actions: [
        { kind: 'acceptNomination', id: account.id },
        { kind: 'declineNomination', id: account.id },
      ],
    }),
  ];
}

/** SEG-4: a segment change that waits for its review. */
function segmentChangeItem(facts: InboxAccount, message: Label): InboxItem {
  const { id } = facts.account;
  return itemOf(facts, {
    group: 'segments',
    rule: 'SEG-4',
    message,
    on: null,
    actions: [
      { kind: 'confirmSegment', id },
      { kind: 'keepSegment', id },
      { kind: 'open', id },
    ],
  });
}

/** What contradicts itself or another; next steps and unknown segments have groups of their own. */
const conflictRules: ReadonlySet<RuleId> = new Set([
  'CLK-2',
  'SEG-3',
  'SEG-4',
  'SEG-5',
  'TER-1',
  'TER-2',
  'TER-4',
  'TER-5',
  'TER-6',
  'TER-7',
  'TER-10',
  'AW-1',
  'AW-2',
  'AW-6',
]);

/** What the work list of the territories settles. */
const territoryRules: ReadonlySet<RuleId> = new Set(['TER-1', 'TER-2', 'TER-4', 'TER-5', 'TER-6', 'TER-7']);

function conflictItems(facts: InboxAccount): InboxItem[] {
  return facts.findings.flatMap(({ rule, message }): InboxItem[] => {
    if (rule === 'field' || !conflictRules.has(rule)) return [];
    if (message.id === 'seg4.pending') return [segmentChangeItem(facts, message)];
    const { id } = facts.account;
    const group: InboxGroup = 'conflicts';
    const open = { kind: 'open', id } as const;
    const actions = territoryRules.has(rule)
      ? ([{ kind: 'settleTerritory', id }, open] as const)
      : ([open] as const);
    return [itemOf(facts, { group, rule, message, on: null, actions }, message.id)];
  });
}
