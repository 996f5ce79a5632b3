import type { Account } from '../accounts/account.ts';
import { fold } from '../accounts/normalise.ts';
import type { CustomField } from '../workspace/workspace.ts';

/** What labels of custom fields are compared by: blanks and case make no difference, signs do. */
export const labelKey = (label: string): string => fold(label).replace(/\s+/g, ' ').trim();

/**
 * Finds the stable key for each label: that of the field which has the label, else a new one made from its
 * words. The same labels in the same order give the same keys.
 */
export function customKeyFor(customFields: readonly CustomField[]): (label: string) => string {
  const byLabel = new Map(customFields.map(({ label, key }) => [labelKey(label), key]));
  const taken = new Set(customFields.map(({ key }) => key));
  return (label) => {
    const known = byLabel.get(labelKey(label));
    if (known !== undefined) return known;
    const base = slug(label);
    let key = base;
    for (let number = 2; taken.has(key) || key in {}; number += 1) key = `${base}_${number}`;
    taken.add(key);
    byLabel.set(labelKey(label), key);
    return key;
  };
}

const slug = (label: string): string =>
  fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60) || 'field';

/** The workspace's custom fields, and any that an account has a value for without a definition. */
export function knownCustomFields(
  customFields: readonly CustomField[],
  accounts: readonly Account[],
): CustomField[] {
  const known = new Map(customFields.map((field) => [field.key, field]));
  for (const { custom } of accounts) {
    if (!custom) continue;
    for (const key of Object.keys(custom)) if (!known.has(key)) known.set(key, { id: key, key, label: key });
  }
  return [...known.values()];
}
