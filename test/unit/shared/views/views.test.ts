import { describe, expect, it } from 'vitest';
import { accountFields } from '../../../../src/shared/accounts/fields.ts';
import { opportunityValues } from '../../../../src/shared/accounts/opportunity.ts';
import { prospectValues } from '../../../../src/shared/accounts/prospect.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { boardAtFirst, withLaneToggled, type BoardShown } from '../../../../src/shared/views/board-shown.ts';
import { resultName, ruleResults } from '../../../../src/shared/views/result-fields.ts';
import { formatOf, type SavedView, type ViewList } from '../../../../src/shared/views/saved-view.ts';
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

const board: BoardShown = {
  lens: 'priority',
  lanes: 'owner',
  closed: { owner: ['Ana Reyes', ''], territory: ['AMER-EAST'] },
};

describe('how the board is shown, in a view (format 2)', () => {
  const plain: SavedView = {
    format: 1,
    list: 'accounts',
    name: 'Mine',
    text: '',
    conditions: [],
    columns: ['name'],
    sort: { field: 'name', descending: false },
  };
  const onBoard: SavedView = { ...plain, format: 2, board };

  it('file and back is the same, closed lanes included', () => {
    expect(readView(writeView(onBoard))).toEqual({ ok: true, value: onBoard });
  });

  it('a file of format 1 opens as ever; a board means nothing in it', () => {
    expect(readView(writeView(plain))).toEqual({ ok: true, value: plain });
    expect(readView(writeView({ ...plain, board }))).toEqual({ ok: true, value: plain });
  });

  it('what needs no format 2 is written as format 1, for versions that know no other', () => {
    expect([formatOf(plain), formatOf(onBoard)]).toEqual([1, 2]);
    expect(readView(writeView({ ...plain, format: 2 }))).toEqual({ ok: true, value: plain });
  });

  it('a lane closes and opens again; of lanes made of something else none does', () => {
    const shut = withLaneToggled(boardAtFirst, 'owner', 'Ana Reyes');
    expect(shut.closed).toEqual({ owner: ['Ana Reyes'], territory: [] });
    expect(withLaneToggled(shut, 'territory', 'Ana Reyes').closed.owner).toEqual(['Ana Reyes']);
    expect(withLaneToggled(shut, 'owner', 'Ana Reyes')).toEqual(boardAtFirst);
  });

  it('closes as many lanes as a view can hold, and then opens the one closed first', () => {
    const many = Array.from({ length: 501 }, (_, at) => `Owner ${String(at)}`);
    const shut = many.reduce((shown, lane) => withLaneToggled(shown, 'owner', lane), boardAtFirst);
    expect(shut.closed.owner).toEqual(many.slice(1));
    expect(checkView({ ...onBoard, board: shut }).ok).toBe(true);
    expect(checkView({ ...onBoard, board: { ...shut, closed: { owner: many, territory: [] } } }).ok).toBe(
      false,
    );
  });
});

describe('files that are no view', () => {
  const [first] = shippedViews;
  const view: SavedView | undefined = first?.view;
  const onBoard = { ...view, format: 2, board };

  it.each([
    ['no JSON', '{', 'no JSON'],
    ['no format', JSON.stringify({ ...view, format: undefined }), 'no view of a format'],
    ['a format of old that never was', JSON.stringify({ ...view, format: 0 }), 'no view of a format'],
    ['a format from the future', JSON.stringify({ ...view, format: 3 }), 'up to 2. Update Groundwork'],
    ['an unknown lens', JSON.stringify({ ...onBoard, board: { ...board, lens: 'owner' } }), 'board.lens'],
    ['a board without closed lanes', JSON.stringify({ ...onBoard, board: { lens: 'status' } }), 'board'],
    ['a board of people', JSON.stringify({ ...onBoard, list: 'people' }), '“people”'],
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
