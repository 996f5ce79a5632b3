import { useDeferredValue, type ReactNode } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { count } from '../../app/words.ts';
import type { NamedWorkItem } from '../../store/questions/questions.ts';
import { FixButtons } from './fix-buttons.tsx';
import './work-item.css';

/** About as many as a window shows. */
const drawnAtOnce = 12;

/** TER-7: items of the work list, each with what settles it. */
export function WorkItems({
  items,
  nameOf,
}: {
  readonly items: readonly NamedWorkItem[];
  /** Where it is mended, as its head; `null` = that is plain. */
  readonly nameOf: (item: NamedWorkItem) => ReactNode;
}) {
  // The first drawing of all of them would keep the page from answering: the rest comes in slices.
  const drawn = useDeferredValue(items, items.slice(0, drawnAtOnce));
  return (
    <ul className="work-items">
      {drawn.map((item) => (
        <Item key={`${item.account}|${item.finding.message.id}`} item={item} name={nameOf(item)} />
      ))}
    </ul>
  );
}

function Item({ item, name }: { readonly item: NamedWorkItem; readonly name: ReactNode }) {
  const { accountName, finding, concernCount, concernNames } = item;
  const others = concernNames.filter((other) => other !== accountName);
  const more = concernCount - concernNames.length;
  return (
    <li className="work-item">
      <div className="work-item-words">
        {name}
        <p>
          <RuleWords text={say(finding.message)} />
        </p>
        {concernCount > 1 && (
          <p className="muted small">
            Concerns {count(concernCount, 'account')}: {others.slice(0, 6).join(', ')}
            {others.length > 6 || more > 0 ? ' and others' : ''}.
          </p>
        )}
      </div>
      <FixButtons item={item} />
    </li>
  );
}
