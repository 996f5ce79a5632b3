import { z } from 'zod';
import { historyOfWorkspace } from '../rule-book/settings-history.ts';
import type { DocumentOf } from './documents.ts';
import type { Fields } from '../history/change-set.ts';

/** Until schema version 2 the settings of the workspace held these; since version 3 the rules do. */
export const movedSettings = ['limitMidMarket', 'limitLarge', 'limitSmb', 'fiscalYearFirstMonth'] as const;

const limit = z.int().min(1).max(100_000);
const moved = z.object({
  limitMidMarket: limit.catch(150),
  limitLarge: limit.catch(100),
  limitSmb: limit.optional().catch(undefined),
  fiscalYearFirstMonth: z.int().min(1).max(12).catch(2),
});

/** Whether settings, or one side of their change, are as version 2 and older wrote them. */
export const holdsMoved = (values: Fields | null): boolean =>
  values !== null && movedSettings.some((key) => values[key] !== undefined);

/** Settings without what moved out of them. */
export const withoutMoved = (values: Fields): Fields =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !movedSettings.some((gone) => gone === key)));

/** The rules as settings of version 2 and older tell them; what is wrong there stands at its default. */
export function rulesOfSettings(values: Fields): DocumentOf<'rules'> {
  const { limitSmb, ...others } = moved.parse(values);
  return {
    type: 'rules',
    history: [...historyOfWorkspace({ ...others, ...(limitSmb !== undefined && { limitSmb }) })],
  };
}
