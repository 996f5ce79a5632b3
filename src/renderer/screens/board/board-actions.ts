import type { Action } from '../../app/actions.ts';

const nothing = (): void => undefined;

const listed = (id: string, title: string, ...shortcuts: string[]): Action => ({
  id: `board.${id}`,
  title,
  group: 'Board',
  shortcuts,
  handledByScreen: true,
  run: nothing,
});

const toLane = listed(
  'lane',
  'With lanes: to the heading above or below; Enter opens or closes the lane',
  'Mod+Up',
  'Mod+Down',
);

/** The board's own keys, for the list of shortcuts; the board handles them itself, where focus is on a card. */
export const boardActions: readonly Action[] = [
  listed('step', 'Go from card to card', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown'),
  listed('open', 'Open the account', 'Enter'),
  listed('carry', 'Pick up the card or the selection, and drop it', 'Space'),
  listed('put-back', 'Put back, or clear the selection', 'Escape'),
  listed('menu', 'Move to…', 'm', 'Shift+F10'),
  listed('select', 'Select the card', 'x'),
  listed('extend', 'Select a range', 'Shift+Up', 'Shift+Down'),
  listed('select-column', 'Select the whole column', 'Mod+A'),
  toLane,
];

/** The keys of the lens by Priority. */
export const lensActions: readonly Action[] = [
  listed('step', 'Go from card to card', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown'),
  listed('open', 'Open the account', 'Enter'),
  listed('priority', 'Choose Priority 1, 2, 3 or none', '1', '2', '3', '0'),
  toLane,
];
