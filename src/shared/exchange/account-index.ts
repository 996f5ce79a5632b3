import { addressKey, addressSources, type Account, type AccountValues } from '../accounts/account.ts';
import { sameCountryKey } from './countries.ts';
import { isBlankWord } from './blank-words.ts';
import { crmIdKey, crmIdKind, nameKey, websiteDomain } from './match-keys.ts';

/** What an account is recognised by (EX-3). Always the same shape: a plan makes one for every row. */
export interface Evidence {
  readonly name: string;
  readonly crm: string | undefined;
  readonly crmKind: ReturnType<typeof crmIdKind> | undefined;
  readonly domain: string | undefined;
  readonly country: string | undefined;
}

function evidenceOf(values: AccountValues): Evidence {
  const { crmId, website } = values;
  const country = countryOf(values);
  return {
    name: nameKey(values.name),
    crm: crmId === undefined ? undefined : crmIdKey(crmId),
    crmKind: crmId === undefined ? undefined : crmIdKind(crmId),
    domain: website === undefined ? undefined : websiteDomain(website),
    country: country === undefined ? undefined : sameCountryKey(country),
  };
}

const isKnown = (text: string): boolean => text.trim() !== '' && !isBlankWord(text.trim());

/** TER-2: of the first source that has a country; as in a file, a word for blank is none. */
function countryOf(values: AccountValues): string | undefined {
  for (const source of addressSources) {
    const country = values[addressKey(source, 'country')];
    if (country !== undefined && isKnown(country)) return country;
  }
  return undefined;
}

type Slots = Map<string, number | number[]>;

const none: readonly number[] = [];

function add(map: Slots, key: string, slot: number): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, slot);
  else if (typeof present === 'number') {
    if (present !== slot) map.set(key, [present, slot]);
  } else if (!present.includes(slot)) present.push(slot);
}

const listed = (found: number | number[] | undefined): readonly number[] =>
  found === undefined ? none : typeof found === 'number' ? [found] : found;

/**
 * Accounts by what they are recognised by. A slot is a position in a list that the caller keeps. The index
 * of the book is built once; a plan lays its own additions over it.
 */
export class AccountIndex {
  private readonly byCrm: Slots = new Map();
  private readonly byDomain: Slots = new Map();
  private readonly byName: Slots = new Map();
  private readonly evidence = new Map<number, Evidence>();
  private readonly below: AccountIndex | undefined;

  constructor(below?: AccountIndex) {
    this.below = below;
  }

  add(slot: number, evidence: Evidence, otherDomains: readonly string[] = []): void {
    this.evidence.set(slot, evidence);
    if (evidence.crm !== undefined) add(this.byCrm, evidence.crm, slot);
    if (evidence.domain !== undefined) add(this.byDomain, evidence.domain, slot);
    for (const other of otherDomains) {
      const domain = websiteDomain(other);
      if (domain !== undefined) add(this.byDomain, domain, slot);
    }
    if (evidence.name !== '') add(this.byName, evidence.name, slot);
  }

  withCrm(key: string): readonly number[] {
    return this.both(listed(this.byCrm.get(key)), this.below?.withCrm(key));
  }

  withDomain(key: string): readonly number[] {
    return this.both(listed(this.byDomain.get(key)), this.below?.withDomain(key));
  }

  withName(key: string): readonly number[] {
    return this.both(listed(this.byName.get(key)), this.below?.withName(key));
  }

  /** @throws when nothing was ever added for the slot */
  evidenceOf(slot: number): Evidence {
    const found = this.evidence.get(slot) ?? this.below?.evidenceOf(slot);
    if (!found) throw new Error(`No account in slot ${slot}.`);
    return found;
  }

  private both(own: readonly number[], below: readonly number[] = none): readonly number[] {
    if (own.length === 0) return below;
    if (below.length === 0) return own;
    return [...new Set([...below, ...own])];
  }
}

/** The index of a whole book; slots are positions in `book`. */
export function indexBook(book: readonly Account[]): AccountIndex {
  const index = new AccountIndex();
  book.forEach((account, slot) => {
    index.add(slot, evidenceOf(account), account.otherDomains);
  });
  return index;
}
