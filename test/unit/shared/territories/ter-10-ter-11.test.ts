import { describe, expect, it } from 'vitest';
import { addDays, fixedClock, todayIn, type IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { accountOfDeal } from '../../../../src/shared/territories/end-user.ts';
import {
  askExtension,
  decideHeldOpportunity,
  type Extension,
  type HeldOpportunity,
} from '../../../../src/shared/territories/held-opportunities.ts';

const day = (text: string): IsoDate => text as IsoDate;
const created = day('2026-03-01');
const on = (days: number): IsoDate => addDays(created, days);
const held = (days: number, extension?: Extension): HeldOpportunity =>
  decideHeldOpportunity({ createdOn: created, ...(extension && { extension }) }, on(days)).outcome;
const extension = (askedOn: number, granted: boolean | null): Extension => ({
  askedOn: on(askedOn),
  evidence: 'signed order form',
  granted,
});

describe('TER-10: an open opportunity stays with its owner for 180 days', () => {
  it.each<[number, Partial<HeldOpportunity>]>([
    [0, { kind: 'stays', day: 0, daysLeft: 180, lastDay: on(180) }],
    [179, { kind: 'stays', daysLeft: 1 }],
    [180, { kind: 'stays', daysLeft: 0, lastDay: on(180) }],
    [181, { kind: 'transfer', day: 181, since: on(181) }],
    [400, { kind: 'transfer', since: on(181) }],
    [-1, { kind: 'created-ahead' }],
  ])('on day %i: %j', (days, outcome) => {
    expect(held(days)).toMatchObject(outcome);
  });

  it('creation is day 0 also across 29 February and the change of clocks', () => {
    const leap = decideHeldOpportunity({ createdOn: day('2028-02-28') }, day('2028-08-26')).outcome;
    expect(leap).toMatchObject({ kind: 'stays', day: 180, daysLeft: 0 });
    const plain = decideHeldOpportunity({ createdOn: day('2027-02-28') }, day('2027-08-27')).outcome;
    expect(plain).toMatchObject({ kind: 'stays', day: 180 });
    const autumn = decideHeldOpportunity({ createdOn: day('2026-10-24') }, day('2026-10-26')).outcome;
    expect(autumn).toMatchObject({ kind: 'stays', day: 2 });
  });

  it('at one moment its last day is over in Kiritimati and not yet in Honolulu', () => {
    // 23:59 on day 180 in Honolulu is 23:59 on day 181 in Kiritimati.
    const moment = fixedClock(`${on(181)}T09:59:00Z`);
    const kindIn = (zone: string): string =>
      decideHeldOpportunity({ createdOn: created }, todayIn(moment, zone)).outcome.kind;
    expect([kindIn('Pacific/Kiritimati'), kindIn('Pacific/Honolulu')]).toEqual(['transfer', 'stays']);
  });

  it.each<[string, number, Extension, Partial<HeldOpportunity>]>([
    [
      'granted, it stays for 90 days from the asking',
      200,
      extension(120, true),
      { kind: 'stays', lastDay: on(210) },
    ],
    ['granted, it is over then', 211, extension(120, true), { kind: 'transfer', since: on(211) }],
    [
      'granted early, it does not shorten the 180 days',
      180,
      extension(10, true),
      { kind: 'stays', lastDay: on(180) },
    ],
    ['undecided, the 180 days hold', 181, extension(120, null), { kind: 'transfer', since: on(181) }],
    ['refused, it is transferred at once', 121, extension(120, false), { kind: 'transfer', since: on(120) }],
  ])('an extension: %s', (_sentence, days, given, outcome) => {
    expect(held(days, given)).toMatchObject(outcome);
  });

  it('the receipt says the days left, and how long an extension can be asked', () => {
    const { receipt } = decideHeldOpportunity({ createdOn: created }, on(120));
    expect(sayStrictly(receipt.said)).toBe('TER-10: stays with its owner until Aug 28, 2026, 60 days left.');
    expect(receipt.flips.map(sayStrictly)).toEqual([
      'Until Jun 29, 2026 an extension can be asked, with evidence of closing within 90 days.',
    ]);
    expect(decideHeldOpportunity({ createdOn: created }, on(121)).receipt.flips).toEqual([]);
    expect(receipt.facts.map(sayStrictly)).toEqual([
      'TER-10: created on Mar 1, 2026; 180 days later is Aug 28, 2026.',
    ]);
    for (const granted of [true, false, null]) {
      const { receipt: other } = decideHeldOpportunity(
        { createdOn: created, extension: extension(9, granted) },
        on(10),
      );
      expect(other.facts.map(sayStrictly).join(' ')).toContain('Mar 10, 2026');
    }
    expect(sayStrictly(decideHeldOpportunity({ createdOn: created }, on(-1)).receipt.said)).toContain(
      'in the future',
    );
  });

  it('goes by its settings', () => {
    const settings = { ...defaultRuleSettings, heldOpportunityDays: 30 };
    expect(decideHeldOpportunity({ createdOn: created }, on(30), settings).outcome.kind).toBe('stays');
    expect(decideHeldOpportunity({ createdOn: created }, on(31), settings).outcome.kind).toBe('transfer');
  });
});

describe('TER-10: an extension can be asked until day 120', () => {
  const asked = (days: number, evidence = 'signed order form', given?: Extension): string => {
    const result = askExtension(
      { createdOn: created, ...(given && { extension: given }) },
      evidence,
      on(days),
    );
    if (result.ok) return 'asked';
    expect(sayStrictly(result.error.remedy)).not.toBe('');
    return sayStrictly(result.error.message);
  };

  it.each([
    [0, 'asked'],
    [120, 'asked'],
    [121, 'TER-10: an extension is asked by day 120, and that was Jun 29, 2026.'],
  ])('on day %i: %s', (days, words) => {
    expect(asked(days)).toBe(words);
  });

  it('with evidence, and once', () => {
    expect(asked(10, '  ')).toBe('TER-10: an extension needs evidence.');
    expect(asked(10, 'more', extension(5, null))).toBe(
      'TER-10: an extension was asked on Mar 6, 2026 already.',
    );
    expect(askExtension({ createdOn: created }, ' call notes ', on(3))).toEqual({
      ok: true,
      value: { askedOn: on(3), evidence: 'call notes', granted: null },
    });
  });
});

describe('TER-11: a reseller’s deal follows the end user', () => {
  const endUser = { id: 'boeing', name: 'Boeing' };

  it.each([
    [
      'reseller',
      endUser,
      { kind: 'account', id: 'boeing' },
      'TER-11: follows Boeing, the end user, not the reseller SHI.',
    ],
    [
      'prospective reseller',
      endUser,
      { kind: 'account', id: 'boeing' },
      'TER-11: follows Boeing, the end user, not the reseller SHI.',
    ],
    [
      'reseller',
      undefined,
      { kind: 'ask-end-user' },
      'TER-11: SHI only sells it on, and the end user is not known.',
    ],
    ['customer', endUser, { kind: 'account', id: 'shi' }, 'TER-11: follows SHI itself.'],
    [undefined, undefined, { kind: 'account', id: 'shi' }, 'TER-11: follows SHI itself.'],
  ] as const)('%s with end user %j: %j', (type, given, outcome, words) => {
    const account = { id: 'shi', name: 'SHI', ...(type && { type }) };
    const decided = accountOfDeal({ account, ...(given && { endUser: given }) });
    expect([decided.outcome, sayStrictly(decided.receipt.said)]).toEqual([outcome, words]);
    for (const said of [...decided.receipt.facts, ...decided.receipt.flips])
      expect(sayStrictly(said)).not.toBe('');
  });
});
