import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import {
  employeeKeys,
  employeeSources,
  type AccountValues,
  type EmployeeCount,
  type EmployeeSource,
  type Segment,
} from './account.ts';

/** SEG-1: the lowest head count of Mid-Market and of Large. */
export type SegmentBorders = Pick<RuleSettings, 'midMarketFrom' | 'largeFrom'>;

/** SEG-1, SEG-2: what decides about an account's own segment. */
export type SegmentSettings = SegmentBorders & Pick<RuleSettings, 'employeeSourceOrder'>;

/** What each source of a head count is called for people (SEG-2). */
export const employeeSourceWords: Readonly<Record<EmployeeSource, string>> = {
  override: 'admin override',
  zoomInfo: 'ZoomInfo',
  dataFox: 'DataFox',
  imported: 'imported list',
};

export interface ChosenCount {
  readonly source: EmployeeSource;
  readonly count: EmployeeCount;
}

const segmentOfNumber = (employees: number, { midMarketFrom, largeFrom }: SegmentBorders): Segment => {
  if (employees >= largeFrom) return 'Large';
  return employees >= midMarketFrom ? 'Mid-Market' : 'SMB';
};

/**
 * SEG-1: the segment of a head count. `null` = unknown: no count, or a range that crosses a border; an
 * open range ("5,000+") decides only from 2,000 on, where no border is left to cross.
 */
export function segmentOfCount(
  count: EmployeeCount | undefined,
  borders: SegmentBorders = defaultRuleSettings,
): Segment | null {
  if (count === undefined) return null;
  if (typeof count === 'number') return count >= 0 ? segmentOfNumber(count, borders) : null;
  const lowest = segmentOfNumber(count.min, borders);
  if (count.max === undefined) return lowest === 'Large' ? 'Large' : null;
  if (count.min > count.max) return null;
  return lowest === segmentOfNumber(count.max, borders) ? lowest : null;
}

const dataFoxFirst: readonly EmployeeSource[] = ['override', 'dataFox', 'zoomInfo', 'imported'];

/** SEG-2: the head count of the first source that has one: admin override, ZoomInfo, DataFox, imported list. */
export function chosenCount(
  values: AccountValues,
  { employeeSourceOrder }: Pick<RuleSettings, 'employeeSourceOrder'> = defaultRuleSettings,
): ChosenCount | undefined {
  for (const source of employeeSourceOrder === 'dataFoxFirst' ? dataFoxFirst : employeeSources) {
    const count = values[employeeKeys[source]];
    if (count !== undefined) return { source, count };
  }
  return undefined;
}

/** The segment of an account by itself, before its hierarchy is looked at (SEG-1, SEG-2). */
export const ownSegment = (
  values: AccountValues,
  settings: SegmentSettings = defaultRuleSettings,
): Segment | null => segmentOfCount(chosenCount(values, settings)?.count, settings);
