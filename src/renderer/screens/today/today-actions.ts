import type { Action } from '../../app/actions.ts';

const nothing = (): void => undefined;

const listed = (id: string, title: string, ...shortcuts: string[]): Action => ({
  id: `today.${id}`,
  title,
  group: 'Today',
  shortcuts,
  handledByScreen: true,
  run: nothing,
});

/** Today's own keys, for the list of shortcuts; the screen handles them itself, where focus is on an item. */
export const todayActions: readonly Action[] = [
  listed('step', 'Go from item to item', 'Up', 'Down', 'Home', 'End'),
  listed('group', 'Go from group to group', 'PageUp', 'PageDown'),
  listed('first', 'Do the first action', 'Enter'),
  listed('others', 'Do another action: the letter on its button'),
  listed('open', 'Open the account', 'o'),
  listed('undo', 'Undo', 'u'),
];
