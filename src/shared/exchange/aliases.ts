import type { AddressPart, AddressSource } from '../accounts/account.ts';
import { addressKey } from '../accounts/account.ts';
import { columnDefinitions, type ColumnKey } from './columns.ts';
import { headerKey } from './headers.ts';

/**
 * What other lists call our fields (CRMs, data vendors, public lists), best name first. A `~` marks a name
 * that is used for other things as well.
 */
const names: Partial<Record<ColumnKey, string>> = {
  name:
    'account name|company name|organization name|organisation name|business name|legal name|entity name|' +
    'customer name|client name|name|company|account|organization|organisation|business|firm|firma|firmenname|' +
    'unternehmen|customer|client|security|subsidiary|issuer|employer|corporation|entity|institution|' +
    'société|empresa|nazwa firmy',
  website:
    'website|website url|company website|account website|web site|web|url|company url|web address|homepage|' +
    'webseite|internet|company domain name|company domain|account domain|primary domain|domain name|domain|' +
    'site web|~site',
  otherNames: 'aliases|alternative names|other names|dba|doing business as|aka|trade name',
  otherDomains: 'additional domains|other domains|secondary domains|alternate domains',
  crmId:
    'account id|crm id|salesforce id|salesforce account id|sfdc account id|sfdc id|account id 18|' +
    '18 digit account id|case safe id|casesafeid|record id|hubspot id|hubspot record id|hs object id|' +
    'hubspot company id|external account id|crm account id|~company id|~external id|~id',
  parentRef:
    'parent account id|parent company id|parent id|parent account|parent account name|parent company|' +
    'parent company name|parent name|parent organization|parent|~ultimate parent account|~ultimate parent',
  type: 'account type|company type|type|~customer type',
  industry:
    'industry|primary industry|industry name|gics sub industry|sub industry|naics title|naics description|' +
    'line of business|branche|branch|vertical|~sector',
  description: 'description|company description|account description|about|about us|~summary|~overview',
  phone:
    'phone|phone number|company phone|company hq phone|hq phone|main phone|account phone|telephone|tel|telefon',
  publicSector: 'public sector|government|is public sector',
  named: 'named account|named|is named account',
  namedOwner: 'named account owner|named owner',
  owner:
    'account owner|company owner|account owner name|owner name|owner full name|owner|hubspot owner|ae|sal|' +
    'account executive|account manager|owner email or name|~sales rep|~account owner email|~rep',
  bdrAssigned: 'bdr assigned|assigned bdr|bdr|bdr name|bdr owner|sdr assigned|~sdr',
  otherReps: 'other reps|account team',
  status: 'bdr prospecting status|prospecting status|bdr status|sdr prospecting status|~status',
  stints: 'actively working start date|actively working since|aw start date|working since|~start date',
  priority: 'priority|account priority|bdr priority|prio|~tier',
  accountResearch: 'account research|bdr account research|research notes|research',
  accountStrategy: 'account strategy|bdr account strategy|strategy',
  bdrNextStep: 'bdr next step|bdr next steps|~next step|~next steps',
  bdrNextStepDate: 'bdr next step date|~next step date',
  wakeOn: 'wake up date|follow up date|get back date|recontact date',
  employeesImported:
    'employees|employee count|number of employees|no of employees|num employees|total employees|headcount|' +
    'head count|employee size|company size|employees total|staff count|staff|people|workforce|jobs retained|' +
    'jobs|fte|ftes|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|effectif|empleados|liczba pracowników|' +
    'employee range|employees range|~size',
  employeesOverride: 'admin override employees|employees override|employee count override',
  employeesZoomInfo: 'zoominfo employees|zoominfo employee count|zoom info employees|zi employees',
  employeesDataFox: 'datafox employees|datafox employee count',
  proposedEmployees: 'user input employee count|proposed employees',
  proposedEmployeesSource: 'user input employee source|proposed employees source',
  proposedState: 'proposed state',
  proposedPostalCode: 'account postal code manual user|proposed postal code',
  proposedCountry: 'proposed country',
  proposedPlaceSource: 'proposed address source',
  itTeddCount: 'it tedd|it tedd count|tedd',
  revenue:
    'annual revenue|annual revenue usd|revenue|revenues|company revenue|revenue usd|revenue in usd|' +
    'revenue in 000s usd|umsatz|turnover|~sales',
  totalCarr: 'total carr|carr|~arr',
  firstOrderAvailable: 'first order available',
  lamDevelopers: 'lam developer count|lam|lam developers|landed addressable market',
  renewalDate: 'next renewal date|renewal date',
  renewalAmount: 'next renewal amount|renewal amount',
  dbQs: 'db qs|demandbase qualification score|qualification score',
  intent: 'intent|intent level|demandbase intent',
  pipelinePredict: 'pipeline predict|pipeline predict score',
  engagementMinutes: 'engagement minutes|engagement minutes 3 mo|engagement minutes last 3 months',
  ceUsers: 'ce users',
  ceInstances: 'ce instances',
  ciUsage: 'ci usage|ci minutes',
  devOps: 'devops adoption|devops status',
  techUsed: 'tech used|technologies|web technologies|tech stack',
};

