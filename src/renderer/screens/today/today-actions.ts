import type { InboxAction } from '../../../shared/inbox/inbox-item.ts';
import type { Action } from '../../app/actions.ts';
import { actionKeys } from './today-words.ts';

const nothing = (): void => undefined;

const listed = (id: string, title: string, ...shortcuts: string[]): Action => ({
  id: `today.${id}`,
  title,
  group: 'Today',
  shortcuts,
  handledByScreen: true,
  run: nothing,
});

/** What each letter does, in the order in which Today speaks of it. */
const letterTitles: Readonly<Record<InboxAction['kind'], string>> = {
  move: 'Move it to where it is due',
  pauseClocks: 'Pause its clocks',
  fillFields: 'Fill in what is missing',
  sequencePeople: 'Open its people',
  setNextStep: 'Set the next step',
  enter: 'Work it',
  setWakeUp: 'Wake it up later',
  endRest: 'Do not wake it up',
  openFixList: 'Open its fix list',
  acceptNomination: 'Accept the nomination',
  declineNomination: 'Decline the nomination',
  findSegment: 'Enter its size',
  confirmSegment: 'Confirm the new segment',
  keepSegment: 'Keep the segment as it was',
  releaseSeats: 'Release seats',
  settleTerritory: 'Settle its territory',
  open: 'Open the account',
};

const letters = Object.entries(letterTitles).map(([kind, title]) =>
  listed(kind, title, actionKeys[kind as InboxAction['kind']]),
);

/** Today's own keys, for the list of shortcuts; the screen handles them itself, where focus is on an item. */
export const todayActions: readonly Action[] = [
  listed('step', 'Go from item to item', 'Up', 'Down', 'j', 'k'),
  listed('ends', 'Go to the first or last item', 'Home', 'End'),
  listed('group', 'Go from group to group', 'PageUp', 'PageDown'),
  listed('first', 'Do the first action', 'Enter'),
  ...letters,
  listed('undo', 'Undo', 'u'),
];
