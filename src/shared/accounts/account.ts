import { z } from 'zod';
import type { IsoDate } from '../clock.ts';

/** SEG-1. `null` stands for "segment unknown". */
export const segments = ['Large', 'Mid-Market', 'SMB'] as const;
export type Segment = (typeof segments)[number];

/** Section 1 and 5. The blank status is the empty string, as in the CRM's picklist. */
export const statuses = ['', 'Queued', 'Actively Working', 'Worked in FY', 'Restricted'] as const;
export type Status = (typeof statuses)[number];

export const accountTypes = [
  'prospect',
  'customer',
  'former customer',
  'integrator',
  'reseller',
  'prospective reseller',
] as const;

export const intents = ['high', 'medium', 'low'] as const;

/** Why an account left Actively Working for a while; a wake-up date may go with any of them. */
export const restReasons = ['get back to me', 'bad data', 'poor fit', 'worked to completion'] as const;
export type RestReason = (typeof restReasons)[number];

/** PR-2: DevOps already adopted, or being hired for; `not found` was looked for. */
export const devOpsStates = ['adopted', 'hiring', 'not found'] as const;

/** AW-3x: why an entry check may be passed over. */
export const overrideGrounds = ['low-touch sequence', 'other units'] as const;
export type OverrideGround = (typeof overrideGrounds)[number];

/** SEG-2: where a head count comes from, in order of precedence. */
export const employeeSources = ['override', 'zoomInfo', 'dataFox', 'imported'] as const;
export type EmployeeSource = (typeof employeeSources)[number];

/** TER-2: where an address comes from, in order of precedence. */
export const addressSources = ['override', 'dataFox', 'zoomInfo', 'shipping', 'billing'] as const;
export type AddressSource = (typeof addressSources)[number];

export const addressParts = ['street', 'city', 'state', 'postalCode', 'country'] as const;
export type AddressPart = (typeof addressParts)[number];

/** A head count is a number or a range; an open range ("5,000+") has no upper end (SEG-1). */
const employeeCount = z.union([
  z.int().nonnegative(),
  z.object({ min: z.int().nonnegative(), max: z.int().nonnegative().optional() }),
]);
export type EmployeeCount = z.infer<typeof employeeCount>;

const isoDate = z.iso.date().transform((text) => text as IsoDate);
const text = z.string().min(1);

const stint = z.object({
  /** First day in Actively Working. */
  start: isoDate,
  /** Last day; absent while the stint is open. */
  end: isoDate.optional(),
  /** Why it ended. */
  reason: z.string().optional(),
  /** Who moved the account in. */
  actor: z.string().optional(),
  /** AW-3x: the SAL or AE who let it enter against AW-3 or AW-5, the ground, when and why. */
  overrideBy: z.string().optional(),
  overrideGround: z.enum(overrideGrounds).optional(),
  overrideOn: isoDate.optional(),
  overrideReason: z.string().optional(),
});
/** One stay in Actively Working (AW-2). */
export type Stint = z.infer<typeof stint>;

const clockPause = z.object({
  /** First day that the clocks of AW-9 and AW-10 do not count. */
  from: isoDate,
  /** Last such day; absent while the pause goes on. */
  until: isoDate.optional(),
  reason: text,
});
/** A pause of an account's clocks: leave, an event (AW-11). */
export type ClockPause = z.infer<typeof clockPause>;

/**
 * The values of an account (domain section 2). Sparse: a blank field is absent. Flat: one key is one
 * field, so a change, a conflict and a column are always about one key. Dates are `YYYY-MM-DD`; money is
 * USD.
 */
