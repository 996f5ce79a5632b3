import { expect, test } from 'vitest';
import { conditionText, filterTexts } from '../../../../src/renderer/app/views/filter-words.ts';
import type { Condition } from '../../../../src/shared/views/saved-view.ts';
import { viewFields } from '../../../../src/shared/views/view-fields.ts';

const fields = viewFields('accounts', []);

test.each<readonly [Condition, string]>([
  [{ field: 'rule.territory', kind: 'is', values: ['EU-UK', 'EU-DACH'] }, 'Territory is EU-UK or EU-DACH'],
  [{ field: 'owner', kind: 'is', values: [''] }, 'Account Owner is blank'],
  [{ field: 'owner', kind: 'isBlank', values: [] }, 'Account Owner is blank'],
  [
    { field: 'bdrNextStepDate', kind: 'within', values: ['7'] },
    'BDR Next Step Date is within 7 days from today',
  ],
  [{ field: 'bdrNextStepDate', kind: 'before', values: ['today'] }, 'BDR Next Step Date is before today'],
  [{ field: 'rule.findings', kind: 'is', values: ['yes'] }, 'With findings'],
  [{ field: 'rule.findings', kind: 'isNot', values: ['yes'] }, 'Not: With findings'],
  [{ field: 'custom.gone', kind: 'contains', values: ['x'] }, 'custom.gone contains x'],
])('%j', (condition, words) => {
  expect(conditionText(condition, fields)).toBe(words);
});

test('a filter in words: its text, its lists and its conditions, and nothing of nothing', () => {
  expect(filterTexts({}, fields)).toEqual([]);
  expect(
    filterTexts(
      {
        text: ' acme ',
        segments: ['Large', null],
        statuses: ['Queued', ''],
        conditions: [{ field: 'rule.territory', kind: 'is', values: ['EU-UK'] }],
      },
      fields,
    ),
  ).toEqual([
    'Text contains “acme”',
    'Territory is EU-UK',
    'Segment is Large or blank',
    'BDR Prospecting Status is Queued or blank',
  ]);
});
