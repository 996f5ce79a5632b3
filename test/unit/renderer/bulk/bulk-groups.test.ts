import { expect, it } from 'vitest';
import { plainRow, type PlainField } from '../../../../src/renderer/app/bulk/bulk-fields.ts';
import { bulkGroups } from '../../../../src/renderer/app/bulk/bulk-groups.ts';
import { label } from '../../../../src/shared/rule-book/messages.ts';
import type { RuleId } from '../../../../src/shared/rule-book/rule-ids.ts';
import type { BulkRow } from '../../../../src/shared/statuses/bulk.ts';
import type { BookRow } from '../../../../src/renderer/store/api.ts';

const row = (id: string, outcome: BulkRow['outcome'], ...rules: RuleId[]): BulkRow => ({
  id,
  name: id,
  outcome,
  refusals: rules.map((rule) => ({
    rule,
    message: label('seg3.own-parent'),
    remedy: label('seg3.circle-refused-remedy'),
  })),
  warnings: [],
  overridable: false,
  needsReason: false,
});

it('AW-15: groups refused accounts by their most telling rule, the largest group first, then the rest', () => {
  const groups = bulkGroups([
    row('a', 'passes'),
    row('b', 'refused', 'AW-7', 'AW-6'),
    row('c', 'unchanged'),
    row('d', 'refused', 'AW-6'),
    row('e', 'refused', 'AW-6'),
    row('f', 'passes'),
  ]);
  expect(groups.map(({ key, rows }) => [key, rows.map(({ id }) => id)])).toEqual([
    ['AW-6', ['d', 'e']],
    ['AW-7', ['b']],
    ['passes', ['a', 'f']],
    ['unchanged', ['c']],
  ]);
  expect(bulkGroups([])).toEqual([]);
});

it('a field that no rule guards changes where it is another one', () => {
  const known = { name: 'Acme', owner: 'Sal', priority: null, nextStepDate: null, nextStep: 'Call' };
  const outcome = (field: PlainField, text: string) => plainRow('1', field, text, known as BookRow).outcome;
  expect(outcome('owner', ' Sal ')).toBe('unchanged');
  expect(outcome('owner', 'Dana')).toBe('passes');
  expect(outcome('priority', 'blank')).toBe('unchanged');
  expect(outcome('priority', '1')).toBe('passes');
  expect(outcome('bdrNextStepDate', '')).toBe('unchanged');
  expect(outcome('bdrNextStep', 'Mail')).toBe('passes');
});
