import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActionRegistry } from '../../app/actions.ts';
import { inspectAndFocus } from '../../app/location.ts';
import { SegmentTag, StatusMark } from '../../app/marks.tsx';
import { useStore, useView } from '../../app/store-context.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { accountHits, matchingActions, paletteGroups, type PaletteItem } from './palette-items.ts';
import './palette.css';

/** Reaches every screen, action and account by typing. */
export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Viewport className="dialog-viewport">
          <Dialog.Popup className="dialog palette" aria-label="Search and commands">
            <PaletteList onClose={onClose} />
            <Dialog.Close className="visually-hidden">Close</Dialog.Close>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList({ onClose }: { readonly onClose: () => void }) {
  const registry = useActionRegistry();
  const { book } = useStore();
  const [text, setText] = useState('');
  // What could be done when the palette opened; a list that shifts under the cursor helps nobody.
  const [actions] = useState(() => registry.list());
  const view = useView(
    useMemo(() => ({ filter: text.trim() === '' ? {} : { text }, sort: { key: 'name' as const } }), [text]),
  );
  const groups = useMemo(
    () =>
      paletteGroups(
        matchingActions(actions, text),
        text.trim() === '' || view === null ? [] : accountHits(view.slots, book.row, text),
      ),
    [actions, text, view, book],
  );

  const choose = (item: PaletteItem): void => {
    onClose();
    // After the dialog gave focus back, so that what opens next can take it.
    requestAnimationFrame(() => {
      if (item.kind === 'account') inspectAndFocus(item.row.id);
      else item.action.run();
    });
  };

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      mode="none"
      filter={null}
      value={text}
      onValueChange={(value, { reason }) => {
        // Choosing an item must not write its name into the search.
        if (reason !== 'item-press') setText(value);
      }}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={(item: PaletteItem) => item.id}
    >
      <div className="palette-search">
        <Search aria-hidden />
        <Autocomplete.Input
          className="palette-input"
          aria-label="Search accounts, screens and actions"
          placeholder="Search accounts, screens and actions…"
        />
      </div>
      <Autocomplete.Empty className="popup-empty">
        {groups.length === 0 ? `Nothing found for “${text}”.` : null}
      </Autocomplete.Empty>
      <Autocomplete.List className="popup-list palette-list">
        {(group: (typeof groups)[number]) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="popup-group-label">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className="popup-item"
                  onClick={() => choose(item)}
                >
                  <ItemWords item={item} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function ItemWords({ item }: { readonly item: PaletteItem }) {
  if (item.kind === 'account') {
    return (
      <>
        <StatusMark status={item.row.status} named />
        <span className="popup-item-words truncate">
          {item.row.name}
          {item.row.place !== '' && <span className="faint"> · {item.row.place}</span>}
        </span>
        <SegmentTag segment={item.row.segment} />
      </>
    );
  }
  const [shortcut] = item.action.shortcuts ?? [];
  return (
    <>
      <span className="popup-item-words">{item.action.title}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </>
  );
}
