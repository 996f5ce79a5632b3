import { profileComparison } from '../../../shared/priorities/compare-profiles.ts';
import { readRecords } from '../decisions/read-records.ts';
import { pause } from '../pause.ts';
import type { Answerer } from './answer-question.ts';

/** Records read at once. */
const portion = 250;

/** PR-3: who would move if the book were scored by another profile; read in portions, never held at once. */
export const answerCompareProfiles: Answerer<'compareProfiles'> = async (
  { database, book, decisions },
  { from, to },
) => {
  await decisions.whole();
  const { rules, today } = book.context;
  const comparison = profileComparison(from, to, rules);
  const ids = [...book.slots()].flatMap((slot) => book.rowAt(slot)?.id ?? []);
  for (let start = 0; start < ids.length; start += portion) {
    for (const { account, prospects } of await readRecords(database, ids.slice(start, start + portion))) {
      const { id, name } = account;
      const motion = book.rowOf(id)?.decided?.motion ?? 'Land';
      comparison.add({ id, name, motion, values: account, prospects, today });
    }
    await pause();
  }
  return comparison.result();
};
