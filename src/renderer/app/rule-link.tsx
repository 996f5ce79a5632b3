import type { RuleId } from '../../shared/rule-book/rule-ids.ts';
import { ruleIdsIn } from '../../shared/rule-book/rule-ids-in.ts';
import { ruleOf } from '../../shared/rule-book/rules.ts';
import { rulePath } from './routes.ts';
import './rule-link.css';

/** A rule by its id; leads to its place on the Rules screen. */
export function RuleLink({
  id,
  tabIndex,
  onFollow,
}: {
  readonly id: RuleId;
  /** Called when it is followed: a dialog that it stands in closes. */
  readonly onFollow?: (() => void) | undefined;
  /** Where focus roves over rows: -1 outside of the row that has it. */
  readonly tabIndex?: 0 | -1;
}) {
  return (
    <a
      className="rule-link"
      href={`#${rulePath(id)}`}
      title={ruleOf(id).title}
      tabIndex={tabIndex}
      onClick={onFollow}
    >
      {id}
    </a>
  );
}

/** A sentence in which every rule id leads to its rule. */
export function RuleWords({
  text,
  tabIndex,
  onFollow,
}: {
  readonly text: string;
  readonly tabIndex?: 0 | -1;
  /** Called when one is followed. */
  readonly onFollow?: () => void;
}) {
  return ruleIdsIn(text).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      <RuleLink key={at} id={part.id} onFollow={onFollow} {...(tabIndex !== undefined && { tabIndex })} />
    ),
  );
}
