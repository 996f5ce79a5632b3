import { label } from '../../shared/rule-book/messages.ts';
import type { StoreError } from './api.ts';

/** Thrown inside a transaction to take it back for a reason that a person can act on. */
export class Refused extends Error {
  readonly storeError: StoreError;

  constructor(storeError: StoreError) {
    super(storeError.message.id);
    this.name = 'Refused';
    this.storeError = storeError;
  }
}

/** The error's own name and those of the causes that Dexie wraps. */
export function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    const { name, inner, cause } = at as { name?: unknown; inner?: unknown; cause?: unknown };
    if (typeof name === 'string') names.push(name);
    at = inner ?? cause;
  }
  return names;
}

/**
 * What a failed transaction means for a person. Nothing of it was written.
 * An engine out of room reports QuotaExceededError, at times only as the cause of an AbortError.
 */
export function storeErrorOf(error: unknown): StoreError {
  if (error instanceof Refused) return error.storeError;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) {
    return { code: 'quota', message: label('store.quota') };
  }
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) {
    return { code: 'closed', message: label('store.closed') };
  }
  return { code: 'internal', message: label('store.internal', { what: names.at(-1) ?? 'Error' }) };
}
