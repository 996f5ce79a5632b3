import { accountFields, type FieldType } from '../accounts/fields.ts';
import { opportunityFields, prospectFields, type RecordField } from '../accounts/record-fields.ts';
import type { CustomField } from '../workspace/workspace.ts';
import { ruleResults, type ResultKind } from './result-fields.ts';
import type { conditionKinds, ViewList } from './saved-view.ts';

export type ConditionKind = (typeof conditionKinds)[number];

/** How a field is compared: a flag of a rule holds or does not. */
export type ViewFieldKind = ResultKind | 'yesNo';

/** A field that a view may show, filter, sort or group by. */
export interface ViewField {
  /** As conditions and columns name it: `owner`, `custom.<key>`, `rule.<name>`. */
  readonly key: string;
  readonly label: string;
  readonly kind: ViewFieldKind;
  readonly choices?: readonly string[];
}

/** Every field of a list, its own first, then custom fields, then what rules say. */
export function viewFields(list: ViewList, customFields: readonly CustomField[]): readonly ViewField[] {
  return [
    ...ownFields(list),
    ...(list === 'accounts'
      ? customFields.map(({ key, label }): ViewField => ({
          key: `custom.${key}`,
          label: `${label} (custom)`,
          kind: 'text',
        }))
      : []),
    ...ruleResults
      .filter((result) => result.list === list)
      .map(({ name, title, kind, choices }): ViewField => ({
        key: `rule.${name}`,
        label: title,
        kind,
        ...(choices && { choices }),
      })),
  ];
}

function ownFields(list: ViewList): readonly ViewField[] {
  switch (list) {
    case 'accounts':
      return accountFields.map(({ key, label, type, choices }) => ({
        key,
        label,
        kind: kindOfType[type],
        ...(choices && { choices }),
      }));
    case 'people':
      return prospectFields.map(asViewField);
    case 'opportunities':
      return opportunityFields.map(asViewField);
  }
}

const asViewField = ({ key, label, type, choices }: RecordField): ViewField => ({
  key,
  label,
  kind: type,
  ...(choices && { choices }),
});

const kindOfType: Readonly<Record<FieldType, ViewFieldKind>> = {
  text: 'text',
  longText: 'text',
  url: 'text',
  count: 'number',
  number: 'number',
  money: 'number',
  date: 'date',
  yesNo: 'yesNo',
  choice: 'choice',
  priority: 'choice',
  employees: 'number',
  textList: 'text',
  yearList: 'text',
  triggers: 'text',
  stints: 'date',
  pauses: 'text',
  reference: 'text',
};

const blankKinds = ['isFilled', 'isBlank'] as const;

/** The comparisons that make sense for a field, the likeliest first. */
export function conditionKindsFor(kind: ViewFieldKind): readonly ConditionKind[] {
  switch (kind) {
    case 'flag':
      return ['is', 'isNot'];
    case 'yesNo':
      return ['is', 'isNot', ...blankKinds];
    case 'choice':
      return ['is', 'isNot', ...blankKinds];
    case 'number':
      return ['atLeast', 'atMost', 'is', ...blankKinds];
    case 'date':
      return ['before', 'after', 'within', 'is', ...blankKinds];
    case 'text':
      return ['contains', 'is', 'isNot', ...blankKinds];
  }
}

/** Comparisons that take no value. */
export const needsNoValue = (kind: ConditionKind): boolean => kind === 'isFilled' || kind === 'isBlank';
