import { BookOpenText } from 'lucide-react';
import { rulesNamedIn } from '../../shared/rule-book/rule-ids-in.ts';
import { ruleOf } from '../../shared/rule-book/rules.ts';
import type { MenuEntry } from '../components/menu-entries.tsx';
import { openScreen } from './location.ts';
import { rulePath } from './routes.ts';

/** Ways to the rules that hints of entries name: an entry is one control, so its hint can hold no link. */
export function ruleEntries(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  const named = rulesNamedIn(entries.map((entry) => (entry.kind === 'item' ? (entry.hint ?? '') : '')));
  if (named.length === 0) return [];
  return [
    {
      kind: 'group',
      id: 'rules',
      label: 'Rules',
      entries: named.map((id) => ({
        kind: 'item',
        id: `rule-${id}`,
        label: `${id} ${ruleOf(id).title}`,
        icon: <BookOpenText aria-hidden />,
        onSelect: () => openScreen(rulePath(id)),
      })),
    },
  ];
}
