import type { RuleId } from '../../shared/rule-book/rule-ids.ts';
import { ruleIdsIn } from '../../shared/rule-book/rule-ids-in.ts';
import { ruleOf } from '../../shared/rule-book/rules.ts';
import { rulePath } from './routes.ts';
import './rule-link.css';

/** A rule by its id; leads to its place on the Rules screen. */
export function RuleLink({ id }: { readonly id: RuleId }) {
  return (
    <a className="rule-link" href={`#${rulePath(id)}`} title={ruleOf(id).title}>
      {id}
    </a>
  );
}

/** A sentence in which every rule id leads to its rule. */
export function RuleWords({ text }: { readonly text: string }) {
  return ruleIdsIn(text).map((part, at) =>
    typeof part === 'string' ? part : <RuleLink key={at} id={part.id} />,
  );
}
