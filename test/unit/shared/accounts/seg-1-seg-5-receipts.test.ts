import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, type Segment } from '../../../../src/shared/accounts/account.ts';
import { highestSegment, rootOf, type HierarchyNode } from '../../../../src/shared/accounts/hierarchy.ts';
import { explainMotion } from '../../../../src/shared/accounts/motion-receipt.ts';
import { decideSegment } from '../../../../src/shared/accounts/segment-receipt.ts';
import { segmentOfCount } from '../../../../src/shared/accounts/segment.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const decide = (
  count: number | { min: number; max?: number } | undefined,
  others: readonly (Segment | null)[] = [],
  settings = defaultRuleSettings,
) => {
  const account = { id: 'a', name: 'Acme', ...(count !== undefined && { employeesZoomInfo: count }) };
  const nodes: HierarchyNode[] = [
    { id: 'a', name: 'Acme', ownSegment: segmentOfCount(count, settings) },
    ...others.map((ownSegment, at) => ({ id: `b${at}`, name: `B${at}`, parentId: 'a', ownSegment })),
  ];
  return decideSegment(
    account,
    nodes,
    rootOf('a', (id) => nodes.find((it) => it.id === id)),
    settings,
  );
};

describe('the receipt of a segment names the smallest change that would flip it', () => {
  it.each<[string, Parameters<typeof decide>, string, string[]]>([
    ['just under Large', [1960], 'Segment Mid-Market.', ['+40 employees: Large', '−1,861 employees: SMB']],
    ['one under', [1999], 'Segment Mid-Market.', ['+1 employee: Large', '−1,900 employees: SMB']],
    ['at the border', [2000], 'Segment Large.', ['−1 employee: Mid-Market', '−1,901 employees: SMB']],
    ['far above', [5000], 'Segment Large.', ['−3,001 employees: Mid-Market', '−4,901 employees: SMB']],
    ['just under Mid-Market', [99], 'Segment SMB.', ['+1 employee: Mid-Market', '+1,901 employees: Large']],
    ['nobody at all', [0], 'Segment SMB.', ['+100 employees: Mid-Market', '+2,000 employees: Large']],
    ['a Large relative holds it up', [50, ['Large']], 'Segment Large.', []],
    [
      'a Mid-Market relative holds it half up',
      [2100, ['Mid-Market']],
      'Segment Large.',
      ['−101 employees: Mid-Market'],
    ],
    [
      'an SMB relative changes nothing',
      [150, ['SMB']],
      'Segment Mid-Market.',
      ['−51 employees: SMB', '+1,850 employees: Large'],
    ],
    ['no count', [undefined], 'Segment unknown.', ['An employee count decides it.']],
    ['no count, but a relative', [undefined, ['SMB']], 'Segment SMB.', []],
    [
      'a range over a border',
      [{ min: 50, max: 150 }],
      'Segment unknown.',
      ['The exact employee count decides it.'],
    ],
    ['a range within one segment', [{ min: 100, max: 150 }], 'Segment Mid-Market.', []],
  ])('%s', (_sentence, given, said, flips) => {
    const { receipt } = decide(...given);
    expect(sayStrictly(receipt.said)).toBe(said);
    expect(receipt.flips.map(sayStrictly)).toEqual(flips);
    expect(receipt.rules.slice(0, 2)).toEqual(['SEG-1', 'SEG-2']);
  });

  it('the borders are settings, and stand on the receipt', () => {
    const settings = { ...defaultRuleSettings, largeFrom: 1000 };
    const { outcome, receipt } = decide(990, [], settings);
    expect(outcome).toBe('Mid-Market');
    expect(sayStrictly(receipt.flips[0] ?? { id: '' })).toBe('+10 employees: Large');
    expect(receipt.settings).toContainEqual({ key: 'largeFrom', value: 1000 });
  });

  it('is indeed the smallest: with it the segment is the one it names, with one employee less change it is as before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6000 }),
        fc.array(fc.constantFrom<(Segment | null)[]>(...segments, null), { maxLength: 3 }),
        (count, others) => {
          const { outcome, receipt } = decide(count, others);
          const after = (employees: number) =>
            highestSegment([segmentOfCount(Math.max(0, employees)), ...others]);
          const [nearest] = receipt.flips;
          if (!nearest) {
            for (const at of [0, 99, 100, 1999, 2000, 10_000]) expect(after(at)).toBe(outcome);
            return;
          }
          const by = Number(nearest.params?.['count']) * (nearest.id === 'flip.fewer-employees' ? -1 : 1);
          expect(after(count + by)).toBe(nearest.params?.['segment']);
          expect(after(count + by)).not.toBe(outcome);
          expect(after(count + by - Math.sign(by))).toBe(outcome);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('SEG-5: a hierarchy with a customer whose Total CARR is 48 USD or more is Expand; the receipt says which', () => {
  const customer = (id: string, totalCarr?: number) =>
    ({
      id,
      name: id.toUpperCase(),
      type: 'customer',
      ...(totalCarr !== undefined && { totalCarr }),
    }) as const;
  const explain = (family: Parameters<typeof explainMotion>[1]) => {
    const [account] = family;
    if (!account) throw new Error('an account is needed');
    const { outcome, receipt } = explainMotion(account, family);
    return [outcome, receipt.facts.map(sayStrictly), receipt.flips.map(sayStrictly)];
  };

  it.each<[string, Parameters<typeof explainMotion>[1], unknown]>([
    [
      '48 USD exactly',
      [customer('a', 48)],
      [
        'Expand',
        ['SEG-5: A is a customer with 48 USD of Total CARR; Expand begins at 48 USD.'],
        ['Total CARR of A below 48 USD: Land'],
      ],
    ],
    [
      '47.50 USD',
      [customer('a', 47.5)],
      [
        'Land',
        ['SEG-5: no customer among 1 account has 48 USD of Total CARR or more.'],
        ['+0.5 USD of Total CARR at A: Expand'],
      ],
    ],
    [
      'two customers',
      [customer('a', 100), customer('b', 60)],
      [
        'Expand',
        ['SEG-5: A is a customer with 100 USD of Total CARR; Expand begins at 48 USD.'],
        ['Total CARR of all 2 customers below 48 USD: Land'],
      ],
    ],
    [
      'a prospect with CARR',
      [{ id: 'a', name: 'A', type: 'prospect', totalCarr: 900 }],
      [
        'Land',
        ['SEG-5: no customer among 1 account has 48 USD of Total CARR or more.'],
        ['A becomes a customer: Expand'],
      ],
    ],
    [
      'nobody',
      [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      [
        'Land',
        ['SEG-5: no customer among 2 accounts has 48 USD of Total CARR or more.'],
        ['A first customer with 48 USD of Total CARR: Expand'],
      ],
    ],
    [
      'only CI minutes bought: still a prospect',
      [{ ...customer('a', 500), ciMinutesOnly: true }],
      [
        'Land',
        [
          'SEG-5: no customer among 1 account has 48 USD of Total CARR or more.',
          'SEG-5: A bought nothing but CI minutes, so it is still a prospect.',
        ],
        ['A first customer with 48 USD of Total CARR: Expand'],
      ],
    ],
    [
      'a box that disagrees is a finding',
      [{ ...customer('a', 48), firstOrderAvailable: true }],
      [
        'Expand',
        [
          'SEG-5: A is a customer with 48 USD of Total CARR; Expand begins at 48 USD.',
          'SEG-5: First Order Available is ticked, but a customer in the hierarchy makes it Expand. Check the box in the CRM.',
        ],
        ['Total CARR of A below 48 USD: Land'],
      ],
    ],
  ])('%s', (_sentence, family, expected) => {
    expect(explain(family)).toEqual(expected);
  });
});
