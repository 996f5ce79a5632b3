import { ChevronRight } from 'lucide-react';
import { memo, useId } from 'react';
import type { InboxAction, InboxItem } from '../../../shared/inbox/inbox-item.ts';
import type { InboxSection } from '../../../shared/inbox/inbox.ts';
import { inspectAccount } from '../../app/location.ts';
import { PriorityMark } from '../../app/marks.tsx';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import type { SeatsAsked } from '../../app/use-move-accounts.ts';
import { Button } from '../../components/button.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { RuleWhy } from './rule-why.tsx';
import { actionKeys, actionWords, allWords, groupWords, itemWords, releaseAllWords } from './today-words.ts';

/** A group of Today: a grid, since each item has cells with things to press. Focus roves over the whole inbox. */
export function InboxGroupList({
  section,
  shown,
  tabStop,
  isClosed,
  onToggle,
  onAct,
  onSettle,
  onRelease,
  onMore,
}: {
  readonly section: InboxSection;
  readonly shown: number;
  readonly tabStop: string | null;
  /** Only its head is shown. */
  readonly isClosed: boolean;
  readonly onToggle: () => void;
  readonly onAct: (action: InboxAction, item: InboxItem) => void;
  readonly onSettle: (actions: readonly InboxAction[]) => void;
  readonly onRelease: (asked: readonly SeatsAsked[]) => void;
  readonly onMore: () => void;
}) {
  const headingId = useId();
  const hintId = useId();
  const { group, items, atOnce } = section;
  const { rules } = useStoreStatus();
  const { name, hint } = groupWords(group, rules);
  const seats = items.flatMap(({ actions: [first] }) => (first.kind === 'releaseSeats' ? [first] : []));
  const left = items.length - shown;
  return (
    <section className="inbox-group" aria-labelledby={headingId} data-group={group}>
      <div className="inbox-group-head">
        <h2 id={headingId}>
          <button type="button" className="inbox-group-toggle" aria-expanded={!isClosed} onClick={onToggle}>
            <ChevronRight aria-hidden />
            {name} <span className="inbox-group-count">{items.length.toLocaleString()}</span>
          </button>
        </h2>
        <p id={hintId} className="faint small truncate">
          {hint}
        </p>
        {atOnce.length > 1 && (
          <Button size="small" onClick={() => onSettle(atOnce)}>
            {allWords(section)}
          </Button>
        )}
        {seats.length > 1 && (
          <Button size="small" onClick={() => onRelease(seats)}>
            {releaseAllWords(seats)}
          </Button>
        )}
      </div>
      {!isClosed && (
        <div
          role="grid"
          aria-labelledby={headingId}
          aria-describedby={hintId}
          aria-rowcount={items.length}
          className="inbox-list"
        >
          {items.slice(0, shown).map((item, index) => (
            <InboxRow
              key={item.key}
              item={item}
              index={index}
              isTabStop={item.key === tabStop}
              onAct={onAct}
            />
          ))}
        </div>
      )}
      {!isClosed && left > 0 && (
        <Button variant="quiet" size="small" onClick={onMore}>
          Show more, {left.toLocaleString()} are left
        </Button>
      )}
    </section>
  );
}

const InboxRow = memo(function InboxRow({
  item,
  index,
  isTabStop,
  onAct,
}: {
  readonly item: InboxItem;
  readonly index: number;
  readonly isTabStop: boolean;
  readonly onAct: (action: InboxAction, item: InboxItem) => void;
}) {
  const { accountId, name, actions } = item;
  const words = itemWords(item);
  const priority = item.priority ?? null;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className="inbox-item"
      data-item={item.key}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span role="gridcell" className="inbox-item-name">
        {accountId === null ? (
          <span className="truncate">{name}</span>
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className="inbox-item-open truncate"
            onClick={() => inspectAccount(accountId)}
          >
            {name}
          </button>
        )}
        {priority !== null && <PriorityMark priority={priority} />}
      </span>
      <span role="gridcell" className="inbox-item-rule">
        <RuleWhy item={item} isTabStop={isTabStop} />
      </span>
      <span role="gridcell" className="inbox-item-message">
        <span className="truncate" title={words}>
          <RuleWords text={words} tabIndex={isTabStop ? 0 : -1} />
        </span>
      </span>
      <span role="gridcell" className="inbox-item-actions">
        {actions.map((action, at) => (
          <Button
            key={action.kind}
            size="small"
            variant={at === 0 ? 'plain' : 'quiet'}
            tabIndex={isTabStop ? 0 : -1}
            // Parts of a name are read with blanks between them, so it is said in one.
            aria-label={`${actionWords(action).replace('…', '')}: ${name}`}
            onClick={() => onAct(action, item)}
          >
            {actionWords(action)}
            <span className="inbox-item-key" aria-hidden>
              <Kbd keys={at === 0 ? 'Enter' : actionKeys[action.kind]} />
            </span>
          </Button>
        ))}
      </span>
    </div>
  );
});
