/**
 * Words that lists write where they know nothing. `NA` is not among them: it is Namibia, and North
 * America to some.
 */
const words = new Set([
  'not available',
  'not applicable',
  'not provided',
  'not specified',
  'n/a',
  '#n/a',
  'n.a.',
  '-',
  '--',
  '---',
  '\u2013',
  '\u2014',
  'none',
  'null',
  'nil',
  '(blank)',
  '(none)',
  '(null)',
  '[null]',
  'undefined',
  'nan',
  '?',
]);

const longest = Math.max(...[...words].map((word) => word.length));

/** Whether trimmed text stands for "nothing known". Names of accounts are never asked. */
export const isBlankWord = (text: string): boolean => text.length <= longest && words.has(text.toLowerCase());
