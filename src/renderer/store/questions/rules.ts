import { readSettingsHistory } from '../reading.ts';
import type { Answerer } from './answer-question.ts';

/** The rule settings by the day from which they hold. */
export const answerRules: Answerer<'rules'> = async ({ database, today }) => ({
  today,
  history: await readSettingsHistory(database),
});
