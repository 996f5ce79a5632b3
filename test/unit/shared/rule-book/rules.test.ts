import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../../src/shared/rule-book/rules.ts';
import { defaultSettings, workspaceSettings } from '../../../../src/shared/workspace/workspace.ts';

const source = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../', path), 'utf8');

/** The ids that decisions may carry, as the type lists them. */
const ruleIds = [...source('src/shared/statuses/decision.ts').matchAll(/\| '([A-Z]+-\d+)'/g)].map(
  ([, id]) => id,
);

const unitTests = join(import.meta.dirname, '../..');
const testTexts = readdirSync(unitTests, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') && !path.includes('rule-book'))
  .map((path) => readFileSync(join(unitTests, path), 'utf8'));

describe('the rule book', () => {
  it('has each rule that decisions carry, once, in the same order', () => {
    expect(ruleIds.length).toBeGreaterThan(10);
    expect(rules.map((rule) => rule.id)).toEqual(ruleIds);
  });

  it.each(rules)('$id has words', ({ title, explanation, source: from }) => {
    for (const text of [title, explanation, from]) expect(text.trim()).not.toBe('');
    expect(explanation).toMatch(/\.$/);
  });

  it.each(rules)('$id has tests', ({ id }) => {
    const names = new RegExp(`\\b${id}\\b`);
    expect(testTexts.filter((text) => names.test(text)).length).toBeGreaterThan(0);
  });
});

describe('the settings of rules', () => {
  const defaults = defaultSettings({ name: 'Book', bdr: '', timeZone: 'UTC' });
  const all = rules.flatMap((rule) => rule.settings);

  it.each(all)('$key has the default that a new workspace has', ({ key, default: value }) => {
    expect(defaults[key] ?? null).toBe(value);
  });

  it.each(all)('$key has the bounds that the store checks', ({ key, min, max }) => {
    const accepts = (value: number): boolean =>
      workspaceSettings.safeParse({ ...defaults, [key]: value }).success;
    expect([accepts(min - 1), accepts(min), accepts(max), accepts(max + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
