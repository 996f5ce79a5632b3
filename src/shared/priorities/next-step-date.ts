import { addDays, addMonths, type IsoDate } from '../clock.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { Priority } from './suggest-priority.ts';
import { renewalDays, type StyleSettings } from './working-style.ts';

export interface SequenceStart {
  /** The day on which the sequence starts. */
  readonly on: IsoDate;
  /** Its end, where it is known; otherwise one month on (CLK-3). */
  readonly end?: IsoDate;
  readonly priority?: Priority;
}

/** PR-7: the next step date to propose when a sequence starts: its end, or the earlier touch that PR-6 asks for. */
export function proposeNextStepDate(
  { on, end, priority }: SequenceStart,
  settings: StyleSettings,
): Decided<IsoDate> {
  const monthOn = addMonths(on, 1);
  const last = end !== undefined && end > on ? end : monthOn;
  const days = priority === undefined ? null : renewalDays(priority, settings);
  const touch = days === null ? last : addDays(on, days);
  const isEarlier = touch < last;
  const date = isEarlier ? touch : last;
  return {
    outcome: date,
    receipt: {
      rules: isEarlier ? ['PR-7', 'PR-6'] : ['PR-7'],
      said: label('next-step.proposed', { date }),
      facts: [
        label('next-step.sequence', { start: on, end: last }),
        ...(isEarlier && priority !== undefined && days !== null
          ? [label('next-step.touch', { priority, days })]
          : []),
      ],
      settings: settingsUsed(settings, ['renewPriority2Days', 'renewPriority3Days']),
      flips: isEarlier ? [label('flip.sequence-end', { date: last })] : [],
    },
  };
}
