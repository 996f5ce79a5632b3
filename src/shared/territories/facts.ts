import type { Account, EmployeeCount, Segment, Status } from '../accounts/account.ts';
import type { HierarchyNode } from '../accounts/hierarchy.ts';
import type { MotionFacts } from '../accounts/motion.ts';
import { placeOf } from '../accounts/place.ts';
import { chosenCount, segmentOfCount } from '../accounts/segment.ts';
import { countryCode } from '../exchange/countries.ts';
import { headerKey } from '../exchange/headers.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import { addressPostalKey } from './postal.ts';
import { hasStates, stateKey } from './states.ts';

/** An account's place as rules compare it (TER-2). Texts that no rule can read are kept for the finding. */
export interface PlaceFacts {
  /** ISO code; `null` = no source has a country that is known. */
  readonly country: string | null;
  /** By `stateKey`; `null` = missing, or no state of the country. */
  readonly state: string | null;
  readonly postal: string | null;
  /** The country as it stands there, where it is none that is known. */
  readonly strangeCountry?: string;
  readonly strangeState?: string;
}

/** What the territory rules look at: an account, compact and ready to be compared. */
export interface TerritoryFacts extends HierarchyNode, MotionFacts {
  readonly place: PlaceFacts;
  /** By SEG-2; `null` = none. */
  readonly count: EmployeeCount | null;
  /** SEG-4: the segment that is held against new data, and what of them was turned down. */
  readonly segmentConfirmed?: Segment | undefined;
  readonly segmentDeclined?: Segment | undefined;
  readonly named: boolean;
  readonly namedOwner: string;
  /** `null` = nobody has said. */
  readonly publicSector: boolean | null;
  /** Industry, to be compared with a territory's vertical; '' = none. */
  readonly vertical: string;
  readonly owner: string;
  readonly bdrAssigned: string;
  readonly status: Status;
  readonly priority: Account['priority'];
  readonly lamDevelopers: number;
  readonly crmId: string;
  readonly websites: readonly string[];
}

/** What of the settings the facts depend on. */
export type FactSettings = Pick<RuleSettings, 'midMarketFrom' | 'largeFrom' | 'employeeSourceOrder'>;

export function territoryFacts(
  account: Account,
  settings: FactSettings = defaultRuleSettings,
): TerritoryFacts {
  const chosen = chosenCount(account, settings);
  return {
    id: account.id,
    name: account.name,
    ...(account.parentId !== undefined && { parentId: account.parentId }),
    ...(account.parentRef !== undefined && { parentRef: account.parentRef }),
    ...(account.standAlone !== undefined && { standAlone: account.standAlone }),
    ownSegment: segmentOfCount(chosen?.count, settings),
    count: chosen?.count ?? null,
    ...(account.segmentConfirmed !== undefined && { segmentConfirmed: account.segmentConfirmed }),
    ...(account.segmentDeclined !== undefined && { segmentDeclined: account.segmentDeclined }),
    ...(account.type !== undefined && { type: account.type }),
    ...(account.totalCarr !== undefined && { totalCarr: account.totalCarr }),
    ...(account.ciMinutesOnly !== undefined && { ciMinutesOnly: account.ciMinutesOnly }),
    ...(account.firstOrderAvailable !== undefined && { firstOrderAvailable: account.firstOrderAvailable }),
    place: placeFacts(account),
    named: account.named === true,
    namedOwner: account.namedOwner?.trim() ?? '',
    publicSector: account.publicSector ?? null,
    vertical: headerKey(account.industry ?? ''),
    owner: account.owner?.trim() ?? '',
    bdrAssigned: account.bdrAssigned?.trim() ?? '',
    status: account.status ?? '',
    priority: account.priority,
    lamDevelopers: account.lamDevelopers ?? 0,
    crmId: account.crmId ?? '',
    websites: [...(account.website === undefined ? [] : [account.website]), ...(account.otherDomains ?? [])],
  };
}

const nowhere: PlaceFacts = { country: null, state: null, postal: null };

/** TER-2, in the form that rules compare. */
function placeFacts(values: Parameters<typeof placeOf>[0]): PlaceFacts {
  const place = placeOf(values);
  if (!place || place.noCountry === true || place.parts.country === undefined) return nowhere;
  const { country: text, state: stateText = '', postalCode = '' } = place.parts;
  const country = countryCode(text);
  if (country === undefined) return { ...nowhere, strangeCountry: text };
  const state = stateKey(country, stateText) ?? null;
  return {
    country,
    state,
    postal: addressPostalKey(country, postalCode) ?? null,
    ...(state === null && stateText !== '' && hasStates(country) && { strangeState: stateText }),
  };
}
