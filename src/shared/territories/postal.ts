/** What postal codes are compared by: capitals and digits, without blanks and dashes. */
export const postalKey = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Countries whose codes have five digits, of which spreadsheets drop leading zeros. */
const fiveDigits = new Set(['US', 'DE', 'FR', 'IT', 'ES', 'MX']);

/**
 * The postal code of an address, with the zeros that a spreadsheet dropped ("2139" in the US is 02139).
 * @param country ISO code
 */
export function addressPostalKey(country: string, text: string): string | undefined {
  const key = postalKey(text);
  if (key === '') return undefined;
  return fiveDigits.has(country) && /^\d{3,4}$/.test(key) ? key.padStart(5, '0') : key;
}
