import { statuses, type Status } from '../../../shared/accounts/account.ts';
import { StatusMark } from '../../app/marks.tsx';
import { canBegin } from '../../app/moves/move-offer.ts';
import { statusName } from '../../app/words.ts';
import type { MenuEntry } from '../../components/menu-entries.tsx';
import type { Answers } from './move-session.ts';
import { previewVerdict, verdictText } from './move-verdict.ts';
import type { Nudge } from './nudge.ts';

/** The five statuses as menu entries. One that a rule refuses stays in the list and says why. */
export function statusEntries(
  moving: number,
  at: Status | null,
  answers: Answers,
  onMove: (to: Status) => void,
): readonly MenuEntry[] {
  return statuses.map((status): MenuEntry => {
    const answer = answers[status];
    const hint = status === at ? 'It is here' : hintOf(moving, answer);
    const refused = answer !== undefined && !canBegin(answer);
    return {
      kind: 'item',
      id: `to-${status}`,
      label: statusName(status),
      icon: <StatusMark status={status} />,
      ...(hint === '' ? {} : { hint }),
      disabled: refused || status === at,
      onSelect: () => onMove(status),
    };
  });
}

function hintOf(moving: number, answer: Answers[Status]): string {
  if (answer === undefined) return '';
  const refusal = verdictText(previewVerdict(moving, answer));
  const reason = answer.needsReason && answer.allowed.length > 0 ? 'Asks why, and who asked (AW-8).' : '';
  const rest = answer.asksRest && answer.allowed.length > 0 ? 'Asks why it rests.' : '';
  return [refusal, reason, rest].filter((part) => part !== '').join(' ');
}

const nudgeNames = (where: 'column' | 'lane'): Record<Nudge, string> => ({
  top: `Top of ${where}`,
  up: 'Up',
  down: 'Down',
  bottom: `Bottom of ${where}`,
});

/** Moves within the column, or within the lane; one that leads nowhere stays, disabled. */
export const nudgeEntries = (
  where: 'column' | 'lane',
  possible: (way: Nudge) => boolean,
  onNudge: (way: Nudge) => void,
): readonly MenuEntry[] =>
  (['top', 'up', 'down', 'bottom'] as const).map((way) => ({
    kind: 'item',
    id: `nudge-${way}`,
    label: nudgeNames(where)[way],
    disabled: !possible(way),
    onSelect: () => onNudge(way),
  }));
