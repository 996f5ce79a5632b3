import type { InboxAction, InboxGroup, InboxItem } from '../../../shared/inbox/inbox-item.ts';
import type { InboxSection } from '../../../shared/inbox/inbox.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import type { SeatsAsked } from '../../app/use-move-accounts.ts';
import { count, statusName } from '../../app/words.ts';

/** The groups as people read them, with a word on what belongs there. */
const groups: Readonly<Record<InboxGroup, { readonly name: string; readonly hint: string }>> = {
  returns: { name: 'Due back', hint: 'The clocks of Actively Working have run out.' },
  warnings: { name: 'Running out', hint: 'Due back soon unless something is done.' },
  comebacks: { name: 'Came back', hint: 'Somebody answered after the account was left.' },
  overdue: { name: 'Next step overdue', hint: 'The day of the next step has passed.' },
  thisWeek: { name: 'This week', hint: 'The next step is due today or later this week.' },
  wakeUps: { name: 'Waking up', hint: 'They rested until now.' },
  nominations: { name: 'Nominated', hint: 'An AE asks for them.' },
  research: { name: 'Missing research', hint: 'Still to find out or to write down.' },
  limits: { name: 'Limits', hint: 'Segments that are nearly or quite full.' },
  segments: {
    name: 'Segment changes',
    hint: 'New data would change the segment; it stays until you confirm.',
  },
  conflicts: { name: 'Contradictions', hint: 'What does not fit together.' },
};

/** A group's name and hint under the settings in force: AW-11 says how long before a warning comes. */
export function groupWords(
  group: InboxGroup,
  { returnWarningDays: days }: Pick<RuleSettings, 'returnWarningDays'>,
): { readonly name: string; readonly hint: string } {
  if (group !== 'warnings') return groups[group];
  const within = days === 0 ? 'at the end of today' : `within ${count(days, 'day')}`;
  return { ...groups.warnings, hint: `Due back ${within} unless something is done.` };
}

/** What an item says; its rule has a place of its own in the line and is not said twice. */
export function itemWords({ rule, message }: Pick<InboxItem, 'rule' | 'message'>): string {
  const words = say(message);
  if (!words.startsWith(`${rule}: `)) return words;
  const rest = words.slice(rule.length + 2);
  // A name keeps its own writing.
  const isName = Object.values(message.params ?? {}).some((value) => rest.startsWith(String(value)));
  return isName ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** What an action's button says. */
export function actionWords(action: InboxAction): string {
  switch (action.kind) {
    case 'move':
      return `Move to ${statusName(action.to)}`;
    case 'enter':
      return 'Work it';
    case 'fillFields':
      return action.fields.length === 1 ? 'Fill it in' : 'Fill them in';
    case 'sequencePeople':
      return 'Open people';
    case 'pauseClocks':
      return 'Pause clocks';
    case 'setNextStep':
      return 'Set next step';
    case 'acceptNomination':
      return 'Accept';
    case 'declineNomination':
      return 'Decline';
    case 'setWakeUp':
      return 'Wake up later';
    case 'endRest':
      return 'Do not wake up';
    case 'openFixList':
      return 'Fix list';
    case 'findSegment':
      return 'Enter the size';
    case 'confirmSegment':
      return 'Confirm';
    case 'keepSegment':
      return 'Keep as it was';
    case 'releaseSeats':
      return `Release ${count(action.count, 'seat')}…`;
    case 'settleTerritory':
      return 'Settle…';
    case 'open':
      return 'Open';
  }
}

/** The letter that does an action where it is not the first. */
export const actionKeys: Readonly<Record<InboxAction['kind'], string>> = {
  move: 'm',
  enter: 't',
  fillFields: 'f',
  sequencePeople: 's',
  pauseClocks: 'p',
  setNextStep: 'd',
  acceptNomination: 'a',
  declineNomination: 'x',
  setWakeUp: 'w',
  endRest: 'e',
  openFixList: 'l',
  findSegment: 'z',
  confirmSegment: 'c',
  keepSegment: 'h',
  releaseSeats: 'r',
  settleTerritory: 'b',
  open: 'o',
};

/** What the button for a whole group says: the one thing that it does, or that it settles. */
export function allWords({ atOnce }: InboxSection): string {
  const words = new Set(atOnce.map(actionWords));
  const [only = ''] = words;
  const all = `all ${atOnce.length.toLocaleString()}`;
  if (words.size !== 1) return `Settle ${all}`;
  return only.startsWith('Move ') ? only.replace('Move', `Move ${all}`) : `${only} ${all}`;
}

/** What the button for all limits says: it asks whom, segment after segment. */
export const releaseAllWords = (asked: readonly SeatsAsked[]): string =>
  `Release ${count(
    asked.reduce((sum, one) => sum + one.count, 0),
    'seat',
  )} in all…`;

/** "12 things need a hand". */
export const inboxCountWords = (items: number): string =>
  `${count(items, 'thing')} ${items === 1 ? 'needs' : 'need'} a hand`;
