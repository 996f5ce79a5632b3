import type { CommandRoom } from '../commands/room.ts';
import { answerBulk } from './bulk.ts';
import { answerCells } from './cells.ts';
import { answerCompareProfiles, answerProfileMovers } from './compare-profiles.ts';
import { answerExceptions } from './exceptions.ts';
import { answerFixList } from './fix-list.ts';
import { answerHeldOpportunities } from './held-opportunities.ts';
import { answerInbox } from './inbox.ts';
import { answerLead } from './lead.ts';
import { answerImpactLines, answerMappingImpact, answerPartImpact } from './mapping-impact.ts';
import { answerMappingGaps } from './mapping-gaps.ts';
import { answerMappingCheck, answerMappingDiff, answerMappingRows, answerMappings } from './mappings.ts';
import { answerMine } from './mine.ts';
import { answerMix } from './mix.ts';
import { answerMove } from './move.ts';
import { answerNamed } from './named.ts';
import { answerOpportunities } from './opportunities.ts';
import { answerPeople } from './people.ts';
import { answerProfiles } from './profiles.ts';
import { answerPublicSector } from './public-sector.ts';
import { answerReceipts } from './receipts.ts';
import { answerReparent } from './reparent.ts';
import { answerScoring } from './scoring.ts';
import { answerRules } from './rules.ts';
import { answerSeats } from './seats.ts';
import { answerSettingsImpact } from './settings-impact.ts';
import { answerCoverage, answerRoundRobin, answerTerritoryWork } from './territory-work.ts';
import { answerViews } from './views.ts';
import { answerWeeklyReview } from './weekly-review.ts';
import type { AnswerTo, Ask, QuestionKind } from './questions.ts';

/** What a question is answered from: the book and the store as of the last change set. */
export interface QuestionRoom extends CommandRoom {
  /**
   * Gives way, as `pause` does.
   * @throws when nobody waits for the answer any more
   */
  readonly breathe: () => Promise<void>;
}

/** Answers one kind of question. It only reads; what takes long gives way in slices (`breathe`). */
export type Answerer<K extends QuestionKind> = (
  room: QuestionRoom,
  ask: Ask<K>,
) => Promise<AnswerTo<K>> | AnswerTo<K>;

const answerers: { readonly [K in QuestionKind]: Answerer<K> } = {
  inbox: answerInbox,
  weeklyReview: answerWeeklyReview,
  receipts: answerReceipts,
  scoring: answerScoring,
  mix: answerMix,
  compareProfiles: answerCompareProfiles,
  profileMovers: answerProfileMovers,
  settingsImpact: answerSettingsImpact,
  cells: answerCells,
  people: answerPeople,
  opportunities: answerOpportunities,
  rules: answerRules,
  profiles: answerProfiles,
  views: answerViews,
  move: answerMove,
  seats: answerSeats,
  fixList: answerFixList,
  bulk: answerBulk,
  reparent: answerReparent,
  lead: answerLead,
  mappings: answerMappings,
  mappingGaps: answerMappingGaps,
  mappingRows: answerMappingRows,
  mappingDiff: answerMappingDiff,
  mappingCheck: answerMappingCheck,
  mappingImpact: answerMappingImpact,
  impactLines: answerImpactLines,
  partImpact: answerPartImpact,
  coverage: answerCoverage,
  territoryWork: answerTerritoryWork,
  mine: answerMine,
  roundRobin: answerRoundRobin,
  exceptions: answerExceptions,
  named: answerNamed,
  publicSector: answerPublicSector,
  heldOpportunities: answerHeldOpportunities,
};

export async function answerQuestion<K extends QuestionKind>(
  room: QuestionRoom,
  kind: K,
  ask: Ask<K>,
): Promise<AnswerTo<K>> {
  return answerers[kind](room, ask);
}
