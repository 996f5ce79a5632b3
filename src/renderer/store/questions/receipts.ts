import type { Account } from '../../../shared/accounts/account.ts';
import { explainMotion } from '../../../shared/accounts/motion-receipt.ts';
import { decideSegment } from '../../../shared/accounts/segment-receipt.ts';
import { suggestPriority } from '../../../shared/priorities/suggest-priority.ts';
import type { Receipt } from '../../../shared/rule-book/receipt.ts';
import { versionOn } from '../../../shared/rule-book/settings-history.ts';
import { decideReturn } from '../../../shared/statuses/returns.ts';
import { openStintOf } from '../../../shared/statuses/stints.ts';
import { explainTerritory } from '../../../shared/territories/territory-receipt.ts';
import type { Book } from '../book/book.ts';
import type { DecisionContext } from '../decisions/context.ts';
import { readRecords } from '../decisions/read-records.ts';
import type { AccountRecord } from '../decisions/record-decision.ts';
import { readSettingsHistory } from '../reading.ts';
import type { Answerer } from './answer-question.ts';
import { toldIncomplete } from '../territories/incomplete.ts';
import { explainRank } from './scoring.ts';

/** How everything that is decided about an account came about. */
export const answerReceipts: Answerer<'receipts'> = async ({ database, book }, { id }) => {
  const [record] = await readRecords(database, [id]);
  if (!record || !book.has(id)) return null;
  const history = await readSettingsHistory(database);
  const { context } = book;
  const { rules } = context;
  const family = book.familyFacts(id);
  const self = family.find((member) => member.id === id);
  if (!self) return null;
  const motion = explainMotion(self, family, rules);
  return {
    segment: decideSegment(record.account, book.familyNodes(id), book.rootFound(id), rules).receipt,
    territory:
      context.mappingId === null
        ? null
        : toldIncomplete(
            explainTerritory(id, family, { ...context.territory, settings: rules }).receipt,
            context.missingMappingRows,
          ),
    motion: motion.receipt,
    clocks: clocksReceipt(record, context),
    priority:
      motion.outcome === 'Expand'
        ? explainRank(record.account, book).receipt
        : priorityReceipt(record, context, book),
    settingsFrom: versionOn(history, context.today)?.from ?? null,
  };
};

function clocksReceipt(
  { account, prospects }: AccountRecord,
  { today, rules, pauses }: DecisionContext,
): Receipt | null {
  const start = openStintOf(account.stints)?.start;
  if (account.status !== 'Actively Working' || start === undefined) return null;
  const facts = {
    start,
    fields: account,
    prospects,
    pauses: [...(account.clockPauses ?? []), ...pauses],
    today,
  };
  return decideReturn(facts, rules).receipt;
}

function priorityReceipt(
  { account, prospects }: AccountRecord,
  context: DecisionContext,
  book: Book,
): Receipt {
  const score = context.scorer.score({ values: account, prospects, today: context.today });
  return suggestPriority({ ...score, motion: motionOf(account, book) }, context.rules).receipt;
}

const motionOf = ({ id }: Account, book: Book) => book.rowOf(id)?.decided?.motion ?? 'Land';
