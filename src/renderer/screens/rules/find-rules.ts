import { fold } from '../../../shared/accounts/normalise.ts';
import { explain } from '../../../shared/rule-book/explain.ts';
import { sourceWords, type Rule } from '../../../shared/rule-book/rule.ts';
import type { RuleId } from '../../../shared/rule-book/rule-ids.ts';
import { rules } from '../../../shared/rule-book/rules.ts';
import { settingDefinitions, type RuleSettings } from '../../../shared/rule-book/settings.ts';

type Prefix = RuleId extends `${infer Start}-${string}` ? Start : never;

/** Sections of the rule book by how their ids begin, in the order of the table. */
const sectionNames: Readonly<Record<Prefix, string>> = {
  CLK: 'Clocks',
  SEG: 'Segments',
  TER: 'Territories and ownership',
  AW: 'Statuses and Actively Working',
  PR: 'ICP notes, score and Priority',
  WK: 'The week',
  ROE: 'Who works this lead',
  EX: 'Import and export',
};

export interface RuleSection {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** The rules that have every word of a text in id, title, explanation, source or the names of their settings. */
export function findRules(text: string, settings: RuleSettings): readonly RuleSection[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return Object.entries(sectionNames)
    .map(([prefix, name]) => ({
      name,
      rules: rules.filter(
        (rule) =>
          rule.id.startsWith(`${prefix}-`) &&
          words.every((word) => textOf(rule, name, settings).includes(word)),
      ),
    }))
    .filter((section) => section.rules.length > 0);
}

const textOf = (rule: Rule, section: string, inForce: RuleSettings): string => {
  const { id, title, settings, sources } = rule;
  return fold(
    [
      id,
      title,
      explain(rule, inForce),
      section,
      ...settings.map((key) => settingDefinitions[key].title),
      ...sources.map((source) => sourceWords[source]),
    ].join(' '),
  );
};
