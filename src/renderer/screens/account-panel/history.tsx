import { useTimeline, useStoreStatus } from '../../app/store-context.tsx';
import { count, momentText } from '../../app/words.ts';
import { label as labelOf, say } from '../../../shared/rule-book/messages.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { TimelineEntry } from '../../store/api.ts';
import { changedFields } from './changed-fields.ts';
import { ChangesList } from './changes-list.tsx';

/** More changes than these are folded: an import fills dozens. */
const foldedFrom = 6;

/** What happened to the account and its people, newest first. */
export function History({ id }: { readonly id: string }) {
  const { entries, hasMore, showMore } = useTimeline(id);
  if (entries === undefined) return <Skeleton rows={6} label="Loading the history" />;
  return (
    <div className="history">
      <ol>
        {byChangeSet(entries).map((group) => (
          <ChangeSetEntry key={group[0].n} group={group} />
        ))}
      </ol>
      {hasMore && (
        <Button size="small" onClick={showMore}>
          Show more
        </Button>
      )}
    </div>
  );
}

type Group = readonly [TimelineEntry, ...TimelineEntry[]];

/** One command may have touched the account and several of its people: they are told together. */
function byChangeSet(entries: readonly TimelineEntry[]): readonly Group[] {
  const groups: [TimelineEntry, ...TimelineEntry[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0].n === entry.n) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function ChangeSetEntry({ group }: { readonly group: Group }) {
  const { settings } = useStoreStatus();
  const [{ label, origin, undone, actor, at }] = group;
  // An undo carries the label of what it took back.
  const isStep = origin === 'undo' || origin === 'redo';
  const words = isStep ? say(labelOf(`command.${origin}`, { what: say(label) })) : say(label);
  return (
    <li className="history-entry" data-undone={undone || undefined}>
      <div className="history-line">
        <span className="history-label">{words}</span>
        {undone && <Badge>undone</Badge>}
      </div>
      <div className="small faint">
        {actor === '' ? 'You' : actor} · <time dateTime={at}>{momentText(at, settings.timeZone)}</time>
      </div>
      {group.map((entry, index) => (
        <Part key={index} entry={entry} />
      ))}
    </li>
  );
}

/** What one change did to the account, or to what belongs to it. */
function Part({ entry }: { readonly entry: TimelineEntry }) {
  const { customFields } = useStoreStatus();
  const changes = changedFields(entry, customFields);
  // The account's own name needs no telling.
  const name = entry.kind === 'account' ? undefined : (entry.after?.['name'] ?? entry.before?.['name']);
  const who = typeof name === 'string' ? `${name}: ` : '';
  if (changes.length <= foldedFrom) return <ChangesList changes={changes} />;
  return (
    <details className="history-more">
      <summary>
        {who}
        {count(changes.length, 'field')}
      </summary>
      <ChangesList changes={changes} />
    </details>
  );
}
