import {
  accountTypes,
  addressKey,
  addressParts,
  addressSources,
  devOpsStates,
  intents,
  restReasons,
  segments,
  statuses,
  type AccountKey,
  type AddressPart,
  type AddressSource,
} from './account.ts';

/** How a field is shown, edited and compared. */
export type FieldType =
  | 'text'
  | 'longText'
  | 'url'
  | 'count'
  | 'number'
  | 'money'
  | 'date'
  | 'yesNo'
  | 'choice'
  | 'priority'
  | 'employees'
  | 'textList'
  | 'yearList'
  | 'triggers'
  | 'stints'
  | 'pauses'
  | 'reference';

/** The groups of the account panel, in its order (domain section 2). */
export const fieldGroups = ['identity', 'planning', 'people', 'size', 'signals', 'place'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export interface FieldDefinition {
  readonly key: AccountKey;
  /** The CRM's field name where the domain quotes one, else a plain word. */
  readonly label: string;
  readonly type: FieldType;
  readonly group: FieldGroup;
  readonly choices?: readonly string[];
  /** Set by commands, never typed into (a status moves by AW rules, stints follow from it). */
  readonly derivedByCommands?: boolean;
}

const partLabels: Record<AddressPart, string> = {
  street: 'Street',
  city: 'City',
  state: 'State',
  postalCode: 'Postal Code',
  country: 'Country',
};

const sourceLabels: Record<AddressSource, string> = {
  override: 'Admin Override',
  dataFox: 'DataFox',
  zoomInfo: 'ZoomInfo',
  shipping: 'Shipping',
  billing: 'Billing',
};

const addressFields: readonly FieldDefinition[] = addressSources.flatMap((source) =>
  addressParts.map((part): FieldDefinition => ({
    key: addressKey(source, part),
    label: `${sourceLabels[source]} ${partLabels[part]}`,
    type: 'text',
    group: 'place',
  })),
);

/**
 * Every field of an account: the one table that import mapping, table columns, panel, differences and
 * export read. `custom`, `parentId` and `rank` are not in it: custom fields have their own definitions,
 * the parent is shown through `parentRef`, and the rank is a place on the board, not a value.
 */
export const accountFields: readonly FieldDefinition[] = [
  { key: 'name', label: 'Account Name', type: 'text', group: 'identity' },
  { key: 'website', label: 'Website', type: 'url', group: 'identity' },
  { key: 'otherDomains', label: 'Other Domains', type: 'textList', group: 'identity' },
  { key: 'otherNames', label: 'Also Known As', type: 'textList', group: 'identity' },
  { key: 'crmId', label: 'CRM ID', type: 'text', group: 'identity' },
  { key: 'parentRef', label: 'Parent Account', type: 'reference', group: 'identity' },
  { key: 'type', label: 'Type', type: 'choice', group: 'identity', choices: accountTypes },
  { key: 'industry', label: 'Industry', type: 'text', group: 'identity' },
  { key: 'description', label: 'Description', type: 'longText', group: 'identity' },
  { key: 'phone', label: 'Phone', type: 'text', group: 'identity' },
  { key: 'publicSector', label: 'Public Sector', type: 'yesNo', group: 'identity' },
  { key: 'named', label: 'Named Account', type: 'yesNo', group: 'identity' },
  { key: 'namedOwner', label: 'Named Account Owner', type: 'text', group: 'identity' },
  { key: 'standAlone', label: 'Stand-alone', type: 'yesNo', group: 'identity' },
  { key: 'standAloneReason', label: 'Stand-alone Reason', type: 'text', group: 'identity' },

  {
    key: 'status',
    label: 'BDR Prospecting Status',
    type: 'choice',
    group: 'planning',
    choices: statuses,
    derivedByCommands: true,
  },
  {
    key: 'stints',
    label: 'Actively Working Start Date',
    type: 'stints',
    group: 'planning',
    derivedByCommands: true,
  },
  {
    key: 'clockPauses',
    label: 'Paused Clocks',
    type: 'pauses',
    group: 'planning',
    derivedByCommands: true,
  },
  {
    key: 'restReason',
    label: 'Rest Reason',
    type: 'choice',
    group: 'planning',
    choices: restReasons,
    derivedByCommands: true,
  },
  { key: 'wakeOn', label: 'Wake-up Date', type: 'date', group: 'planning' },
  { key: 'priority', label: 'Priority', type: 'priority', group: 'planning', choices: ['1', '2', '3'] },
  { key: 'priorityReason', label: 'Priority Reason', type: 'text', group: 'planning' },
  { key: 'expandRank', label: 'Rank', type: 'priority', group: 'planning', choices: ['1', '2', '3'] },
  { key: 'accountResearch', label: 'Account Research', type: 'longText', group: 'planning' },
  { key: 'accountStrategy', label: 'Account Strategy', type: 'longText', group: 'planning' },
  { key: 'bdrNextStep', label: 'BDR Next Step', type: 'longText', group: 'planning' },
  { key: 'bdrNextStepDate', label: 'BDR Next Step Date', type: 'date', group: 'planning' },
  {
    key: 'nextStepRenewedOn',
    label: 'BDR Next Step Renewed On',
    type: 'date',
    group: 'planning',
    derivedByCommands: true,
  },
  { key: 'researchDone', label: 'Research Done', type: 'textList', group: 'planning' },
  { key: 'accountRankNotes', label: 'Account Rank Notes', type: 'longText', group: 'planning' },
  { key: 'aeNotes', label: 'AE Notes', type: 'longText', group: 'planning' },
  {
    key: 'restrictionReason',
    label: 'Restriction Reason',
    type: 'text',
    group: 'planning',
    derivedByCommands: true,
  },
  {
    key: 'restrictionAskedBy',
    label: 'Restriction Asked By',
    type: 'text',
    group: 'planning',
    derivedByCommands: true,
  },
  { key: 'fiscalYearsWorked', label: 'Fiscal Years Worked', type: 'yearList', group: 'planning' },
  { key: 'nominatedBy', label: 'Nominated By', type: 'text', group: 'planning', derivedByCommands: true },
  { key: 'nominatedOn', label: 'Nominated On', type: 'date', group: 'planning', derivedByCommands: true },

  { key: 'owner', label: 'Account Owner', type: 'text', group: 'people' },
  { key: 'bdrAssigned', label: 'BDR Assigned', type: 'text', group: 'people' },
  { key: 'otherReps', label: 'Other Reps', type: 'textList', group: 'people' },

  { key: 'employeesOverride', label: 'Employees (Admin Override)', type: 'employees', group: 'size' },
  { key: 'employeesZoomInfo', label: 'Employees (ZoomInfo)', type: 'employees', group: 'size' },
  { key: 'employeesDataFox', label: 'Employees (DataFox)', type: 'employees', group: 'size' },
  { key: 'employeesImported', label: 'Employees', type: 'employees', group: 'size' },
  { key: 'proposedEmployees', label: '[User Input] Employee Count', type: 'employees', group: 'size' },
  { key: 'proposedEmployeesSource', label: '[User Input] Employee Source', type: 'url', group: 'size' },
  {
    key: 'segmentConfirmed',
    label: 'Confirmed Segment',
    type: 'choice',
    group: 'size',
    choices: segments,
    derivedByCommands: true,
  },
  {
    key: 'segmentDeclined',
    label: 'Declined Segment',
    type: 'choice',
    group: 'size',
    choices: segments,
    derivedByCommands: true,
  },
  { key: 'itTeddCount', label: 'IT/TEDD Count', type: 'count', group: 'size' },
  { key: 'revenue', label: 'Annual Revenue', type: 'money', group: 'size' },
  { key: 'totalCarr', label: 'Total CARR', type: 'money', group: 'size' },
  { key: 'firstOrderAvailable', label: 'First Order Available', type: 'yesNo', group: 'size' },
  { key: 'lamDevelopers', label: 'LAM Developer Count', type: 'count', group: 'size' },
  { key: 'renewalDate', label: 'Next Renewal Date', type: 'date', group: 'size' },
  { key: 'renewalAmount', label: 'Next Renewal Amount', type: 'money', group: 'size' },

  { key: 'dbQs', label: 'DB QS', type: 'number', group: 'signals' },
  { key: 'intent', label: 'Intent', type: 'choice', group: 'signals', choices: intents },
  { key: 'pipelinePredict', label: 'Pipeline Predict', type: 'text', group: 'signals' },
  { key: 'engagementMinutes', label: 'Engagement Minutes', type: 'number', group: 'signals' },
  { key: 'ceUsers', label: 'CE Users', type: 'count', group: 'signals' },
  { key: 'ceInstances', label: 'CE Instances', type: 'count', group: 'signals' },
  { key: 'ciUsage', label: 'CI Usage', type: 'text', group: 'signals' },
  { key: 'ciMinutesOnly', label: 'CI Minutes Only', type: 'yesNo', group: 'signals' },
  { key: 'devOps', label: 'DevOps Adoption', type: 'choice', group: 'signals', choices: devOpsStates },
  { key: 'techUsed', label: 'Tech Used', type: 'longText', group: 'signals' },
  { key: 'triggers', label: 'Triggers', type: 'triggers', group: 'signals' },

  ...addressFields,
  { key: 'proposedState', label: 'Account State - Manual - User', type: 'text', group: 'place' },
  { key: 'proposedPostalCode', label: 'Account Zip - Manual - User', type: 'text', group: 'place' },
  { key: 'proposedCountry', label: 'Account Country - Manual - User', type: 'text', group: 'place' },
  {
    key: 'proposedPlaceSource',
    label: 'Account Address - Manual Source - User',
    type: 'url',
    group: 'place',
  },
];

const definitionsByKey = new Map(accountFields.map((field) => [field.key, field]));

export const fieldDefinition = (key: AccountKey): FieldDefinition | undefined => definitionsByKey.get(key);
