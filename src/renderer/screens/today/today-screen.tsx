import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useActions } from '../../app/actions.ts';
import { MixLink } from '../../app/mix-link.tsx';
import { NoAccounts } from '../../app/no-accounts.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { dayText } from '../../app/words.ts';
import { useAnnounce } from '../../components/live-region.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { InboxSection } from '../../../shared/inbox/inbox.ts';
import { InboxGroupList } from './inbox-group.tsx';
import { LeaveMenu } from './leave-menu.tsx';
import { ReviewSection } from './review-section.tsx';
import { NothingToDo } from './nothing-to-do.tsx';
import { todayActions } from './today-actions.ts';
import {
  firstItem,
  followItem,
  shownAtFirst,
  shownItems,
  shownMore,
  type TodayCursor,
} from './today-cursor.ts';
import { readTodayKey } from './today-keys.ts';
import { inboxCountWords } from './today-words.ts';
import { useClosedGroups } from './use-closed-groups.ts';
import { useInboxActions } from './use-inbox-actions.tsx';
import { useUndo } from '../../app/use-undo.ts';
import './today.css';

/** Today: what needs a hand now, the most urgent first, each with what settles it. */
export function TodayScreen() {
  const { accounts, complete, today } = useStoreStatus();
  const sections = useAnswer('inbox', null);
  useActions(todayActions);
  const total = sections?.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  useAnnouncedCount(sections === null ? null : total);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // The last item was settled and took focus with it.
    if (total === 0 && document.activeElement === document.body) heading.current?.focus();
  }, [total]);
  return (
    <div className="today scroll">
      <header className="today-head">
        <h1 ref={heading} tabIndex={-1}>
          Today
        </h1>
        <p className="muted">
          {dayText(today)}
          {sections !== null && total > 0 && <> · {inboxCountWords(total)}</>}
        </p>
        {accounts > 0 && <MixLink />}
        {accounts > 0 && <LeaveMenu />}
      </header>
      <ReviewSection />
      {sections === null ? (
        <Skeleton rows={10} label="Looking for what needs a hand" />
      ) : accounts === 0 && complete ? (
        <NoAccounts />
      ) : total === 0 ? (
        <NothingToDo today={today} />
      ) : (
        <Inbox sections={sections} />
      )}
    </div>
  );
}

/** Says how many are left whenever that changed. */
function useAnnouncedCount(total: number | null): void {
  const announce = useAnnounce();
  const last = useRef<number | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = total;
    if (total === null || before === null || before === total) return;
    announce(total === 0 ? 'Nothing left to do.' : `${inboxCountWords(total)}.`);
  }, [announce, total]);
}

function Inbox({ sections }: { readonly sections: readonly InboxSection[] }) {
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const { act, settle, release, form } = useInboxActions();
  const { undo } = useUndo();
  const [shown, setShown] = useState<Readonly<Record<string, number>>>({});
  const [closed, toggle] = useClosedGroups();
  const shownOf = ({ group }: InboxSection): number =>
    closed.has(group) ? 0 : (shown[group] ?? shownAtFirst);
  const items = shownItems(sections, shownOf);
  const [state, setState] = useState<TodayCursor>(firstItem);
  const cursor = useMemo(() => followItem(items, state), [items, state]);

  const focusItem = (key: string | null): void => {
    const row =
      key === null ? null : box.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`);
    row?.focus();
  };
  useLayoutEffect(() => {
    // The item was settled and took focus with it: focus goes to what took its place.
    if (hadFocus.current && document.activeElement === document.body) focusItem(cursor.key);
  });

  return (
    <div
      ref={box}
      className="today-inbox"
      onFocus={(event) => {
        hadFocus.current = true;
        const key = event.target.closest<HTMLElement>('[data-item]')?.dataset['item'];
        if (key !== undefined && key !== cursor.key) {
          setState({ key, index: items.findIndex((item) => item.key === key) });
        }
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hadFocus.current =
          relatedTarget === null || (relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
      }}
      onKeyDown={(event) => {
        const item = items[cursor.index];
        // A key in a form of an item comes up here, too, and is the form's.
        if (!event.currentTarget.contains(event.target as Node)) return;
        const isOnItem = event.target instanceof HTMLElement && event.target.dataset['item'] !== undefined;
        if (item === undefined) return;
        const meant = readTodayKey(event, item, isOnItem, items, cursor);
        if (meant === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        if (meant.kind === 'step') {
          setState(meant.cursor);
          focusItem(meant.cursor.key);
        } else if (meant.kind === 'undo') undo();
        else act(meant.action, item);
      }}
    >
      {sections.map((section) => (
        <InboxGroupList
          key={section.group}
          section={section}
          shown={shownOf(section)}
          tabStop={cursor.key}
          isClosed={closed.has(section.group)}
          onToggle={() => toggle(section.group)}
          onAct={act}
          onSettle={settle}
          onRelease={release}
          onMore={() => setShown({ ...shown, [section.group]: shownOf(section) + shownMore })}
        />
      ))}
      {form}
    </div>
  );
}
