import type { Segment, Status } from '../accounts/account.ts';
import { isAnothers, isBlankName } from '../accounts/bdr.ts';
import { isBlankWebsite } from '../accounts/domain-name.ts';
import { mostEmployees, parseEmployees } from '../accounts/employees.ts';
import { cyclePath, highestSegment, type RootFound } from '../accounts/hierarchy.ts';
import { segmentOfCount, type SegmentBorders } from '../accounts/segment.ts';
import type { IsoDate } from '../clock.ts';
import { label } from '../rule-book/messages.ts';
import type { Finding } from './decision.ts';

/** What findings are made from: an account as card and table show it, and what was decided about it. */
export interface FindingInput {
  readonly row: {
    readonly id: string;
    readonly status: Status;
    readonly bdrAssigned: string;
    /** As SEG-2 chose the count, for people; '' = none. */
    readonly employees: string;
    readonly website: string;
    readonly nextStepDate: IsoDate | null;
    /** Start of the open stint (AW-2). */
    readonly workingSince: IsoDate | null;
  };
  /** After the hierarchy; `null` = unknown. */
  readonly segment: Segment | null;
  readonly countCrossesBorder: boolean;
  readonly hierarchy: RootFound;
  readonly parentRef?: string;
  readonly nameOf: (id: string) => string;
  readonly bdr: string;
  readonly today: IsoDate;
  /** SEG-1: those in force. */
  readonly borders?: SegmentBorders;
}

/** Everything about an account that wants attention, gravest first. */
export const findingsOf = (input: FindingInput): Finding[] => [
  ...segmentFindings(input),
  ...hierarchyFindings(input),
  ...workingFindings(input),
  ...fieldFindings(input),
];

/**
 * SEG-1: unknown is listed for research. A hierarchy that knows (SEG-3) decides for its unknown members, but
 * a range that reaches above what was decided is listed: the exact count may raise everyone.
 */
function segmentFindings({ row, segment, countCrossesBorder, borders }: FindingInput): Finding[] {
  if (countCrossesBorder) {
    if (segment === null) return [{ rule: 'SEG-1', message: label('seg1.range', { count: row.employees }) }];
    return reachesAbove(row.employees, segment, borders)
      ? [{ rule: 'SEG-1', message: label('seg1.range-may-raise', { count: row.employees, segment }) }]
      : [];
  }
  return segment === null ? [{ rule: 'SEG-1', message: label('seg1.no-count') }] : [];
}

function reachesAbove(employees: string, segment: Segment, borders: SegmentBorders | undefined): boolean {
  const count = parseEmployees(employees);
  if (!count.ok || typeof count.value === 'number') return false;
  const most = segmentOfCount(count.value.max ?? mostEmployees, borders);
  return most !== segment && highestSegment([most, segment]) === most;
}

/** SEG-3: reported where it can be mended: at the members of the circle, at the account whose parent is missing. */
function hierarchyFindings({ row, hierarchy, parentRef, nameOf }: FindingInput): Finding[] {
  if (hierarchy.problem === 'cycle' && hierarchy.cycle?.includes(row.id) === true) {
    return [{ rule: 'SEG-3', message: label('seg3.cycle', { path: cyclePath(hierarchy, nameOf) }) }];
  }
  if (hierarchy.problem === 'missing-parent' && hierarchy.root === row.id) {
    return [{ rule: 'SEG-3', message: label('seg3.missing-parent', { parent: parentRef ?? '' }) }];
  }
  return [];
}

function workingFindings({ row, bdr, today }: FindingInput): Finding[] {
  if (row.status !== 'Actively Working') return [];
  const findings: Finding[] = [];
  if (isBlankName(row.bdrAssigned)) {
    findings.push({ rule: 'AW-1', message: label('aw1.working-unassigned') });
  } else if (!isBlankName(bdr) && isAnothers(row.bdrAssigned, bdr)) {
    const owner = row.bdrAssigned.trim();
    findings.push({ rule: 'AW-1', message: label('aw1.working-by-other', { owner }) });
  }
  if (row.workingSince === null) {
    findings.push({ rule: 'AW-2', message: label('aw2.no-start') });
  } else if (row.workingSince > today) {
    findings.push({ rule: 'AW-2', message: label('aw2.start-in-future', { date: row.workingSince }) });
  }
  return findings;
}

function fieldFindings({ row, today }: FindingInput): Finding[] {
  const findings: Finding[] = [];
  if (row.nextStepDate !== null && row.nextStepDate < today) {
    findings.push({ rule: 'CLK-3', message: label('clk3.next-step-past', { date: row.nextStepDate }) });
  }
  if (isBlankName(row.website)) {
    findings.push({ rule: 'field', message: label('field.website-missing') });
  } else if (isBlankWebsite(row.website)) {
    findings.push({ rule: 'field', message: label('field.website-blank') });
  }
  return findings;
}
