import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { decideAcceptance, nominationOf } from '../../../../src/shared/statuses/nominations.ts';

const on = '2026-11-20' as IsoDate;

describe('AW-1: an AE’s nomination is a marker (who, when)', () => {
  it.each([
    ['waits', { nominatedBy: 'Dana', nominatedOn: on }, { by: 'Dana', on }],
    ['may be of an unknown day', { nominatedBy: 'Dana' }, { by: 'Dana', on: null }],
    ['waits on a queued account too', { status: 'Queued', nominatedBy: 'Dana' }, { by: 'Dana', on: null }],
    ['is over once the account is worked', { status: 'Actively Working', nominatedBy: 'Dana' }, undefined],
    ['is none without a name', { nominatedBy: ' ', nominatedOn: on }, undefined],
  ] as const)('%s', (_sentence, values, nomination) => {
    expect(nominationOf(values)).toEqual(nomination);
  });
});

describe('AW-1: the status becomes Queued when the BDR accepts it', () => {
  it.each([
    ['without a status', {}, { kind: 'move', to: 'Queued' }],
    ['worked before', { status: 'Worked in FY', bdrAssigned: ' ann' }, { kind: 'move', to: 'Queued' }],
    ['queued already: the mark goes', { status: 'Queued' }, { kind: 'take-mark-off' }],
  ] as const)('%s', (_sentence, values, by) => {
    expect(decideAcceptance(values, 'Ann')).toEqual({ allowed: true, by });
  });

  it('only the BDR Assigned accepts', () => {
    const decision = decideAcceptance({ bdrAssigned: 'Bob ' }, 'Ann');
    expect(decision.allowed ? '' : [decision.refusal.rule, sayStrictly(decision.refusal.message)]).toEqual([
      'AW-1',
      'AW-1: assigned to Bob, and only the BDR Assigned accepts a nomination.',
    ]);
    expect(decision.allowed ? '' : sayStrictly(decision.refusal.remedy)).toContain('Bob');
  });
});
