import { describe, expect, it } from 'vitest';
import { allAccounts } from '../../../../src/renderer/app/views/all-accounts.ts';
import {
  conditionsOfFilter,
  filterOf,
  sameSettings,
  settingsOf,
  settingsOfShipped,
  viewOf,
  withoutBoard,
  type ListSettings,
} from '../../../../src/renderer/app/views/list-settings.ts';
import { bandAt, bandLines } from '../../../../src/renderer/screens/accounts/band-lines.ts';
import { sortKeyOf, tableLayout } from '../../../../src/renderer/screens/accounts/columns.ts';
import { shippedViews } from '../../../../src/shared/views/shipped-views.ts';
import { readView, writeView } from '../../../../src/shared/views/view-file.ts';
import { conditionKindsFor, viewFields } from '../../../../src/shared/views/view-fields.ts';
import { conditionKinds } from '../../../../src/shared/views/saved-view.ts';

const settings: ListSettings = {
  text: 'works',
  conditions: [{ field: 'rule.lateResearch', kind: 'is', values: ['yes'] }],
  columns: ['name', 'rule.score', 'custom.region'],
  sort: { field: 'rule.score', descending: true },
  groupBy: 'owner',
};

describe('a view as a file', () => {
  it('comes back as it went', () => {
    const read = readView(writeView(viewOf('accounts', ' Mine ', settings)));
    expect(read.ok && read.value.name).toBe('Mine');
    expect(read.ok && sameSettings(settingsOf(read.value), settings)).toBe(true);
  });

  it('is another one when anything but the name differs', () => {
    expect(sameSettings(settings, { ...settings, text: ' works ' })).toBe(true);
    for (const other of [
      { ...settings, text: 'mills' },
      { ...settings, conditions: [] },
      { ...settings, columns: ['name', 'custom.region', 'rule.score'] },
      { ...settings, sort: { field: 'rule.score', descending: false } },
      { ...settings, groupBy: 'status' },
    ]) {
      expect(sameSettings(settings, other)).toBe(false);
    }
  });

  it('is another one when the board is shown otherwise, in whatever order lanes were closed', () => {
    const closed = { owner: ['Ana', 'Ben'], territory: [] };
    const board = { lens: 'status' as const, lanes: 'owner' as const, closed };
    const onBoard = { ...settings, board };
    expect(sameSettings(onBoard, { ...settings, board: { ...board } })).toBe(true);
    expect(
      sameSettings(onBoard, {
        ...settings,
        board: { ...board, closed: { ...closed, owner: ['Ben', 'Ana'] } },
      }),
    ).toBe(true);
    expect(sameSettings(onBoard, settings)).toBe(false);
    expect(sameSettings(withoutBoard(onBoard), settings)).toBe(true);
    expect(sameSettings(onBoard, { ...settings, board: { ...board, lens: 'priority' } })).toBe(false);
    expect(sameSettings(onBoard, { ...settings, board: { ...board, lanes: 'none' } })).toBe(false);
    expect(viewOf('accounts', 'Mine', onBoard)).toMatchObject({ format: 2, board });
    expect(viewOf('accounts', 'Mine', settings).format).toBe(1);
    expect(settingsOf(viewOf('accounts', 'Mine', onBoard))).toEqual(onBoard);
  });

  it('searches nothing when it is shipped: its text explains it', () => {
    for (const { view } of shippedViews) expect(settingsOfShipped(view).text).toBe('');
  });
});

describe('a filter of the bar as conditions', () => {
  it('keeps every part of it, blanks included', () => {
    expect(
      conditionsOfFilter({
        segments: ['Large', null],
        priorities: [1, null],
        owners: [''],
        statuses: ['Queued', ''],
        onlyWithFindings: true,
        conditions: settings.conditions,
      }),
    ).toEqual([
      { field: 'rule.lateResearch', kind: 'is', values: ['yes'] },
      { field: 'rule.segment', kind: 'is', values: ['Large', ''] },
      { field: 'priority', kind: 'is', values: ['1', ''] },
      { field: 'owner', kind: 'is', values: [''] },
      { field: 'status', kind: 'is', values: ['Queued', ''] },
      { field: 'rule.findings', kind: 'is', values: ['yes'] },
    ]);
    expect(conditionsOfFilter({})).toEqual([]);
    expect(filterOf({ text: '  ', conditions: [] })).toEqual({});
    expect(filterOf(settings)).toEqual({ text: 'works', conditions: settings.conditions });
  });
});

describe('the table of a view', () => {
  const fields = viewFields('accounts', [{ id: '1', key: 'region', label: 'Region' }]);

  it('shows the name first and each field once, and asks for what rows do not have', () => {
    const layout = tableLayout(['owner', 'custom.region', 'owner', 'name', 'rule.score'], fields);
    expect(layout.columns.map(({ label }) => label)).toEqual([
      'Selected',
      'Account',
      'Owner',
      'Region (custom)',
      'ICP score (PR-3)',
    ]);
    expect(layout.asked).toEqual(['custom.region', 'rule.score']);
    expect(tableLayout(allAccounts.settings.columns, fields).asked).toEqual([]);
  });

  it('knows every column of the shipped views and sorts by each field', () => {
    for (const { view } of shippedViews) {
      const known = viewFields(view.list, []);
      for (const key of [...view.columns, view.sort.field]) {
        expect(
          known.map((field) => field.key),
          view.name,
        ).toContain(key);
      }
    }
    expect(sortKeyOf('owner')).toBe('owner');
    expect(sortKeyOf('rule.score')).toBe('field:rule.score');
  });

  it('offers only comparisons that exist', () => {
    for (const { kind } of [...fields, ...viewFields('people', []), ...viewFields('opportunities', [])]) {
      for (const offered of conditionKindsFor(kind)) expect(conditionKinds).toContain(offered);
    }
  });

  it('puts a head before the rows of each group', () => {
    const { lines, bands } = bandLines({
      slots: Int32Array.of(4, 2, 9),
      bands: [
        { value: '1', from: 0 },
        { value: '', from: 2 },
      ],
    });
    expect([...lines]).toEqual([-1, 4, 2, -2, 9]);
    expect(bands).toEqual([
      { value: '1', rows: 2, isCollapsed: false },
      { value: '', rows: 1, isCollapsed: false },
    ]);
    expect([bandAt(-1), bandAt(-2)]).toEqual([0, 1]);
    const slots = Int32Array.of(3);
    expect(bandLines({ slots }).lines).toBe(slots);
  });

  it('leaves the rows of collapsed groups out, and keeps heads and counts', () => {
    const view = {
      slots: Int32Array.of(4, 2, 9, 7),
      bands: [
        { value: 'a', from: 0 },
        { value: 'b', from: 2 },
        { value: '', from: 3 },
      ],
    };
    const some = bandLines(view, new Set(['a', '']));
    expect([...some.lines]).toEqual([-1, -2, 9, -3]);
    expect(some.bands.map(({ rows, isCollapsed }) => [rows, isCollapsed])).toEqual([
      [2, true],
      [1, false],
      [1, true],
    ]);
    // A value that is no group any more hides nothing.
    expect([...bandLines(view, new Set(['gone'])).lines]).toEqual([-1, 4, 2, -2, 9, -3, 7]);
  });
});
