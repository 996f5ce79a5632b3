import { formatEmployees } from '../accounts/employees.ts';
import { chosenCount } from '../accounts/segment.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { Score, Scorer } from './score.ts';
import { signals, signalWords, type Signal, type SignalState } from './signal.ts';
import { hasMoment, type ScoreFacts, type ScoreSettings } from './signals.ts';
import { latestRecent } from './triggers.ts';

/** One signal of a score: what it gave, and what it could give. */
export interface ScorePart {
  readonly signal: Signal;
  readonly state: SignalState;
  /** What it is worth of 100. */
  readonly worth: number;
  /** What it gave: its worth, or 0. */
  readonly points: number;
  /** "DB QS 84, over 70: +15". */
  readonly message: Label;
}

export interface ExplainedScore {
  readonly score: number;
  readonly isKnown: boolean;
  /** Every signal, in the order of PR-1 and PR-2. The points add up to the score. */
  readonly parts: readonly ScorePart[];
  /** The unknown ones, the most worthwhile research first. */
  readonly missing: readonly ScorePart[];
}

/** PR-3: the score with each of its points explained, and what research would be worth. */
export function explainScore(
  facts: ScoreFacts,
  with_: Scorer,
  settings: ScoreSettings,
): Decided<ExplainedScore> {
  const scored = with_.score(facts);
  const parts = signals.map((signal): ScorePart => {
    const state = scored.reading.states[signal];
    const worth = with_.points[signal];
    const points = state === 'yes' ? worth : 0;
    const message =
      state === 'unknown'
        ? label('score.unknown', { signal: signalWords[signal], points: worth })
        : state === 'yes'
          ? yesMessages[signal](facts, scored, settings, points)
          : (noMessages[signal]?.(facts, settings) ?? label('score.none', { signal: signalWords[signal] }));
    return { signal, state, worth, points, message };
  });
  const missing = parts
    .filter(({ state, worth }) => state === 'unknown' && worth > 0)
    .sort((a, b) => b.worth - a.worth);
  return {
    outcome: { score: scored.score, isKnown: scored.isKnown, parts, missing },
    receipt: {
      rules: ['PR-3', 'PR-1', 'PR-2'],
      said: label('score.is', { score: scored.score, profile: with_.profile.name }),
      facts: parts.map(({ message }) => message),
      settings: settingsUsed(settings, [
        'highLamPercent',
        'highDbQsOver',
        'itTeddFrom',
        'recentTriggerDays',
        'employeeSourceOrder',
      ]),
      flips: missing.map(({ signal, worth }) =>
        label('score.worth', { signal: signalWords[signal], points: worth }),
      ),
    },
  };
}

type Yes = (facts: ScoreFacts, scored: Score, settings: ScoreSettings, points: number) => Label;

const plainYes =
  (signal: Signal): Yes =>
  (_facts, _scored, _settings, points) =>
    label('score.yes', { signal: signalWords[signal], points });

const yesMessages: Readonly<Record<Signal, Yes>> = {
  highLam: ({ values }, _scored, settings, points) => {
    const { lamDevelopers: lam } = values;
    const count = chosenCount(values, settings)?.count;
    if (lam === undefined || count === undefined) {
      return label('score.noted', { signal: signalWords.highLam, points });
    }
    const percent = settings.highLamPercent;
    return label('score.lam', { lam, employees: formatEmployees(count), percent, points });
  },
  highDbQs: ({ values }, { reading }, { highDbQsOver: over }, points) =>
    values.dbQs === undefined
      ? label('score.db-qs-noted', { note: reading.notes.highDbQs, points })
      : label('score.db-qs', { value: values.dbQs, over, points }),
  salInsights: plainYes('salInsights'),
  personsWithLims: ({ prospects }, _scored, _settings, points) => {
    const count = prospects.filter(hasMoment).length;
    return count === 0
      ? label('score.noted', { signal: signalWords.personsWithLims, points })
      : label('score.lims', { count, points });
  },
  techUsed: ({ values }, { reading }, _settings, points) =>
    label('score.tech', { tech: firstLine(values.techUsed ?? reading.notes.techUsed), points }),
  triggers: ({ today }, { reading }, { recentTriggerDays }, points) => {
    const latest = latestRecent(reading.triggers, today, recentTriggerDays);
    return label('score.trigger', { date: latest?.date ?? today, days: recentTriggerDays, points });
  },
  ceUsage: ({ values }, _scored, _settings, points) =>
    label('score.ce', { users: values.ceUsers ?? 0, instances: values.ceInstances ?? 0, points }),
  itTedd: ({ values }, _scored, { itTeddFrom: from }, points) =>
    label('score.it-tedd', { count: values.itTeddCount ?? 0, from, points }),
  industry: ({ values }, { reading }, _settings, points) =>
    label('score.industry', { industry: values.industry ?? '', word: reading.industryWord ?? '', points }),
  adopterWords: (_facts, { reading }, _settings, points) =>
    label('score.adopter', { word: reading.adopterWord ?? '', points }),
  devOps: ({ values }, _scored, _settings, points) =>
    values.devOps === 'hiring'
      ? label('score.devops-hiring', { points })
      : label('score.devops-adopted', { points }),
};

/** Where a plain "none" would hide what was found. */
const noMessages: Partial<
  Readonly<Record<Signal, (facts: ScoreFacts, settings: ScoreSettings) => Label | undefined>>
> = {
  highLam: ({ values }, settings) => {
    const { lamDevelopers: lam } = values;
    const count = chosenCount(values, settings)?.count;
    if (lam === undefined || count === undefined) return undefined;
    return label('score.lam-low', {
      lam,
      employees: formatEmployees(count),
      percent: settings.highLamPercent,
    });
  },
  highDbQs: ({ values }, { highDbQsOver: over }) =>
    values.dbQs === undefined ? undefined : label('score.db-qs-low', { value: values.dbQs, over }),
  triggers: ({ values }) =>
    values.triggers && values.triggers.length > 0 ? label('score.trigger-old') : undefined,
  itTedd: ({ values }, { itTeddFrom: from }) =>
    label('score.it-tedd-low', { count: values.itTeddCount ?? 0, from }),
  industry: ({ values }) => label('score.industry-other', { industry: values.industry ?? '' }),
};

const firstLine = (text: string): string => {
  const [line = ''] = text.split('\n', 1);
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};
