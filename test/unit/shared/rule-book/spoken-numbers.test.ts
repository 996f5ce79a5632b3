import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupWords } from '../../../../src/renderer/screens/today/today-words.ts';
import { inboxGroups } from '../../../../src/shared/inbox/inbox-item.ts';
import { explain, settingsSpokenBy } from '../../../../src/shared/rule-book/explain.ts';
import { catalogue } from '../../../../src/shared/rule-book/messages.ts';
import { ruleIds } from '../../../../src/shared/rule-book/rule-ids.ts';
import { rules } from '../../../../src/shared/rule-book/rules.ts';
import {
  defaultRuleSettings,
  settingDefinitions,
  settingKeys,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from '../../../../src/shared/rule-book/settings.ts';
import { shippedViews } from '../../../../src/shared/views/shipped-views.ts';
import { ruleResults } from '../../../../src/shared/views/result-fields.ts';

/** Numbers that no setting has: names of things, and what the domain fixes. */
const fixed = [
  /\b[A-Z]{2,4}-\d+x?\b/g,
  /\b[pP]riority [123]\b(?: (?:and|or) [123]\b)?/g,
  /\bRank [123]\b|\brank [123]\b/g,
  /\bfrom 0 to 100\b|\bof 100\b/g,
  /\bbefore May 2018\b/g,
];
const numberWord =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|half|quarters?|tenth) (?:days?|weeks?|people|accounts|percent|hours|employees|years?)\b/i;

/** A text without slots and without what is fixed. */
const rest = (text: string): string =>
  fixed.reduce((left, known) => left.replaceAll(known, ''), text.replaceAll(/\{[^}]*\}/g, ''));

const definitionOf = (key: SettingKey): SettingDefinition => settingDefinitions[key];
const numbers = settingKeys.filter((key) => definitionOf(key).type !== 'choice');

/** A number that no default of another setting has, within the bounds. */
function anotherNumber(key: SettingKey): number {
  const definition = definitionOf(key);
  if (definition.type === 'choice') throw new Error('a choice has no number');
  const wished = [57, 7, 1777].find((value) => value >= definition.min && value <= definition.max);
  if (wished === undefined) throw new Error(`${key} has bounds that no number of the test lies in`);
  return wished;
}

describe('the explanation of a rule', () => {
  it.each(rules)('$id says no number but those of settings', ({ explanation, title }) => {
    for (const text of [title, explanation]) {
      expect(rest(text)).not.toMatch(/\d/);
      expect(rest(text)).not.toMatch(numberWord);
    }
  });

  it.each(settingKeys)('%s is spoken by its own rule', (key) => {
    const own = rules.find(({ settings }) => settings.includes(key));
    expect(own && settingsSpokenBy(own)).toContain(key);
  });

  it.each(numbers)('%s: another number is said wherever the old one was, and the old one nowhere', (key) => {
    const value = key === 'fiscalYearFirstMonth' ? 7 : anotherNumber(key);
    const other: RuleSettings = { ...defaultRuleSettings, [key]: value };
    const speaking = rules.filter((rule) => settingsSpokenBy(rule).includes(key));
    expect(speaking.length).toBeGreaterThan(0);
    for (const rule of speaking) {
      const after = explain(rule, other);
      expect(after).not.toBe(explain(rule));
      if (key !== 'fiscalYearFirstMonth' && rule.settings.includes(key)) {
        expect(after).toContain(value.toLocaleString('en'));
      }
    }
    for (const rule of rules.filter((one) => !speaking.includes(one))) {
      expect(explain(rule, other)).toBe(explain(rule));
    }
  });

  it('choices turn its words', () => {
    const say = (id: string, values: Partial<RuleSettings>): string => {
      const rule = rules.find((one) => one.id === id);
      return rule ? explain(rule, { ...defaultRuleSettings, ...values }) : '';
    };
    expect(say('SEG-2', { employeeSourceOrder: 'dataFoxFirst' })).toContain('DataFox, ZoomInfo, and last');
    expect(say('SEG-4', { segmentChange: 'atOnce' })).toContain('new data brings holds at once');
    expect(say('AW-11', { returnDue: 'atWeeklyReview' })).toContain('At the weekly review they move');
    expect(say('WK-1', { weekFirstDay: 'sunday' })).toContain('from Sunday to Saturday');
    expect(say('CLK-4', { fiscalYearFirstMonth: 12 })).toContain('begins in December');
    expect(say('AW-6', { limitSmb: 40 })).toContain('(SMB: 40 accounts)');
    expect(say('AW-10', { peopleToSequence: 1 })).toContain(
      'at least 1 person of this very account is added',
    );
  });
});

/** What is no number of a rule: limits of formats and engines, examples of what to write. */
const technical =
  /^(?:employees|profile|exchange|store|restore|recovery|backup|check|space|sync|import|host|settings|integrity|mapping|view)\b/;

describe('messages and words', () => {
  it.each(Object.entries(catalogue).filter(([id]) => !technical.test(id)))(
    '%s says no number but what it is given',
    (_id, template) => {
      const text = rest(template)
        // Examples of what to write, and what a part of a score is worth at least.
        .replaceAll(/“[^”]*”/g, '')
        .replaceAll(/: 0$|, 0$|: 0\b/g, '');
      expect(text).not.toMatch(/\d/);
      expect(text).not.toMatch(numberWord);
    },
  );

  it('no view and no result of a rule is named for the number of a setting', () => {
    const names = [
      ...shippedViews.flatMap(({ view }) => [view.name, view.text]),
      ...ruleResults.map(({ title }) => title),
    ];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(rest(name).replace('within 7 days', '')).not.toMatch(/\d+ days/);
  });

  it('Today warns as long before as the setting says', () => {
    const hint = (returnWarningDays: number) => groupWords('warnings', { returnWarningDays }).hint;
    expect(hint(3)).toBe('Due back within 3 days unless something is done.');
    expect(hint(1)).toBe('Due back within 1 day unless something is done.');
    expect(hint(0)).toBe('Due back at the end of today unless something is done.');
    for (const group of inboxGroups) {
      expect(rest(groupWords(group, { returnWarningDays: 3 }).hint.replace('3 days', ''))).not.toMatch(/\d/);
    }
  });
});

/** Texts of the app by file, comments aside. */
const sources = join(import.meta.dirname, '../../../../src');
const spoken = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) =>
    readFileSync(join(sources, path), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
      .map((line) => ({ path, line: line.replace(/\s\/\/ .*$/, '').replace(/\/\*\*.*\*\//, '') })),
  );

describe('ids of rules', () => {
  it('every one that the app speaks is in the rule table', () => {
    const known = new Set<string>(ruleIds);
    const said = spoken.flatMap(({ path, line }) =>
      [...line.matchAll(/(?<![\w-])(?:CLK|SEG|TER|AW|PR|WK|MT|HO|ROE|EX|SY)-\d+x?(?![\w-])/g)].map(
        ([id]) => ({ path, id }),
      ),
    );
    expect(said.length).toBeGreaterThan(300);
    expect(said.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it('so is every one in a message of the catalogue', () => {
    const known = new Set<string>(ruleIds);
    const said = Object.values(catalogue).flatMap((text) =>
      [...text.matchAll(/(?<![\w-])(?!UTF)[A-Z]{2,3}-\d+x?(?![\w-])/g)].map(([id]) => id),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((id) => !known.has(id))).toEqual([]);
  });
});
