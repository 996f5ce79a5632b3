import { z } from 'zod';
import { accountValues, type AccountValues } from '../accounts/account.ts';
import { opportunityValues, type OpportunityValues } from '../accounts/opportunity.ts';
import { prospectValues, type ProspectValues } from '../accounts/prospect.ts';
import { addDays, fiscalYearOf, type IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { territoryException, type TerritoryException } from '../territories/exceptions.ts';
import { mappingRow, type MappingRow } from '../territories/mapping.ts';

/** The shipped sample workspace, ready to be loaded: fictional companies and people around today. */
export interface Sample {
  readonly settings: { readonly name: string; readonly bdr: string };
  readonly accounts: readonly SampleAccount[];
  readonly prospects: readonly SampleProspect[];
  readonly opportunities: readonly SampleOpportunity[];
  /** Its territories (TER-1). */
  readonly mapping: { readonly source: string; readonly rows: readonly MappingRow[] } | null;
  /** `accountId` is the account's key. */
  readonly exceptions: readonly TerritoryException[];
}

export interface SampleAccount {
  /** Names the account within the sample; no id of the store. */
  readonly key: string;
  readonly parentKey?: string;
  readonly values: AccountValues;
}

export interface SampleProspect {
  readonly accountKey: string;
  readonly values: Omit<ProspectValues, 'accountId'>;
}

export interface SampleOpportunity {
  readonly accountKey: string;
  readonly values: Omit<OpportunityValues, 'accountId'>;
}

const key = z.string().min(1);

const sampleAccount = z.object({ key, parentKey: key.optional(), values: accountValues });
const sampleProspect = z.object({ accountKey: key, values: prospectValues.omit({ accountId: true }) });
const sampleOpportunity = z.object({ accountKey: key, values: opportunityValues.omit({ accountId: true }) });

const sampleFile = z.object({
  format: z.literal(1),
  settings: z.object({ name: z.string().min(1), bdr: z.string().min(1), fiscalYearFirstMonth: z.int() }),
  accounts: z.array(sampleAccount),
  prospects: z.array(sampleProspect),
  opportunities: z.array(sampleOpportunity).default([]),
  mapping: z
    .object({ source: z.string(), rows: z.array(mappingRow) })
    .nullable()
    .default(null),
  exceptions: z.array(territoryException).default([]),
});

/**
 * Reads the sample file. Its dates are written as days from the day it is loaded (`{{-12}}`, `{{+3}}`, also
 * inside texts) and its fiscal years as years from the current one (`{{FY-1}}`), so that it is never stale.
 * @param today the day that day 0 means
 */
export function readSample(text: string, today: IsoDate): Result<Sample, Label> {
  const raw = parseJson(text);
  if (raw === undefined) return damaged('the file');
  const firstMonth = fiscalYearStart.safeParse(raw).data?.settings.fiscalYearFirstMonth ?? 2;
  const parsed = sampleFile.safeParse(resolveDays(raw, { today, year: fiscalYearOf(today, firstMonth) }));
  if (!parsed.success) return damaged(parsed.error.issues[0]?.path.join('.') ?? 'the file');
  const { settings, accounts, prospects, opportunities, mapping, exceptions } = parsed.data;
  const stray = findStray(accounts, [
    ...prospects.map(({ accountKey }) => accountKey),
    ...opportunities.map(({ accountKey }) => accountKey),
    ...exceptions.map(({ accountId }) => accountId),
  ]);
  if (stray !== undefined) return damaged(stray);
  return ok({
    settings: { name: settings.name, bdr: settings.bdr },
    accounts: accounts.map(({ parentKey, ...account }) => ({
      ...account,
      ...(parentKey !== undefined && { parentKey }),
    })),
    prospects,
    opportunities,
    mapping,
    exceptions,
  });
}

const fiscalYearStart = z.object({ settings: z.object({ fiscalYearFirstMonth: z.int().min(1).max(12) }) });

const damaged = (where: string): Result<never, Label> => err({ id: 'sample.damaged', params: { where } });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Now {
  readonly today: IsoDate;
  readonly year: number;
}

const dayMark = /\{\{([+-]?\d+)\}\}/g;
const yearMark = /^\{\{FY(-\d+)?\}\}$/;

function resolveDays(value: unknown, now: Now): unknown {
  if (typeof value === 'string') return resolveText(value, now);
  if (Array.isArray(value)) return value.map((item) => resolveDays(item, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolveDays(inner, now)]));
}

function resolveText(text: string, { today, year }: Now): string | number {
  const fiscal = yearMark.exec(text);
  if (fiscal) return year + Number(fiscal[1] ?? 0);
  return text.replace(dayMark, (_, days: string) => addDays(today, Number(days)));
}

/**
 * The first key that is used twice or names nothing.
 * @param belonging keys of accounts to which something belongs
 */
function findStray(
  accounts: readonly { readonly key: string; readonly parentKey?: string | undefined }[],
  belonging: readonly string[],
): string | undefined {
  const keys = new Set<string>();
  for (const account of accounts) {
    if (keys.has(account.key)) return account.key;
    keys.add(account.key);
  }
  return [...accounts.flatMap(({ parentKey }) => parentKey ?? []), ...belonging].find(
    (name) => !keys.has(name),
  );
}
