import type { Account } from '../../../shared/accounts/account.ts';
import { readIcpNotes } from '../../../shared/accounts/icp-notes-text.ts';
import { decideMotion } from '../../../shared/accounts/motion.ts';
import { draftNotes } from '../../../shared/priorities/draft-notes.ts';
import { suggestRank, type ExpandRank } from '../../../shared/priorities/expand-rank.ts';
import { researchChecklist, type PossibleDuplicate } from '../../../shared/priorities/research-checklist.ts';
import { explainScore } from '../../../shared/priorities/score-receipt.ts';
import { suggestPriority } from '../../../shared/priorities/suggest-priority.ts';
import type { Decided } from '../../../shared/rule-book/receipt.ts';
import type { Book } from '../book/book.ts';
import { readRecords } from '../decisions/read-records.ts';
import { relativesOfAccount } from '../relatives.ts';
import type { Answerer, QuestionRoom } from './answer-question.ts';

/** PR-1 to PR-4, PR-8 and PR-9: what one account scores, what it suggests, what is still to be researched. */
export const answerScoring: Answerer<'scoring'> = async (room, { id }) => {
  const { database, book } = room;
  const [record] = await readRecords(database, [id]);
  if (!record || !book.has(id)) return null;
  const { account, prospects, opportunities } = record;
  const { rules, scorer, today } = book.context;
  const { motion } = decideMotion(book.familyFacts(id), rules);
  const facts = { values: account, prospects, today };
  const scored = scorer.score(facts);
  return {
    motion,
    score: explainScore(facts, scorer, rules),
    suggested: suggestPriority({ ...scored, motion }, rules),
    rank: motion === 'Expand' ? explainRank(account, book) : null,
    notes: readIcpNotes(account.accountResearch),
    draft: draftNotes(account, prospects, rules),
    checklist: researchChecklist({
      values: account,
      opportunities,
      prospects,
      duplicates: await duplicatesOf(room, id),
    }),
  };
};

/** PR-8, of an account whose hierarchy is Expand. */
export function explainRank(account: Account, book: Book): Decided<ExpandRank | null> {
  const { today, rules } = book.context;
  return suggestRank(
    {
      intent: account.intent,
      ...book.familySigns(account.id),
      renewalDate: account.renewalDate,
      renewalAmount: account.renewalAmount,
      today,
    },
    rules,
  );
}

/** PR-9: other accounts that may be the same company; those of its hierarchy are known. */
async function duplicatesOf(room: QuestionRoom, id: string): Promise<PossibleDuplicate[]> {
  const relatives = await relativesOfAccount(room, id);
  return relatives.flatMap(({ id: other, relation, by }): PossibleDuplicate[] => {
    const name = room.book.rowOf(other)?.name;
    if (name === undefined || relation === 'parent' || relation === 'child') return [];
    return [{ id: other, name, relation, by }];
  });
}
