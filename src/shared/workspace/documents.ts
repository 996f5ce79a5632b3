import { z } from 'zod';
import type { IsoDate } from '../clock.ts';
import { scoreProfile } from '../priorities/score-profile.ts';
import { settingsHistory } from '../rule-book/settings-history.ts';
import { territoryException } from '../territories/exceptions.ts';
import { mappingRow } from '../territories/mapping.ts';
import { savedView } from '../views/saved-view.ts';

const isoDate = z.iso.date().transform((text) => text as IsoDate);
const text = z.string().min(1);

/** Rows of a mapping in one document: a mapping of any size is many small records. */
export const mappingRowsPerPart = 500;

/**
 * What a workspace keeps beside accounts and people: records of several types in one table. A document is
 * replaced field by field like any other record, and its history is that of any other record.
 */
export const documentValues = z.discriminatedUnion('type', [
  /** A version of the territory mapping (TER-1), never changed once written; its rows lie in parts. */
  z.object({
    type: z.literal('mapping'),
    importedOn: isoDate,
    /** File name, or how it came about. */
    source: z.string().max(300),
    rowCount: z.int().nonnegative(),
    parts: z.int().nonnegative(),
  }),
  z.object({
    type: z.literal('mappingPart'),
    mappingId: text,
    /** From 0; rows keep their order over the parts. */
    part: z.int().nonnegative(),
    /** Position of its first row in the whole mapping; parts of old do not say it. */
    first: z.int().nonnegative().optional(),
    /** Positions in the part as it was written of rows that were damaged and left out (`positionsLeft`). */
    lacks: z.array(z.int().nonnegative()).optional(),
    rows: z.array(mappingRow).max(mappingRowsPerPart),
  }),
  /** TER-5, TER-7: a recorded exception. */
  z.object({ type: z.literal('exception'), exception: territoryException }),
  /** The one document `rules`: the rule settings, by the day from which they hold. */
  z.object({
    type: z.literal('rules'),
    history: settingsHistory,
    /** Id of the score profile in use; absent = the default one. */
    profileId: text.optional(),
  }),
  z.object({ type: z.literal('scoreProfile'), profile: scoreProfile }),
  z.object({ type: z.literal('view'), view: savedView }),
  /** AW-11: the clocks of the whole book stand still (leave). */
  z.object({ type: z.literal('pause'), from: isoDate, until: isoDate.optional(), reason: text }),
  /** The one document `weeklyReview` (AW-11): which week's review was held last, and what it returned. */
  z.object({
    type: z.literal('weeklyReview'),
    /** First day of the week (WK-1). */
    week: isoDate,
    on: isoDate,
    /** Number of its change set. */
    n: z.int().positive(),
    /** Ids of the accounts that went back to Queued. */
    returned: z.array(text),
    isDismissed: z.literal(true).optional(),
  }),
]);
export type DocumentValues = z.infer<typeof documentValues>;
export type DocumentType = DocumentValues['type'];

/** Values of one type. */
export type DocumentOf<T extends DocumentType> = Extract<DocumentValues, { readonly type: T }>;

/** Id of the one document of type `rules`. */
export const rulesDocumentId = 'rules';

/** Id of the one document of type `weeklyReview`. */
export const weeklyReviewId = 'weeklyReview';

/** Rules that nobody changed: the defaults, since ever. */
export const emptyRules: DocumentOf<'rules'> = { type: 'rules', history: [] };

/** Id of a part of a mapping: parts are found without a search. */
export const mappingPartId = (mappingId: string, part: number): string => `${mappingId}.${part}`;

/** Whether a document is this mapping or one of its parts, by its id. */
export const isOfMapping = (documentId: string, mappingId: string): boolean =>
  documentId === mappingId || documentId.startsWith(`${mappingId}.`);
