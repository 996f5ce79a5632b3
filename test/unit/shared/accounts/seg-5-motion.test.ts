import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMotion, firstOrderFinding, type MotionFacts } from '../../../../src/shared/accounts/motion.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const member = (id: string, part: MotionFacts = {}) => ({ id, ...part });
const customer = (totalCarr: number): MotionFacts => ({ type: 'customer', totalCarr });

describe('SEG-5: a customer whose Total CARR is 48 USD or more makes its hierarchy Expand', () => {
  it.each<[string, MotionFacts[], 'Land' | 'Expand']>([
    ['at exactly 48 it is Expand', [customer(48)], 'Expand'],
    ['a cent below it is Land', [customer(47.99)], 'Land'],
    ['nothing known is Land', [{}], 'Land'],
    ['a customer without CARR is Land', [{ type: 'customer' }], 'Land'],
    ['CARR of a former customer does not count', [{ type: 'former customer', totalCarr: 9000 }], 'Land'],
    ['CARR of a prospect does not count', [{ type: 'prospect', totalCarr: 9000 }], 'Land'],
    ['only CI minutes bought is still a prospect', [{ ...customer(9000), ciMinutesOnly: true }], 'Land'],
    ['one customer is enough for all', [{}, customer(48), {}], 'Expand'],
    ['CARR is not added up', [customer(30), customer(30)], 'Land'],
    ['nobody is Land', [], 'Land'],
  ])('%s', (_sentence, family, motion) => {
    expect(decideMotion(family.map((it, at) => member(String(at), it))).motion).toBe(motion);
  });

  it('names who decided, the one that pays most, whatever the order', () => {
    const family = [member('c', customer(90)), member('a'), member('b', customer(50))];
    expect(decideMotion(family)).toEqual({ motion: 'Expand', decidedBy: 'c' });
    expect(decideMotion(family.toReversed())).toEqual({ motion: 'Expand', decidedBy: 'c' });
    const equal = [...family, member('d', customer(90))];
    expect(decideMotion(equal).decidedBy).toBe('c');
    expect(decideMotion(equal.toReversed()).decidedBy).toBe('c');
    const unpaid = [member('a', { ...customer(900), ciMinutesOnly: true }), member('b', customer(48))];
    expect(decideMotion(unpaid).decidedBy).toBe('b');
    expect(decideMotion([member('a')])).toEqual({ motion: 'Land', decidedBy: null });
  });

  it('goes by the setting', () => {
    expect(decideMotion([member('a', customer(48))], { expandFromCarr: 49 }).motion).toBe('Land');
  });

  it('another account never turns Expand into Land', () => {
    const facts = fc.record({
      type: fc.constantFrom('customer' as const, 'prospect' as const),
      totalCarr: fc.constantFrom(0, 47, 48, 900),
    });
    fc.assert(
      fc.property(fc.array(facts), facts, (family, more) => {
        const before = decideMotion(family.map((it, at) => member(String(at), it))).motion;
        const after = decideMotion([...family, more].map((it, at) => member(String(at), it))).motion;
        expect(before === 'Expand' && after === 'Land').toBe(false);
      }),
    );
  });
});

describe('SEG-5: a First Order Available box that disagrees is a finding', () => {
  it.each([
    [true, 'Land', undefined],
    [false, 'Expand', undefined],
    [undefined, 'Expand', undefined],
    [
      true,
      'Expand',
      'SEG-5: First Order Available is ticked, but a customer in the hierarchy makes it Expand. Check the box in the CRM.',
    ],
    [
      false,
      'Land',
      'SEG-5: First Order Available is not ticked, but no customer in the hierarchy makes it Expand. Check the box in the CRM.',
    ],
  ] as const)('box %s, %s', (box, motion, words) => {
    const finding = firstOrderFinding(box === undefined ? {} : { firstOrderAvailable: box }, motion);
    expect(finding && sayStrictly(finding.message)).toBe(words);
  });
});
