import {
  employeeKeys,
  employeeSources,
  type AccountValues,
  type EmployeeCount,
  type EmployeeSource,
  type Segment,
} from './account.ts';

/** SEG-1: the lowest head count of each segment. */
const segmentFloors = { 'Mid-Market': 100, Large: 2000 } as const;

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

const segmentOfNumber = (employees: number): Segment => {
  if (employees >= segmentFloors.Large) return 'Large';
  return employees >= segmentFloors['Mid-Market'] ? 'Mid-Market' : 'SMB';
};

/**
 * SEG-1: the segment of a head count. `null` = unknown: no count, or a range that crosses a border; an
 * open range ("5,000+") decides only from 2,000 on, where no border is left to cross.
 */
export function segmentOfCount(count: EmployeeCount | undefined): Segment | null {
  if (count === undefined) return null;
  if (typeof count === 'number') return count >= 0 ? segmentOfNumber(count) : null;
  const lowest = segmentOfNumber(count.min);
  if (count.max === undefined) return lowest === 'Large' ? 'Large' : null;
  if (count.min > count.max) return null;
  return lowest === segmentOfNumber(count.max) ? lowest : null;
}

/** SEG-2: the head count of the first source that has one: admin override, ZoomInfo, DataFox, imported list. */
export function chosenCount(values: AccountValues): ChosenCount | undefined {
  for (const source of employeeSources) {
    const count = values[employeeKeys[source]];
    if (count !== undefined) return { source, count };
  }
  return undefined;
}

/** The segment of an account by itself, before its hierarchy is looked at (SEG-1, SEG-2). */
export const ownSegment = (values: AccountValues): Segment | null =>
  segmentOfCount(chosenCount(values)?.count);
