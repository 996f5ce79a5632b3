import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertChange, type Fields } from '../../../../src/shared/history/change-set.ts';
import {
  applyUpdate,
  changeBetween,
  changedKeys,
  flattenFields,
  sameValue,
  unflattenFields,
} from '../../../../src/shared/history/diff.ts';

const about = { kind: 'account', id: 'a' } as const;

describe('what changed between two sets of values', () => {
  it('names only the fields that differ; a blank side is absent', () => {
    const change = changeBetween(about, { name: 'A', owner: 'Sal' }, { name: 'A', priority: 1 });
    expect(change).toEqual({ ...about, before: { owner: 'Sal' }, after: { priority: 1 } });
  });

  it('treats every custom field as a field of its own', () => {
    const change = changeBetween(
      about,
      { name: 'A', custom: { region: 'N', tier: '1' } },
      { name: 'A', custom: { region: 'S', tier: '1' } },
    );
    expect(change && changedKeys(change)).toEqual(['custom.region']);
  });

  it('is nothing when nothing differs, in lists and objects as well', () => {
    const stints = [{ start: '2026-01-01', end: '2026-01-02' }];
    expect(changeBetween(about, { stints }, { stints: structuredClone(stints) })).toBeUndefined();
    expect(sameValue({ min: 1, max: undefined }, { min: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
  });
});

it('a custom field called __proto__ stays a field', () => {
  const values = { name: 'A', custom: JSON.parse('{"__proto__":"x"}') as Record<string, string> };
  const back = unflattenFields(flattenFields(values));
  expect(Object.keys(back['custom'] as object)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(back['custom'])).toBe(Object.prototype);
});

describe('applying a change', () => {
  it('leaves alone what was edited since, and says so', () => {
    const change = { ...about, before: { owner: 'Sal', priority: 1 }, after: { owner: 'Ann', priority: 2 } };
    expect(applyUpdate({ name: 'A', owner: 'Someone', priority: 1 }, change)).toEqual({
      values: { name: 'A', owner: 'Someone', priority: 2 },
      kept: ['owner'],
    });
  });

  const values = fc.record(
    {
      name: fc.string(),
      owner: fc.option(fc.string(), { nil: undefined }),
      priority: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined }),
      stints: fc.option(fc.array(fc.record({ start: fc.string() })), { nil: undefined }),
      custom: fc.option(fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { minKeys: 1 }), {
        nil: undefined,
      }),
    },
    { requiredKeys: ['name'] },
  );

  it('leads from one to the other and, inverted, back, for any values', () => {
    fc.assert(
      fc.property(values, values, (from: Fields, to: Fields) => {
        const change = changeBetween(about, from, to);
        if (!change) {
          expect(sameValue(flattenFields(from), flattenFields(to))).toBe(true);
          return;
        }
        const forward = applyUpdate(from, change);
        expect(forward.kept).toEqual([]);
        expect(sameValue(flattenFields(forward.values), flattenFields(to))).toBe(true);
        const back = applyUpdate(forward.values, invertChange(change));
        expect(sameValue(flattenFields(back.values), flattenFields(from))).toBe(true);
      }),
    );
  });
});
