import type { Segment } from '../accounts/account.ts';
import { readEmployees } from '../exchange/employee-cell.ts';
import { headerKey } from '../exchange/headers.ts';
import { readTextList } from '../exchange/list-text.ts';
import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import type { EmployeeBand, RowMotion, Tier } from './mapping.ts';
import { splitCell } from './read-belongs.ts';

const words = <T>(entries: readonly (readonly [value: T, words: string])[]): ReadonlyMap<string, T> =>
  new Map(
    entries.flatMap(([value, text]) => text.split('|').map((word) => [headerKey(word), value] as const)),
  );

const segmentWords = words<readonly Segment[] | 'public sector'>([
  [['Large'], 'Large|Enterprise|ENT|LRG|Strategic'],
  [['Mid-Market'], 'Mid-Market|MM|Mid|Midmarket|Mid Mkt'],
  [['SMB'], 'SMB|Small Business|Small|Small and Medium Business'],
  [['Mid-Market', 'SMB'], 'Commercial|COMM'],
  [[], 'All|Any|Every|Every segment|All segments'],
  ['public sector', 'Public Sector|PubSec|Pub Sec|Government'],
]);

export interface SegmentCell {
  /** Empty = every segment. */
  readonly segments: readonly Segment[];
  readonly isPublicSector: boolean;
}

/** "Large", "MM / SMB", "Commercial" (both of these), "All", "PubSec". */
export function readSegments(text: string): Result<SegmentCell, Label> {
  const segments = new Set<Segment>();
  let every = false;
  let isPublicSector = false;
  for (const part of text.split(/[;,/|&+\n]/).map((item) => item.trim())) {
    if (part === '') continue;
    const found = segmentWords.get(headerKey(part));
    if (found === undefined) return err(label('mapping.unknown-segment', { segment: part }));
    if (found === 'public sector') isPublicSector = true;
    else if (found.length === 0) every = true;
    else for (const segment of found) segments.add(segment);
  }
  return ok({ segments: every ? [] : [...segments].sort(), isPublicSector });
}

const motionWords = words<RowMotion>([
  ['Land', 'Land|First Order|FO|New|New Business'],
  ['Expand', 'Expand|Expansion|Growth|Customers|Existing'],
  ['any', 'Any|Both|All|Land & Expand|Land/Expand|Land and Expand'],
]);

export function readMotion(text: string): Result<RowMotion, Label> {
  const found = motionWords.get(headerKey(text));
  return found === undefined ? err(label('mapping.unknown-motion', { motion: text })) : ok(found);
}

const tierWords = words<Tier>([
  ['P0', 'P0|Primary|0|Tier 0'],
  ['P1', 'P1|Secondary|1|Tier 1'],
]);

export function readTier(text: string): Result<Tier, Label> {
  const found = tierWords.get(headerKey(text));
  return found === undefined ? err(label('mapping.unknown-tier', { tier: text })) : ok(found);
}

/** "100-500", "500+", "under 100"; one number alone could be either end. */
export function readBand(text: string): Result<EmployeeBand, Label> {
  const count = readEmployees(text);
  if (!count.ok) return err(label('mapping.bad-band', { band: text }));
  if (typeof count.value !== 'number') return ok(count.value);
  return err(label('mapping.half-band', { band: text }));
}

/** Seats that nobody has yet. */
const vacant = words([[true, 'TBH|TBD|TBC|Vacant|Open|To be hired|Nobody|Unassigned']]);
const isVacant = (name: string): boolean => vacant.has(headerKey(name));

/** The one BDR of a row; `undefined` = nobody yet. */
export function readBdr(text: string): Result<string | undefined, Label> {
  const [name = '', ...others] = text.split(/[;|\n]|\s\/\s/).flatMap((item) => item.trim() || []);
  if (others.length > 0) return err(label('mapping.several-bdrs', { bdrs: text }));
  if (isVacant(name) || name === '') return ok(undefined);
  return /\p{L}/u.test(name) ? ok(name) : err(label('mapping.bdr-without-name', { bdr: text }));
}

/** The AEs that a row covers. Vacant seats are left out; an AE without a name is refused. */
export function readAes(text: string): Result<string[], Label> {
  const listed = text.startsWith('[') ? readTextList(text) : undefined;
  const names = new Set<string>();
  for (const name of listed ?? splitCell(text)) {
    if (!/\p{L}/u.test(name)) return err(label('mapping.ae-without-name', { aes: text }));
    if (!isVacant(name)) names.add(name);
  }
  return ok([...names]);
}
