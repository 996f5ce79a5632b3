import type { Label } from '../history/change-set.ts';
import type { CustomField } from '../workspace/workspace.ts';
import { aliasOf, vendorKey, vendorOf, type Alias } from './aliases.ts';
import { columnDefinition, type ColumnKey, type ColumnMapping, type Scale } from './columns.ts';
import { labelKey } from './custom-keys.ts';
import { decideDateOrder } from './dates.ts';
import { customSuffix, headerKey, type Header } from './headers.ts';
import { decideNumberStyle } from './numbers.ts';
import { CellProblem, cellReader, plainText } from './read-cell.ts';
import { guessByContent, looksLikeSite, looksLikeZips, nameLikeness } from './recognise-content.ts';
import { guessRevenueScale, scaleOfHeader } from './scale.ts';

export type Confidence = 'sure' | 'likely' | 'guess';

/** What is proposed for one column, and why; a person may change all of it. */
export interface Suggestion {
  readonly mapping: ColumnMapping;
  readonly confidence: Confidence;
  readonly reason: Label;
  /** Both readings of the dates fit every cell: a person has to say which it is. */
  readonly askDateOrder: boolean;
}

/** A column as the suggestion sees it: its header and the cells of a sample of rows. */
export interface ColumnSample {
  readonly header: Header;
  /** As they stand in the file, blanks included. */
  readonly cells: readonly string[];
}

/** This much of a column must read as what its name promises. */
const fits = 0.8;

interface Draft {
  readonly column: ColumnSample;
  readonly texts: readonly string[];
  key?: ColumnKey;
  rank: number;
  confidence: Confidence;
  reason: Label;
}

/** Suggests a field for every column, by its name and by what stands in it. A field is given out once. */
export function suggestMapping(
  columns: readonly ColumnSample[],
  customFields: readonly CustomField[],
): Suggestion[] {
  const customLabels = new Map(customFields.map(({ label }) => [labelKey(label), label]));
  const vendor = vendorOf(columns.map(({ header }) => header.raw));
  const drafts = columns.map((column) => draftByName(column, customLabels, vendor !== undefined));
  keepBestOfEach(drafts);
  guessRest(drafts);
  const employees = drafts.find(({ key }) => key?.startsWith('employees') === true);
  return drafts.map((draft) => finished(draft, customLabels, employees));
}

function draftByName(
  column: ColumnSample,
  customLabels: ReadonlyMap<string, string>,
  vendor: boolean,
): Draft {
  const texts = column.cells.flatMap((cell) => plainText(cell) ?? []);
  const draft: Draft = {
    column,
    texts,
    rank: Infinity,
    confidence: 'sure',
    reason: { id: 'exchange.seen.unknown' },
  };
  const { raw, duplicateOf } = column.header;
  if (duplicateOf !== undefined)
    return { ...draft, reason: { id: 'exchange.seen.duplicate', params: { header: raw } } };
  if (isRefusalNote(raw)) return { ...draft, reason: { id: 'exchange.seen.refusal-note' } };
  if (raw.endsWith(customSuffix)) return { ...draft, reason: { id: 'exchange.seen.custom' } };
  const alias = aliasOf(raw);
  if (customLabels.has(labelKey(raw)) && alias?.rank !== 0) {
    return { ...draft, reason: { id: 'exchange.seen.custom' } };
  }
  if (!alias) return draft;
  const key = vendor ? vendorKey(alias.key, raw) : alias.key;
  const { label } = columnDefinition(key);
  if (!contentFits(key, draft, alias)) {
    return { ...draft, reason: { id: 'exchange.seen.name-not-content', params: { field: label } } };
  }
  return {
    ...draft,
    key,
    rank: alias.rank,
    confidence: alias.loose ? 'likely' : 'sure',
    reason: { id: 'exchange.seen.name', params: { field: label } },
  };
}

/** The columns that our list of refused rows has before the file's own. */
export const refusalHeaders = ['Refused row', 'Refused because'] as const;
/** Whether a column is one that Groundwork wrote beside refused rows. */
export const isRefusalNote = (header: string): boolean =>
  (refusalHeaders as readonly string[]).includes(header);

/** Whether the cells read as the field that the header names. An empty column fits everything. */
function contentFits(key: ColumnKey, { texts, column }: Draft, alias: Alias): boolean {
  if (texts.length === 0) return alias.rank === 0 || !alias.loose;
  if (key === 'website') {
    return alias.rank === 0 || texts.filter(looksLikeSite).length >= texts.length * (alias.loose ? 0.8 : 0.3);
  }
  const read = cellReader(readingOf(key, texts, column.header), 'UTC');
  const readable = texts.filter((text) => {
    const value: unknown = read(text);
    return !(value instanceof CellProblem) || value.leftOut !== undefined;
  }).length;
  return readable >= texts.length * fits;
}