const sources: readonly (readonly [AddressSource, string])[] = [
  ['billing', 'billing|mailing|headquarters|hq|company hq|company|account|business|primary|main|'],
  ['shipping', 'shipping|delivery'],
  ['zoomInfo', 'zoominfo|zoom info|zoominfo company|zoominfo hq|zi'],
  ['dataFox', 'datafox|data fox'],
  ['override', 'admin override|override'],
];

const parts: readonly (readonly [AddressPart, string])[] = [
  ['street', 'street|street address|address|address line 1|address 1|street 1|address street'],
  ['city', 'city|town|city town|municipality|ort|stadt|ville|miasto|ciudad'],
  ['state', 'state|state province|state region|province|bundesland|state code'],
  ['postalCode', 'postal code|zip|zip code|zipcode|postcode|zip postal code|plz|code|kod pocztowy'],
  ['country', 'country|country region|country name|land|country code|kraj'],
];

export interface Alias {
  readonly key: ColumnKey;
  /** 0 = the field's own label; then the order of the list: the lower, the better. */
  readonly rank: number;
  /** The name means other things in other lists; only a reading of the content settles it. */
  readonly loose: boolean;
}

function aliasTable(): ReadonlyMap<string, Alias> {
  const table = new Map<string, Alias>();
  const add = (name: string, alias: Alias): void => {
    const key = headerKey(name);
    if (key !== '' && !table.has(key)) table.set(key, alias);
  };
  for (const { key, label } of columnDefinitions) add(label, { key, rank: 0, loose: false });
  for (const { key } of columnDefinitions) {
    names[key]?.split('|').forEach((name, index) => {
      const loose = name.startsWith('~');
      add(loose ? name.slice(1) : name, { key, rank: index + 1, loose });
    });
  }
  for (const [source, prefixes] of sources) {
    for (const [part, words] of parts) {
      prefixes.split('|').forEach((prefix, far) => {
        words.split('|').forEach((word, near) => {
          // "Company Code" could be any code; "Billing Code" is Zoho's postal code.
          if (word === 'code' && prefix !== 'billing' && prefix !== 'shipping') return;
          add(`${prefix} ${word}`, {
            key: addressKey(source, part),
            rank: 1 + far * 10 + near,
            loose: false,
          });
        });
      });
    }
  }
  return table;
}

const table = aliasTable();

export const aliasOf = (header: string): Alias | undefined => table.get(headerKey(header));

/** A vendor whose plain "Employees" and "Company City" are that source's (SEG-2, TER-2). */
export function vendorOf(headers: readonly string[]): 'zoomInfo' | undefined {
  const keys = headers.map(headerKey);
  return keys.some((key) => key.startsWith('zoominfocompany')) ? 'zoomInfo' : undefined;
}

/** The vendor's own field for a plain one. */
export function vendorKey(key: ColumnKey, header: string): ColumnKey {
  if (key === 'employeesImported' && headerKey(header).startsWith('employee')) return 'employeesZoomInfo';
  const part = /^billing(\w+)$/.exec(key)?.[1];
  return part !== undefined && headerKey(header).startsWith('company')
    ? (`zoomInfo${part}` as ColumnKey)
    : key;
}
