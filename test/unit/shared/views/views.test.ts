import { describe, expect, it } from 'vitest';
import { accountFields } from '../../../../src/shared/accounts/fields.ts';
import { opportunityValues } from '../../../../src/shared/accounts/opportunity.ts';
import { prospectValues } from '../../../../src/shared/accounts/prospect.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { resultName, ruleResults } from '../../../../src/shared/views/result-fields.ts';
import type { SavedView, ViewList } from '../../../../src/shared/views/saved-view.ts';
import { shippedViews } from '../../../../src/shared/views/shipped-views.ts';
import { checkView, readView, writeView } from '../../../../src/shared/views/view-file.ts';

const keysOf: Readonly<Record<ViewList, readonly string[]>> = {
  accounts: accountFields.map(({ key }) => key),
  people: Object.keys(prospectValues.shape),
  opportunities: Object.keys(opportunityValues.shape),
};

const isField = (list: ViewList, field: string): boolean => {
  const name = resultName(field);
  return name === undefined
    ? keysOf[list].includes(field)
    : ruleResults.some((result) => result.list === list && result.name === name);
};

describe('shipped views (domain section 11)', () => {
  it('are all there, each key once', () => {
    expect(shippedViews.map(({ key }) => key)).toEqual([
      'B1',
      'B2',
      'B3',
      'past-due',
      'due-this-week',
      'nominated',
      'missing-research',
      'returning-soon',
      'closed-lost',
      'no-territory',
      'to-sequence',
      'call-down',
      'open-opportunities',
      'held-opportunities',
    ]);
  });

  it.each(shippedViews.map(({ key, view }) => [key, view] as const))(
    '%s is sound and names only fields that are',
    (_key, view) => {
      expect(checkView(view)).toEqual({ ok: true, value: view });
      const fields = [
        ...view.columns,
        ...view.conditions.map(({ field }) => field),
        view.sort.field,
        ...(view.groupBy === undefined ? [] : [view.groupBy]),
      ];
      for (const field of fields) expect(isField(view.list, field), field).toBe(true);
    },
  );

  it.each(shippedViews.map(({ key, view }) => [key, view] as const))(
    '%s: file and back is the same',
    (_key, view) => {
      expect(readView(writeView(view))).toEqual({ ok: true, value: view });
    },
  );
});

it('names of results are unique in their list', () => {
  const names = ruleResults.map(({ list, name }) => `${list} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

describe('files that are no view', () => {
  const [first] = shippedViews;
  const view: SavedView | undefined = first?.view;

  it.each([
    ['no JSON', '{', 'no JSON'],
    ['another format', JSON.stringify({ ...view, format: 2 }), 'format'],
    ['another list', JSON.stringify({ ...view, list: 'leads' }), '“accounts”'],
    ['no name', JSON.stringify({ ...view, name: ' ' }), 'name'],
    ['no columns', JSON.stringify({ ...view, columns: [] }), 'columns'],
    [
      'a broken condition',
      JSON.stringify({
        ...view,
        conditions: [{ field: 'name', kind: 'is', values: [''] }, { field: 'name' }],
      }),
      'Condition 2',
    ],
    [
      'a condition without sense',
      JSON.stringify({ ...view, conditions: [{ field: 'dbQs', kind: 'atLeast', values: ['x'] }] }),
      '“dbQs”',
    ],
    ['a list', '[]', 'the file'],
  ])('%s: says where, what and how to mend it', (_what, text, word) => {
    const read = readView(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(sayStrictly(read.error)).toContain(word);
  });
});
