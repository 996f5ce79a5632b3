import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { SavedView } from '../../../shared/views/saved-view.ts';
import { checkView } from '../../../shared/views/view-file.ts';
import { readDocument } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { userWrite, type CommandRoom, type Done } from './room.ts';

/** Keeps a view, a new one or in place of the one of that id. */
export function saveView(
  room: CommandRoom,
  { id, view }: { readonly id: string | null; readonly view: SavedView },
): Promise<Done> {
  return userWrite(room, async () => {
    const checked = checkedView(view);
    const present = id === null ? null : await presentView(room, id);
    const about = { kind: 'document', id: id ?? room.context.ids.next() } as const;
    const change = changeBetween(about, present?.stored ?? null, { type: 'view', view: checked });
    return {
      command: 'saveView',
      label: label('command.saved-view', { name: checked.name }),
      changes: change ? [change] : [],
    };
  });
}

export function deleteView(room: CommandRoom, { id }: { readonly id: string }): Promise<Done> {
  return userWrite(room, async () => {
    const { stored, values } = await presentView(room, id);
    const change = changeBetween({ kind: 'document', id }, stored, null);
    return {
      command: 'deleteView',
      label: label('command.deleted-view', { name: values.view.name }),
      changes: change ? [change] : [],
    };
  });
}

async function presentView(room: CommandRoom, id: string) {
  const found = await readDocument(room.database, 'view', id);
  if (!found) throw new Refused({ code: 'not-found', message: label('store.view-gone') });
  return found;
}

/** @throws Refused naming what is wrong */
function checkedView(view: SavedView): SavedView {
  const checked = checkView(view);
  if (!checked.ok) throw new Refused({ code: 'invalid', message: checked.error });
  return checked.value;
}
