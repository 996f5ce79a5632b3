import { choiceName, dayText } from '../../../shared/views/shown-text.ts';
import type { Condition } from '../../../shared/views/saved-view.ts';
import { needsNoValue, type ViewField } from '../../../shared/views/view-fields.ts';
import type { Filter } from '../../store/api.ts';
import { conditionsOfFilter } from './list-settings.ts';
import { conditionWord } from './view-words.ts';

type Named = Pick<ViewField, 'key' | 'label' | 'kind'>;

/** Results of rules name their rule: "Territory (TER-7)". */
const ruleAtEnd = / \([A-Z]+-\d+\w?\)$/;

/** "Territory is EU-UK or EU-DACH", "Owner is blank". A field that is gone goes by its key. */
export function conditionText({ field, kind, values }: Condition, fields: readonly Named[]): string {
  const known = fields.find(({ key }) => key === field);
  const label = (known?.label ?? field).replace(ruleAtEnd, '');
  const fieldKind = known?.kind ?? 'text';
  const word = conditionWord(kind, fieldKind);
  if (fieldKind === 'flag') return kind === 'isNot' ? `Not: ${label}` : label;
  if (needsNoValue(kind)) return `${label} ${word}`;
  if (kind === 'within') return `${label} is within ${values.join()} days from today`;
  const said = values.map((value) => (value === '' ? 'blank' : valueText(value, fieldKind)));
  return `${label} ${word} ${said.join(' or ')}`;
}

const valueText = (value: string, kind: ViewField['kind']): string =>
  kind === 'choice' || kind === 'yesNo' ? choiceName(value) : kind === 'date' ? dayText(value) : value;

/** What a filter asks for, a sentence each; nothing where it asks for nothing. */
export const filterTexts = (filter: Filter, fields: readonly Named[]): readonly string[] => {
  const text = (filter.text ?? '').trim();
  return [
    ...(text === '' ? [] : [`Text contains “${text}”`]),
    ...conditionsOfFilter(filter).map((condition) => conditionText(condition, fields)),
  ];
};
