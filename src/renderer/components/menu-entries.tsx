import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import './popup.css';

/** What a menu or a context menu holds. */
export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      /** A second line, e.g. why it cannot be done. */
      readonly hint?: string;
      readonly shortcut?: string;
      /** Stays readable and reachable, does nothing. */
      readonly disabled?: boolean;
      readonly danger?: boolean;
      /** Ticked; the entry is then a radio or check item to assistive technology. */
      readonly checked?: boolean;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly kind: 'separator'; readonly id: string };

type ItemEntry = Extract<MenuEntry, { kind: 'item' }>;

function ItemWords({ entry, id }: { readonly entry: ItemEntry; readonly id: string }) {
  return (
    <>
      {entry.icon !== undefined && <span className="popup-item-icon">{entry.icon}</span>}
      <span className="popup-item-words">
        <span id={id}>{entry.label}</span>
        {entry.hint !== undefined && (
          <span id={`${id}-hint`} className="popup-item-hint">
            {entry.hint}
          </span>
        )}
      </span>
      {entry.shortcut !== undefined && <Kbd keys={entry.shortcut} />}
    </>
  );
}

function Item({ entry }: { readonly entry: ItemEntry }) {
  const id = useId();
  const shared = {
    className: classNames('popup-item', entry.danger === true && 'popup-item-danger'),
    disabled: entry.disabled,
    label: entry.label,
  };
  if (entry.checked !== undefined) {
    return (
      <Base.CheckboxItem
        {...shared}
        // A choice goes by its label, and the hint describes it; other entries go by all their words.
        aria-labelledby={id}
        aria-describedby={entry.hint === undefined ? undefined : `${id}-hint`}
        checked={entry.checked}
        closeOnClick
        onCheckedChange={() => entry.onSelect()}
      >
        <ItemWords entry={entry} id={id} />
        <span className="popup-item-check">
          <Base.CheckboxItemIndicator>
            <Check aria-hidden />
          </Base.CheckboxItemIndicator>
        </span>
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item {...shared} onClick={() => entry.onSelect()}>
      <ItemWords entry={entry} id={id} />
    </Base.Item>
  );
}

/** Renders entries inside a menu popup. */
export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry) => {
    switch (entry.kind) {
      case 'separator':
        return <Base.Separator key={entry.id} className="popup-separator" />;
      case 'group':
        return (
          <Base.Group key={entry.id}>
            <Base.GroupLabel className="popup-group-label">{entry.label}</Base.GroupLabel>
            <MenuEntries entries={entry.entries} />
          </Base.Group>
        );
      case 'item':
        return <Item key={entry.id} entry={entry} />;
    }
  });
}
