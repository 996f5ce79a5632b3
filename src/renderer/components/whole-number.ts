import { err, ok, type Result } from '../../shared/result.ts';

/**
 * Reads a whole number as people write it: `1500`, `1,500`, `1 500`. Refuses signs, fractions and
 * everything outside `min..max` with a sentence that says what would do.
 */
export function parseWholeNumber(
  text: string,
  bounds: { readonly min: number; readonly max: number; readonly optional: boolean },
): Result<number | null, string> {
  const trimmed = text.trim();
  const range = `a whole number from ${bounds.min.toLocaleString()} to ${bounds.max.toLocaleString()}`;
  if (trimmed === '') return bounds.optional ? ok(null) : err(`Enter ${range}.`);
  if (!/^(\d+|\d{1,3}([,.\s\u00a0\u202f]\d{3})+)$/.test(trimmed)) {
    return err(`“${trimmed.slice(0, 40)}” is no whole number. Enter ${range}.`);
  }
  const value = Number(trimmed.replace(/\D/g, ''));
  return value < bounds.min || value > bounds.max ? err(`Enter ${range}.`) : ok(value);
}
