import type { AccountKey, AccountValues, Segment } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { isBlankWebsite, matchableDomain } from '../accounts/domain-name.ts';
import { placeOf } from '../accounts/place.ts';
import type { Prospect } from '../accounts/prospect.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';

/** One thing to mend about an account: what is wrong, and the field or person to open. */
export interface Fix {
  readonly message: Label;
  readonly open:
    | { readonly kind: 'field'; readonly key: AccountKey }
    | { readonly kind: 'prospect'; readonly id: string };
}

export interface FixFacts {
  readonly values: AccountValues;
  /** After the hierarchy (SEG-3). */
  readonly segment: Segment | null;
  readonly parentMissing: boolean;
  readonly prospects: readonly Pick<Prospect, 'id' | 'name' | 'email' | 'phone' | 'inactive'>[];
}

/** What to mend about an account that came to rest because of bad data, the account first, then its people. */
export function fixList({ values, segment, parentMissing, prospects }: FixFacts): Fix[] {
  const field = (key: AccountKey, message: Label): Fix => ({ message, open: { kind: 'field', key } });
  const fixes: Fix[] = [];
  if (isBlankName(values.website)) fixes.push(field('website', label('field.website-missing')));
  else if (isBlankWebsite(values.website ?? '')) fixes.push(field('website', label('field.website-blank')));
  else if (matchableDomain(values) === null) fixes.push(field('website', label('fix.website-unusable')));
  if (segment === null) fixes.push(field('employeesOverride', label('fix.segment-unknown')));
  const place = placeOf(values);
  if (!place || place.noCountry === true) fixes.push(field('overrideCountry', label('fix.no-country')));
  if (parentMissing) fixes.push(field('parentRef', label('fix.parent-missing')));
  if (isBlankName(values.industry)) fixes.push(field('industry', label('fix.no-industry')));
  if (isBlankName(values.owner)) fixes.push(field('owner', label('fix.no-owner')));
  return [...fixes, ...prospects.flatMap(fixOf)];
}

function fixOf({ id, name, email, phone, inactive }: FixFacts['prospects'][number]): Fix[] {
  const open = { kind: 'prospect', id } as const;
  if (inactive === true) return [{ message: label('fix.person-left', { name }), open }];
  if (isBlankName(email) && isBlankName(phone)) {
    return [{ message: label('fix.person-unreachable', { name }), open }];
  }
  return [];
}
