import type { AccountValues, EmployeeCount } from '../accounts/account.ts';
import { parseEmployees } from '../accounts/employees.ts';
import { domainOf } from '../accounts/domain-name.ts';
import { placeOf } from '../accounts/place.ts';
import { chosenCount } from '../accounts/segment.ts';
import { countryCode } from '../exchange/countries.ts';
import { countriesWithState } from './states.ts';

/** What somebody knows of a company (TER-9); every part is optional. */
export interface CompanyQuery {
  readonly name?: string;
  /** A website or domain. */
  readonly website?: string;
  /** A mail address, or the domain of one. */
  readonly mail?: string;
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  /** Street of a unit elsewhere than its headquarters. */
  readonly unitStreet?: string;
  readonly employees?: EmployeeCount;
  /** Name or CRM id of the account above it. */
  readonly parent?: string;
}

/** The question about a row of a dropped list, once the importer has read it as an account. */
export function queryOfAccount(values: AccountValues): CompanyQuery {
  const employees = chosenCount(values)?.count;
  const { name, website, parentRef: parent } = values;
  return {
    name,
    ...(website !== undefined && { website }),
    ...placeOf(values)?.parts,
    ...(employees !== undefined && { employees }),
    ...(parent !== undefined && { parent }),
  };
}

type Draft = { -readonly [K in keyof CompanyQuery]: CompanyQuery[K] };

const mailShape = /[^\s,;<>|"']+@[^\s,;<>|"']+/u;
const wordedCount =
  /(?:\b\d[\d,.' ]*(?:\s*(?:-|–|to)\s*\d[\d,.' ]*)?k?\+?|\b\d+k\+?)\s*(?:employees|employee|staff|people|ftes?)\b/iu;
const plainCount =
  /^(?:\d{1,4}|\d{1,3}(?:[,.']\d{3})+|\d+\s*(?:-|–|to)\s*\d+|\d[\d,.']*\+|\d+(?:\.\d+)?k\+?)$/iu;

/**
 * Reads a pasted company: name first, the rest in any order, parted by commas, tabs, semicolons or lines
 * ("Acme Corp, acme.com, Austin, TX 78701, United States, 1,200 employees").
 */
export function readCompanyQuery(text: string): CompanyQuery {
  const query: Draft = {};
  let rest = text.normalize('NFC');
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) rest = rest.replace(found, ' ');
    return found?.trim();
  };
  const mail = take(mailShape);
  if (mail !== undefined) query.mail = mail;
  const worded = take(wordedCount);
  const count = worded === undefined ? undefined : parseEmployees(worded);
  if (count?.ok) query.employees = count.value;
  for (const part of partsOf(rest)) readPart(part, query);
  return query;
}

/** "1,200" stays one part. */
const partsOf = (text: string): string[] =>
  text.split(/[\t\n;|]|,(?!\d{3}\b)/u).flatMap((part) => part.replace(/\s+/gu, ' ').trim() || []);

function readPart(part: string, query: Draft): void {
  if (query.website === undefined && !/\s/.test(part) && domainOf(part) !== null) query.website = part;
  else if (query.name === undefined) query.name = part;
  else if (query.country === undefined && countryCode(part) !== undefined && !isStateToo(part, query)) {
    query.country = part;
  } else if (query.employees === undefined && plainCount.test(part) && parseEmployees(part).ok) {
    const count = parseEmployees(part);
    if (count.ok) query.employees = count.value;
  } else readPlace(part, query);
}

/** "CA" is Canada only where a state is known already. */
const isStateToo = (part: string, { state }: Draft): boolean =>
  state === undefined && part.length === 2 && countriesWithState(part).includes('US');

function readPlace(part: string, query: Draft): void {
  const [, state = '', postal = ''] = /^(.*?\p{L})\.?\s+(\S*\d\S*)$/u.exec(part) ?? [];
  if (query.state === undefined && countriesWithState(part).length > 0) query.state = part;
  else if (query.state === undefined && state !== '' && countriesWithState(state).length > 0) {
    query.state = state;
    query.postalCode = postal;
  } else if (query.postalCode === undefined && /^(?=.*\d)[\p{L}\d][\p{L}\d -]{2,9}$/u.test(part)) {
    query.postalCode = part;
  } else if (query.street === undefined && /\d/.test(part)) query.street = part;
  else query.city ??= part;
}