/** Of several columns with a name for one field, the one with the best name has it. */
function keepBestOfEach(drafts: readonly Draft[]): void {
  const best = new Map<ColumnKey, Draft>();
  for (const draft of drafts) {
    if (draft.key === undefined) continue;
    const present = best.get(draft.key);
    if (!present || draft.rank < present.rank) best.set(draft.key, draft);
  }
  for (const draft of drafts) {
    if (draft.key === undefined || best.get(draft.key) === draft) continue;
    const other = best.get(draft.key)?.column.header.label ?? '';
    draft.reason = { id: 'exchange.seen.taken', params: { header: other } };
    delete draft.key;
  }
}

/** Columns whose names say nothing: by content, and the name of the account last of all. */
function guessRest(drafts: readonly Draft[]): void {
  const taken = new Set(drafts.flatMap(({ key }) => key ?? []));
  const give = (draft: Draft, key: ColumnKey, confidence: Confidence, reason: Label): void => {
    taken.add(key);
    Object.assign(draft, { key, confidence, reason });
  };
  const open = drafts.filter((draft) => draft.reason.id === 'exchange.seen.unknown');
  for (const draft of open) {
    const guess = guessByContent(draft.texts);
    if (guess && !taken.has(guess.key)) {
      give(draft, guess.key, guess.share === 100 ? 'likely' : 'guess', {
        id: guess.reason,
        params: { share: guess.share },
      });
    }
  }
  const zips = open.find(({ key, texts }) => key === undefined && looksLikeZips(texts));
  if (zips && taken.has('billingState') && !taken.has('billingPostalCode')) {
    give(zips, 'billingPostalCode', 'guess', { id: 'exchange.seen.zip' });
  }
  if (taken.has('name')) return;
  const [best] = open
    .filter(({ key }) => key === undefined)
    .map((draft) => ({ draft, likeness: nameLikeness(draft.texts) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  if (best) give(best.draft, 'name', 'guess', { id: 'exchange.seen.like-names' });
}

function finished(
  { key, column, texts, confidence, reason }: Draft,
  customLabels: ReadonlyMap<string, string>,
  employees: Draft | undefined,
): Suggestion {
  const { header } = column;
  if (isRefusalNote(header.raw)) {
    return { mapping: { target: { kind: 'leaveOut' } }, confidence, reason, askDateOrder: false };
  }
  if (key === undefined) {
    const bare = header.raw.endsWith(customSuffix) ? header.raw.slice(0, -customSuffix.length) : header.label;
    const label = customLabels.get(labelKey(bare)) ?? bare;
    return { mapping: { target: { kind: 'custom', label } }, confidence, reason, askDateOrder: false };
  }
  const reading = readingOf(key, texts, header);
  const { type } = columnDefinition(key);
  const isDate = type === 'date' || type === 'stints';
  const askDateOrder = isDate && decideDateOrder(texts).ambiguous;
  const guessed = key === 'revenue' && reading.scale === undefined ? scaleBeside(column, employees) : 1;
  if (guessed === 1) return { mapping: reading, confidence, reason, askDateOrder };
  return {
    mapping: { ...reading, scale: guessed },
    confidence: 'likely',
    reason: { id: 'exchange.seen.scale', params: { scale: guessed } },
    askDateOrder,
  };
}

/** How the cells of a field's column are best read. */
function readingOf(key: ColumnKey, texts: readonly string[], header: Header): ColumnMapping {
  const target = { kind: 'field', key } as const;
  const { type } = columnDefinition(key);
  switch (type) {
    case 'date':
    case 'stints':
      return { target, dateOrder: decideDateOrder(texts).order };
    case 'money':
    case 'number':
    case 'count': {
      const scale = type === 'money' ? scaleOfHeader(header.raw) : undefined;
      return { target, numberStyle: decideNumberStyle(texts), ...(scale !== undefined && { scale }) };
    }
    default:
      return { target };
  }
}

/** "Annual Revenue" is in full dollars in every CRM; other names may mean thousands or millions. */
function scaleBeside(column: ColumnSample, employees: Draft | undefined): Scale {
  if (!employees || headerKey(column.header.raw) === 'annualrevenue') return 1;
  return guessRevenueScale(column.cells, employees.column.cells);
}
