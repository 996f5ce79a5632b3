import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, statuses, type Segment, type Status } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { previewBulk, type BulkAccount, type BulkContext } from '../../../../src/shared/statuses/bulk.ts';

const account = (id: string, part: Partial<BulkAccount> = {}): BulkAccount => ({
  id,
  name: `Acme ${id}`,
  status: 'Queued',
  bdrAssigned: '',
  segment: 'Large',
  ...part,
});
const context = (used: number, limit: number | null = 100): BulkContext => ({
  bdr: 'Ann',
  usedBy: () => used,
  limitFor: () => limit,
});
const today = '2026-11-21' as IsoDate;

describe('AW-15: status of many at once, with a preview per account and the rule of those that do not pass', () => {
  const rows = previewBulk(
    [
      account('1'),
      account('2', { bdrAssigned: 'Bob' }),
      account('3', { status: 'Actively Working' }),
      account('4', { segment: null }),
      account('5', { status: 'Restricted' }),
      account('6'),
      account('7'),
    ],
    { kind: 'status', to: 'Actively Working' },
    context(98),
  );

  it('those that pass fit in together: slots are counted as they fill (AW-6)', () => {
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['1', 'passes'],
      ['2', 'refused'],
      ['3', 'unchanged'],
      ['4', 'refused'],
      ['5', 'refused'],
      ['6', 'passes'],
      ['7', 'refused'],
    ]);
    expect(rows.flatMap(({ refusals }) => refusals.slice(0, 1).map(({ rule }) => rule))).toEqual([
      'AW-7',
      'AW-6',
      'AW-7',
      'AW-6',
    ]);
    expect(sayStrictly(rows[6]?.refusals[0]?.message ?? { id: '' })).toBe(
      'AW-6: no free Large slot, 100 of 100.',
    );
  });

  it('leaving frees slots', () => {
    const moved = previewBulk(
      [account('1', { status: 'Actively Working' }), account('2', { status: 'Actively Working' })],
      { kind: 'status', to: 'Queued' },
      context(152),
    );
    expect(moved.map(({ outcome }) => outcome)).toEqual(['passes', 'passes']);
  });

  it('AW-8 is asked for once, or checked for each', () => {
    const many = [account('1'), account('2')];
    const asked = previewBulk(many, { kind: 'status', to: 'Restricted' }, context(0));
    expect(asked.map(({ outcome, needsReason }) => [outcome, needsReason])).toEqual([
      ['passes', true],
      ['passes', true],
    ]);
    const half = previewBulk(
      many,
      { kind: 'status', to: 'Restricted', details: { reason: 'Talks' } },
      context(0),
    );
    expect(half.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  it('AW-3x: those that an override would let pass are told apart, and it lets them', () => {
    const mql = { id: 'p', name: 'Mia', mqlDate: today, touchLevel: 'low', state: 'active' } as const;
    const entry = { prospects: [mql], opportunities: [], today, recentDays: 30 };
    const lost = { ...entry, opportunities: [{ id: 'o', createdDate: today }] };
    const many = [account('1', { entry }), account('2', { entry: lost }), account('3')];
    const plain = previewBulk(many, { kind: 'status', to: 'Actively Working' }, context(0));
    expect(plain.map(({ outcome, overridable }) => [outcome, overridable])).toEqual([
      ['refused', true],
      ['refused', false],
      ['passes', false],
    ]);
    const override = { ground: 'low-touch sequence', by: 'Dana', on: today, reason: 'newsletter' } as const;
    const lifted = previewBulk(many, { kind: 'status', to: 'Actively Working', override }, context(0));
    expect(lifted.map(({ outcome }) => outcome)).toEqual(['passes', 'refused', 'passes']);
  });
});

describe('AW-15: BDR Assigned of many at once', () => {
  it.each([
    ['Bob', '', 'passes'],
    ['Bob', ' bob ', 'unchanged'],
    ['', '', 'unchanged'],
    ['', 'Bob', 'passes'],
    ['Eve', 'Bob', 'passes'],
  ])('to %j from %j: %s', (to, bdrAssigned, outcome) => {
    const [row] = previewBulk([account('1', { bdrAssigned })], { kind: 'bdrAssigned', to }, context(0));
    expect(row?.outcome).toBe(outcome);
  });

  it('AW-2, AW-6: it counts against the receiver, evicts nobody, and says which limit it passes', () => {
    const working = ['1', '2', '3'].map((id) => account(id, { status: 'Actively Working' }));
    const rows = previewBulk([...working, account('4')], { kind: 'bdrAssigned', to: 'Bob' }, context(98));
    expect(
      rows.map(({ outcome, warnings }) => [outcome, warnings.map(({ message }) => sayStrictly(message))]),
    ).toEqual([
      ['passes', []],
      ['passes', []],
      [
        'passes',
        [
          'AW-6: Bob would have 101 of 100 Large slots taken. The account keeps its stint, but nothing more can enter.',
        ],
      ],
      ['passes', []],
    ]);
  });
});

it('AW-6: whatever is moved at once, no entry lands above a limit, and each account has one outcome', () => {
  const one = fc.record({
    status: fc.constantFrom<Status>(...statuses),
    segment: fc.constantFrom<(Segment | null)[]>(...segments, null),
    bdrAssigned: fc.constantFrom('', 'Ann', 'Bob'),
  });
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 30 }),
      fc.constantFrom(...statuses),
      fc.nat(6),
      fc.integer({ min: 1, max: 8 }),
      (drawn, to, used, limit) => {
        const accounts = drawn.map((it, at) => account(String(at), it));
        const rows = previewBulk(accounts, { kind: 'status', to }, context(used, limit));
        expect(rows.map(({ id }) => id)).toEqual(accounts.map(({ id }) => id));
        for (const segment of segments) {
          let taken = used;
          rows.forEach(({ outcome, refusals }, at) => {
            const before = accounts[at];
            if (before?.segment !== segment || outcome !== 'passes') return;
            if (to === 'Actively Working') {
              taken += 1;
              expect(taken).toBeLessThanOrEqual(limit);
            } else if (before.status === 'Actively Working') taken -= 1;
            expect(refusals).toEqual([]);
          });
        }
        for (const { outcome, refusals } of rows) {
          expect(refusals.length > 0).toBe(outcome === 'refused');
        }
      },
    ),
    { numRuns: 300 },
  );
});
