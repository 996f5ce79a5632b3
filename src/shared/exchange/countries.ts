import { fold } from '../accounts/normalise.ts';
import { countryNames } from './country-names.ts';

const key = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

const codes = new Map<string, string>();
for (const entry of countryNames) {
  const [code = '', ...spellings] = entry.split(';');
  for (const spelling of [code, ...spellings]) codes.set(key(spelling), code);
}

const usualNames = new Map(
  countryNames.map((entry) => {
    const [code = '', , name = ''] = entry.split(';');
    return [code, name] as const;
  }),
);

/** The usual name of a country; the code itself where it has none. */
export const countryName = (code: string): string => usualNames.get(code) ?? code;

const seen = new Map<string, string | undefined>();

/** ISO code of a country by name, code or everyday spelling; `undefined` when it is none we know. */
export function countryCode(text: string): string | undefined {
  if (seen.has(text)) return seen.get(text);
  const code = codes.get(key(text));
  // Columns repeat a few countries; a column that is no country must not fill the memory.
  if (seen.size < 5000) seen.set(text, code);
  return code;
}

/** For comparing places: the code when it is known, else the folded text. */
export const sameCountryKey = (text: string): string => countryCode(text) ?? key(text);
