import { describe, expect, it } from 'vitest';
import { segments, type Segment } from '../../../../src/shared/accounts/account.ts';
import { applyMove } from '../../../../src/shared/statuses/apply-move.ts';
import { addDays, type IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import type { EntryOpportunity, EntryProspect } from '../../../../src/shared/statuses/entry-checks.ts';
import { decideMove, type MoveDecision } from '../../../../src/shared/statuses/moves.ts';
import type { Override } from '../../../../src/shared/statuses/override.ts';

const today = '2026-11-21' as IsoDate;
const ago = (days: number): IsoDate => addDays(today, -days);
const mql = (part: Partial<EntryProspect> = {}): EntryProspect => ({
  id: 'p',
  name: 'Mia Roth',
  mqlDate: ago(3),
  ...part,
});
const lowTouch = { touchLevel: 'low', state: 'active' } as const;
const override = (part: Partial<Override> = {}): Override => ({
  ground: 'low-touch sequence',
  by: 'Dana Wells',
  on: today,
  reason: 'Newsletter sequence only',
  ...part,
});

interface Asked {
  readonly prospects?: readonly EntryProspect[];
  readonly opportunities?: readonly EntryOpportunity[];
  readonly segment?: Segment;
  readonly used?: number;
  readonly bdrAssigned?: string;
  readonly from?: 'Queued' | 'Restricted';
}

const ask = (asked: Asked, given?: Override): MoveDecision =>
  decideMove({
    from: asked.from ?? 'Queued',
    to: 'Actively Working',
    segment: asked.segment ?? 'Mid-Market',
    bdrAssigned: asked.bdrAssigned ?? '',
    bdr: 'Ann',
    used: asked.used ?? 0,
    limit: 100,
    entry: {
      prospects: asked.prospects ?? [mql(lowTouch)],
      opportunities: asked.opportunities ?? [],
      today,
      recentDays: 30,
    },
    ...(given && { override: given }),
  });
const rules = (decision: MoveDecision): string[] =>
  decision.allowed ? [] : decision.refusals.map(({ rule }) => rule);
const grounds = (decision: MoveDecision): readonly string[] =>
  decision.allowed ? [] : (decision.overridableOn ?? []);

describe('AW-3x: AW-3 may be overridden if the MQL is in a low-touch sequence', () => {
  it.each([
    ['low touch, active', lowTouch, true],
    ['low touch, paused', { touchLevel: 'low', state: 'paused' } as const, true],
    ['low touch, finished: no longer in one', { touchLevel: 'low', state: 'finished' } as const, false],
    ['low touch, but in no sequence', { touchLevel: 'low' } as const, false],
    ['high touch', { touchLevel: 'high', state: 'active' } as const, false],
    ['unknown touch', { state: 'active' } as const, false],
  ])('%s', (_sentence, part, may) => {
    const asked = { prospects: [mql(part)] };
    expect(grounds(ask(asked))).toEqual(may ? ['low-touch sequence'] : []);
    expect(ask(asked, override()).allowed).toBe(may);
  });

  it('every MQL has to be in one', () => {
    const both = [mql(lowTouch), mql({ id: 'q', name: 'Jo', touchLevel: 'high', state: 'active' })];
    expect(grounds(ask({ prospects: both }))).toEqual([]);
    expect(ask({ prospects: both }, override()).allowed).toBe(false);
    expect(ask({ prospects: [mql(lowTouch), mql({ id: 'q', ...lowTouch })] }, override()).allowed).toBe(true);
  });
});

describe('AW-3x: ... or the account is Large and outreach goes to other units or subsidiaries', () => {
  it.each(segments)('%s', (segment) => {
    const asked = { prospects: [mql()], segment };
    expect(grounds(ask(asked))).toEqual(segment === 'Large' ? ['other units'] : []);
    expect(ask(asked, override({ ground: 'other units' })).allowed).toBe(segment === 'Large');
  });

  it('a ground that does not hold lifts nothing, and says so', () => {
    const decision = ask({ prospects: [mql(lowTouch)] }, override({ ground: 'other units' }));
    expect(rules(decision)).toEqual(['AW-3x', 'AW-3']);
    expect(grounds(decision)).toEqual(['low-touch sequence']);
    expect(decision.allowed ? '' : sayStrictly(decision.refusals[0].message)).toBe(
      'AW-3x: only a Large account has other units to reach out to.',
    );
    const other = ask({ prospects: [mql()], segment: 'Large' }, override());
    expect(other.allowed ? '' : sayStrictly(other.refusals[0].message)).toBe(
      'AW-3x: the MQL is not in a low-touch sequence.',
    );
  });
});

describe('AW-3x: ... and AW-5 only when the blocking lead is that MQL', () => {
  const qualifying = { leadStatus: 'Qualifying', lastActivity: ago(1) } as const;

  it('the same person: both are lifted, and named', () => {
    const decision = ask({ prospects: [mql({ ...lowTouch, ...qualifying })] }, override());
    expect(decision.allowed && decision.lifted?.map(({ rule }) => rule)).toEqual(['AW-3', 'AW-5']);
  });

  it('another lead: AW-5 stands', () => {
    const asked = { prospects: [mql(lowTouch), { id: 'q', name: 'Jo', ...qualifying }] };
    expect(rules(ask(asked))).toEqual(['AW-5', 'AW-3']);
    expect(grounds(ask(asked))).toEqual([]);
    expect(rules(ask(asked, override()))).toEqual(['AW-5']);
  });

  it('a lead that is no recent MQL: AW-5 stands, though low-touch', () => {
    const asked = { prospects: [mql({ ...lowTouch, ...qualifying, mqlDate: ago(30) })] };
    expect(rules(ask(asked, override()))).toEqual(['AW-5']);
    expect(grounds(ask(asked))).toEqual([]);
  });
});

describe('AW-3x: never AW-4, AW-6, AW-7', () => {
  it.each<[string, Asked, string]>([
    ['a recent opportunity', { opportunities: [{ id: 'o', createdDate: ago(2) }] }, 'AW-4'],
    ['a full segment', { used: 100 }, 'AW-6'],
    ['another BDR’s account', { bdrAssigned: 'Bob' }, 'AW-7'],
    ['a Restricted account', { from: 'Restricted' }, 'AW-7'],
  ])('%s', (_sentence, asked, rule) => {
    const decision = ask(asked, override());
    expect(rules(decision)).toEqual([rule]);
    expect(grounds(ask(asked))).toEqual([]);
  });
});

describe('AW-3x: with SAL or AE, date and reason', () => {
  it.each([
    ['no name', { by: ' ' }, 'AW-3x: an override needs the name of the SAL or AE.'],
    ['no reason', { reason: '' }, 'AW-3x: an override needs a reason.'],
    ['a date to come', { on: ago(-1) }, 'AW-3x: the override is dated Nov 22, 2026, in the future.'],
  ])('%s', (_sentence, part, words) => {
    const decision = ask({}, override(part));
    expect(rules(decision)).toEqual(['AW-3x', 'AW-3']);
    expect(decision.allowed ? '' : sayStrictly(decision.refusals[0].message)).toBe(words);
    for (const { remedy } of decision.allowed ? [] : decision.refusals) {
      expect(sayStrictly(remedy)).not.toBe('');
    }
  });

  it('one of today or before is taken', () => {
    expect(ask({}, override()).allowed).toBe(true);
    expect(ask({}, override({ on: ago(400) })).allowed).toBe(true);
  });

  it('where nothing has to be overridden it is not recorded as if it had', () => {
    expect(ask({ prospects: [] }, override())).toEqual({ allowed: true });
  });

  it('the stint keeps it', () => {
    const values = applyMove(
      { name: 'Acme' },
      {
        to: 'Actively Working',
        today,
        actor: 'Ann',
        bdr: 'Ann',
        fiscalYearFirstMonth: 2,
        override: override({ by: ' Dana Wells ' }),
      },
    );
    expect(values.stints).toEqual([
      {
        start: today,
        actor: 'Ann',
        overrideBy: 'Dana Wells',
        overrideGround: 'low-touch sequence',
        overrideOn: today,
        overrideReason: 'Newsletter sequence only',
      },
    ]);
  });
});
