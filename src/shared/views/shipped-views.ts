import type { Condition, SavedView, ViewList } from './saved-view.ts';

/** A view that comes with the app (domain section 11). It is copied before it is changed. */
export interface ShippedView {
  /** Stays the same for ever: `B1`, `past-due`. */
  readonly key: string;
  readonly view: SavedView;
}

const holds = (name: string): Condition => ({ field: `rule.${name}`, kind: 'is', values: ['yes'] });
const is = (field: string, ...values: string[]): Condition => ({ field, kind: 'is', values });

/** Columns that lists of accounts begin with. */
export const accountColumns: readonly string[] = [
  'name',
  'rule.segment',
  'status',
  'priority',
  'bdrNextStepDate',
  'bdrNextStep',
  'owner',
  'bdrAssigned',
  'rule.place',
];

const shipped = (
  list: ViewList,
  key: string,
  name: string,
  text: string,
  rest: Pick<SavedView, 'conditions' | 'columns' | 'sort'> & Partial<Pick<SavedView, 'groupBy'>>,
): ShippedView => ({ key, view: { format: 1, list, name, text, ...rest } });

const byName = { field: 'name', descending: false } as const;
const byNextStep = { field: 'bdrNextStepDate', descending: false } as const;
const byClock = { field: 'rule.clockDue', descending: false } as const;

/** Domain section 11, in its order. */
export const shippedViews: readonly ShippedView[] = [
  shipped('accounts', 'B1', 'B1 All in my territories', 'Accounts that the mapping gives to you (TER-1).', {
    conditions: [holds('inMyTerritories')],
    columns: [...accountColumns, 'rule.territory'],
    sort: byName,
  }),
  shipped('accounts', 'B2', 'B2 Assigned to me', 'Change the status of many at once here (AW-15).', {
    conditions: [holds('assignedToMe')],
    columns: [...accountColumns],
    sort: byName,
  }),
  shipped('accounts', 'B3', 'B3 My Actively Working', 'What you work now, by Priority.', {
    conditions: [is('status', 'Actively Working'), holds('assignedToMe')],
    columns: [
      'name',
      'rule.segment',
      'priority',
      'rule.clock',
      'rule.clockDue',
      ...accountColumns.slice(4, 7),
    ],
    sort: { field: 'priority', descending: false },
    groupBy: 'priority',
  }),
  shipped('accounts', 'past-due', 'Past due', 'The next step date has passed (CLK-3).', {
    conditions: [holds('pastDue'), is('status', 'Actively Working')],
    columns: [...accountColumns],
    sort: byNextStep,
  }),
  shipped(
    'accounts',
    'due-this-week',
    'Due this week',
    'The next step is due from today to the week’s end.',
    {
      conditions: [holds('dueThisWeek'), is('status', 'Actively Working')],
      columns: [...accountColumns],
      sort: byNextStep,
    },
  ),
  shipped('accounts', 'nominated', 'Nominated', 'AEs wait for your answer (AW-1).', {
    conditions: [holds('nominated')],
    columns: ['name', 'rule.segment', 'status', 'nominatedBy', 'nominatedOn', 'owner', 'rule.score'],
    sort: { field: 'nominatedOn', descending: false },
  }),
  shipped(
    'accounts',
    'missing-research',
    'Missing research',
    'The four BDR fields are not all filled (AW-9).',
    {
      conditions: [holds('missingResearch')],
      columns: [
        'name',
        'rule.segment',
        'rule.clockDue',
        'accountResearch',
        'accountStrategy',
        'bdrNextStep',
        'bdrNextStepDate',
      ],
      sort: byClock,
    },
  ),
  shipped(
    'accounts',
    'returning-soon',
    'Returning soon',
    'Due back, or for Worked in FY, within 7 days (AW-11, AW-12).',
    {
      conditions: [holds('returningSoon')],
      columns: [
        'name',
        'rule.segment',
        'priority',
        'rule.clock',
        'rule.clockDue',
        'bdrNextStepDate',
        'owner',
      ],
      sort: byClock,
    },
  ),
  shipped('accounts', 'closed-lost', 'Closed-lost, worth another try', 'Lost long enough ago (AW-4).', {
    conditions: [holds('closedLost')],
    columns: [...accountColumns],
    sort: byName,
  }),
  shipped(
    'accounts',
    'no-territory',
    'In no territory',
    'No row of the mapping fits, or none alone (TER-7).',
    {
      conditions: [holds('noTerritory')],
      columns: ['name', 'rule.segment', 'rule.place', 'rule.employees', 'owner', 'bdrAssigned'],
      sort: byName,
    },
  ),
  shipped(
    'people',
    'to-sequence',
    'To sequence',
    'At your Actively Working accounts, the newest interesting moment first; only people who may be contacted (PR-10).',
    {
      conditions: [
        holds('atMyWorking'),
        holds('mayContact'),
        is('partnerProspected', '', 'no'),
        is('inactive', '', 'no'),
      ],
      columns: [
        'name',
        'title',
        'rule.accountName',
        'leadStatus',
        'lastInterestingMoment',
        'lastInterestingMomentDate',
        'persona',
        'state',
      ],
      sort: { field: 'lastInterestingMomentDate', descending: true },
    },
  ),
  shipped(
    'people',
    'call-down',
    'Call-down',
    'Active in a high-touch sequence, with a phone number, and may be called (PR-10).',
    {
      conditions: [
        is('state', 'active'),
        is('touchLevel', 'high'),
        { field: 'phone', kind: 'isFilled', values: [] },
        holds('mayCall'),
      ],
      columns: ['name', 'title', 'phone', 'rule.accountName', 'sequenceName', 'nextTaskDate', 'lastActivity'],
      sort: { field: 'nextTaskDate', descending: false },
    },
  ),
  shipped('opportunities', 'open-opportunities', 'Open', 'Opportunities that are neither won nor lost.', {
    conditions: [holds('open')],
    columns: ['name', 'rule.accountName', 'stage', 'owner', 'createdDate', 'nextStepDate', 'closeDate'],
    sort: { field: 'nextStepDate', descending: false },
  }),
  shipped(
    'opportunities',
    'held-opportunities',
    'Held after transfer',
    'Open ones whose owner is not the account’s (TER-10).',
    {
      conditions: [holds('held')],
      columns: [
        'name',
        'rule.accountName',
        'owner',
        'rule.accountOwner',
        'createdDate',
        'rule.heldUntil',
        'stage',
      ],
      sort: { field: 'rule.heldUntil', descending: false },
    },
  ),
];
