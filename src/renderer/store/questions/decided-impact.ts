import { suggestedPriority, type Priority } from '../../../shared/priorities/suggest-priority.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import { decisionContext, type DecisionContext } from '../decisions/context.ts';
import { readRecords } from '../decisions/read-records.ts';
import { decideRecord, type AccountRecord, type RecordDecision } from '../decisions/record-decision.ts';
import { pause } from '../pause.ts';
import type { QuestionRoom } from './answer-question.ts';
import type { ClockStand, DecidedImpact } from './questions.ts';

/** Records read at once. */
const portion = 250;

/**
 * AW-9 to AW-12 and PR-4 under other settings: the accounts whose clocks or suggested Priority would be others,
 * today. Land and Expand count as they are now. Where no such setting differs nothing is read.
 */
export async function decidedImpact(
  { database, book, decisions }: QuestionRoom,
  after: RuleSettings,
): Promise<DecidedImpact> {
  const { bdr, today, rules, scorer, pauses } = book.context;
  const parts = { bdr, today, profile: scorer.profile, pauses };
  const was = decisionContext({ ...parts, rules });
  const is = decisionContext({ ...parts, rules: after });
  const clocks: DecidedImpact['clocks'][number][] = [];
  const priorities: DecidedImpact['priorities'][number][] = [];
  const isSame =
    was.stamps.records === is.stamps.records &&
    rules.strongScoreFrom === after.strongScoreFrom &&
    rules.weakScoreUnder === after.weakScoreUnder;
  if (isSame) return { clocks, priorities };
  await decisions.whole();
  const ids = [...book.slots()].flatMap((slot) => book.rowAt(slot)?.id ?? []);
  for (let start = 0; start < ids.length; start += portion) {
    for (const record of await readRecords(database, ids.slice(start, start + portion))) {
      const { id } = record.account;
      const motion = book.rowOf(id)?.decided?.motion ?? 'Land';
      const from = judged(record, was, motion);
      const to = judged(record, is, motion);
      if (from.clock !== to.clock) clocks.push({ id, from: from.clock, to: to.clock });
      if (from.priority !== to.priority) priorities.push({ id, from: from.priority, to: to.priority });
    }
    await pause();
  }
  return { clocks, priorities };
}

function judged(
  record: AccountRecord,
  context: DecisionContext,
  motion: 'Land' | 'Expand',
): { readonly clock: ClockStand; readonly priority: Priority | null } {
  const decision = decideRecord(record, context);
  const { score, triggers } = decision;
  return {
    clock: standOf(decision),
    priority: suggestedPriority(
      { motion, score: score ?? 0, isKnown: score !== null, triggers },
      context.rules,
    ),
  };
}

function standOf({ flags }: RecordDecision): ClockStand {
  if (flags.includes('dueBack') || flags.includes('dueWorked')) return 'due back';
  return flags.includes('warned') ? 'running out' : 'in time';
}
