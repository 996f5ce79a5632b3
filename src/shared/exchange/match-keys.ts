import { matchableDomains } from '../accounts/domain-name.ts';
import { normaliseName } from '../accounts/names.ts';

/** A 15-character Salesforce id and its 18-character form, whose tail only guards against lost case. */
const salesforce15 = /^[a-zA-Z0-9]{15}$/;
const salesforce18 = /^[a-zA-Z0-9]{18}$/;

/** What CRM ids are compared by: the two Salesforce forms of one id are equal (EX-3). */
export function crmIdKey(crmId: string): string {
  const id = crmId.trim();
  if (salesforce18.test(id) && caseTail(id.slice(0, 15)) === id.slice(15).toUpperCase())
    return id.slice(0, 15);
  return id;
}

/** Ids of one CRM look alike; only those can tell that two accounts differ. */
export const crmIdKind = (crmId: string): 'salesforce' | 'number' | 'other' => {
  const id = crmId.trim();
  if (/^\d+$/.test(id)) return 'number';
  return salesforce15.test(id) || salesforce18.test(id) ? 'salesforce' : 'other';
};

/** Salesforce's check letters: five bits for each group of five characters, one per capital. */
export function caseTail(id15: string): string {
  let tail = '';
  for (let group = 0; group < 3; group += 1) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const code = id15.charCodeAt(group * 5 + index);
      if (code >= 65 && code <= 90) bits |= 1 << index;
    }
    tail += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.charAt(bits);
  }
  return tail;
}

/** Domains by website text; files and books repeat themselves from one plan to the next. */
const domains = new Map<string, string | undefined>();
const cacheLimit = 300_000;

/** The domain by which a website may match (EX-3); free-mail and shared-host domains never do. */
export function websiteDomain(website: string): string | undefined {
  if (domains.has(website)) return domains.get(website);
  const domain = matchableDomains({ website })[0];
  if (domains.size < cacheLimit) domains.set(website, domain);
  return domain;
}

const names = new Map<string, string>();

/** What names are compared by (EX-3); legal forms count. */
export function nameKey(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  // Most names are plain words, for which the full rule comes down to this.
  const key = /^[A-Za-z0-9][A-Za-z0-9 ,-]*$/.test(name)
    ? name
        .replace(/[ ,-]+/g, ' ')
        .trim()
        .toLowerCase()
    : normaliseName(name);
  if (names.size < cacheLimit) names.set(name, key);
  return key;
}
