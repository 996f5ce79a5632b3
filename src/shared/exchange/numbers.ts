import type { NumberStyle } from './columns.ts';

const plain = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const pointGrouped = /^[+-]?\d{1,3}(?:[,'\u2019\u00a0\u202f ]\d{3})+(?:\.\d+)?$/;
const commaGrouped = /^[+-]?\d{1,3}(?:[.'\u2019\u00a0\u202f ]\d{3})+(?:,\d+)?$/;
const commaDecimal = /^[+-]?\d+,\d+$/;
const parenthesised = /^\((.+)\)$/;
const currency = /^(?:US\$|USD|EUR|GBP|CHF|[$€£¥])\s*|\s*(?:USD|EUR|GBP|CHF|[$€£¥])$/giu;
const suffix = /^(.+?)\s*(k|thousand|m|mn|mio|million|b|bn|billion)$/i;

const suffixes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

/**
 * Reads a number as lists write it: grouped, in brackets for negative, with a currency sign or a word for
 * millions. Strict: what is not wholly understood is no number.
 */
export function readNumber(text: string, style: NumberStyle): number | undefined {
  if (style === 'point' && plain.test(text)) return finite(Number(text));
  const bracket = parenthesised.exec(text);
  if (bracket) {
    const inside = readNumber(bracket[1] ?? '', style);
    return inside === undefined ? undefined : -inside;
  }
  const bare = text.replaceAll(currency, '');
  const signed = bare.startsWith('-') && bare !== text ? `-${bare.slice(1).replaceAll(currency, '')}` : bare;
  const scaled = suffix.exec(signed);
  if (scaled) {
    const value = digits(scaled[1] ?? '', style);
    const factor = suffixes[(scaled[2] ?? '').toLowerCase()];
    return value === undefined || factor === undefined ? undefined : tidy(value * factor);
  }
  return digits(signed, style);
}

function digits(text: string, style: NumberStyle): number | undefined {
  if (style === 'point') {
    if (plain.test(text)) return finite(Number(text));
    return pointGrouped.test(text) ? finite(Number(text.replace(/[,'\u2019\u00a0\u202f ]/g, ''))) : undefined;
  }
  if (commaGrouped.test(text) || commaDecimal.test(text) || /^[+-]?\d+$/.test(text)) {
    return finite(Number(text.replace(/[.'\u2019\u00a0\u202f ]/g, '').replace(',', '.')));
  }
  return undefined;
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** 1.1 million is 1100000, not 1100000.0000000002. */
export const tidy = (value: number): number => Number(value.toPrecision(15));

/** Decimal comma only when a value proves it (`1.234,5`, `12,5`) and none proves the point. */
export function decideNumberStyle(cells: Iterable<string>): NumberStyle {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    const text = cell.replaceAll(currency, '').trim();
    if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text) || /^[+-]?\d+,(?:\d{1,2}|\d{4,})$/.test(text)) comma += 1;
    else if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text) || /^[+-]?\d+\.(?:\d{1,2}|\d{4,})$/.test(text)) {
      point += 1;
    }
  }
  return comma > 0 && point === 0 ? 'comma' : 'point';
}
