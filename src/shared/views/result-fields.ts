import type { FieldValue } from './field-value.ts';
import type { ViewList } from './saved-view.ts';

/** Of what kind a rule's result is: a flag holds or does not, the others have a value. */
export type ResultKind = 'flag' | 'number' | 'text' | 'date' | 'choice';

/** A rule's result that a view filters, sorts or shows by. Its field key is `rule.<name>`. */
export interface RuleResult {
  readonly name: string;
  readonly list: ViewList;
  readonly kind: ResultKind;
  /** As people read it, with the rule's id. */
  readonly title: string;
  readonly choices?: readonly string[];
}

const flag = <N extends string>(name: N, title: string) => ({ name, kind: 'flag' as const, title });

/** Flags of accounts; `RowDecisions.results` holds the names of those that hold. Stored in views: names stay. */
const accountFlags = [
  flag('lateResearch', 'Late under AW-9'),
  flag('lateSequencing', 'Late under AW-10'),
  flag('dueBack', 'Due back to Queued (AW-11)'),
  flag('warned', 'Warned (AW-11)'),
  flag('dueWorked', 'Due for Worked in FY (AW-12)'),
  flag('returningSoon', 'Due to return within 7 days'),
  flag('clockPaused', 'Clock paused (AW-11)'),
  flag('pastDue', 'Next step past due (CLK-3)'),
  flag('dueThisWeek', 'Next step due this week'),
  flag('nominated', 'Nominated (AW-1)'),
  flag('missingResearch', 'Missing research (AW-9)'),
  flag('closedLost', 'Closed-lost, worth another try (AW-4)'),
  flag('noTerritory', 'In no territory (TER-7)'),
  flag('territoryConflict', 'Territory conflict (TER-7)'),
  flag('inMyTerritories', 'In my territories (TER-1)'),
  flag('assignedToMe', 'Assigned to me'),
  flag('suggestedDiffers', 'Suggested Priority differs from chosen (PR-4)'),
  flag('resting', 'Resting'),
  flag('awake', 'Awake again'),
  flag('comeback', 'Came back by itself (AW-14)'),
] as const;
export type AccountFlag = (typeof accountFlags)[number]['name'];

const accountResults: readonly Omit<RuleResult, 'list'>[] = [
  ...accountFlags,
  flag('findings', 'With findings'),
  { name: 'segment', kind: 'choice', title: 'Segment (SEG-3)', choices: ['Large', 'Mid-Market', 'SMB'] },
  { name: 'motion', kind: 'choice', title: 'Motion (SEG-5)', choices: ['Land', 'Expand'] },
  { name: 'territory', kind: 'text', title: 'Territory (TER-7)' },
  { name: 'mappedBdr', kind: 'text', title: 'BDR of the territory (TER-1)' },
  { name: 'coveredBy', kind: 'text', title: 'BDR Assigned, else of the territory (TER-1)' },
  { name: 'score', kind: 'number', title: 'ICP score (PR-3)' },
  { name: 'suggested', kind: 'choice', title: 'Suggested Priority (PR-4)', choices: ['1', '2', '3'] },
  { name: 'suggestedRank', kind: 'choice', title: 'Suggested rank (PR-8)', choices: ['1', '2', '3'] },
  { name: 'clock', kind: 'choice', title: 'Clock that runs out first', choices: ['AW-9', 'AW-10', 'AW-12'] },
  { name: 'clockDue', kind: 'date', title: 'Last day of the clock' },
  { name: 'place', kind: 'text', title: 'Place (TER-2)' },
  { name: 'employees', kind: 'number', title: 'Employees (SEG-2)' },
  { name: 'domain', kind: 'text', title: 'Domain' },
  { name: 'workingSince', kind: 'date', title: 'Actively Working since' },
];

const personResults = [
  flag('atMyWorking', 'At my Actively Working accounts'),
  flag('mayCall', 'May be called (PR-10)'),
  flag('mayMail', 'May be written to (PR-10)'),
  flag('mayContact', 'May be contacted (PR-10)'),
  { name: 'accountName', kind: 'text', title: 'Account' },
  { name: 'accountStatus', kind: 'choice', title: 'Status of the account' },
  { name: 'accountPriority', kind: 'choice', title: 'Priority of the account', choices: ['1', '2', '3'] },
] as const;

const opportunityResults = [
  flag('open', 'Open'),
  flag('lost', 'Closed-lost'),
  flag('won', 'Closed-won'),
  flag('held', 'Held after transfer (TER-10)'),
  { name: 'accountName', kind: 'text', title: 'Account' },
  { name: 'accountOwner', kind: 'text', title: 'Account Owner' },
  { name: 'heldUntil', kind: 'date', title: 'Stays with its owner until (TER-10)' },
] as const;

/** Every result of every list, in the order of menus. */
export const ruleResults: readonly RuleResult[] = [
  ...accountResults.map((result): RuleResult => ({ ...result, list: 'accounts' })),
  ...personResults.map((result): RuleResult => ({ ...result, list: 'people' })),
  ...opportunityResults.map((result): RuleResult => ({ ...result, list: 'opportunities' })),
];

const prefix = 'rule.';

/** The name of the result that a field key means; `undefined` = the field is no result. */
export const resultName = (field: string): string | undefined =>
  field.startsWith(prefix) ? field.slice(prefix.length) : undefined;

/** The value of a flag, as conditions compare it. */
export const flagValue = (holds: boolean): 'yes' | null => (holds ? 'yes' : null);

/** Every result of a record of a list, by name. */
export const resultsOf = (
  list: ViewList,
  valueOf: (field: string) => FieldValue,
): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries(
    ruleResults
      .filter((result) => result.list === list)
      .map(({ name }) => [name, valueOf(`${prefix}${name}`)]),
  );
