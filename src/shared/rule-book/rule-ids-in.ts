import { ruleIds, type RuleId } from './rule-ids.ts';

/** Longer ids first: "AW-10" is no "AW-1", "AW-3x" no "AW-3". */
const anyId = new RegExp(
  `(?<![\\w-])(${[...ruleIds].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`,
);

const isRuleId = (text: string): text is RuleId => (ruleIds as readonly string[]).includes(text);

/** A text cut at the ids of rules that it names; its parts in their order add up to it. */
export const ruleIdsIn = (text: string): readonly (string | { readonly id: RuleId })[] =>
  text
    .split(anyId)
    .filter((part) => part !== '')
    .map((part) => (isRuleId(part) ? { id: part } : part));

/** The rules that texts name, each once, in the order in which they are read. */
export const rulesNamedIn = (texts: readonly string[]): readonly RuleId[] => [
  ...new Set(
    texts.flatMap((text) => ruleIdsIn(text).flatMap((part) => (typeof part === 'string' ? [] : [part.id]))),
  ),
];
