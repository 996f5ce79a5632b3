import { proposeMix, type MixAccount } from '../../../shared/priorities/mix.ts';
import { isMine } from '../decisions/row-decisions.ts';
import type { Answerer } from './answer-question.ts';

/** PR-5: the mix of the workspace's BDR over Land accounts in Actively Working, and what would mend it. */
export const answerMix: Answerer<'mix'> = async ({ book, decisions }) => {
  await decisions.whole();
  const { bdr, rules } = book.context;
  const accounts: MixAccount[] = [];
  for (const slot of book.slots()) {
    const row = book.rowAt(slot);
    if (row?.status !== 'Actively Working' || !isMine(row.bdrAssigned, bdr)) continue;
    const { decided } = row;
    if (decided?.motion === 'Expand') continue;
    accounts.push({
      id: row.id,
      name: row.name,
      priority: row.priority,
      suggested: decided?.suggested ?? null,
      score: decided?.score ?? 0,
      hasRecentTrigger: book.recordAt(slot)?.triggers === 'recent',
    });
  }
  return proposeMix(accounts, rules).outcome;
};
