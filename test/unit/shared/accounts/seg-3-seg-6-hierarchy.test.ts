import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../src/shared/accounts/account.ts';
import {
  decideFamily,
  highestSegment,
  rootOf,
  type HierarchyNode,
  type SegmentDecision,
} from '../../../../src/shared/accounts/hierarchy.ts';

type Part = Partial<HierarchyNode> & { readonly id: string };
const node = (part: Part): HierarchyNode => ({ name: part.id, ownSegment: null, ...part });
const lookupIn = (nodes: readonly HierarchyNode[]) => {
  const byId = new Map(nodes.map((it) => [it.id, it]));
  return (id: string): HierarchyNode | undefined => byId.get(id);
};

/** Every account's segment, decided as the book does it: family by family. */
function decideAll(nodes: readonly HierarchyNode[]): Map<string, SegmentDecision> {
  const lookup = lookupIn(nodes);
  const families = Map.groupBy(nodes, (it) => rootOf(it.id, lookup).root);
  return new Map([...families.values()].flatMap((members) => [...decideFamily(members)]));
}

describe('SEG-3: every account of a hierarchy takes the highest segment found in it', () => {
  it.each<[string, (Segment | null)[], Segment | null]>([
    ['Large before Mid-Market before SMB', ['SMB', 'Large', 'Mid-Market'], 'Large'],
    ['Mid-Market before SMB', ['SMB', 'Mid-Market', 'SMB'], 'Mid-Market'],
    ['unknown members do not hide a known one', [null, 'SMB', null], 'SMB'],
    ['all unknown stays unknown', [null, null], null],
    ['nobody stays unknown', [], null],
  ])('%s', (_sentence, given, highest) => {
    expect(highestSegment(given)).toBe(highest);
  });

  it('names who decided: the account itself where it can, else the smallest id', () => {
    const family = [
      node({ id: 'c', ownSegment: 'Large' }),
      node({ id: 'a', ownSegment: 'SMB' }),
      node({ id: 'b', ownSegment: 'Large' }),
    ];
    expect(Object.fromEntries(decideFamily(family))).toEqual({
      a: { segment: 'Large', decidedBy: 'b' },
      b: { segment: 'Large', decidedBy: 'b' },
      c: { segment: 'Large', decidedBy: 'c' },
    });
  });

  it('names nobody when nothing is known', () => {
    expect(decideFamily([node({ id: 'a' })]).get('a')).toEqual({ segment: null, decidedBy: null });
  });
});

describe('SEG-3: a missing parent is reported', () => {
  it('when the parent is only known by its reference', () => {
    const lookup = lookupIn([node({ id: 'a', parentRef: 'Globex' })]);
    expect(rootOf('a', lookup)).toEqual({ root: 'a', path: ['a'], problem: 'missing-parent' });
  });

  it('when the parent was deleted', () => {
    const lookup = lookupIn([node({ id: 'a', parentId: 'gone' }), node({ id: 'b', parentId: 'a' })]);
    expect(rootOf('b', lookup)).toEqual({ root: 'a', path: ['b', 'a'], problem: 'missing-parent' });
  });

  it('is not reported where there is none', () => {
    const lookup = lookupIn([node({ id: 'a' }), node({ id: 'b', parentId: 'a', parentRef: 'A' })]);
    expect(rootOf('b', lookup)).toEqual({ root: 'a', path: ['b', 'a'] });
  });
});

describe('SEG-3: a cycle is reported and never an endless loop', () => {
  it('gives every member the smallest id as root', () => {
    const nodes = [
      node({ id: 'c', parentId: 'b' }),
      node({ id: 'b', parentId: 'a' }),
      node({ id: 'a', parentId: 'c' }),
      node({ id: 'below', parentId: 'b' }),
    ];
    const lookup = lookupIn(nodes);
    for (const { id } of nodes) {
      expect(rootOf(id, lookup)).toMatchObject({ root: 'a', problem: 'cycle', cycle: ['a', 'c', 'b'] });
    }
    expect(rootOf('below', lookup).path).toEqual(['below', 'b', 'a']);
  });

  it('an account that is its own parent is a cycle of one', () => {
    expect(rootOf('a', lookupIn([node({ id: 'a', parentId: 'a' })]))).toEqual({
      root: 'a',
      path: ['a'],
      problem: 'cycle',
      cycle: ['a'],
    });
  });

  it('walks up 100,000 generations', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) =>
      node({ id: String(index), ...(index > 0 && { parentId: String(index - 1) }) }),
    );
    expect(rootOf('99999', lookupIn(nodes)).path).toHaveLength(100_000);
  });
});

