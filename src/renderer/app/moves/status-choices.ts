import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { MovePreview } from '../../store/api.ts';
import { canBegin } from './move-offer.ts';
import { previewVerdict, verdictText } from './move-verdict.ts';

/** What the rules say to moving accounts to each status, as far as they have answered. */
export type MovePreviews = Readonly<Partial<Record<Status, MovePreview>>>;

/** A status to move to. */
export interface StatusChoice {
  readonly status: Status;
  /** They all have it. */
  readonly isHere: boolean;
  /** There is something to begin: some may land, or a dialog could let the single one in. */
  readonly canBegin: boolean;
  /** What the rules say to it: why not, what would make it possible, what is asked for; '' = nothing. */
  readonly words: string;
}

/**
 * The five statuses as choices. One that a rule refuses is among them, and says why and what would help.
 * @param moving how many accounts would be moved
 * @param at the status that they all have; `null` = they differ, or it does not matter
 */
export const statusChoices = (
  moving: number,
  at: Status | null,
  previews: MovePreviews,
): readonly StatusChoice[] =>
  statuses.map((status) => {
    const preview = previews[status];
    const isHere = status === at;
    return {
      status,
      isHere,
      canBegin: !isHere && (preview === undefined || canBegin(preview)),
      words: isHere || preview === undefined ? '' : wordsOf(moving, preview),
    };
  });

function wordsOf(moving: number, preview: MovePreview): string {
  const asks = preview.allowed.length > 0;
  return [
    verdictText(previewVerdict(moving, preview)),
    asks && preview.needsReason ? 'Asks why, and who asked (AW-8).' : '',
    asks && preview.asksRest ? 'Asks why it rests.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
