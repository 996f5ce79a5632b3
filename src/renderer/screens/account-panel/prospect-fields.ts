import type { ProspectValues } from '../../../shared/accounts/prospect.ts';

export type ProspectKey = Exclude<keyof ProspectValues, 'accountId'>;

export interface ProspectField {
  readonly key: ProspectKey;
  readonly label: string;
  readonly type: 'text' | 'date' | 'yesNo' | 'choice';
  readonly choices?: readonly string[];
}

/** The fields of a person, in the order of the form (domain section 2, "Prospects"). */
export const prospectFields: readonly ProspectField[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'title', label: 'Title', type: 'text' },
  { key: 'email', label: 'E-mail', type: 'text' },
  { key: 'phone', label: 'Phone', type: 'text' },
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
  { key: 'addedOn', label: 'Added on', type: 'date' },
  { key: 'source', label: 'Source', type: 'text' },
  { key: 'doNotCall', label: 'Do not call', type: 'yesNo' },
  { key: 'mailOptIn', label: 'Mail opt-in', type: 'yesNo' },
  { key: 'inactive', label: 'Inactive', type: 'yesNo' },
  { key: 'partnerProspected', label: 'Partner-prospected', type: 'yesNo' },
];

/** Texts of a form, by field; '' = blank, `Yes`/`No` for yes and no. */
export type ProspectTexts = Readonly<Partial<Record<ProspectKey, string>>>;

/** The form's texts for a person. */
export const textsOf = (values: Partial<ProspectValues>): ProspectTexts =>
  Object.fromEntries(
    prospectFields.map(({ key }) => {
      const value = values[key];
      return [key, value === undefined ? '' : value === true ? 'Yes' : value === false ? 'No' : value];
    }),
  );

/** The values that a form's texts stand for; `null` = blank. */
export const valuesOf = (texts: ProspectTexts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    prospectFields.map(({ key, type }) => {
      const text = (texts[key] ?? '').trim();
      return [key, text === '' ? null : type === 'yesNo' ? text === 'Yes' : text];
    }),
  );
