import { say } from '../../shared/rule-book/messages.ts';
import type { RefusedAccount, StoreError } from '../store/api.ts';
import { count } from './words.ts';

/** "Acme: AW-6: no free Mid-Market slot, 150 of 150. What would make it possible." */
const refusalText = ({ name, refusal }: RefusedAccount): string =>
  `${name}: ${say(refusal.message)} ${say(refusal.remedy)}`;

/** How many refusals are told in full. */
const toldInFull = 2;

const stayed = (refused: readonly RefusedAccount[]): string =>
  `${count(refused.length, 'account')} stayed as they were.`;

const reasonsText = (refused: readonly RefusedAccount[]): string => {
  const rest = refused.length - toldInFull;
  return [
    ...refused.slice(0, toldInFull).map(refusalText),
    ...(rest > 0 ? [`And ${rest.toLocaleString()} more.`] : []),
  ].join('\n');
};

/** The first refusals in full, the rest as a number. */
export const refusalsText = (refused: readonly RefusedAccount[]): string =>
  refused.length > 1 ? `${stayed(refused)}\n${reasonsText(refused)}` : reasonsText(refused);

/** A note on a command that did nothing. */
export interface FailureNote {
  readonly tone: 'problem';
  readonly title: string;
  readonly description?: string;
}

/**
 * What a command that did nothing is told as. The message of a refusal is that of its first account: it is said
 * once, with the account's name.
 */
export function failureNote({ message, refused = [] }: StoreError): FailureNote {
  const title = say(message);
  const [first] = refused;
  if (first === undefined) return { tone: 'problem', title };
  if (say(first.refusal.message) !== title) {
    return { tone: 'problem', title, description: refusalsText(refused) };
  }
  return refused.length === 1
    ? { tone: 'problem', title: `${first.name}: ${title}`, description: say(first.refusal.remedy) }
    : { tone: 'problem', title: stayed(refused), description: reasonsText(refused) };
}
