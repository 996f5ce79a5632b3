import type { RuleId } from '../../shared/rule-book/rule-ids.ts';
import { ruleIdsIn } from '../../shared/rule-book/rule-ids-in.ts';
import { ruleOf } from '../../shared/rule-book/rules.ts';
import { useLeaveDialog } from '../components/link-context.ts';
import { rulePath } from './routes.ts';
import './rule-link.css';

/** A rule by its id; leads to its place on the Rules screen. A dialog that it stands in closes. */
export function RuleLink({
  id,
  tabIndex,
}: {
  readonly id: RuleId;
  /** Where focus roves over rows: -1 outside of the row that has it. */
  readonly tabIndex?: 0 | -1;
}) {
  const leaveDialog = useLeaveDialog();
  return (
    <a
      className="rule-link"
      href={`#${rulePath(id)}`}
      title={ruleOf(id).title}
      tabIndex={tabIndex}
      onClick={leaveDialog}
    >
      {id}
    </a>
  );
}

/** A sentence in which every rule id leads to its rule. */
export function RuleWords({ text, tabIndex }: { readonly text: string; readonly tabIndex?: 0 | -1 }) {
  return ruleIdsIn(text).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      <RuleLink key={at} id={part.id} {...(tabIndex !== undefined && { tabIndex })} />
    ),
  );
}
