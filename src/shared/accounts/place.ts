import {
  addressKey,
  addressParts,
  addressSources,
  type AccountValues,
  type AddressPart,
  type AddressSource,
} from './account.ts';

export interface Place {
  readonly source: AddressSource;
  /** Parts that the source has; fields of different sources are never mixed (TER-2). */
  readonly parts: Readonly<Partial<Record<AddressPart, string>>>;
  /** No source has a country: shown to people, but no rule may decide by it. */
  readonly noCountry?: true;
}

/**
 * TER-2: the whole address of the first source that has a country. Where none has, the first source with
 * anything at all, marked `noCountry`.
 */
export function placeOf(values: AccountValues): Place | undefined {
  let partial: Place | undefined;
  for (const source of addressSources) {
    const parts = partsOf(values, source);
    if (parts.country !== undefined) return { source, parts };
    if (!partial && Object.keys(parts).length > 0) partial = { source, parts, noCountry: true };
  }
  return partial;
}

const keysBySource = new Map(
  addressSources.map((source) => [
    source,
    addressParts.map((part) => [part, addressKey(source, part)] as const),
  ]),
);

function partsOf(values: AccountValues, source: AddressSource): Partial<Record<AddressPart, string>> {
  const parts: Partial<Record<AddressPart, string>> = {};
  for (const [part, key] of keysBySource.get(source) ?? []) {
    const text = values[key]?.trim();
    if (text !== undefined && text !== '') parts[part] = text;
  }
  return parts;
}

/** "Austin, TX, United States"; street and postal code only where nothing else is known. */
export function formatPlace({ parts }: Place): string {
  const known = (keys: readonly AddressPart[]): string[] => keys.flatMap((key) => parts[key] ?? []);
  // Many lists repeat the city as its province: "Porto, Portugal" says as much.
  const coarse = known(['city', 'state', 'country']).filter((part, at, all) => part !== all[at - 1]);
  return (coarse.length > 0 ? coarse : known(['street', 'postalCode'])).join(', ');
}
