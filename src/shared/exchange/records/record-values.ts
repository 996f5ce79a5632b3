import { fold } from '../../accounts/normalise.ts';
import type { Opportunity } from '../../accounts/opportunity.ts';
import type { Prospect } from '../../accounts/prospect.ts';
import { crmIdKey } from '../match-keys.ts';
import type { RecordCells } from './read-record-rows.ts';

/** A person or an opportunity as the book has it. */
export type KnownRecord = Prospect | Opportunity;

/** By what a record is known for sure: two of them are two records though the name is one. */
export type SureKey = 'email' | 'crmId';

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

export const valuesOf = ({ id: _id, ...values }: KnownRecord): Readonly<Record<string, unknown>> => values;

/** What tells the account or makes up the name is no value of the record. */
export const isClue = (key: string): boolean =>
  key.startsWith('account.') || key === 'firstName' || key === 'lastName';

export const plainName = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();

/** Two texts of a sure key mean the same when this does. */
export const sureText = (key: SureKey, value: string): string =>
  key === 'email' ? fold(value.trim()) : crmIdKey(value);

/** First and last name make a name where the list has none. */
export function namedCells(cells: RecordCells): Map<string, string | boolean | null> {
  const values = new Map(cells);
  if (typeof values.get('name') === 'string') return values;
  const parts = [textOf(values.get('firstName')), textOf(values.get('lastName'))];
  const name = parts.filter((part) => part !== undefined).join(' ');
  if (name !== '') values.set('name', name);
  return values;
}
