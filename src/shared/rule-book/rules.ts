import type { Rule } from './rule.ts';
import type { RuleId } from './rule-ids.ts';
import { clockRules } from './table/clocks.ts';
import { exchangeRules } from './table/exchange.ts';
import { leadRoutingRules } from './table/lead-routing.ts';
import { priorityRules } from './table/priorities.ts';
import { segmentRules } from './table/segments.ts';
import { statusRules } from './table/statuses.ts';
import { territoryRules } from './table/territories.ts';
import { weekRules } from './table/week.ts';

/** Every rule that Groundwork decides by, in the order of the domain. */
export const rules: readonly Rule[] = [
  ...clockRules,
  ...segmentRules,
  ...territoryRules,
  ...statusRules,
  ...priorityRules,
  ...weekRules,
  ...leadRoutingRules,
  ...exchangeRules,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** @throws when the table lost a rule that the list of ids has; a test compares them */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`The rule book has no rule ${id}.`);
  return rule;
}
