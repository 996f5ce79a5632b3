import { opportunityFields, prospectFields, type RecordField } from '../../accounts/record-fields.ts';
import { headerKey } from '../headers.ts';

/** What the rows of a list are about. */
export const importSubjects = ['accounts', 'people', 'opportunities'] as const;
export type ImportSubject = (typeof importSubjects)[number];
/** Records that belong to accounts. */
export type RecordSubject = Exclude<ImportSubject, 'accounts'>;

/** A column of such a list: a field of the record, a part of a name, or what tells its account. */
export interface RecordColumn {
  readonly key: string;
  readonly label: string;
  readonly type: RecordField['type'];
  readonly choices?: readonly string[];
}

/** Columns that tell the account (EX-3), the surest first. */
const accountColumns: readonly RecordColumn[] = [
  { key: 'account.crmId', label: 'Account CRM ID', type: 'text' },
  { key: 'account.website', label: 'Account Website', type: 'text' },
  { key: 'account.name', label: 'Account Name', type: 'text' },
];

const columns: Readonly<Record<RecordSubject, readonly RecordColumn[]>> = {
  people: [
    ...prospectFields,
    { key: 'firstName', label: 'First name', type: 'text' },
    { key: 'lastName', label: 'Last name', type: 'text' },
    ...accountColumns,
  ],
  opportunities: [...opportunityFields, ...accountColumns],
};

/** Every column that a list of the subject may have. */
export const recordColumns = (subject: RecordSubject): readonly RecordColumn[] => columns[subject];

export const recordColumn = (subject: RecordSubject, key: string): RecordColumn | undefined =>
  columns[subject].find((column) => column.key === key);

const accountNames = {
  'account.crmId': 'account id|company id|account id 18|account crm id|crm account id|associated company id',
  'account.website':
    'account website|website|company website|company domain name|company domain|account domain|domain|web site',
  'account.name':
    'account name|account|company name|company|organization|organisation|associated company|company / account',
};

/** What CRMs call the columns, best name first. */
const names: Readonly<Record<RecordSubject, Readonly<Record<string, string>>>> = {
  people: {
    name: 'name|full name|contact name|lead name|contact|person|prospect name',
    firstName: 'first name|firstname|given name|vorname',
    lastName: 'last name|lastname|surname|family name|nachname',
    title: 'title|job title|position|role',
    email: 'email|e-mail|email address|work email|business email|mail',
    phone: 'phone|phone number|business phone|work phone|direct phone|mobile|mobile phone',
    country: 'country|mailing country|country/region|person country|contact country',
    persona: 'persona|buyer persona|buying role',
    leadStatus: 'lead status|contact status|status|lifecycle stage',
    mqlDate: 'mql date|became an mql date|marketing qualified date',
    touchLevel: 'touch level|touch',
    sequenceName: 'sequence|sequence name|cadence|cadence name|actively being sequenced name',
    sequencedOn: 'sequenced on|sequence start|sequence start date|added to sequence|sequenced date',
    endedOn: 'sequence ended on|sequence end|sequence end date|sequence finished',
    state: 'sequence state|sequence status|cadence status',
    lastActivity: 'last activity|last activity date|last contacted|last touch',
    nextTaskDate: 'next task|next task date|next activity|next activity date',
    lastInterestingMoment:
      'last interesting moment|interesting moment|last interesting moment desc|last interesting moment description',
    lastInterestingMomentDate:
      'moment date|last interesting moment date|interesting moment date|last interesting moment on',
    answeredOn: 'answered on|last reply|last reply date|replied on',
    nominatedForEvent: 'nominated for event|event',
    eventResponseOn: 'event response on|event response date',
    addedOn: 'added on|created date|create date|date added|created',
    source: 'source|lead source|original source|contact source',
    doNotCall: 'do not call|donotcall|do not phone',
    mailOptIn: 'mail opt in|email opt in|opt in|opted in|marketing consent',
    raisedHand: 'raised hand|hand raiser',
    inactive: 'inactive|no longer at company|left company',
    partnerProspected: 'partner prospected|partner prospecting|partner prospected flag',
    ...accountNames,
  },
  opportunities: {
    name: 'opportunity name|deal name|opportunity|deal|name',
    crmId: 'opportunity id|deal id|crm id|record id|id|opportunity id 18',
    stage: 'stage|deal stage|opportunity stage|stage name',
    owner: 'opportunity owner|owner|deal owner|owner name|owner full name',
    createdDate: 'created date|created|create date|date created',
    nextStepDate: 'next step date|next step due|next activity date',
    closeDate: 'close date|closed date|expected close date',
    lostReason: 'lost reason|closed lost reason|loss reason|reason lost',
    ...accountNames,
  },
};

export interface RecordAlias {
  readonly key: string;
  /** 0 = the column's own label; then the order of the list: the lower, the better. */
  readonly rank: number;
}

function aliasTable(subject: RecordSubject): ReadonlyMap<string, RecordAlias> {
  const table = new Map<string, RecordAlias>();
  const add = (name: string, alias: RecordAlias): void => {
    const key = headerKey(name);
    if (!table.has(key)) table.set(key, alias);
  };
  for (const { key, label } of columns[subject]) add(label, { key, rank: 0 });
  for (const [key, list] of Object.entries(names[subject])) {
    list.split('|').forEach((name, at) => add(name, { key, rank: at + 1 }));
  }
  return table;
}

const tables = { people: aliasTable('people'), opportunities: aliasTable('opportunities') };

export const recordAlias = (subject: RecordSubject, header: string): RecordAlias | undefined =>
  tables[subject].get(headerKey(header));

/** Headers that only one subject has; a weak one does not decide alone. */
const signs: Readonly<Record<RecordSubject, { readonly sure: string; readonly weak: string }>> = {
  people: {
    sure: 'first name|last name|contact name|lead name|full name|job title|lead status|contact id|lead id|person',
    weak: 'email|e-mail|email address|title|persona|sequence|do not call|opt in|mail opt in|mobile',
  },
  opportunities: {
    sure: 'opportunity name|opportunity id|deal name|deal id|deal stage|opportunity owner|opportunity stage',
    weak: 'stage|close date|lost reason|amount|probability',
  },
};

/** What a list is about, by its headers; accounts when nothing says otherwise. */
export function recogniseSubject(headers: readonly string[]): ImportSubject {
  const keys = new Set(headers.map(headerKey));
  const count = (list: string): number =>
    new Set(
      list
        .split('|')
        .map(headerKey)
        .filter((key) => keys.has(key)),
    ).size;
  const score = (subject: RecordSubject): number =>
    2 * count(signs[subject].sure) + count(signs[subject].weak);
  const opportunities = score('opportunities');
  const people = score('people');
  if (opportunities >= 2 && opportunities >= people) return 'opportunities';
  return people >= 2 ? 'people' : 'accounts';
}
