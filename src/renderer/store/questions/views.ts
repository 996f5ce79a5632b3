import { shippedViews } from '../../../shared/views/shipped-views.ts';
import { readDocuments } from '../reading.ts';
import type { Answerer } from './answer-question.ts';
import type { KnownView } from './questions.ts';

/** The views that come with the app, in their order, then those that were saved, by name. */
export const answerViews: Answerer<'views'> = async ({ database }) => {
  const saved = await readDocuments(database, 'view');
  return [
    ...shippedViews.map(({ key, view }): KnownView => ({ id: null, shipped: key, view })),
    ...saved
      .map(({ id, values }): KnownView => ({ id, shipped: null, view: values.view }))
      .sort((a, b) => a.view.name.localeCompare(b.view.name, 'en')),
  ];
};
