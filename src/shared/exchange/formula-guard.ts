/**
 * EX-6. A spreadsheet runs a cell that begins with one of these, in their full-width forms too. Tab and
 * line ends count because some programs skip them before they look.
 */
const trigger = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
/** A plain number is safe and stays bare, so that spreadsheets can count with it. */
const plainNumber = /^-(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Puts an apostrophe before a cell that a spreadsheet would run. A cell that already has apostrophes
 * before such a sign gets one more, so that taking one away is always the exact way back.
 */
export function guardFormula(cell: string): string {
  const first = cell.charCodeAt(0);
  // Letters and digits are by far the most: decided by one comparison.
  if ((first >= 0x30 && first <= 0x39) || (first >= 0x41 && first < 0xff00) || cell === '') return cell;
  return trigger.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** Takes one apostrophe back from a cell that `guardFormula` (or a spreadsheet's user) protected. */
export const unguardFormula = (cell: string): string =>
  cell.charCodeAt(0) === 0x27 && guarded.test(cell) ? cell.slice(1) : cell;