describe('SEG-6: a stand-alone account forms its own hierarchy, with its children', () => {
  const nodes = [
    node({ id: 'top', ownSegment: 'Large' }),
    node({ id: 'fund', parentId: 'top', standAlone: true, ownSegment: 'SMB' }),
    node({ id: 'shop', parentId: 'fund' }),
    node({ id: 'branch', parentId: 'top' }),
  ];

  it('and takes nothing from above, and gives nothing to it', () => {
    const decided = decideAll(nodes);
    expect(decided.get('fund')?.segment).toBe('SMB');
    expect(decided.get('shop')).toEqual({ segment: 'SMB', decidedBy: 'fund' });
    expect(decided.get('branch')).toEqual({ segment: 'Large', decidedBy: 'top' });
  });

  it('breaks a cycle, and its missing parent is of no matter', () => {
    const lookup = lookupIn([
      node({ id: 'b', parentId: 'a', standAlone: true }),
      node({ id: 'a', parentId: 'b' }),
      node({ id: 'c', parentId: 'gone', standAlone: true }),
    ]);
    expect(rootOf('a', lookup)).toEqual({ root: 'b', path: ['a', 'b'] });
    expect(rootOf('c', lookup)).toEqual({ root: 'c', path: ['c'] });
  });
});

describe('SEG-3 over random hierarchies, with cycles and missing parents', () => {
  const size = 30;
  const id = fc.nat({ max: size - 1 }).map((index) => `n${String(index).padStart(2, '0')}`);
  const segment = fc.constantFrom<(Segment | null)[]>('Large', 'Mid-Market', 'SMB', null);
  const arbitrary: fc.Arbitrary<HierarchyNode> = fc
    .record({
      id,
      name: fc.string(),
      ownSegment: segment,
      parent: fc.option(id),
      lost: fc.nat(9),
      alone: fc.nat(9),
    })
    .map(({ parent, lost, alone, ...rest }) => ({
      ...rest,
      ...(lost === 0 ? { parentRef: 'lost' } : parent !== null && { parentId: parent }),
      ...(alone === 0 && { standAlone: true }),
    }));
  const book = fc.uniqueArray(arbitrary, { selector: (it) => it.id, maxLength: size });

  it('every account gets exactly one outcome, and all of a family the same', () => {
    fc.assert(
      fc.property(book, (nodes) => {
        const lookup = lookupIn(nodes);
        const decided = decideAll(nodes);
        expect([...decided.keys()].sort()).toEqual(nodes.map((it) => it.id).sort());
        for (const { id: own, parentId, standAlone } of nodes) {
          const found = rootOf(own, lookup);
          expect(found.path[0]).toBe(own);
          expect(found.path.at(-1)).toBe(found.root);
          expect(new Set(found.path).size).toBe(found.path.length);
          expect(rootOf(found.root, lookup).root).toBe(found.root);
          if (parentId === undefined || standAlone === true || !lookup(parentId)) continue;
          expect(rootOf(parentId, lookup).root).toBe(found.root);
          expect(decided.get(parentId)?.segment).toBe(decided.get(own)?.segment);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the segment is the highest anyone in the family has by itself', () => {
    fc.assert(
      fc.property(book, (nodes) => {
        const lookup = lookupIn(nodes);
        for (const [own, { segment: decided, decidedBy }] of decideAll(nodes)) {
          const { root } = rootOf(own, lookup);
          const family = nodes.filter((it) => rootOf(it.id, lookup).root === root);
          const known = new Set(family.map((it) => it.ownSegment));
          const expected = (['Large', 'Mid-Market', 'SMB'] as const).find((it) => known.has(it)) ?? null;
          expect(decided).toBe(expected);
          expect(decidedBy === null ? null : lookup(decidedBy)?.ownSegment).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the accounts', () => {
    const shuffled = book.chain((nodes) =>
      fc.tuple(
        fc.constant(nodes),
        fc.shuffledSubarray(nodes, { minLength: nodes.length, maxLength: nodes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([nodes, others]) => {
        const sorted = (map: Map<string, SegmentDecision>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(decideAll(others))).toEqual(sorted(decideAll(nodes)));
      }),
      { numRuns: 300 },
    );
  });
});
