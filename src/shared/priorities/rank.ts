import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { fold } from '../accounts/normalise.ts';

/**
 * The order of cards in a column. Every card has a board key; keys are compared by UTF-16 code units, as
 * IndexedDB does. Ids make keys unique, so there is room between any two.
 *
 *   ranked card     rank NUL id
 *   unranked card   ~ folded name NUL id
 *   rank            fraction                    among ranked cards
 *                   key of a card SOH fraction  right behind that card, which has no rank, or the same one
 *
 * Fractions are letters and digits, below `~`: ranked cards come first, unranked ones by name. A card
 * dropped among unranked ones takes a place behind its neighbour; no other record changes.
 */
const endOfRank = '\u0000';
const behind = '\u0001';
const unranked = '~';

/** Longer names would only make keys longer. */
const nameLength = 100;

export const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function boardKey(account: {
  readonly id: string;
  readonly name: string;
  readonly rank?: string;
}): string {
  const place = account.rank ?? unranked + nameForKey(account.name);
  return place + endOfRank + account.id;
}

/** Control characters would be taken for the separators of a key. */
const nameForKey = (name: string): string =>
  fold(name.toWellFormed())
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, nameLength)
    .toWellFormed();

/** The end of a key as a fraction behind a base: the key of a card, or '' for ranks of their own. */
interface Position {
  readonly base: string;
  /** `null`: right at the base, before every fraction. */
  readonly fraction: string | null;
}

function positionOf(key: string): Position {
  const separator = key.lastIndexOf(behind);
  const tail = key.slice(separator + 1).split(endOfRank)[0] ?? '';
  const isFraction = separator >= 0 || !key.startsWith(unranked);
  if (!isFraction || !isOrderKey(tail)) return { base: key, fraction: null };
  return { base: separator < 0 ? '' : key.slice(0, separator), fraction: tail };
}

/** The library checks the shape of a key, but not that its digits are digits. */
function isOrderKey(text: string): boolean {
  if (!/^[0-9A-Za-z]+$/.test(text)) return false;
  try {
    generateKeyBetween(text, null);
    return true;
  } catch {
    return false;
  }
}

const rankAt = (base: string, fraction: string): string =>
  base === '' ? fraction : base + behind + fraction;

/**
 * A rank strictly between two board keys, `null` standing for the column's ends. Keys in the wrong order
 * (a board seen a moment ago): right behind `afterKey`.
 */
export const rankBetween = (afterKey: string | null, beforeKey: string | null): string =>
  ranksBetween(afterKey, beforeKey, 1)[0] ?? '';

/** As `rankBetween`, for several cards that land together, in their order; evenly spread, so keys stay short. */
export function ranksBetween(afterKey: string | null, beforeKey: string | null, count: number): string[] {
  if (count <= 0) return [];
  if (afterKey === null) return spread('', null, firstFraction(beforeKey), count);
  if (beforeKey === null || afterKey >= beforeKey) return behindKey(afterKey, null, count);
  return behindKey(afterKey, beforeKey, count);
}

/** The fraction above which a card comes before `key`; `null` where the whole key comes after every fraction. */
function firstFraction(key: string | null): string | null {
  if (key === null) return null;
  const { base, fraction } = positionOf(key);
  if (base === '') return fraction;
  return base === key ? null : firstFraction(base);
}

/** Three places qualify; the first that lies before `beforeKey` keeps keys shortest. */
function behindKey(afterKey: string, beforeKey: string | null, count: number): string[] {
  const after = positionOf(afterKey);
  const before = beforeKey === null ? undefined : positionOf(beforeKey);
  if (before?.base === after.base && after.fraction !== before.fraction) {
    return spread(after.base, after.fraction, before.fraction, count);
  }
  const next = spread(after.base, after.fraction, null, count);
  if (fits(next, afterKey, beforeKey)) return next;
  const ahead = before ? aheadOf(before, count) : [];
  if (ahead.length > 0 && fits(ahead, afterKey, beforeKey)) return ahead;
  return spread(afterKey, null, null, count);
}

/** Behind the same card as `position`, before it; nothing lies before a card without a fraction. */
const aheadOf = ({ base, fraction }: Position, count: number): string[] =>
  fraction === null ? [] : spread(base, null, fraction, count);

/** Whether cards with these ranks lie between, whatever their ids are. */
const fits = (ranks: readonly string[], afterKey: string, beforeKey: string | null): boolean =>
  ranks.every((rank) => rank > afterKey && (beforeKey === null || rank + behind < beforeKey));

const spread = (base: string, from: string | null, to: string | null, count: number): string[] =>
  generateNKeysBetween(from, to, count).map((fraction) => rankAt(base, fraction));
