import { countryCode } from '../exchange/countries.ts';
import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import type { MappingRow } from './mapping.ts';
import { postalKey } from './postal.ts';
import { groupOfCountries } from './regions.ts';
import { countriesWithState, hasStates, stateKey } from './states.ts';

type StateRef = MappingRow['states'][number];
type PostalRef = MappingRow['postalPrefixes'][number];

/** Items of a cell: by semicolon, bar or line where there is one, else by comma. */
export function splitCell(text: string): string[] {
  const items = text.split(/[;|\n]/.test(text) ? /[;|\n]/ : ',').map((item) => item.trim());
  // "A, B, " is a list of two.
  while (items.at(-1) === '') items.pop();
  return items;
}

const known = (items: readonly string[]): string[] => items.filter((item) => item !== '');

/** Countries by name, code or group ("DACH"), as ISO codes, each once. */
export function readCountries(text: string): Result<string[], Label> {
  const codes = new Set<string>();
  for (const part of known(splitWholeNames(text))) {
    const found = countriesOf(part);
    if (!found) return err(label('mapping.unknown-country', { country: part }));
    for (const code of found) codes.add(code);
  }
  return ok([...codes].sort());
}

/** "Korea, Republic of" is one country, "France, Spain" are two. */
const splitWholeNames = (text: string): string[] =>
  countryCode(text) === undefined && groupOfCountries(text) === undefined
    ? splitCell(text)
        .flatMap((part) => (countriesOf(part) ? [part] : part.split(/[,/&+]|\band\b/i)))
        .map((part) => part.trim())
    : [text];

function countriesOf(text: string): Iterable<string> | undefined {
  const code = countryCode(text);
  return code === undefined ? groupOfCountries(text) : [code];
}

/**
 * States, with the country that each belongs to: said before it ("US-CA"), else the row's country that has
 * it, else the US, else the only country that has one of this name.
 * @param countries the row's, by ISO code
 */
export function readStates(text: string, countries: readonly string[]): Result<StateRef[], Label> {
  const states: StateRef[] = [];
  for (const part of known(
    splitCell(text)
      .flatMap((item) => item.split('/'))
      .map((item) => item.trim()),
  )) {
    const state = stateOf(part, countries);
    if (!state.ok) return state;
    states.push(state.value);
  }
  return ok(unique(states, ({ country, state }) => `${country}-${state}`));
}

function stateOf(text: string, countries: readonly string[]): Result<StateRef, Label> {
  const said = /^([A-Za-z]{2})[-:](.+)$/.exec(text);
  const saidCountry = said?.[1]?.toUpperCase();
  if (saidCountry !== undefined && countryCode(saidCountry) === saidCountry) {
    const state = stateKey(saidCountry, said?.[2] ?? '');
    if (state !== undefined) return ok({ country: saidCountry, state });
  }
  const having = countriesWithState(text);
  const own = countries.length > 0 ? having.filter((country) => countries.includes(country)) : having;
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return ok(stateIn(only, text));
  if (others.length > 0) {
    if (countries.length === 0 && own.includes('US')) return ok(stateIn('US', text));
    return err(label('mapping.state-of-several', { state: text, countries: own.join(', ') }));
  }
  const open = countries.filter((country) => !hasStates(country));
  const [country] = open;
  return country !== undefined && open.length === 1
    ? ok(stateIn(country, text))
    : err(label('mapping.unknown-state', { state: text }));
}

const stateIn = (country: string, text: string): StateRef => ({
  country,
  state: stateKey(country, text) ?? text,
});

/**
 * Postal prefixes with their country: "DE:80", "US-941", or of the row's one country. "900-935" is every
 * prefix from 900 to 935.
 * @param countries of the row and of its states, by ISO code
 */
export function readPostalPrefixes(text: string, countries: readonly string[]): Result<PostalRef[], Label> {
  const prefixes: PostalRef[] = [];
  for (const part of known(splitCell(text))) {
    const said = /^([A-Za-z]{2})(?::\s*|-(?=\d))(.+)$/.exec(part);
    const saidCountry = said?.[1]?.toUpperCase();
    const isSaid = saidCountry !== undefined && countryCode(saidCountry) === saidCountry;
    const country = isSaid ? saidCountry : countries.length === 1 ? countries[0] : undefined;
    if (country === undefined) return err(label('mapping.postal-without-country', { prefix: part }));
    const found = prefixesOf((isSaid ? said?.[2] : part) ?? '');
    if (!found) return err(label('mapping.bad-postal', { prefix: part }));
    prefixes.push(...found.map((prefix) => ({ country, prefix })));
  }
  return ok(unique(prefixes, ({ country, prefix }) => `${country}:${prefix}`));
}

function prefixesOf(text: string): string[] | undefined {
  const bare = text.trim().replace(/[*…]+$/u, '');
  const range = /^(\d{1,6})\s*(?:-|–|to)\s*(\d{1,6})$/.exec(bare);
  const [, from = '', to = ''] = range ?? [];
  if (from !== '' && from.length === to.length) {
    if (from > to) return undefined;
    return coverRange(from, to).flatMap((prefix) => (prefix === '' ? digits('0', '9') : [prefix]));
  }
  const key = postalKey(bare);
  return /^[0-9A-Z]{1,10}$/.test(key) ? [key] : undefined;
}

/** The fewest prefixes that cover all codes between two of the same length; '' = every code there is. */
function coverRange(from: string, to: string): string[] {
  if (/^0*$/.test(from) && /^9*$/.test(to)) return [''];
  const [first, last] = [from.charAt(0), to.charAt(0)];
  const below = (digit: string, low: string, high: string): string[] =>
    coverRange(low, high).map((rest) => digit + rest);
  if (first === last) return below(first, from.slice(1), to.slice(1));
  return [
    ...below(first, from.slice(1), '9'.repeat(from.length - 1)),
    ...digits(first, last).slice(1, -1),
    ...below(last, '0'.repeat(to.length - 1), to.slice(1)),
  ];
}

const digits = (from: string, to: string): string[] =>
  Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
