import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import { relativeFacts, RelativeIndex } from '../../../../src/shared/accounts/relatives.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { familyGuard } from '../../../../src/shared/statuses/family-guard.ts';

const book: Account[] = [
  { id: 'a', name: 'Acme', parentId: 'p', website: 'acme.com' },
  { id: 'p', name: 'Acme Holding', status: 'Actively Working', bdrAssigned: 'Bob ' },
  { id: 'c', name: 'Acme Iberia', parentId: 'a', type: 'customer' },
  { id: 'd', name: 'Anvils', website: 'https://shop.acme.com', type: 'customer' },
  { id: 'n', name: 'ACME, Inc.', status: 'Actively Working', bdrAssigned: 'Eve' },
  { id: 'o', name: 'Other', website: 'other.com', type: 'customer' },
];
const accountOf = (id: string) => book.find((it) => it.id === id);

function warnings(id: string, bdr = 'Ann'): string[] {
  const index = new RelativeIndex();
  for (const account of book) index.put(relativeFacts(account));
  return familyGuard(index.relativesOf(id), accountOf, bdr).map(({ rule, message }) => {
    expect(['AW-1', 'SEG-5']).toContain(rule);
    return sayStrictly(message);
  });
}

describe('moving an account warns when a relative is worked by someone else or is a customer', () => {
  it('parent, child, same domain, alias', () => {
    expect(warnings('a')).toEqual([
      'Its parent Acme Holding is worked by Bob.',
      'Its child Acme Iberia is a customer.',
      'Anvils, which has acme.com too, is a customer.',
      'ACME, Inc., which may be the same company, is worked by Eve.',
    ]);
  });

  it('not about relatives that are one’s own', () => {
    expect(warnings('a', ' bob')).not.toContain('Its parent Acme Holding is worked by Bob.');
    expect(warnings('a', 'eve')).toHaveLength(3);
  });

  it('not about strangers, nor about accounts that are gone', () => {
    expect(warnings('o')).toEqual([]);
    expect(familyGuard([{ id: 'gone', relation: 'parent', by: '' }], accountOf, 'Ann')).toEqual([]);
  });

  it('from the other side: the child hears of its parents', () => {
    expect(warnings('c')).toContain('Its parent Acme Holding is worked by Bob.');
    expect(warnings('p')).toContain('Its child Acme Iberia is a customer.');
  });

  it('sharing an address only hints at a duplicate', () => {
    expect(familyGuard([{ id: 'd', relation: 'same address', by: 'x' }], accountOf, 'Ann')).toEqual([]);
  });
});
