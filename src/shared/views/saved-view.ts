import { z } from 'zod';
import { boardShown } from './board-shown.ts';

const text = z.string().min(1).max(200);

/**
 * How a condition compares a field. `is` and `isNot` take any of several values, '' = blank. Dates compare
 * as days; `within` is the next so many days from today (CLK-3: today counts), `before` and `after` also take
 * `today`, `today+7`, `today-30`, so that a saved view never goes stale.
 */
export const conditionKinds = [
  'is',
  'isNot',
  'contains',
  'isBlank',
  'isFilled',
  'atLeast',
  'atMost',
  'before',
  'after',
  'within',
] as const;

/**
 * One condition of a filter. `field` is a key of an account, a person or an opportunity, `custom.<key>`, or a
 * rule's result (`rule.<name>`, see `ruleResults` in result-fields.ts): "late under AW-9".
 */
export const condition = z.object({
  field: text,
  kind: z.enum(conditionKinds),
  values: z.array(z.string().max(500)).max(500),
});
export type Condition = Readonly<z.infer<typeof condition>>;

export const viewLists = ['accounts', 'people', 'opportunities'] as const;
/** What a list is of. */
export type ViewList = (typeof viewLists)[number];

/** Formats of a view's file: 2 can also hold how the board is shown. */
const viewFormats = [1, 2] as const;

/** The newest format that is read here. */
export const newestViewFormat = Math.max(...viewFormats);

/**
 * A saved view (domain section 11): filter, columns, sorting and grouping of one list, and how the board is
 * shown. Shipped ones are copied before they are changed. `format` is that of the file it is shared as: the
 * oldest that holds all of it (`formatOf`), so that older versions open what they can.
 */
export const savedView = z.object({
  format: z.literal(viewFormats),
  list: z.enum(viewLists),
  name: z.string().trim().min(1).max(80),
  text: z.string().max(500),
  /** All of them must hold. */
  conditions: z.array(condition).max(50),
  /** Field keys as in `condition`, in order. */
  columns: z.array(text).min(1).max(60),
  sort: z.object({ field: text, descending: z.boolean() }),
  /** Field key; absent = one list. */
  groupBy: text.optional(),
  /** Of accounts only; absent = the view leaves the board as it is. From format 2 on. */
  board: boardShown.optional(),
});
export type SavedView = Readonly<z.infer<typeof savedView>>;

/** The oldest format that holds all that a view says. */
export const formatOf = ({ board }: Pick<SavedView, 'board'>): SavedView['format'] =>
  board === undefined ? 1 : 2;
