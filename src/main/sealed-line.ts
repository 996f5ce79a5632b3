import { createHash } from 'node:crypto';

/**
 * A line that proves itself, as journal and backups hold it (docs/formats):
 *
 *     {"sha256":"<64 hex>",<rest>}
 *
 * The checksum covers every byte after its own comma up to the end of the line, the closing brace with it,
 * so a line is checked without being parsed.
 */
const sumStart = '{"sha256":"';
const sumEnd = '",';
const restStart = sumStart.length + 64 + sumEnd.length;

const sumOf = (rest: Buffer | string): string => createHash('sha256').update(rest).digest('hex');

/**
 * @param rest a JSON object's text without its opening brace, no line break in it
 * @returns the line without a line break, and its checksum (hex)
 */
export function seal(rest: string): { text: string; sum: string } {
  const sum = sumOf(rest);
  return { text: `${sumStart}${sum}${sumEnd}${rest}`, sum };
}

export type Unsealed =
  | { readonly kind: 'whole'; readonly rest: Buffer; readonly sum: string }
  | { readonly kind: 'bad'; readonly what: string };

/** @param bytes a line without its line break */
export function unseal(bytes: Buffer): Unsealed {
  if (
    bytes.length <= restStart ||
    bytes.toString('latin1', 0, sumStart.length) !== sumStart ||
    bytes.toString('latin1', restStart - sumEnd.length, restStart) !== sumEnd
  ) {
    return { kind: 'bad', what: 'The line is cut off or is no line of Groundwork.' };
  }
  const sum = bytes.toString('latin1', sumStart.length, sumStart.length + 64);
  const rest = bytes.subarray(restStart);
  return sumOf(rest) === sum
    ? { kind: 'whole', rest, sum }
    : { kind: 'bad', what: 'The checksum does not match the line.' };
}

/** Whether a body can stand in a line as it is: one line, and an object or a list by its brackets. */
export const bodyFits = (body: string): boolean =>
  /^[{[]/.test(body) && /[}\]]$/.test(body) && !/[\r\n]/.test(body);
