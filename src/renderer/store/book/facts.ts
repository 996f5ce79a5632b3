import type { Account, Segment } from '../../../shared/accounts/account.ts';
import { domainOf } from '../../../shared/accounts/domain-name.ts';
import { formatEmployees } from '../../../shared/accounts/employees.ts';
import { fold } from '../../../shared/accounts/normalise.ts';
import { formatPlace, placeOf } from '../../../shared/accounts/place.ts';
import { chosenCount, segmentOfCount } from '../../../shared/accounts/segment.ts';
import { boardKey } from '../../../shared/priorities/rank.ts';
import { defaultRuleSettings } from '../../../shared/rule-book/settings.ts';
import { openStintOf } from '../../../shared/statuses/stints.ts';
import type { FactSettings } from '../../../shared/territories/facts.ts';
import type { BookRow } from '../api.ts';
import { ruleFacts, type RuleFacts } from './rule-facts.ts';

/**
 * What the book keeps of an account: the row that screens see, less what depends on others (the family's
 * segment, today), plus what deciding and sorting need. Plain data: it is cached between starts.
 */
export interface Facts {
  readonly row: Omit<BookRow, 'segment' | 'findings' | 'decided'>;
  readonly nameKey: string;
  readonly boardKey: string;
  readonly ownSegment: Segment | null;
  /** True when a head count is there but a range crosses a border (SEG-1). */
  readonly countCrossesBorder: boolean;
  readonly parentId?: string;
  readonly parentRef?: string;
  readonly standAlone?: boolean;
  /** What territory, motion and segment review look at beside the rest. */
  readonly rules: RuleFacts;
  /** Folded text of the row's own fields, for filtering before the full text is there. */
  readonly text: string;
}

/** @param settings those in force: SEG-1 and SEG-2 decide by them */
export function factsOf(account: Account, settings: FactSettings = defaultRuleSettings): Facts {
  const chosen = chosenCount(account, settings);
  const own = segmentOfCount(chosen?.count, settings);
  const place = placeOf(account);
  const openStint = openStintOf(account.stints);
  const row: Facts['row'] = {
    id: account.id,
    name: account.name,
    status: account.status ?? '',
    priority: account.priority ?? null,
    owner: account.owner ?? '',
    bdrAssigned: account.bdrAssigned ?? '',
    place: place ? formatPlace(place) : '',
    employees: chosen ? formatEmployees(chosen.count) : '',
    employeesMin:
      chosen === undefined ? null : typeof chosen.count === 'number' ? chosen.count : chosen.count.min,
    website: account.website ?? '',
    domain: domainOf(account.website) ?? '',
    industry: account.industry ?? '',
    type: account.type ?? '',
    crmId: account.crmId ?? '',
    nextStep: account.bdrNextStep ?? '',
    nextStepDate: account.bdrNextStepDate ?? null,
    workingSince: openStint?.start ?? null,
    nominatedBy: account.nominatedBy ?? '',
  };
  return {
    row,
    nameKey: fold(account.name),
    boardKey: boardKey({
      id: account.id,
      name: account.name,
      ...(account.rank !== undefined && { rank: account.rank }),
    }),
    ownSegment: own,
    countCrossesBorder: chosen !== undefined && own === null,
    ...(account.parentId !== undefined && { parentId: account.parentId }),
    ...(account.parentRef !== undefined && { parentRef: account.parentRef }),
    ...(account.standAlone !== undefined && { standAlone: account.standAlone }),
    rules: ruleFacts(account, settings),
    text: fold(
      [
        row.name,
        row.domain,
        row.place,
        row.owner,
        row.bdrAssigned,
        row.industry,
        row.crmId,
        row.nextStep,
      ].join('\n'),
    ),
  };
}

/** Folded text of everything a person wrote about an account, for the filter. */
export function searchTextOf(account: Account): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(account) as [string, unknown][]) {
    if (key === 'id' || key === 'rank' || key === 'parentId') continue;
    collect(value, parts);
  }
  return fold(parts.join('\n'));
}

function collect(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, into);
}
