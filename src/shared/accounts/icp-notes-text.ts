import { isRestrictionLine } from '../statuses/restriction-line.ts';
import { emptyNotes, icpParts, icpPartWords, tidyNote, type IcpNotes, type IcpPart } from './icp-notes.ts';

/**
 * The block of ICP notes in Account Research (PR-1):
 *
 *   High LAM: about 300 developers
 *   High DB QS: 84
 *   SAL Insights: None
 *   ...
 *
 * A part reaches to the next one, to a blank line, or to a restriction's line (AW-8). Blank lines may stand
 * between parts. Further lines of a part are written indented, so that none is taken for a part. Of several
 * blocks the first whole one counts; without a whole one, the one with the most parts, at least two.
 */
const partLine = new RegExp(
  `^(?:[-*•] +)?(?:\\*\\*(?:${alternatives()}) *(?::\\*\\*|\\*\\* *:)|(?:${alternatives()}) *:)`,
  'i',
);

function alternatives(): string {
  return icpParts.map((part) => icpPartWords[part].replaceAll(' ', '[ \\t]+')).join('|');
}

const wordKey = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const partsByKey = new Map(icpParts.map((part) => [wordKey(icpPartWords[part]), part]));

/** A line with what ends it: '' at the end of the text. */
interface Line {
  readonly text: string;
  readonly end: string;
}

interface PartFound {
  readonly part: IcpPart;
  /** Up to and with the colon, as it stands there. */
  readonly prefix: string;
  readonly value: string;
  /** Index of its first line, and of the line after its last. */
  readonly from: number;
  readonly to: number;
}

type Block = readonly PartFound[];

/** The notes in a text; '' for parts that it does not have. */
export function readIcpNotes(research: string | undefined): IcpNotes {
  const block = findBlock(linesOf(research ?? ''));
  return block ? notesOf(block) : emptyNotes;
}

const notesOf = (block: Block): IcpNotes => ({
  ...emptyNotes,
  ...Object.fromEntries(block.map(({ part, value }) => [part, value])),
});

/** Whether a text has a block with all six parts. */
export const hasWholeBlock = (research: string | undefined): boolean =>
  findBlock(linesOf(research ?? ''))?.length === icpParts.length;

/**
 * The text with these notes in its block. What the notes leave as it was stays letter by letter, and so does
 * everything outside the block; a text without one gets it at the top. A change makes a half block whole,
 * in the order of the six.
 */
export function writeIcpNotes(research: string | undefined, notes: IcpNotes): string {
  const text = research ?? '';
  const lines = linesOf(text);
  const block = findBlock(lines);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (!block) {
    if (icpParts.every((part) => tidyNote(notes[part]) === '')) return text;
    const whole = icpParts.map((part) => written(icpPartWords[part] + ':', notes[part], newline));
    return whole.join(newline) + (text === '' ? '' : newline + newline + text);
  }
  const before = notesOf(block);
  const changed = new Set(icpParts.filter((part) => tidyNote(notes[part]) !== before[part]));
  return changed.size === 0 ? text : rewritten(lines, block, notes, changed, newline);
}

function rewritten(
  lines: readonly Line[],
  block: Block,
  notes: IcpNotes,
  changed: ReadonlySet<IcpPart>,
  newline: string,
): string {
  const raw = (from: number, to: number): string =>
    lines
      .slice(from, to)
      .map(({ text, end }) => text + end)
      .join('');
  const first = block[0]?.from ?? 0;
  const behind = block.at(-1)?.to ?? first;
  const textOf = (found: PartFound): string => {
    const end = lines[found.to - 1]?.end ?? '';
    return changed.has(found.part)
      ? written(found.prefix, notes[found.part], newline) + end
      : raw(found.from, found.to);
  };
  if (block.length === icpParts.length) {
    const inPlace = block.map((found, at) => textOf(found) + raw(found.to, block[at + 1]?.from ?? found.to));
    return raw(0, first) + inPlace.join('') + raw(behind, lines.length);
  }
  const whole = icpParts.map((part) => {
    const found = block.find((it) => it.part === part);
    return found
      ? textOf(found).replace(/(?:\r\n|\n|\r)$/, '')
      : written(icpPartWords[part] + ':', notes[part], newline);
  });
  const end = lines[behind - 1]?.end ?? '';
  return raw(0, first) + whole.join(newline) + end + raw(behind, lines.length);
}

function written(prefix: string, note: string, newline: string): string {
  const [first = '', ...more] = tidyNote(note).split('\n');
  const head = first === '' ? prefix : `${prefix} ${first}`;
  return [head, ...more.map((line) => `  ${line}`)].join(newline);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(from, match.index), end: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) lines.push({ text: text.slice(from), end: '' });
  return lines;
}

/**
 * The first whole block in the order of the six, else the first in any order, else the fullest half one, of
 * equal ones the first. A stray part beside a block is never drawn into it.
 */
function findBlock(lines: readonly Line[]): Block | undefined {
  const windows = rowsOf(lines).flatMap(distinctWindows);
  const whole = windows.filter((block) => block.length === icpParts.length);
  const inOrder = whole.find((block) => block.every(({ part }, at) => part === icpParts[at]));
  const first = inOrder ?? whole[0];
  if (first) return first;
  let fullest: Block | undefined;
  for (const block of windows) if (block.length > (fullest?.length ?? 1)) fullest = block;
  return fullest;
}

/** From each part as far as no part comes twice. */
const distinctWindows = (row: Block): Block[] =>
  row.map((_, from) => {
    const seen = new Set<IcpPart>();
    let to = from;
    for (let part = row[to]?.part; part !== undefined && !seen.has(part); part = row[to]?.part) {
      seen.add(part);
      to += 1;
    }
    return row.slice(from, to);
  });

/** Parts that follow each other with nothing but blank lines between. */
function rowsOf(lines: readonly Line[]): Block[] {
  const rows: PartFound[][] = [];
  let open: PartFound[] | undefined;
  for (let at = 0; at < lines.length;) {
    const found = partAt(lines, at);
    if (found) {
      if (open) open.push(found);
      else rows.push((open = [found]));
      at = found.to;
    } else {
      if (lines[at]?.text.trim() !== '') open = undefined;
      at += 1;
    }
  }
  return rows;
}

function partAt(lines: readonly Line[], from: number): PartFound | undefined {
  const text = lines[from]?.text ?? '';
  const prefix = partLine.exec(text)?.[0];
  const part = prefix === undefined ? undefined : partsByKey.get(wordKey(prefix));
  if (prefix === undefined || part === undefined) return undefined;
  let to = from + 1;
  while (to < lines.length && isContinuation(lines[to]?.text ?? '')) to += 1;
  const value = [text.slice(prefix.length), ...lines.slice(from + 1, to).map((line) => line.text)];
  return { part, prefix, value: tidyNote(value.join('\n')), from, to };
}

const isContinuation = (line: string): boolean =>
  line.trim() !== '' && !partLine.test(line) && !isRestrictionLine(line);
