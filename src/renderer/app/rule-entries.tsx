import { BookOpenText } from 'lucide-react';
import { rulesNamedIn } from '../../shared/rule-book/rule-ids-in.ts';
import { ruleOf } from '../../shared/rule-book/rules.ts';
import type { MenuEntry } from '../components/menu-entries.tsx';
import { openScreen } from './location.ts';
import { rulePath } from './routes.ts';

/**
 * Entries, and below them ways to the rules that their hints name: an entry is one control, so its hint can
 * hold no link.
 */
export function withRules(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  const named = rulesNamedIn(entries.flatMap(hintsOf));
  if (named.length === 0) return entries;
  return [
    ...entries,
    { kind: 'separator', id: 'before-rules' },
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

function hintsOf(entry: MenuEntry): readonly string[] {
  if (entry.kind === 'group') return entry.entries.flatMap(hintsOf);
  return entry.kind === 'item' && entry.hint !== undefined ? [entry.hint] : [];
}
