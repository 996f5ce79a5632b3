import { describe, expect, it } from 'vitest';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import {
  checkChoice,
  suggestedPriority,
  suggestPriority,
  type PriorityFacts,
} from '../../../../src/shared/priorities/suggest-priority.ts';

const facts = (part: Partial<PriorityFacts>): PriorityFacts => ({
  motion: 'Land',
  score: 60,
  isKnown: true,
  triggers: 'none',
  ...part,
});

describe('PR-4: suggested Priority of a Land account', () => {
  it.each([
    [60, 'recent', 1],
    [60, 'old', 3],
    [60, 'none', 2],
    [59, 'recent', 2],
    [59, 'old', 3],
    [59, 'none', 2],
    [30, 'recent', 2],
    [30, 'old', 3],
    [30, 'none', 2],
    [29, 'recent', 3],
    [29, 'old', 3],
    [29, 'none', 3],
    [100, 'unknown', 2],
    [0, 'unknown', 3],
  ] as const)('score %i, triggers %s: %i', (score, triggers, priority) => {
    const given = facts({ score, triggers });
    expect(suggestedPriority(given, defaultRuleSettings)).toBe(priority);
    const { outcome, receipt } = suggestPriority(given, defaultRuleSettings);
    expect(outcome).toBe(priority);
    expect(sayStrictly(receipt.said)).toBe(`Priority ${priority} is suggested.`);
  });

  it('no known signal at all = no suggestion', () => {
    const { outcome, receipt } = suggestPriority(facts({ isKnown: false, score: 0 }), defaultRuleSettings);
    expect(outcome).toBeNull();
    expect(sayStrictly(receipt.said)).toBe('Nothing is known that a Priority could follow from.');
    expect(receipt.flips.map(sayStrictly)).toEqual(['Any signal that is found out.']);
  });

  it('an Expand account carries a rank instead', () => {
    const { outcome, receipt } = suggestPriority(
      facts({ motion: 'Expand', score: 100 }),
      defaultRuleSettings,
    );
    expect(outcome).toBeNull();
    expect(receipt.rules).toContain('PR-8');
    expect(sayStrictly(receipt.said)).toBe('An Expand account has a rank instead of a Priority.');
  });

  it.each([
    [facts({ score: 55 }), ['Priority 2 is suggested.', '−26 points: Priority 3']],
    [facts({ score: 55, triggers: 'recent' }), ['Priority 2 is suggested.', '+5 points: Priority 1']],
    [facts({ score: 60, triggers: 'recent' }), ['Priority 1 is suggested.', '−1 point: Priority 2']],
    [facts({ score: 70, triggers: 'old' }), ['Priority 3 is suggested.', 'A recent trigger: Priority 1']],
    [facts({ score: 29 }), ['Priority 3 is suggested.', '+1 point: Priority 2']],
    [facts({ score: 10, triggers: 'old' }), ['Priority 3 is suggested.']],
  ])('the receipt names what would flip it: %j', (given, words) => {
    const { receipt } = suggestPriority(given, defaultRuleSettings);
    expect([receipt.said, ...receipt.flips].map(sayStrictly)).toEqual(words);
  });

  it('bounds are settings', () => {
    const settings = { ...defaultRuleSettings, strongScoreFrom: 50, weakScoreUnder: 40 };
    expect(suggestedPriority(facts({ score: 50, triggers: 'recent' }), settings)).toBe(1);
    expect(suggestedPriority(facts({ score: 39 }), settings)).toBe(3);
  });
});

describe('PR-4: the BDR chooses; choosing against the suggestion asks for a word why', () => {
  it.each([
    [1, 1, undefined, false],
    [1, 2, undefined, true],
    [1, 2, '  ', true],
    [1, 2, 'the AE asked', false],
    [3, null, undefined, false],
    [null, 1, undefined, false],
  ] as const)('chosen %j, suggested %j, because %j', (chosen, suggested, reason, asks) => {
    const refusal = checkChoice({ chosen, suggested, ...(reason !== undefined && { reason }) });
    expect(refusal !== undefined).toBe(asks);
    if (refusal) {
      expect(sayStrictly(refusal.message)).toBe('PR-4: Priority 2 is suggested, 1 was chosen.');
      expect(sayStrictly(refusal.remedy)).toBe('Say in a word why, or take the suggestion.');
    }
  });
});
