import { accountTypes, intents, statuses, type AccountValues, type Status } from '../accounts/account.ts';
import { headerKey } from './headers.ts';

type AccountType = (typeof accountTypes)[number];

const table = <T>(entries: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([value, words]) => words.map((word) => [headerKey(word), value] as const)));

const statusWords = table<Status>([
  ...statuses.filter((status) => status !== '').map((status) => [status, [status]] as const),
  ['Queued', ['queue', 'in queue', 'to be worked']],
  ['Actively Working', ['active', 'actively worked', 'active working', 'working', 'AW', 'in progress']],
  ['Worked in FY', ['worked', 'worked this FY', 'worked in fiscal year']],
  ['Restricted', ['do not work', 'restricted account']],
]);

/** A status picklist value; years ("Worked in FY26") are part of some CRMs' labels. */
export const readStatus = (text: string): Status | undefined =>
  statusWords.get(headerKey(text)) ?? (/^worked in fy\s*'?\d{2,4}$/i.test(text) ? 'Worked in FY' : undefined);

const typeWords = table<AccountType>([
  ...accountTypes.map((type) => [type, [type]] as const),
  ['prospect', ['prospective customer', 'prospects', 'lead', 'target']],
  [
    'customer',
    [
      'customer - direct',
      'customer - channel',
      'customer direct',
      'customers',
      'client',
      'existing customer',
    ],
  ],
  ['former customer', ['ex customer', 'past customer', 'churned', 'churned customer', 'lost customer']],
  ['integrator', ['system integrator', 'systems integrator', 'installation partner', 'gsi', 'si']],
  ['reseller', ['channel partner / reseller', 'channel partner', 'partner reseller', 'var']],
  ['prospective reseller', ['prospective partner', 'potential reseller']],
]);

export const readAccountType = (text: string): AccountType | undefined => typeWords.get(headerKey(text));

const intentWords = table<(typeof intents)[number]>([
  ['high', ['high', 'h', 'high intent', 'strong']],
  ['medium', ['medium', 'm', 'med', 'mid', 'moderate', 'medium intent']],
  ['low', ['low', 'l', 'low intent', 'weak']],
]);

export const readIntent = (text: string): (typeof intents)[number] | undefined =>
  intentWords.get(headerKey(text));

/** One of a field's own words, whatever its case and signs. */
export const readChoice = (choices: readonly string[], text: string): string | undefined =>
  choices.find((choice) => headerKey(choice) === headerKey(text));

const yesNo = table<boolean>([
  [
    true,
    ['yes', 'y', 'true', 't', '1', 'x', 'checked', 'ja', 'wahr', 'oui', 'vrai', 'si', 'sí', 'tak', 'evet'],
  ],
  [false, ['no', 'n', 'false', 'f', '0', 'unchecked', 'nein', 'falsch', 'non', 'faux', 'nie', 'hayir']],
]);

export const readYesNo = (text: string): boolean | undefined => yesNo.get(headerKey(text));

/** `1`, `P1`, `Priority 1`, `Prio 1`, `1.0`. */
export function readPriority(text: string): AccountValues['priority'] {
  const digit = /^(?:priority|prio|p|rank|tier)?[\s#:-]*([123])(?:\.0+)?$/i.exec(text)?.[1];
  return digit === '1' ? 1 : digit === '2' ? 2 : digit === '3' ? 3 : undefined;
}
