import type { AccountValues, EmployeeCount } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { saysNone, type IcpNotes } from '../accounts/icp-notes.ts';
import { readIcpNotes } from '../accounts/icp-notes-text.ts';
import { fold } from '../accounts/normalise.ts';
import type { Prospect } from '../accounts/prospect.ts';
import { chosenCount } from '../accounts/segment.ts';
import type { IsoDate } from '../clock.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { ScoreProfile } from './score-profile.ts';
import type { Signal, SignalState } from './signal.ts';
import { triggersOf, triggerState, type KnownTrigger, type TriggerState } from './triggers.ts';

export type ScoreSettings = Pick<
  RuleSettings,
  'highDbQsOver' | 'highLamPercent' | 'itTeddFrom' | 'recentTriggerDays' | 'employeeSourceOrder'
>;

/** What the score is read from. */
export interface ScoreFacts {
  readonly values: AccountValues;
  readonly prospects: readonly Pick<
    Prospect,
    'name' | 'lastInterestingMoment' | 'lastInterestingMomentDate'
  >[];
  readonly today: IsoDate;
}

/** The signals of one account, as data; words come with `explainScore`. */
export interface SignalReading {
  readonly states: Readonly<Record<Signal, SignalState>>;
  readonly notes: IcpNotes;
  readonly triggers: readonly KnownTrigger[];
  readonly triggerState: TriggerState;
  /** The word by which industry and early adopters were recognised. */
  readonly industryWord?: string;
  readonly adopterWord?: string;
}

/** The words of a profile, made ready once for a whole book. */
export interface SignalWordsFinder {
  readonly industry: (text: string) => string | undefined;
  readonly adopter: (text: string) => string | undefined;
}

export const wordsFinder = ({
  industries,
  adopterWords,
}: Pick<ScoreProfile, 'industries' | 'adopterWords'>): SignalWordsFinder => ({
  industry: remembering(beginningFinder(industries)),
  adopter: wholeWordFinder(adopterWords),
});

/** A book repeats a few industries. A column that is something else must not fill the memory. */
function remembering(find: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const found = find(text);
    if (known.size < 5000) known.set(text, found);
    return found;
  };
}

const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Words count where they begin a word: "bank" finds "Banking". */
function beginningFinder(words: readonly string[]): (text: string) => string | undefined {
  const keys = words.map((word) => [spaced(word).trimEnd(), word] as const);
  return (text) => {
    const plain = spaced(text);
    return keys.find(([key]) => key !== '' && plain.includes(key))?.[1];
  };
}

/** Words count whole: "DAST" does not find "Dastardly". */
function wholeWordFinder(words: readonly string[]): (text: string) => string | undefined {
  const keys = words.map((word) => [spaced(word), word] as const);
  return (text) => {
    const plain = spaced(text);
    return keys.find(([key]) => key.trim() !== '' && plain.includes(key))?.[1];
  };
}

/**
 * PR-1, PR-2: which signals an account has. Fields come first; where a field is blank, the ICP notes in
 * Account Research count: "None" is a no, anything else a yes.
 */
export function readSignals(
  { values, prospects, today }: ScoreFacts,
  finder: SignalWordsFinder,
  settings: ScoreSettings,
): SignalReading {
  const notes = readIcpNotes(values.accountResearch);
  const triggers = triggersOf(values, notes);
  const state = triggerState(triggers, notes, today, settings.recentTriggerDays);
  const industryWord = isBlankName(values.industry) ? undefined : finder.industry(values.industry ?? '');
  const adopterText = adopterTextOf(values, notes);
  const adopterWord = adopterText === '' ? undefined : finder.adopter(adopterText);
  return {
    states: {
      highLam: lamState(values, notes, settings),
      highDbQs: dbQsState(values, notes, settings),
      salInsights: textState([values.accountRankNotes, values.aeNotes, notes.salInsights]),
      personsWithLims: prospects.some(hasMoment) ? 'yes' : textState([notes.personsWithLims]),
      techUsed: textState([values.techUsed, notes.techUsed]),
      triggers: state === 'unknown' ? 'unknown' : yesNo(state === 'recent'),
      ceUsage: usageState(values),
      itTedd: values.itTeddCount === undefined ? 'unknown' : yesNo(values.itTeddCount >= settings.itTeddFrom),
      industry: isBlankName(values.industry) ? 'unknown' : yesNo(industryWord !== undefined),
      adopterWords: adopterText === '' ? 'unknown' : yesNo(adopterWord !== undefined),
      devOps: values.devOps === undefined ? 'unknown' : yesNo(values.devOps !== 'not found'),
    },
    notes,
    triggers,
    triggerState: state,
    ...(industryWord !== undefined && { industryWord }),
    ...(adopterWord !== undefined && { adopterWord }),
  };
}

const yesNo = (is: boolean): SignalState => (is ? 'yes' : 'no');

/** The first text that says something decides; "None" says no. */
function textState(texts: readonly (string | undefined)[]): SignalState {
  const known = texts.filter((text) => text !== undefined && text.trim() !== '');
  if (known.length === 0) return 'unknown';
  return yesNo(known.some((text) => !saysNone(text ?? '')));
}

export const hasMoment = ({
  lastInterestingMoment,
  lastInterestingMomentDate,
}: Pick<Prospect, 'lastInterestingMoment' | 'lastInterestingMomentDate'>): boolean =>
  lastInterestingMoment !== undefined || lastInterestingMomentDate !== undefined;

/** PR-3: LAM counts in relation to employees. A count that leaves it open leaves the signal unknown. */
function lamState(values: AccountValues, notes: IcpNotes, settings: ScoreSettings): SignalState {
  const { lamDevelopers } = values;
  if (lamDevelopers === undefined) return textState([notes.highLam]);
  if (lamDevelopers === 0) return 'no';
  const count = chosenCount(values, settings)?.count;
  return count === undefined ? textState([notes.highLam]) : lamShareState(lamDevelopers, count, settings);
}

function lamShareState(lam: number, count: EmployeeCount, { highLamPercent }: ScoreSettings): SignalState {
  const isHigh = (employees: number): boolean => lam * 100 >= employees * highLamPercent;
  if (typeof count === 'number') return yesNo(isHigh(count));
  if (!isHigh(count.min)) return 'no';
  return count.max !== undefined && isHigh(count.max) ? 'yes' : 'unknown';
}

/** PR-1: over 70 is high. A number in the notes counts like the field. */
function dbQsState({ dbQs }: AccountValues, notes: IcpNotes, { highDbQsOver }: ScoreSettings): SignalState {
  if (dbQs !== undefined) return yesNo(dbQs > highDbQsOver);
  const noted = /^\d{1,3}(?:\.\d+)?(?![\d.])/.exec(notes.highDbQs)?.[0];
  return noted === undefined ? textState([notes.highDbQs]) : yesNo(Number(noted) > highDbQsOver);
}

/** PR-2: current CE usage; two zeros, or one beside a blank, say that there is none. */
function usageState({ ceUsers, ceInstances }: AccountValues): SignalState {
  if (ceUsers === undefined && ceInstances === undefined) return 'unknown';
  return yesNo((ceUsers ?? 0) > 0 || (ceInstances ?? 0) > 0);
}

const adopterTextOf = ({ techUsed, description }: AccountValues, notes: IcpNotes): string =>
  [techUsed, description, notes.techUsed].filter((text) => !isBlankName(text)).join('\n');
