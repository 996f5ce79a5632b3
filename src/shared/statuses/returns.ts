import { fieldDefinition } from '../accounts/fields.ts';
import { fiscalYearOf, type IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { once } from '../once.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided, type Receipt } from '../rule-book/receipt.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import { readClocks, type BdrField, type ClockFacts, type Clocks } from './clocks.ts';
import type { StatusSettings } from './status-settings.ts';

/** What the clocks ask of an account in Actively Working. */
export type Return =
  /** Nothing: in time, paused, or without a limit (AW-13). */
  | { readonly kind: 'stay' }
  /** AW-11: due back within three days unless something is done. */
  | { readonly kind: 'warn'; readonly to: 'Queued'; readonly due: IsoDate }
  /** AW-11: due back since the day after `due`. */
  | { readonly kind: 'return'; readonly to: 'Queued'; readonly due: IsoDate }
  /** AW-12: due for Worked in FY since `due`, with the year to record. */
  | {
      readonly kind: 'return';
      readonly to: 'Worked in FY';
      readonly due: IsoDate;
      readonly fiscalYear: number;
    };

/** AW-11, AW-12, AW-13 from clocks that were read already; AW-11 is tested first and wins. */
export function returnOf(
  { research, sequencing, activity }: Clocks,
  today: IsoDate,
  settings: StatusSettings,
): Return {
  const late = earliest([research, sequencing].filter(({ state }) => state === 'late'));
  if (late !== undefined) return { kind: 'return', to: 'Queued', due: late };
  if (activity.isDue && activity.due !== null) {
    const fiscalYear = fiscalYearOf(today, settings.fiscalYearFirstMonth);
    return { kind: 'return', to: 'Worked in FY', due: activity.due, fiscalYear };
  }
  const warned = earliest([research, sequencing].filter(({ state }) => state === 'warned'));
  return warned === undefined ? { kind: 'stay' } : { kind: 'warn', to: 'Queued', due: warned };
}

function earliest(clocks: readonly { readonly due: IsoDate | null }[]): IsoDate | undefined {
  let first: IsoDate | undefined;
  for (const { due } of clocks) if (due !== null && (first === undefined || due < first)) first = due;
  return first;
}

/** The same decision with its receipt. The move itself is a person's (AW-11: never silent). */
export function decideReturn(facts: ClockFacts, settings: StatusSettings): Decided<Return> {
  const clocks = readClocks(facts, settings);
  const outcome = returnOf(clocks, facts.today, settings);
  return {
    outcome,
    receipt: {
      rules: rulesOf(outcome, clocks),
      said: saidOf(outcome, settings),
      facts: factsOf(facts, clocks),
      settings: settingsUsed(settings, clockSettings),
      flips: flipsOf(outcome, clocks, facts, settings),
    },
  };
}

function rulesOf(outcome: Return, { research, sequencing }: Clocks): Receipt['rules'] {
  if (outcome.kind === 'stay') return ['AW-13', 'AW-9', 'AW-10', 'AW-12'];
  if (outcome.to === 'Worked in FY') return ['AW-12', 'CLK-4'];
  const state = outcome.kind === 'return' ? 'late' : 'warned';
  const missed: RuleId[] = [];
  if (research.state === state) missed.push('AW-9');
  if (sequencing.state === state) missed.push('AW-10');
  return ['AW-11', ...missed];
}

function saidOf(outcome: Return, { inactiveDays: days }: StatusSettings): Label {
  if (outcome.kind === 'stay') return label('aw13.stays');
  if (outcome.kind === 'warn') return label('aw11.warned', { date: outcome.due });
  return outcome.to === 'Queued'
    ? label('aw11.due-back', { date: outcome.due })
    : label('aw12.due', { date: outcome.due, days, year: String(outcome.fiscalYear) });
}

const clockSettings = [
  'researchDays',
  'sequencingDays',
  'peopleToSequence',
  'returnWarningDays',
  'inactiveDays',
  'fiscalYearFirstMonth',
] as const;

function factsOf({ start, prospects }: ClockFacts, clocks: Clocks): Label[] {
  const { research, sequencing, activity } = clocks;
  return [
    label('fact.working-since', { date: start }),
    research.missing.length === 0
      ? label('aw9.filled')
      : label('aw9.missing', { fields: fieldWords(research.missing) }),
    ...dueFact(research.due, 'aw9.due', research.state === 'met'),
    label('aw10.people', { count: sequencing.people, needed: sequencing.people + sequencing.missing }),
    ...dueFact(sequencing.due, 'aw10.due', sequencing.state === 'met'),
    activity.lastActive === null
      ? label('aw12.never-active', { count: prospects.length })
      : label('aw12.last-active', { date: activity.lastActive }),
  ];
}

const dueFact = (due: IsoDate | null, id: 'aw9.due' | 'aw10.due', isMet: boolean): Label[] =>
  isMet ? [] : [due === null ? label('aw11.paused') : label(id, { date: due })];

const words = once(() => new Intl.ListFormat('en', { type: 'conjunction' }));

/** "Account Strategy and BDR Next Step". */
export const fieldWords = (fields: readonly BdrField[]): string =>
  words().format(fields.map((field) => fieldDefinition(field)?.label ?? field));

/** What would let it stay, or what would make it go. */
function flipsOf(
  outcome: Return,
  { research, sequencing, activity }: Clocks,
  { today }: ClockFacts,
  settings: StatusSettings,
): Label[] {
  if (outcome.kind === 'return' && outcome.to === 'Worked in FY') return [label('flip.sequence-again')];
  const flips: Label[] = [];
  if (research.missing.length > 0 && research.state !== 'paused') {
    flips.push(label('flip.fill-fields', { fields: fieldWords(research.missing) }));
  }
  if (sequencing.state === 'late') flips.push(label('flip.sequencing-missed'));
  else if (sequencing.missing > 0 && sequencing.due !== null) {
    flips.push(label('flip.sequence-people', { count: sequencing.missing, date: sequencing.due }));
  }
  if (outcome.kind === 'stay' && flips.length === 0 && activity.due !== null) {
    flips.push(
      activity.lastActive === today
        ? label('flip.until-inactive', { days: settings.inactiveDays })
        : label('flip.inactive-on', { date: activity.due }),
    );
  }
  return flips;
}
