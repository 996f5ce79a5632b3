import type { Account, AccountValues, Segment } from '../../../shared/accounts/account.ts';
import { formatEmployees } from '../../../shared/accounts/employees.ts';
import { segmentOfCount } from '../../../shared/accounts/segment.ts';
import { territoryFacts, type FactSettings, type TerritoryFacts } from '../../../shared/territories/facts.ts';
import type { BookRow } from '../api.ts';

/**
 * What the rules look at of an account that its row and place in the hierarchy do not say already: so that
 * the whole book can be decided, covered and compared without reading the database.
 */
export interface RuleFacts {
  readonly place: TerritoryFacts['place'];
  readonly count: TerritoryFacts['count'];
  readonly segmentConfirmed: Segment | null;
  readonly segmentDeclined: Segment | null;
  readonly totalCarr: number | null;
  readonly ciMinutesOnly: boolean | null;
  readonly firstOrderAvailable: boolean | null;
  readonly named: boolean;
  readonly namedOwner: string;
  readonly publicSector: boolean | null;
  readonly vertical: string;
  readonly lamDevelopers: number;
  readonly otherDomains: readonly string[];
  /** SEG-4: the count that a user proposes, for people, and the segment that it stands for. */
  readonly proposed: { readonly count: string; readonly segment: Segment | null } | null;
}

const none: readonly string[] = [];

export function ruleFacts(account: Account, settings: FactSettings): RuleFacts {
  const { place, count, named, namedOwner, publicSector, vertical, lamDevelopers } = territoryFacts(
    account,
    settings,
  );
  const { proposedEmployees } = account;
  return {
    place,
    count,
    segmentConfirmed: account.segmentConfirmed ?? null,
    segmentDeclined: account.segmentDeclined ?? null,
    totalCarr: account.totalCarr ?? null,
    ciMinutesOnly: account.ciMinutesOnly ?? null,
    firstOrderAvailable: account.firstOrderAvailable ?? null,
    named,
    namedOwner,
    publicSector,
    vertical,
    lamDevelopers,
    otherDomains: account.otherDomains ?? none,
    proposed:
      proposedEmployees === undefined
        ? null
        : { count: formatEmployees(proposedEmployees), segment: segmentOfCount(proposedEmployees, settings) },
  };
}

/** The same as `territoryFacts` of the account itself. */
export function territoryFactsOf({
  row,
  rules,
  ownSegment,
  parentId,
  parentRef,
  standAlone,
}: {
  readonly row: Omit<BookRow, 'segment' | 'findings' | 'decided'>;
  readonly rules: RuleFacts;
} & Pick<TerritoryFacts, 'ownSegment' | 'parentId' | 'parentRef' | 'standAlone'>): TerritoryFacts {
  const { segmentConfirmed, segmentDeclined, totalCarr, ciMinutesOnly, firstOrderAvailable } = rules;
  const facts: { -readonly [K in keyof TerritoryFacts]: TerritoryFacts[K] } = {
    id: row.id,
    name: row.name,
    ownSegment,
    count: rules.count,
    place: rules.place,
    named: rules.named,
    namedOwner: rules.namedOwner,
    publicSector: rules.publicSector,
    vertical: rules.vertical,
    owner: row.owner.trim(),
    bdrAssigned: row.bdrAssigned.trim(),
    status: row.status,
    priority: row.priority ?? undefined,
    lamDevelopers: rules.lamDevelopers,
    crmId: row.crmId,
    websites: row.website === '' ? rules.otherDomains : [row.website, ...rules.otherDomains],
  };
  // Set one by one: made anew for every account of a book that is decided, spreading each would cost as much
  // as the decision.
  if (parentId !== undefined) facts.parentId = parentId;
  if (parentRef !== undefined) facts.parentRef = parentRef;
  if (standAlone !== undefined) facts.standAlone = standAlone;
  if (segmentConfirmed !== null) facts.segmentConfirmed = segmentConfirmed;
  if (segmentDeclined !== null) facts.segmentDeclined = segmentDeclined;
  if (row.type !== '') facts.type = row.type as NonNullable<AccountValues['type']>;
  if (totalCarr !== null) facts.totalCarr = totalCarr;
  if (ciMinutesOnly !== null) facts.ciMinutesOnly = ciMinutesOnly;
  if (firstOrderAvailable !== null) facts.firstOrderAvailable = firstOrderAvailable;
  return facts;
}
