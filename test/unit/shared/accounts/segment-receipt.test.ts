import { describe, expect, it } from 'vitest';
import type { AccountValues } from '../../../../src/shared/accounts/account.ts';
import { rootOf, type HierarchyNode } from '../../../../src/shared/accounts/hierarchy.ts';
import { decideSegment } from '../../../../src/shared/accounts/segment-receipt.ts';
import { ownSegment } from '../../../../src/shared/accounts/segment.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

type Named = AccountValues & { readonly id: string };

function receiptOf(id: string, accounts: readonly Named[]): string[] {
  const nodes = accounts.map((it): HierarchyNode => ({
    id: it.id,
    name: it.name,
    ownSegment: ownSegment(it),
    ...(it.parentId !== undefined && { parentId: it.parentId }),
    ...(it.parentRef !== undefined && { parentRef: it.parentRef }),
    ...(it.standAlone !== undefined && { standAlone: it.standAlone }),
  }));
  const lookup = (wanted: string) => nodes.find((it) => it.id === wanted);
  const account = accounts.find((it) => it.id === id);
  if (!account) throw new Error(`no account ${id}`);
  const found = rootOf(id, lookup);
  const family = nodes.filter((it) => rootOf(it.id, lookup).root === found.root);
  return decideSegment(account, family, found).receipt.facts.map(sayStrictly);
}

describe('the receipt of a segment says', () => {
  const parent: Named = { id: 'p', name: 'Globex', employeesZoomInfo: 2400 };
  const child: Named = { id: 'c', name: 'Initech', parentId: 'p', employeesDataFox: { min: 50, max: 99 } };

  it('SEG-2: the count and its source', () => {
    expect(receiptOf('p', [parent])).toEqual(['SEG-2: 2,400 employees (ZoomInfo) make it Large by itself.']);
  });

  it('SEG-3: from whom the hierarchy has it', () => {
    expect(receiptOf('c', [parent, child])).toEqual([
      'SEG-2: 50-99 employees (DataFox) make it SMB by itself.',
      'SEG-3: takes Large from Globex, the highest of the 2 accounts of its hierarchy.',
    ]);
    expect(receiptOf('p', [parent, child])).toContain(
      'SEG-3: Large is the highest segment among the 2 accounts of its hierarchy.',
    );
  });

  it('SEG-1: why it is unknown', () => {
    expect(receiptOf('a', [{ id: 'a', name: 'A' }])).toEqual([
      'SEG-1: no employee count, so the segment is unknown. Fill in one under Size.',
    ]);
    expect(receiptOf('a', [{ id: 'a', name: 'A', employeesImported: { min: 50, max: 150 } }])).toEqual([
      'SEG-1: 50-150 employees (imported list) cross a segment border, so they decide no segment. Find the exact count.',
    ]);
    expect(
      receiptOf('a', [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B', parentId: 'a' },
      ]),
    ).toContain('SEG-3: none of the 2 accounts of its hierarchy has a known segment.');
  });

  it('SEG-6: that it stands alone', () => {
    expect(receiptOf('c', [parent, { ...child, standAlone: true }])).toEqual([
      'SEG-2: 50-99 employees (DataFox) make it SMB by itself.',
      'SEG-6: recorded as stand-alone: it forms a hierarchy of its own, with its children.',
    ]);
  });

  it('SEG-3: what is wrong with the parents, by name', () => {
    const circle: Named[] = [
      { id: 'a', name: 'Acme', parentId: 'b', employeesImported: 10 },
      { id: 'b', name: 'Bolt', parentId: 'a', employeesImported: 20 },
    ];
    expect(receiptOf('b', circle)).toContain(
      'SEG-3: the parents run in a circle: Acme → Bolt → Acme. Correct one Parent Account.',
    );
    const orphan: Named[] = [
      { id: 'a', name: 'Acme', parentRef: 'Hooli', employeesImported: 10 },
      { id: 'b', name: 'Bolt', parentId: 'a' },
    ];
    expect(receiptOf('a', orphan)).toContain(
      'SEG-3: the parent account “Hooli” is not in the book. Import it, or correct Parent Account.',
    );
    expect(receiptOf('b', orphan)).toContain('SEG-3: the parent of Acme, “Hooli”, is not in the book.');
  });
});
