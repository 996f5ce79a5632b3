import { z } from 'zod';
import { segments } from '../accounts/account.ts';
import { motions } from '../accounts/motion.ts';
import type { IsoDate } from '../clock.ts';

const isoDate = z.iso.date().transform((text) => text as IsoDate);
const text = z.string().min(1);
const country = z.string().regex(/^[A-Z]{2}$/);

/** Primary (P0) and secondary (P1) territories of a BDR; not to be confused with an account's Priority. */
export const tiers = ['P0', 'P1'] as const;
export type Tier = (typeof tiers)[number];

/** TER-1: whom a row works; `any` is both. */
export const rowMotions = [...motions, 'any'] as const;
export type RowMotion = (typeof rowMotions)[number];

const employeeBand = z.object({ min: z.int().nonnegative(), max: z.int().nonnegative().optional() });
/** Both ends included; without `max` it is open. */
export type EmployeeBand = z.infer<typeof employeeBand>;

/**
 * One row of a mapping (TER-1): a territory, what belongs to it, and one BDR who works it. Rows of one code
 * are one territory: they agree in segments, region, area and vertical, and what belongs to it is what any
 * of them lists.
 */
export const mappingRow = z.object({
  code: text,
  /** Empty = every segment. */
  segments: z.array(z.enum(segments)),
  region: text.optional(),
  area: text.optional(),
  tier: z.enum(tiers).optional(),
  languages: z.array(text),
  /** ISO codes. A country of which the territory lists states or postal prefixes belongs to it only so far. */
  countries: z.array(country),
  /** State codes, or plain names where the country's codes are not known (`stateKey`). */
  states: z.array(z.object({ country, state: text })),
  postalPrefixes: z.array(z.object({ country, prefix: text })),
  /** CRM ids, domains or names. */
  namedAccounts: z.array(text),
  vertical: text.optional(),
  /** Absent: nobody yet; accounts are listed for round-robin assignment. */
  bdr: text.optional(),
  motion: z.enum(rowMotions),
  /** Owners whose accounts the row covers; empty = all. */
  aes: z.array(text),
  band: employeeBand.optional(),
});
export type MappingRow = z.infer<typeof mappingRow>;

/** A mapping as it was imported or edited on a day; older versions are kept. */
export const mappingVersion = z.object({
  id: text,
  importedOn: isoDate,
  /** File name, or how it came about. */
  source: z.string(),
  rows: z.array(mappingRow),
});
export type MappingVersion = z.infer<typeof mappingVersion>;

/** The version in force on a day: the latest that was there; of several on one day the last in the list. */
export function mappingOn(versions: readonly MappingVersion[], date: IsoDate): MappingVersion | undefined {
  let found: MappingVersion | undefined;
  for (const version of versions) {
    if (version.importedOn <= date && (!found || version.importedOn >= found.importedOn)) found = version;
  }
  return found;
}

/** How people count the rows of a mapping, by their position among those that are there. */
export type RowNumberOf = (position: number) => number;

/** Rows of a mapping of which none is missing. */
export const rowNumber: RowNumberOf = (position) => position + 1;

const publicSectorNames = new Set([
  'publicsector',
  'pubsec',
  'uspublicsector',
  'uspubsec',
  'government',
  'federal',
  'fed',
  'sled',
]);

/** TER-6: whether a row's vertical is the public sector. */
export const isPublicSectorVertical = (vertical: string | undefined): boolean =>
  vertical !== undefined && publicSectorNames.has(vertical.toLowerCase().replace(/[^a-z]+/g, ''));
