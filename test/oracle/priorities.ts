import { isRecent } from './days.ts';
import type { Count, Day, OracleAccount } from './facts.ts';

/** What PR-3 leaves to settings: points per signal (of 100), and what counts as high or fitting. */
export interface OracleScoring {
  readonly points: Readonly<Record<string, number>>;
  readonly lamPercent: number;
  readonly fittingIndustries: readonly string[];
  readonly adopterWords: readonly string[];
}

type Answer = 'yes' | 'no' | 'unknown';

const parts = ['High LAM', 'High DB QS', 'SAL Insights', 'Persons with LIMs', 'Tech Used', 'Triggers'];

/** PR-1: what a part of the notes says; '' = nothing. */
function noted(account: OracleAccount, part: string): string {
  for (const line of (account.accountResearch ?? '').split('\n')) {
    if (parts.includes(part) && line.startsWith(`${part}:`)) return line.slice(part.length + 1).trim();
  }
  return '';
}

const ofText = (texts: readonly (string | undefined)[]): Answer => {
  const said = texts.filter((text): text is string => text !== undefined && text.trim() !== '');
  if (said.length === 0) return 'unknown';
  return said.some((text) => text.trim().toLowerCase() !== 'none') ? 'yes' : 'no';
};

const yesNo = (is: boolean): Answer => (is ? 'yes' : 'no');

function ofLam(account: OracleAccount, lamPercent: number): Answer {
  const { lamDevelopers: lam } = account;
  const count: Count | undefined =
    account.employeesOverride ??
    account.employeesZoomInfo ??
    account.employeesDataFox ??
    account.employeesImported;
  if (lam === 0) return 'no';
  if (lam === undefined || count === undefined) return ofText([noted(account, 'High LAM')]);
  const least = typeof count === 'number' ? count : count.min;
  const most = typeof count === 'number' ? count : (count.max ?? Infinity);
  const isHigh = (employees: number): boolean => lam / employees >= lamPercent / 100;
  if (isHigh(least) === isHigh(most)) return yesNo(isHigh(least));
  return 'unknown';
}

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;

/** PR-4: recent, only old ones, or none. */
export function triggersOf(account: OracleAccount, today: Day): 'recent' | 'old' | 'none' | 'unknown' {
  const own = account.triggers ?? [];
  const note = noted(account, 'Triggers');
  if (own.length === 0 && note === '') return 'unknown';
  if (own.length === 0 && note.toLowerCase() === 'none') return 'none';
  const dates =
    own.length > 0 ? own.map(({ date }) => date) : [/\d{4}-\d{2}-\d{2}/.exec(note)?.[0] ?? undefined];
  return dates.some((date) => isRecent(date, today, 90)) ? 'recent' : 'old';
}

/** PR-1, PR-2: the answer of every signal. */
function answers(account: OracleAccount, today: Day, scoring: OracleScoring): Record<string, Answer> {
  const triggers = triggersOf(account, today);
  const adopterText = [account.techUsed, account.description, noted(account, 'Tech Used')]
    .filter((text) => text !== undefined && text.trim() !== '')
    .join(' ');
  const dbQsNote = noted(account, 'High DB QS');
  return {
    highLam: ofLam(account, scoring.lamPercent),
    highDbQs:
      account.dbQs !== undefined
        ? yesNo(account.dbQs > 70)
        : /^\d+$/.test(dbQsNote)
          ? yesNo(Number(dbQsNote) > 70)
          : ofText([dbQsNote]),
    salInsights: ofText([account.aeNotes, noted(account, 'SAL Insights')]),
    personsWithLims: account.people.some((it) => it.lastInterestingMoment !== undefined)
      ? 'yes'
      : ofText([noted(account, 'Persons with LIMs')]),
    techUsed: ofText([account.techUsed, noted(account, 'Tech Used')]),
    triggers: triggers === 'unknown' ? 'unknown' : yesNo(triggers === 'recent'),
    ceUsage: account.ceUsers === undefined ? 'unknown' : yesNo(account.ceUsers > 0),
    itTedd: account.itTeddCount === undefined ? 'unknown' : yesNo(account.itTeddCount >= 250),
    industry:
      account.industry === undefined
        ? 'unknown'
        : yesNo(scoring.fittingIndustries.includes(account.industry)),
    adopterWords:
      adopterText === ''
        ? 'unknown'
        : yesNo(scoring.adopterWords.some((word) => words(adopterText).includes(words(word)))),
    devOps: account.devOps === undefined ? 'unknown' : yesNo(account.devOps !== 'not found'),
  };
}

export interface OracleScore {
  readonly score: number;
  readonly unknown: readonly string[];
  readonly isKnown: boolean;
}

/** PR-3: a weighted sum; unknown signals score 0 and are named. */
export function scoreOf(account: OracleAccount, today: Day, scoring: OracleScoring): OracleScore {
  const all = Object.entries(answers(account, today, scoring));
  return {
    score: all.reduce((sum, [name, is]) => sum + (is === 'yes' ? (scoring.points[name] ?? 0) : 0), 0),
    unknown: all.filter(([, is]) => is === 'unknown').map(([name]) => name),
    isKnown: all.some(([, is]) => is !== 'unknown'),
  };
}

/** PR-4, as the table stands there. */
export function suggestedPriority(
  motion: 'Land' | 'Expand',
  { score, isKnown }: OracleScore,
  triggers: 'recent' | 'old' | 'none' | 'unknown',
): 1 | 2 | 3 | null {
  if (motion === 'Expand' || !isKnown) return null;
  if (score < 30) return 3;
  if (triggers === 'old') return 3;
  if (triggers === 'recent') return score >= 60 ? 1 : 2;
  return 2;
}
