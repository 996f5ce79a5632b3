import type { AccountValues } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { isFuture } from '../calendar.ts';
import { addDays, type IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { Priority } from './suggest-priority.ts';

export type StyleSettings = Pick<RuleSettings, 'renewPriority2Days' | 'renewPriority3Days'>;

/** PR-6: an account after an edit, with the day on which its next step date was set anew. */
export function withRenewal(before: AccountValues, after: AccountValues, today: IsoDate): AccountValues {
  if (after.bdrNextStepDate === before.bdrNextStepDate) return after;
  const { nextStepRenewedOn: _renewed, ...rest } = after;
  return after.bdrNextStepDate === undefined ? rest : { ...rest, nextStepRenewedOn: today };
}

/** What PR-6 looks at while an account is edited. */
export interface StyleFacts {
  readonly priority: Priority;
  readonly values: Pick<
    AccountValues,
    'accountStrategy' | 'bdrNextStep' | 'bdrNextStepDate' | 'nextStepRenewedOn'
  >;
  readonly today: IsoDate;
}

/** A hint beside a field; never a block. */
export interface StyleHint {
  readonly rule: 'PR-6';
  readonly field: 'accountStrategy' | 'bdrNextStepDate' | 'bdrNextStep';
  readonly message: Label;
}

/** PR-6: what the working style of a Priority misses in strategy, next step date and next step notes. */
export function styleHints(facts: StyleFacts, settings: StyleSettings): StyleHint[] {
  const { priority, values } = facts;
  const hint = (field: StyleHint['field'], message: Label | undefined): StyleHint[] =>
    message ? [{ rule: 'PR-6', field, message }] : [];
  return [
    ...hint('accountStrategy', strategyHint(priority, values.accountStrategy ?? '')),
    ...hint('bdrNextStepDate', dateHint(facts, settings)),
    ...hint('bdrNextStep', notesHint(priority, values.bdrNextStep ?? '')),
  ];
}

/** What is left of a strategy once it has said "Priority 1". */
const beyondPriority = (strategy: string): string =>
  strategy
    .replace(/\b(?:priority|prio|p)[\s#:-]*[123]\b/gi, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

function strategyHint(priority: Priority, strategy: string): Label | undefined {
  if (isBlankName(strategy)) return label('pr6.strategy-blank', { priority });
  const named = new RegExp(`\\b(?:priority|prio|p)[\\s#:-]*${priority}\\b`, 'i').test(strategy);
  if (!named) return label('pr6.strategy-priority', { priority });
  const rest = beyondPriority(strategy);
  if (priority === 1) return rest === '' ? label('pr6.strategy-specifics') : undefined;
  if (priority === 2)
    return /\bweeks?\b|\bweekly\b|\bdays?\b|\bsteps?\b/i.test(rest) ? undefined : label('pr6.strategy-weeks');
  return /\bnurtur/i.test(rest) ? undefined : label('pr6.strategy-nurture');
}

/** In the future; for Priority 2 and 3 also renewed often enough: due on the 14th day, late the day after. */
function dateHint({ priority, values, today }: StyleFacts, settings: StyleSettings): Label | undefined {
  const { bdrNextStepDate: date, nextStepRenewedOn: renewed } = values;
  if (date === undefined) return label('pr6.date-blank');
  if (!isFuture(date, today)) return label('pr6.date-not-future', { date });
  const days = renewalDays(priority, settings);
  if (days === null || renewed === undefined || addDays(renewed, days) >= today) return undefined;
  return label('pr6.date-stale', { date: renewed, days, priority });
}

/** PR-6: how often the next step date is set anew; `null` = no rule. */
export const renewalDays = (priority: Priority, settings: StyleSettings): number | null =>
  priority === 1 ? null : priority === 2 ? settings.renewPriority2Days : settings.renewPriority3Days;

/** Fewer words than this say nothing specific. */
const fewestWords = 3;
const kindOfNurture =
  /\breleases?\b|\bversions?\b|\bv?\d+\.\d+\b|\bevents?\b|\binvit|\bwebinars?\b|\bproduct\b|\bupdates?\b|\bnewsletters?\b/i;

function notesHint(priority: Priority, notes: string): Label | undefined {
  if (isBlankName(notes)) return label('pr6.notes-blank');
  if (priority === 1) {
    return notes.trim().split(/\s+/).length < fewestWords ? label('pr6.notes-specific') : undefined;
  }
  if (priority === 2)
    return /\bweeks?\s*#?\s*\d+|\bw\d+\b/i.test(notes) ? undefined : label('pr6.notes-week');
  return kindOfNurture.test(notes) ? undefined : label('pr6.notes-nurture');
}
