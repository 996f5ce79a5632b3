import { applyMapping } from './apply-mapping.ts';
import { assignAccounts } from './assign-accounts.ts';
import { askExtension, decideExtension } from './extensions.ts';
import { setNamed } from './named-accounts.ts';
import { dropException, recordException } from './territory-exceptions.ts';
import { changeRules, resetRules } from './change-rules.ts';
import { createOpportunity, deleteOpportunity, editOpportunity } from './opportunities.ts';
import { choosePriorities } from './choose-priorities.ts';
import { endPause, pauseClocks } from './clock-pauses.ts';
import { setParent, setStandAlone } from './hierarchy-commands.ts';
import { reviewSegment } from './review-segment.ts';
import type { CommandRoom, Done } from './room.ts';
import { answerNomination, settle } from './settle.ts';
import { swapSeats } from './swap-seats.ts';
import type { RuleBookCommand } from './rule-book-command.ts';
import { deleteView, saveView } from './saved-views.ts';
import { deleteProfile, saveProfile, useProfile } from './score-profiles.ts';
import { dismissReview, takeBackReview } from './weekly-review.ts';

type Kind = RuleBookCommand['kind'];
type Runner<K extends Kind> = (
  room: CommandRoom,
  command: Extract<RuleBookCommand, { readonly kind: K }>,
) => Promise<Done>;

const runners: { readonly [K in Kind]: Runner<K> } = {
  applyMapping,
  recordException,
  dropException,
  setNamed,
  assignAccounts,
  askExtension,
  decideExtension,
  swapSeats,
  pauseClocks,
  endPause,
  takeBackReview,
  dismissReview,
  answerNomination,
  settle,
  choosePriorities,
  reviewSegment,
  setParent,
  setStandAlone,
  createOpportunity,
  editOpportunity,
  deleteOpportunity,
  changeRules,
  resetRules,
  saveProfile,
  deleteProfile,
  useProfile,
  saveView,
  deleteView,
};

/** Commands of the rule book by their kind. @throws Refused, BookBehind, or what the engine throws */
export function runRuleBookCommand(room: CommandRoom, command: RuleBookCommand): Promise<Done> {
  // The map pairs each kind with its own command, which the type of a lookup by any kind cannot say.
  const run = runners[command.kind] as Runner<Kind>;
  return run(room, command);
}
