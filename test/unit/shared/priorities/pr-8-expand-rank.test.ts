import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { compareRanked, suggestRank, type RankFacts } from '../../../../src/shared/priorities/expand-rank.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const day = (text: string): IsoDate => text as IsoDate;
/** In the fiscal quarter from 1 November to 31 January. */
const today = day('2026-11-21');
const facts = (part: Partial<RankFacts>): RankFacts => ({
  intent: 'medium',
  parentScore: 30,
  ceInHierarchy: true,
  renewalDate: day('2027-01-31'),
  renewalAmount: 10_000,
  today,
  ...part,
});
const decide = (part: Partial<RankFacts>) => suggestRank(facts(part), defaultRuleSettings);

describe('PR-8: Expand accounts carry a rank instead', () => {
  it.each<[string, Partial<RankFacts>, 1 | 2 | 3 | null]>([
    ['1 = high intent, whatever else', { intent: 'high', ceInHierarchy: null, parentScore: 0 }, 1],
    ['2 = medium intent, all of it', {}, 2],
    ['2 = low intent too', { intent: 'low' }, 2],
    ['3 = the same but not ICP', { parentScore: 29 }, 3],
    ['no CE users in the hierarchy', { ceInHierarchy: false }, null],
    ['unknown CE use', { ceInHierarchy: null }, null],
    ['unknown intent', { intent: undefined }, null],
    ['a renewal above the small', { renewalAmount: 10_001 }, null],
    ['a renewal on the first day of the quarter', { renewalDate: day('2026-11-01') }, 2],
    ['a renewal on the day before the quarter', { renewalDate: day('2026-10-31') }, null],
    ['a renewal on the last day of the quarter', { renewalDate: day('2027-01-31') }, 2],
    ['a renewal on the day after the quarter', { renewalDate: day('2027-02-01') }, null],
    ['an unknown renewal', { renewalDate: undefined }, null],
    ['an unknown amount', { renewalAmount: undefined }, null],
  ])('%s', (_sentence, part, rank) => {
    const { outcome, receipt } = decide(part);
    expect(outcome).toBe(rank);
    for (const message of [receipt.said, ...receipt.facts, ...receipt.flips]) {
      expect(sayStrictly(message)).not.toBe('');
    }
  });

  it('without a rank it says what is missing', () => {
    const { receipt } = decide({ intent: undefined, ceInHierarchy: false, renewalAmount: 50_000 });
    expect(receipt.facts.map(sayStrictly)).toEqual([
      'Intent is unknown.',
      'The ultimate parent is ICP: a score of 30, 30 or more.',
      'CE is not used in the hierarchy.',
      'The renewal of 50,000 USD on Jan 31, 2027 is no small one.',
    ]);
    expect(receipt.flips.map(sayStrictly)).toEqual([
      'Find out the intent.',
      'A CE user in the hierarchy.',
      'A renewal of 10,000 USD or less in this fiscal quarter.',
      'High intent: rank 1',
    ]);
  });

  it('the quarter follows the fiscal year (CLK-4)', () => {
    const settings = { ...defaultRuleSettings, fiscalYearFirstMonth: 1 };
    expect(suggestRank(facts({ renewalDate: day('2027-01-31') }), settings).outcome).toBeNull();
    expect(suggestRank(facts({ renewalDate: day('2026-12-31') }), settings).outcome).toBe(2);
  });

  it('accounts are ordered by rank, then CARR, then LAM, then name', () => {
    const ranked = (id: string, rank: 1 | 2 | 3 | null, totalCarr?: number, lamDevelopers?: number) => ({
      id,
      name: id,
      rank,
      totalCarr,
      lamDevelopers,
    });
    const accounts = [
      ranked('none', null, 9_000_000),
      ranked('b', 2, 100, 5),
      ranked('a', 2, 100, 5),
      ranked('lam', 2, 100, 9),
      ranked('carr', 2, 200),
      ranked('first', 1),
      ranked('blank', 2),
    ];
    expect(accounts.sort(compareRanked).map(({ id }) => id)).toEqual([
      'first',
      'carr',
      'lam',
      'a',
      'b',
      'blank',
      'none',
    ]);
  });
});
