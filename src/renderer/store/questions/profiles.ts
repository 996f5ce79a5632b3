import { defaultProfile } from '../../../shared/priorities/score-profile.ts';
import { readDocuments, readRules } from '../reading.ts';
import type { Answerer } from './answer-question.ts';
import type { KnownProfile } from './questions.ts';

/** The default score profile, then those that were saved, by name. One that is gone is not in use. */
export const answerProfiles: Answerer<'profiles'> = async ({ database }) => {
  const rules = await readRules(database);
  const saved = await readDocuments(database, 'scoreProfile');
  const used = saved.find(({ id }) => id === rules?.values.profileId)?.id ?? null;
  const own = saved
    .map(({ id, values }): KnownProfile => ({ id, profile: values.profile, isUsed: id === used }))
    .sort((a, b) => a.profile.name.localeCompare(b.profile.name, 'en'));
  return [{ id: null, profile: defaultProfile, isUsed: used === null }, ...own];
};