export const accountValues = z.object({
  name: text,
  website: text.optional(),
  otherDomains: z.array(text).optional(),
  /** Names it is known by elsewhere. */
  otherNames: z.array(text).optional(),
  crmId: text.optional(),
  /** The parent as the source named it (its CRM id or name), kept when it is not in the book (SEG-3). */
  parentRef: text.optional(),
  parentId: text.optional(),
  type: z.enum(accountTypes).optional(),
  industry: text.optional(),
  description: text.optional(),
  publicSector: z.boolean().optional(),
  named: z.boolean().optional(),
  namedOwner: text.optional(),
  /** Forms its own hierarchy (SEG-6). */
  standAlone: z.boolean().optional(),
  /** Held by a private-equity house or holding, a government entity, a franchise (SEG-6). */
  standAloneReason: text.optional(),

  employeesOverride: employeeCount.optional(),
  employeesZoomInfo: employeeCount.optional(),
  employeesDataFox: employeeCount.optional(),
  employeesImported: employeeCount.optional(),
  /** SEG-4: another head count that a user proposes, with a link to its source. */
  proposedEmployees: employeeCount.optional(),
  proposedEmployeesSource: text.optional(),
  /** SEG-4: the segment that the count stood for before new data came; there only while it is held against them. */
  segmentConfirmed: z.enum(segments).optional(),
  /** SEG-4: what new data said and a review turned down; asked again only when they say something else. */
  segmentDeclined: z.enum(segments).optional(),
  itTeddCount: z.int().nonnegative().optional(),
  revenue: z.number().optional(),
  totalCarr: z.number().optional(),
  firstOrderAvailable: z.boolean().optional(),
  lamDevelopers: z.int().nonnegative().optional(),
  renewalDate: isoDate.optional(),
  renewalAmount: z.number().optional(),

  ...addressShape('override'),
  ...addressShape('dataFox'),
  ...addressShape('zoomInfo'),
  ...addressShape('shipping'),
  ...addressShape('billing'),
  /** SEG-4: another headquarters place that a user proposes, with a link to its source. */
  proposedState: text.optional(),
  proposedPostalCode: text.optional(),
  proposedCountry: text.optional(),
  proposedPlaceSource: text.optional(),

  owner: text.optional(),
  bdrAssigned: text.optional(),
  otherReps: z.array(text).optional(),
  phone: text.optional(),

  status: z.enum(statuses).optional(),
  stints: z.array(stint).optional(),
  clockPauses: z.array(clockPause).optional(),
  restReason: z.enum(restReasons).optional(),
  /** The day on which a resting account comes back to Today. */
  wakeOn: isoDate.optional(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** PR-4: the word why, where the BDR chose against the suggestion. */
  priorityReason: text.optional(),
  expandRank: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  accountResearch: text.optional(),
  accountStrategy: text.optional(),
  bdrNextStep: text.optional(),
  bdrNextStepDate: isoDate.optional(),
  /** PR-6: the day on which the next step date was last set. */
  nextStepRenewedOn: isoDate.optional(),
  /** PR-9: items of the research checklist that a person ticked. */
  researchDone: z.array(text).optional(),
  accountRankNotes: text.optional(),
  aeNotes: text.optional(),
  restrictionReason: text.optional(),
  restrictionAskedBy: text.optional(),
  fiscalYearsWorked: z.array(z.int()).optional(),
  /** An AE's nomination is a marker, not a status (AW-1). */
  nominatedBy: text.optional(),
  nominatedOn: isoDate.optional(),

  dbQs: z.number().optional(),
  intent: z.enum(intents).optional(),
  pipelinePredict: text.optional(),
  engagementMinutes: z.number().optional(),
  ceUsers: z.int().nonnegative().optional(),
  ceInstances: z.int().nonnegative().optional(),
  ciUsage: text.optional(),
  /** SEG-5: bought nothing but CI minutes, so still a prospect. */
  ciMinutesOnly: z.boolean().optional(),
  devOps: z.enum(devOpsStates).optional(),
  techUsed: text.optional(),
  triggers: z.array(z.object({ text, date: isoDate.optional(), link: text.optional() })).optional(),

  /** Place on the board within its status column (src/shared/priorities/rank.ts); absent = unranked. */
  rank: text.optional(),
  /** Everything else an import brought, by stable key (`CustomField.key`); shown and exported unchanged. */
  custom: z.record(z.string(), z.string()).optional(),
});

function addressShape<S extends AddressSource>(source: S) {
  const shape: Record<string, z.ZodOptional<z.ZodString>> = {};
  for (const part of addressParts) shape[addressKey(source, part)] = text.optional();
  return shape as Record<AddressKey<S>, z.ZodOptional<z.ZodString>>;
}

type AddressKey<S extends AddressSource = AddressSource> = `${S}${Capitalize<AddressPart>}`;

/** The key of one part of one source's address, e.g. `billingPostalCode`. */
export function addressKey<S extends AddressSource>(source: S, part: AddressPart): AddressKey<S> {
  return `${source}${part.charAt(0).toUpperCase()}${part.slice(1)}` as AddressKey<S>;
}

/** Which value key holds which source's head count, in the order of SEG-2. */
export const employeeKeys = {
  override: 'employeesOverride',
  zoomInfo: 'employeesZoomInfo',
  dataFox: 'employeesDataFox',
  imported: 'employeesImported',
} as const satisfies Record<EmployeeSource, keyof AccountValues>;

export type AccountValues = z.infer<typeof accountValues>;
export type AccountKey = keyof AccountValues;

/** An account with its identity: own id, never the CRM's. */
export interface Account extends AccountValues {
  readonly id: string;
}

/** Parses values from outside (a sample file, a backup) strictly. */
export const parseAccountValues = (value: unknown): AccountValues => accountValues.parse(value);
