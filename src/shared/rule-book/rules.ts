import type { RuleId } from '../statuses/decision.ts';
import type { WorkspaceSettings } from '../workspace/workspace.ts';

/** A number of a rule that a workspace may set. */
export interface RuleSetting {
  readonly key: keyof WorkspaceSettings;
  readonly label: string;
  /** `null`: unset, no limit. */
  readonly default: number | null;
  readonly min: number;
  readonly max: number;
}

export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  readonly explanation: string;
  readonly settings: readonly RuleSetting[];
  readonly source: string;
  /** True where no source decides and the default is Groundwork's own. */
  readonly ownDefault?: true;
}

const salesDevelopment = 'Sales Development handbook';
const ourPractice = 'Groundwork';

const mostSlots = 100_000;

/** Every rule that Groundwork decides by, in the order of the domain. */
export const rules: readonly Rule[] = [
  {
    id: 'CLK-3',
    title: 'Past due',
    explanation:
      'A next step is overdue from the day after its date. Today is neither overdue nor in the future.',
    settings: [],
    source: ourPractice,
    ownDefault: true,
  },
  {
    id: 'CLK-4',
    title: 'Fiscal year',
    explanation:
      'A fiscal year is named for the calendar year in which it ends. It says which year an account was Worked in FY.',
    settings: [
      { key: 'fiscalYearFirstMonth', label: 'First month of the fiscal year', default: 2, min: 1, max: 12 },
    ],
    source: ourPractice,
    ownDefault: true,
  },
  {
    id: 'SEG-1',
    title: 'Segment by employees',
    explanation:
      'SMB has 0 to 99 employees, Mid-Market 100 to 1,999, Large 2,000 and more. A range decides only if it lies wholly in one segment. Otherwise, and without a count, the segment is unknown and the account is listed for research; it is never guessed.',
    settings: [],
    source: 'Go To Market handbook',
  },
  {
    id: 'SEG-2',
    title: 'Which employee count',
    explanation:
      'The first source that has a count decides: admin override, ZoomInfo, DataFox, and last the count of an imported list.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'SEG-3',
    title: 'Hierarchies share the highest segment',
    explanation:
      'All accounts under one ultimate parent take the highest segment found among them. Parents that are missing or run in a circle are reported.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'SEG-6',
    title: 'Stand-alone accounts',
    explanation:
      'A child with its own buying authority can be recorded as stand-alone: it then forms its own hierarchy, with its children.',
    settings: [],
    source: 'Go To Market handbook',
  },
  {
    id: 'TER-2',
    title: 'Where an account is',
    explanation:
      'The whole address of the first source that has a country: admin override, DataFox, ZoomInfo, shipping, billing. Fields of different sources are never mixed.',
    settings: [],
    source: 'Go To Market handbook',
  },
  {
    id: 'AW-0',
    title: 'Moves between statuses',
    explanation:
      'No status and Queued change freely. No status, Queued and Worked in FY can become Actively Working. Actively Working becomes Queued or Worked in FY, Worked in FY becomes Queued. Anything can be Restricted, and Restricted becomes Queued.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'AW-1',
    title: 'Who moves an account',
    explanation:
      'Only the BDR Assigned moves an account. A nomination is a mark that the BDR accepts by moving the account to Queued or Actively Working. An unassigned account that enters Actively Working becomes yours.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'AW-2',
    title: 'Stints in Actively Working',
    explanation:
      'Entering Actively Working starts a stint today, leaving ends it. Coming back is a new stint, except on the same day, when the old one goes on.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'AW-6',
    title: 'Limits of Actively Working',
    explanation:
      'A BDR has at most so many accounts of a segment in Actively Working; the last free slot can be filled. Each account counts once. A lowered limit or a changed segment evicts nobody, but blocks further entry. An account of unknown segment cannot enter.',
    settings: [
      { key: 'limitMidMarket', label: 'Mid-Market limit', default: 150, min: 1, max: mostSlots },
      { key: 'limitLarge', label: 'Large limit', default: 100, min: 1, max: mostSlots },
      { key: 'limitSmb', label: 'SMB limit', default: null, min: 1, max: mostSlots },
    ],
    source: salesDevelopment,
  },
  {
    id: 'AW-7',
    title: 'Who cannot enter',
    explanation: 'A Restricted account, or one assigned to another BDR, cannot enter Actively Working.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'AW-8',
    title: 'Restricting an account',
    explanation:
      'Restricting needs a reason and who asked. Both are noted as a dated line in Account Research.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'EX-2',
    title: 'Nothing is imported unseen',
    explanation:
      'Before an import is applied, a preview shows what is new, changed, identical, skipped and refused. The numbers of rows always add up.',
    settings: [],
    source: ourPractice,
    ownDefault: true,
  },
  {
    id: 'EX-3',
    title: 'Matching rows to accounts',
    explanation:
      'A row is matched by CRM ID, then by domain, then by name and country; otherwise it is new. Domains of free mail and shared hosts never match. When several accounts fit, you are asked.',
    settings: [],
    source: ourPractice,
    ownDefault: true,
  },
  {
    id: 'EX-4',
    title: 'Blank cells',
    explanation: 'A blank cell in a file never erases what an account has, unless you ask for it per column.',
    settings: [],
    source: ourPractice,
    ownDefault: true,
  },
  {
    id: 'EX-5',
    title: 'Export presets',
    explanation: 'Exporting accounts and importing the same file again changes nothing.',
    settings: [],
    source: salesDevelopment,
  },
  {
    id: 'EX-6',
    title: 'Safe cells',
    explanation:
      'Cells that a spreadsheet would run as a formula are made safe on the way out and restored on the way in.',
    settings: [],
    source: ourPractice,
    ownDefault: true,
  },
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleOf = (id: RuleId): Rule | undefined => byId.get(id);
