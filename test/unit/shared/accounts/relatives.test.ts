import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import { relativeFacts, RelativeIndex, type Relative } from '../../../../src/shared/accounts/relatives.ts';

const indexOf = (...accounts: readonly Account[]): RelativeIndex => {
  const index = new RelativeIndex();
  for (const account of accounts) index.put(relativeFacts(account));
  return index;
};
const short = (relatives: readonly Relative[]): string[] =>
  relatives.map(({ id, relation, by }) => `${id} ${relation} ${by}`.trim());

describe('the relatives of an account', () => {
  it('above and below in the hierarchy, however far', () => {
    const index = indexOf(
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B', parentId: 'a' },
      { id: 'c', name: 'C', parentId: 'b' },
      { id: 'd', name: 'D', parentId: 'c' },
    );
    expect(short(index.relativesOf('c'))).toEqual(['b parent', 'a parent', 'd child']);
    expect(short(index.relativesOf('a')).sort()).toEqual(['b child', 'c child', 'd child']);
  });

  it('a circle of parents ends', () => {
    const index = indexOf(
      { id: 'a', name: 'A', parentId: 'c' },
      { id: 'b', name: 'B', parentId: 'a' },
      { id: 'c', name: 'C', parentId: 'b' },
    );
    expect(short(index.relativesOf('a')).sort()).toEqual(['b parent', 'c parent']);
    expect(short(indexOf({ id: 'a', name: 'A', parentId: 'a' }).relativesOf('a'))).toEqual([]);
  });

  it('by domain: of the website, of other domains, of people’s mail; never by free mail', () => {
    const index = new RelativeIndex();
    index.put(relativeFacts({ id: 'a', name: 'A', website: 'www.acme.com' }, ['x@gmail.com']));
    index.put(relativeFacts({ id: 'b', name: 'B', otherDomains: ['acme.com'] }));
    index.put(relativeFacts({ id: 'c', name: 'C' }, ['mia@mail.acme.com', 'jo@gmail.com']));
    expect(short(index.relativesOf('a'))).toEqual(['b same domain acme.com', 'c same domain acme.com']);
  });

  it('by name: legal forms, case and other names make no difference', () => {
    const index = indexOf(
      { id: 'a', name: 'Acme GmbH' },
      { id: 'b', name: 'The ACME Inc.' },
      { id: 'c', name: 'Roadrunner Supplies', otherNames: ['acme'] },
      { id: 'd', name: 'Acme Foods' },
    );
    expect(short(index.relativesOf('a'))).toEqual(['b alias acme', 'c alias acme']);
  });

  it('by address: street with town, of headquarters and units alike', () => {
    const index = indexOf(
      {
        id: 'a',
        name: 'A',
        billingStreet: 'Main St. 1',
        billingPostalCode: '10115',
        billingCountry: 'Germany',
      },
      {
        id: 'b',
        name: 'B',
        shippingStreet: 'main st 1',
        shippingPostalCode: '10115',
        shippingCountry: 'germany',
      },
      {
        id: 'c',
        name: 'C',
        billingStreet: 'Main St. 1',
        billingPostalCode: '10117',
        billingCountry: 'Germany',
      },
      { id: 'd', name: 'D', billingStreet: 'Main St. 1' },
    );
    expect(short(index.relativesOf('a'))).toEqual(['b same address main st 1, 10115, germany']);
  });

  it('each once, by its nearest relation', () => {
    const index = indexOf(
      { id: 'a', name: 'Acme', website: 'acme.com' },
      { id: 'b', name: 'Acme', website: 'acme.com', parentId: 'a' },
      { id: 'c', name: 'Acme', website: 'acme.com' },
    );
    expect(short(index.relativesOf('a'))).toEqual(['b child', 'c same domain acme.com']);
  });

  it('an unknown account has none', () => {
    expect(indexOf().relativesOf('a')).toEqual([]);
  });
});

it('kept up to date account by account, it knows what a fresh index knows', () => {
  const one = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    name: fc.constantFrom('Acme', 'Acme Inc', 'Globex', 'Initech'),
    parentId: fc.constantFrom(undefined, 'a', 'b', 'c'),
    website: fc.constantFrom(undefined, 'acme.com', 'globex.com'),
    gone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), (steps) => {
      const index = new RelativeIndex();
      const book = new Map<string, Account>();
      for (const { id, name, parentId, website, gone } of steps) {
        const account: Account = {
          id,
          name,
          ...(parentId !== undefined && { parentId }),
          ...(website !== undefined && { website }),
        };
        if (gone) {
          index.remove(id);
          book.delete(id);
        } else {
          index.put(relativeFacts(account));
          book.set(id, account);
        }
      }
      const fresh = indexOf(...book.values());
      for (const id of book.keys()) {
        expect(short(index.relativesOf(id)).sort()).toEqual(short(fresh.relativesOf(id)).sort());
      }
    }),
  );
});
