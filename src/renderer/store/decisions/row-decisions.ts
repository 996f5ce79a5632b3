import { isAnothers, isBlankName } from '../../../shared/accounts/bdr.ts';
import { suggestRank } from '../../../shared/priorities/expand-rank.ts';
import { suggestedPriority } from '../../../shared/priorities/suggest-priority.ts';
import { repKey } from '../../../shared/territories/mapping-index.ts';
import type { TerritoryDecision } from '../../../shared/territories/territory-of.ts';
import type { AccountFlag } from '../../../shared/views/result-fields.ts';
import type { BookRow, RowDecisions } from '../api.ts';
import type { DecisionContext } from './context.ts';
import type { RecordDecision } from './record-decision.ts';

/** What the rest of its hierarchy says for an account's rank (PR-8). */
export interface FamilySigns {
  /** Of the ultimate parent. */
  readonly parentScore: number;
  /** Somebody in it uses CE; `null` = unknown. */
  readonly ceInHierarchy: boolean | null;
}

/** What rows and rules say of an account together. */
export interface RowInput {
  readonly row: Omit<BookRow, 'findings' | 'decided'>;
  readonly record: RecordDecision;
  readonly territory: TerritoryDecision;
  readonly signs: FamilySigns;
}

/** The decisions that lists and cards show. */
export function decideRow(input: RowInput, context: DecisionContext): RowDecisions {
  const { row, record, territory, signs } = input;
  const { motion } = territory;
  const { rules } = context;
  const suggested = suggestedPriority(
    { motion, score: record.score ?? 0, isKnown: record.score !== null, triggers: record.triggers },
    rules,
  );
  const hasMapping = context.mappingId !== null;
  const code = hasMapping && territory.outcome.kind === 'territory' ? territory.outcome.code : '';
  const mappedBdr = hasMapping && territory.worker?.kind === 'row' ? territory.worker.bdr : '';
  return {
    territory: code,
    mappedBdr,
    motion,
    score: record.score,
    suggested,
    expandRank: motion === 'Expand' ? rankOf(record, signs, context) : null,
    clock: record.clock,
    wakeOn: record.wakeOn,
    results: interned([
      ...record.flags,
      ...rowFlags(row, context),
      ...territoryFlags(territory, mappedBdr, context),
      ...(suggested !== null && row.priority !== null && suggested !== row.priority
        ? (['suggestedDiffers'] as const)
        : []),
    ]),
  };
}

const rankOf = (
  { rank }: RecordDecision,
  { parentScore, ceInHierarchy }: FamilySigns,
  { today, rules }: DecisionContext,
): RowDecisions['expandRank'] =>
  suggestRank(
    {
      intent: rank?.intent,
      parentScore,
      ceInHierarchy,
      renewalDate: rank?.renewalDate,
      renewalAmount: rank?.renewalAmount,
      today,
    },
    rules,
  ).outcome;

function rowFlags(row: RowInput['row'], { bdr, today, week }: DecisionContext): AccountFlag[] {
  const flags: AccountFlag[] = [];
  const { nextStepDate: date } = row;
  if (date !== null && date < today) flags.push('pastDue');
  if (date !== null && date >= today && date <= week.to) flags.push('dueThisWeek');
  if (!isBlankName(row.nominatedBy) && row.status !== 'Actively Working') flags.push('nominated');
  if (isMine(row.bdrAssigned, bdr)) flags.push('assignedToMe');
  return flags;
}

/** AW-1: whether a name is the workspace's BDR's. */
export const isMine = (name: string, bdr: string): boolean =>
  !isBlankName(bdr) && !isBlankName(name) && !isAnothers(name, bdr);

function territoryFlags(
  { outcome }: TerritoryDecision,
  mappedBdr: string,
  { mappingId, bdr }: DecisionContext,
): AccountFlag[] {
  if (mappingId === null) return [];
  if (outcome.kind === 'conflict') return ['noTerritory', 'territoryConflict'];
  if (outcome.kind === 'none') return ['noTerritory'];
  return mappedBdr !== '' && repKey(mappedBdr) === repKey(bdr) ? ['inMyTerritories'] : [];
}

/** A book has few combinations of flags, and many accounts. */
const known = new Map<string, readonly string[]>();

function interned(flags: readonly string[]): readonly string[] {
  const key = flags.join(' ');
  const present = known.get(key);
  if (present) return present;
  known.set(key, flags);
  return flags;
}
