import type { OpportunityValues } from './opportunity.ts';
import type { ProspectValues } from './prospect.ts';

/** A field of a record that belongs to an account, as forms, lists and files have it. */
export interface RecordField<K extends string = string> {
  readonly key: K;
  readonly label: string;
  readonly type: 'text' | 'date' | 'yesNo' | 'choice';
  readonly choices?: readonly string[];
}

type ProspectKey = Exclude<keyof ProspectValues, 'accountId' | 'earlierSequences'>;

/** The fields of a person, in the order of the form (domain section 2, "Prospects"). */
export const prospectFields: readonly RecordField<ProspectKey>[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'title', label: 'Title', type: 'text' },
  { key: 'email', label: 'E-mail', type: 'text' },
  { key: 'phone', label: 'Phone', type: 'text' },
  { key: 'country', label: 'Country', type: 'text' },
  { key: 'persona', label: 'Persona', type: 'choice', choices: ['VIP', 'influencer', 'user'] },
  { key: 'leadStatus', label: 'Lead status', type: 'text' },
  { key: 'mqlDate', label: 'MQL date', type: 'date' },
  { key: 'touchLevel', label: 'Touch level', type: 'choice', choices: ['high', 'low'] },
  { key: 'sequenceName', label: 'Sequence', type: 'text' },
  { key: 'sequencedOn', label: 'Sequenced on', type: 'date' },
  { key: 'endedOn', label: 'Sequence ended on', type: 'date' },
  { key: 'state', label: 'Sequence state', type: 'choice', choices: ['active', 'finished', 'paused'] },
  { key: 'lastActivity', label: 'Last activity', type: 'date' },
  { key: 'nextTaskDate', label: 'Next task', type: 'date' },
  { key: 'lastInterestingMoment', label: 'Last interesting moment', type: 'text' },
  { key: 'lastInterestingMomentDate', label: 'Moment date', type: 'date' },
  { key: 'answeredOn', label: 'Answered on', type: 'date' },
  { key: 'nominatedForEvent', label: 'Nominated for event', type: 'text' },
  { key: 'eventResponseOn', label: 'Event response on', type: 'date' },
  { key: 'addedOn', label: 'Added on', type: 'date' },
  { key: 'source', label: 'Source', type: 'text' },
  { key: 'doNotCall', label: 'Do not call', type: 'yesNo' },
  { key: 'mailOptIn', label: 'Mail opt-in', type: 'yesNo' },
  { key: 'raisedHand', label: 'Raised hand', type: 'yesNo' },
  { key: 'inactive', label: 'Inactive', type: 'yesNo' },
  { key: 'partnerProspected', label: 'Partner-prospected', type: 'yesNo' },
];

type OpportunityKey = Exclude<keyof OpportunityValues, 'accountId' | 'extension'>;

/** The fields of an opportunity, in the order of the form (domain section 2, "Opportunities"). */
export const opportunityFields: readonly RecordField<OpportunityKey>[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'stage', label: 'Stage', type: 'text' },
  { key: 'owner', label: 'Owner', type: 'text' },
  { key: 'createdDate', label: 'Created', type: 'date' },
  { key: 'nextStepDate', label: 'Next step date', type: 'date' },
  { key: 'closeDate', label: 'Close date', type: 'date' },
  { key: 'lostReason', label: 'Lost reason', type: 'text' },
  { key: 'crmId', label: 'CRM id', type: 'text' },
];
