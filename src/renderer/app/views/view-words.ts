import type { ConditionKind, ViewFieldKind } from '../../../shared/views/view-fields.ts';

const kindWords: Readonly<Record<ConditionKind, string>> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  isFilled: 'is filled',
  isBlank: 'is blank',
  atLeast: 'is at least',
  atMost: 'is at most',
  before: 'is before',
  after: 'is after',
  within: 'is within days from today',
};

/** A comparison for people. */
export function conditionWord(kind: ConditionKind, fieldKind: ViewFieldKind): string {
  if (fieldKind === 'flag') return kind === 'isNot' ? 'does not hold' : 'holds';
  return kindWords[kind];
}

/** What may be typed for a comparison. */
export function valueHint(kind: ConditionKind, fieldKind: ViewFieldKind): string {
  if (kind === 'within') return 'Days, today included: 7';
  if (fieldKind === 'date') return '2026-03-31, today, today+7 or today-30';
  if (fieldKind === 'number') return 'A number';
  return 'Several with ; between them: any of them will do';
}
