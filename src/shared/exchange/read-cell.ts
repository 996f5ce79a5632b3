import { checkProposalSource, isProposalSource } from '../accounts/segment-review.ts';
import type { Label } from '../history/change-set.ts';
import { isBlankWord } from './blank-words.ts';
import {
  readAccountType,
  readChoice,
  readIntent,
  readPriority,
  readStatus,
  readYesNo,
} from './choice-words.ts';
import { columnDefinition, type ColumnKey, type ColumnMapping } from './columns.ts';
import { readDate } from './dates.ts';
import { readEmployees } from './employee-cell.ts';
import { unguardFormula } from './formula-guard.ts';
import {
  readDomainList,
  readPauses,
  readStints,
  readTextList,
  readTriggers,
  readYearList,
} from './list-text.ts';
import { readNumber, tidy } from './numbers.ts';

/**
 * Why a cell cannot be taken. Its row is refused: a part of a row is never imported silently. Where a rule
 * turns down what was read well (`leftOut`, the words for a file), the rest of the row stands and that is told.
 */
export class CellProblem {
  readonly message: Label;
  readonly leftOut: Label | undefined;

  constructor(message: Label, leftOut?: Label) {
    this.message = message;
    this.leftOut = leftOut;
  }
}

/** `undefined` = blank. */
export type CellValue = unknown;
export type CellReader = (cell: string) => CellValue;

/** Anything larger is no cell but a file that went wrong: 1 MB of UTF-8. */
export const largestCell = 1_048_576;

/** Reads one column's cells as its mapping says. Runs for every cell of a file: no allocation if it can. */
export function cellReader(mapping: ColumnMapping, timeZone: string): CellReader {
  const { target } = mapping;
  if (target.kind === 'leaveOut' || target.kind === 'record') return () => undefined;
  if (target.kind === 'custom') return plainText;
  if (target.key === 'name') return (cell) => bare(cell) || undefined;
  const read = typedReader(target.key, mapping, timeZone);
  const textIn = noneIsAnswer.has(target.key) ? textOrNone : plainText;
  return (cell) => {
    const text = textIn(cell);
    return text === undefined ? undefined : read(text);
  };
}

/** PR-1: of what feeds Tech Used and SAL Insights "None" is an answer: looked for, and there is none. */
const noneIsAnswer: ReadonlySet<ColumnKey> = new Set(['techUsed', 'accountRankNotes', 'aeNotes']);

function textOrNone(cell: string): string | undefined {
  const text = bare(cell);
  return text.toLowerCase() === 'none' ? text : plainText(cell);
}

function typedReader(key: ColumnKey, mapping: ColumnMapping, timeZone: string): (text: string) => CellValue {
  const { type, label } = columnDefinition(key);
  switch (type) {
    case 'text':
    case 'longText':
    case 'url':
    case 'reference':
      return isProposalSource(key) ? proposalSource : (text) => text;
    case 'count':
      return (text) => wholeNumber(number(text, mapping), text, label);
    case 'number':
    case 'money':
      return (text) => number(text, mapping) ?? problem('number', text, label);
    case 'date':
    case 'stints':
      return (text) => readDate(text, mapping.dateOrder ?? 'ymd', timeZone) ?? problem('date', text, label);
    case 'yesNo':
      return (text) => readYesNo(text) ?? problem('yes-no', text, label);
    case 'priority':
      return (text) => readPriority(text) ?? problem('priority', text, label);
    case 'employees':
      return employees;
    case 'choice':
      return choiceReader(key, label);
    case 'textList':
      return key === 'otherDomains'
        ? (text) => listOr(readDomainList(text), text, label)
        : (text) => listOr(readTextList(text), text, label);
    case 'yearList':
      return (text) => listOr(readYearList(text), text, label);
    case 'triggers':
      return (text) => listOr(readTriggers(text), text, label);
    case 'stintHistory':
      return (text) => listOr(readStints(text), text, label);
    case 'pauses':
      return (text) => listOr(readPauses(text), text, label);
  }
}

/** SEG-4: a source that the panel refuses is none in a file either. */
function proposalSource(text: string): CellValue {
  const checked = checkProposalSource(text);
  if (checked.ok) return checked.value;
  const { message } = checked.error;
  const id = message.id === 'seg4.linkedin' ? 'exchange.cell.linkedin' : 'exchange.cell.no-source';
  return new CellProblem(message, { id, params: { cell: shortened(text) } });
}

const choiceReaders: Partial<Record<ColumnKey, (text: string) => CellValue>> = {
  status: readStatus,
  type: readAccountType,
  intent: readIntent,
};

function readAsChoice(key: ColumnKey): (text: string) => CellValue {
  const { choices = [] } = columnDefinition(key);
  return (text) => readChoice(choices, text);
}

function choiceReader(key: ColumnKey, label: string): (text: string) => CellValue {
  const read = choiceReaders[key] ?? readAsChoice(key);
  return (text) => read(text) ?? problem('choice', text, label);
}

const listOr = (list: readonly unknown[] | undefined, text: string, label: string): CellValue =>
  list === undefined ? problem('list', text, label) : list.length === 0 ? undefined : list;

function employees(text: string): CellValue {
  const count = readEmployees(text);
  return count.ok ? count.value : new CellProblem(count.error);
}

function number(text: string, mapping: ColumnMapping): number | undefined {
  const value = readNumber(text, mapping.numberStyle ?? 'point');
  const scale = mapping.scale ?? 1;
  return value === undefined || scale === 1 ? value : tidy(value * scale);
}

function wholeNumber(value: number | undefined, text: string, label: string): CellValue {
  if (value === undefined) return problem('number', text, label);
  return Number.isSafeInteger(value) && value >= 0 ? value : problem('count', text, label);
}

const problem = (what: string, text: string, field: string): CellProblem =>
  new CellProblem({ id: `exchange.cell.${what}`, params: { cell: shortened(text), field } });

/** Enough of a cell to find it by. */
export const shortened = (text: string): string =>
  text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}...`;

/** Excel's `="00123"` keeps leading zeros; what it guards is the text. */
const excelText = /^="([^"]*)"\s*$/;

/** A cell without outer blanks and without the guards of EX-6 and Excel. */
function bare(cell: string): string {
  // Looked at before trimming: a guard behind a blank was never one.
  const first = cell.charCodeAt(0);
  if (first === 0x27) return unguardFormula(cell).trim();
  return first === 0x3d ? (excelText.exec(cell)?.[1] ?? cell).trim() : cell.trim();
}

/** Text of a cell; words that stand for "nothing known" are blank. */
export function plainText(cell: string): string | undefined {
  const text = bare(cell);
  return text === '' || isBlankWord(text) ? undefined : text;
}
