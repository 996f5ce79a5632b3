import type { Motion } from '../../../shared/accounts/motion.ts';
import { weekUnder } from '../../../shared/calendar.ts';
import { suggestRank } from '../../../shared/priorities/expand-rank.ts';
import { mixOf, type MixAccount } from '../../../shared/priorities/mix.ts';
import { suggestedPriority, type Priority } from '../../../shared/priorities/suggest-priority.ts';
import type { ImpactTopic } from '../../../shared/rule-book/impact-topics.ts';
import type { BookRow } from '../api.ts';
import type { DecisionContext } from '../decisions/context.ts';
import type { RecordDecision } from '../decisions/record-decision.ts';
import { isMine } from '../decisions/row-decisions.ts';
import type { QuestionRoom } from './answer-question.ts';
import type { Sides, Signals, TurnedSignals } from './impact-records.ts';
import type { Turns } from './impact-turns.ts';
import type { MixImpact } from './questions.ts';

/** Rows after which others have their turn. */
const portion = 1000;

/** What of a hierarchy and of records other settings turn, by account; what is left out stays. */
interface TurnedFacts {
  readonly motions: ReadonlyMap<string, { readonly from: Motion; readonly to: Motion }>;
  readonly signals: TurnedSignals;
}

/** PR-4, PR-5, PR-8 and WK-1, from what the book keeps in memory and what was found to turn. */
export async function rowTurns(
  room: QuestionRoom,
  sides: Sides,
  topics: ReadonlySet<ImpactTopic>,
  turned: TurnedFacts,
  turns: Turns,
): Promise<MixImpact | null> {
  const { book } = room;
  const mix = topics.has('mix') ? { before: [] as MixAccount[], after: [] as MixAccount[] } : null;
  const asked = (['priorities', 'ranks', 'mix', 'thisWeek'] as const).filter((topic) => topics.has(topic));
  if (asked.length === 0) return null;
  let done = 0;
  for (const slot of book.slots()) {
    const row = book.rowAt(slot);
    const record = book.recordAt(slot);
    if (!row || !record) continue;
    const was = sideOf(row, record, sides.before, turned, 'before');
    const is = sideOf(row, record, sides.after, turned, 'after');
    if (topics.has('priorities')) turns.add('priorities', row.id, was.suggested, is.suggested);
    if (topics.has('ranks') && (was.motion === 'Expand' || is.motion === 'Expand')) {
      turns.add(
        'ranks',
        row.id,
        rankOf(room, row, record, { ...was, turned }, sides.before, 'before'),
        rankOf(room, row, record, { ...is, turned }, sides.after, 'after'),
      );
    }
    if (topics.has('thisWeek'))
      turns.add('thisWeek', row.id, weekOf(row, sides.before), weekOf(row, sides.after));
    if (mix && row.status === 'Actively Working' && isMine(row.bdrAssigned, sides.before.bdr)) {
      if (was.motion === 'Land') mix.before.push(mixAccount(row));
      if (is.motion === 'Land') mix.after.push(mixAccount(row));
    }
    done += 1;
    if (done % portion === 0) await room.breathe();
  }
  return mix && mixImpact(mixOf(mix.before, sides.before.rules), mixOf(mix.after, sides.after.rules));
}

type Which = 'before' | 'after';

interface Side {
  readonly motion: Motion;
  readonly suggested: Priority | null;
}

function sideOf(
  row: BookRow,
  record: RecordDecision,
  { rules }: DecisionContext,
  { motions, signals }: TurnedFacts,
  which: Which,
): Side {
  const turn = motions.get(row.id);
  const motion = turn ? turn[which === 'before' ? 'from' : 'to'] : (row.decided?.motion ?? 'Land');
  const { score, triggers }: Signals = signals.get(row.id)?.[which] ?? record;
  return {
    motion,
    suggested: suggestedPriority({ motion, score: score ?? 0, isKnown: score !== null, triggers }, rules),
  };
}

/** PR-8; Land accounts have none. */
function rankOf(
  { book }: QuestionRoom,
  { id }: BookRow,
  { rank }: RecordDecision,
  { motion, turned: { signals } }: Pick<Side, 'motion'> & { readonly turned: TurnedFacts },
  { today, rules }: DecisionContext,
  which: Which,
): number | null {
  if (motion === 'Land') return null;
  const signs = book.familySigns(id);
  const root = book.familyNodes(id)[0]?.id ?? id;
  return suggestRank(
    {
      intent: rank?.intent,
      parentScore: signals.has(root) ? (signals.get(root)?.[which].score ?? 0) : signs.parentScore,
      ceInHierarchy: signs.ceInHierarchy,
      renewalDate: rank?.renewalDate,
      renewalAmount: rank?.renewalAmount,
      today,
    },
    rules,
  ).outcome;
}

/** Whether the next step is due this week, as Today says it. */
function weekOf({ status, nextStepDate: date }: BookRow, { today, rules }: DecisionContext): string | null {
  if (status !== 'Actively Working' || date === null || date < today) return null;
  return date <= weekUnder(today, rules).to ? 'this week' : 'later';
}

/** The mix counts Priorities alone; what would mend it is not asked. */
const mixAccount = ({ id, name, priority }: BookRow): MixAccount => ({
  id,
  name,
  priority,
  suggested: null,
  score: 0,
  hasRecentTrigger: false,
});

function mixImpact(before: ReturnType<typeof mixOf>, after: ReturnType<typeof mixOf>): MixImpact {
  const { actual, counted } = after;
  return { counted, actual, before: before.target, after: after.target };
}
