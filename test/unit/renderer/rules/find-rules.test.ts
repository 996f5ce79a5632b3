import { expect, it } from 'vitest';
import { ruleIds } from '../../../../src/shared/rule-book/rule-ids.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { findRules } from '../../../../src/renderer/screens/rules/find-rules.ts';
import { ruleAt, sectionOf } from '../../../../src/renderer/screens/rules/sections.ts';

const idsOf = (text: string, settings = defaultRuleSettings): string[] =>
  findRules(text, settings).flatMap((section) => section.rules.map(({ id }) => id));

it('shows every rule once, in its order, while nothing is searched', () => {
  expect(idsOf('')).toEqual(ruleIds);
  expect(idsOf('   ')).toEqual(ruleIds);
});

it('finds by id, by words in any order, by a setting’s name, whatever the case', () => {
  expect(idsOf('aw-6')).toEqual(['AW-6']);
  expect(idsOf('accounts NAMED rep')).toContain('TER-4');
  expect(idsOf('large limit')).toContain('AW-6');
  expect(idsOf('no rule says this')).toEqual([]);
  // The numbers that hold, not those of the handbook.
  expect(idsOf('120 Large', { ...defaultRuleSettings, limitLarge: 120 })).toEqual(['AW-6']);
  expect(idsOf('120 Large')).toEqual([]);
});

it('finds a rule and a part of the screen by their addresses', () => {
  expect(ruleAt('/rules/AW-3x')).toBe('AW-3x');
  expect(ruleAt('/rules/aw-3X')).toBe('AW-3x');
  expect(ruleAt('/rules/AW-99')).toBeUndefined();
  expect(sectionOf('/rules/AW-6')).toBe('rules');
  expect(sectionOf('/rules/history')).toBe('history');
  expect(sectionOf('/rules')).toBe('rules');
});
