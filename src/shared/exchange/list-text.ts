import { overrideGrounds, type AccountValues, type ClockPause, type Stint } from '../accounts/account.ts';
import { parseIsoDate, type IsoDate } from '../clock.ts';
import { sameValue } from '../history/diff.ts';

/**
 * Fields that hold several things in one cell. Each is written in a form that people can read and type;
 * where that form would not read back exactly (a separator inside a text), JSON is written instead.
 */
export type Trigger = NonNullable<AccountValues['triggers']>[number];

const written = <T>(items: readonly T[], simple: string, read: (text: string) => readonly T[] | undefined) =>
  sameValue(read(simple), items) ? simple : JSON.stringify(items);

/** `a; b; c` */
export const writeTextList = (items: readonly string[]): string =>
  written(items, items.join('; '), readTextList);

export function readTextList(text: string): string[] | undefined {
  const json = jsonList(text);
  if (json) return json.every((item) => typeof item === 'string') ? json : undefined;
  return split(text, /[;\n]/);
}

export const writeDomainList = (domains: readonly string[]): string =>
  written(domains, domains.join('; '), readDomainList);

/** Lists of domains also come with commas. */
export const readDomainList = (text: string): string[] | undefined =>
  jsonList(text) ? readTextList(text) : split(text, /[;,\n]/);

const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** `2025; 2026`, also `FY25, FY26`. */
export const writeYearList = (years: readonly number[]): string => years.join('; ');

export function readYearList(text: string): number[] | undefined {
  const years: number[] = [];
  for (const item of split(text, /[;,\n]/)) {
    const digits = /^(?:FY\s*)?(\d{4}|\d{2})$/i.exec(item)?.[1];
    if (digits === undefined) return undefined;
    const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
    if (year < 1900 || year > 2100) return undefined;
    years.push(year);
  }
  return years;
}

/** One a line: `2026-03-01 | What happened | https://source`; date and link may be missing. */
export const writeTriggers = (triggers: readonly Trigger[]): string =>
  written(
    triggers,
    triggers.map(({ date, text, link }) => [date, text, link].filter(Boolean).join(' | ')).join('\n'),
    readTriggers,
  );

export function readTriggers(text: string): Trigger[] | undefined {
  const json = jsonList(text);
  if (json) return json.every(isTrigger) ? json : undefined;
  return split(text, /\n/).map((line) => {
    const parts = line.split(' | ');
    const date = parts.length > 1 ? parseIsoDate(parts[0] ?? '') : undefined;
    if (date !== undefined) parts.shift();
    const link = parts.length > 1 && /^https?:\/\//i.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
    return {
      text: parts.join(' | '),
      ...(date !== undefined && { date }),
      ...(link !== undefined && { link }),
    };
  });
}

/** One a line: `2026-01-05 to 2026-02-01 | reason | actor`; an open stint has nothing after `to`. */
export const writeStints = (stints: readonly Stint[]): string =>
  written(
    stints,
    stints
      .map(({ start, end, reason, actor }) =>
        `${start} to ${end ?? ''} | ${reason ?? ''} | ${actor ?? ''}`.replace(/[ |]+$/, ''),
      )
      .join('\n'),
    readStints,
  );

export function readStints(text: string): Stint[] | undefined {
  const json = jsonList(text);
  if (json) return json.every(isStint) ? json : undefined;
  const stints: Stint[] = [];
  for (const line of split(text, /\n/)) {
    const [span = '', reason = '', actor = '', ...more] = line.split(' | ');
    const found = /^(\S+) to ?(\S*)$/.exec(span.trim());
    const start = parseIsoDate(found?.[1] ?? '');
    const end = parseIsoDate(found?.[2] ?? '');
    if (start === undefined || more.length > 0 || (end === undefined && (found?.[2] ?? '') !== '')) {
      return undefined;
    }
    stints.push({
      start,
      ...(end !== undefined && { end }),
      ...(reason !== '' && { reason }),
      ...(actor !== '' && { actor }),
    });
  }
  return stints;
}

/** One a line: `2026-01-05 to 2026-01-12 | reason`; a pause that goes on has nothing after `to`. */
export const writePauses = (pauses: readonly ClockPause[]): string =>
  written(
    pauses,
    pauses.map(({ from, until, reason }) => `${from} to ${until ?? ''} | ${reason}`).join('\n'),
    readPauses,
  );

export function readPauses(text: string): ClockPause[] | undefined {
  const json = jsonList(text);
  if (json) return json.every(isPause) ? json : undefined;
  const pauses: ClockPause[] = [];
  for (const line of split(text, /\n/)) {
    const found = /^(\S+) to ?(\S*) \| (.+)$/.exec(line);
    const from = parseIsoDate(found?.[1] ?? '');
    const until = parseIsoDate(found?.[2] ?? '');
    const reason = found?.[3]?.trim();
    if (from === undefined || reason === undefined || (until === undefined && found?.[2] !== '')) {
      return undefined;
    }
    pauses.push({ from, ...(until !== undefined && { until }), reason });
  }
  return pauses;
}

function jsonList(text: string): unknown[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const onlyKeys = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.entries(value).every(([key, item]) => keys.includes(key) && typeof item === 'string' && item !== '');

const isDate = (value: unknown): value is IsoDate =>
  typeof value === 'string' && parseIsoDate(value) !== undefined;

const isDateIfAny = (value: unknown): boolean => value === undefined || isDate(value);

const isTrigger = (value: unknown): value is Trigger =>
  isRecord(value) &&
  onlyKeys(value, ['text', 'date', 'link']) &&
  typeof value['text'] === 'string' &&
  isDateIfAny(value['date']);

const isStint = (value: unknown): value is Stint =>
  isRecord(value) &&
  onlyKeys(value, [
    'start',
    'end',
    'reason',
    'actor',
    'overrideBy',
    'overrideGround',
    'overrideOn',
    'overrideReason',
  ]) &&
  isDate(value['start']) &&
  isDateIfAny(value['end']) &&
  isDateIfAny(value['overrideOn']) &&
  (value['overrideGround'] === undefined ||
    (overrideGrounds as readonly unknown[]).includes(value['overrideGround']));

const isPause = (value: unknown): value is ClockPause =>
  isRecord(value) &&
  onlyKeys(value, ['from', 'until', 'reason']) &&
  isDate(value['from']) &&
  isDateIfAny(value['until']) &&
  typeof value['reason'] === 'string';
