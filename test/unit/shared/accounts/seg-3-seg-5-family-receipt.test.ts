import { expect, it } from 'vitest';
import { explainFamily, type FamilyReceiptMember } from '../../../../src/shared/accounts/family-receipt.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const member = (id: string, rest: Partial<FamilyReceiptMember> = {}): FamilyReceiptMember => ({
  id,
  name: id,
  ownSegment: null,
  count: null,
  ...rest,
});
const large = { ownSegment: 'Large', count: 2000 } as const;
const customer = (totalCarr: number) => ({ type: 'customer', totalCarr }) as const;

const told = (...[id, family, settings]: Parameters<typeof explainFamily>) => {
  const { decides, undecided } = explainFamily(id, family, settings);
  return {
    ...Object.fromEntries([...decides].map(([of, said]) => [of, said.map(sayStrictly)])),
    undecided: undecided.map(sayStrictly),
  };
};

it('says at the member that decides what it decides, with its amount and the line', () => {
  const family = [member('a'), member('b', large), member('c', customer(48))];
  expect(told('a', family)).toEqual({
    b: ['SEG-3: decides Large with 2,000 employees.'],
    c: ['SEG-5: decides Expand with 48 USD of Total CARR; the line is 48 USD.'],
    undecided: [],
  });
});

it('says both at one that decides both, and what nobody decides', () => {
  expect(told('a', [member('a', { ...large, ...customer(900) })])).toEqual({
    a: [
      'SEG-3: decides Large with 2,000 employees.',
      'SEG-5: decides Expand with 900 USD of Total CARR; the line is 48 USD.',
    ],
    undecided: [],
  });
  expect(told('a', [member('a', customer(47.99)), member('b')])).toEqual({
    undecided: [
      'SEG-3: none of the 2 accounts of its hierarchy has a known segment.',
      'SEG-5: no customer among 2 accounts has 48 USD of Total CARR or more.',
    ],
  });
});

it('while a change of its own waits for a review, says that the confirmed segment decides (SEG-4)', () => {
  const held = member('a', { ownSegment: 'Large', count: 90, pendingSegment: 'SMB' });
  expect(told('a', [held, member('b')])).toMatchObject({
    a: ['SEG-3: decides Large, as it was confirmed; its new count waits for a review (SEG-4).'],
  });
});

it('goes by the setting, and of several Large ones names the account that is looked at', () => {
  const family = [member('a', { ...large, ...customer(48) }), member('b', large)];
  expect(told('b', family, { expandFromCarr: 49 })).toEqual({
    b: ['SEG-3: decides Large with 2,000 employees.'],
    undecided: ['SEG-5: no customer among 2 accounts has 49 USD of Total CARR or more.'],
  });
});
