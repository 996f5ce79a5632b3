/**
 * A failure a person can act on is a return value; a broken invariant is thrown.
 * `E` is a small object with a stable `code` (or rule id) that code may branch on.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
