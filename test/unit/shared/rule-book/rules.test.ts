import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/shared/rule-book/explain.ts';
import { sourceWords } from '../../../../src/shared/rule-book/rule.ts';
import { ruleIds } from '../../../../src/shared/rule-book/rule-ids.ts';
import { ruleOf, rules } from '../../../../src/shared/rule-book/rules.ts';
import { settingKeys } from '../../../../src/shared/rule-book/settings.ts';
import { builtRules, domainRules, notBuiltYet } from './rule-ids.ts';

const unitTests = join(import.meta.dirname, '../..');
const testTexts = readdirSync(unitTests, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') && !path.includes('rule-book'))
  .map((path) => readFileSync(join(unitTests, path), 'utf8'));

describe('the rule book', () => {
  it('has every rule of the committed list, once, in its order', () => {
    expect(builtRules.length).toBeGreaterThan(50);
    expect(ruleIds).toEqual(builtRules);
    expect(rules.map((rule) => rule.id)).toEqual(builtRules);
  });

  it.each(rules)('$id has words and a source', (rule) => {
    expect(ruleOf(rule.id)).toBe(rule);
    for (const text of [rule.title, explain(rule)]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
    expect(explain(rule)).toMatch(/\.$/);
    for (const source of rule.sources) expect(sourceWords[source]).toBeDefined();
  });

  // The id stands alone: "AW-1" in "AW-10" or "AW-3" in "AW-3x" is another rule.
  it.each(builtRules)('%s has a test that names it', (id) => {
    const names = new RegExp(`(?<![\\w-])${id}(?!\\w)`);
    expect(testTexts.filter((text) => names.test(text)).length).toBeGreaterThan(0);
  });

  it('every setting belongs to exactly one rule', () => {
    expect(rules.flatMap((rule) => rule.settings).sort()).toEqual([...settingKeys].sort());
  });
});

/** The specification lies beside the clone, if at all. */
const domain = join(import.meta.dirname, '../../../../../shared/domain.md');

describe('the list of rules', () => {
  if (existsSync(domain)) {
    it('is that of domain.md', () => {
      const text = readFileSync(domain, 'utf8');
      const found = [...text.matchAll(/\*\*([A-Z]+-\d+x?)\*\*/g)].map(([, id]) => id);
      expect(Object.values(domainRules).flat()).toEqual(found);
    });
  } else {
    it('is not compared with domain.md where that is missing', () => {
      console.log(`NOT RUN: the list of rules against domain.md, because ${domain} is not there (1 test)`);
      expect(existsSync(domain)).toBe(false);
    });
  }

  it('names no rule as not built that the table has', () => {
    expect(ruleIds.filter((id) => notBuiltYet.has(id))).toEqual([]);
    for (const id of notBuiltYet) expect(Object.values(domainRules).flat()).toContain(id);
  });
});
