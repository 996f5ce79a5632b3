import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { EmployeeCount, Segment } from './account.ts';
import { formatEmployees } from './employees.ts';
import { decideFamily, type HierarchyNode } from './hierarchy.ts';
import { customerCarr, decideMotion, type MotionFacts } from './motion.ts';

/** What the tree of a hierarchy is explained from. */
export interface FamilyReceiptMember extends HierarchyNode, MotionFacts {
  /** By SEG-2; `null` = none. */
  readonly count: EmployeeCount | null;
}

/** What a hierarchy decides together, told at the member that decides it. */
export interface FamilyReceipt {
  /** By member: what it decides for all. */
  readonly decides: ReadonlyMap<string, readonly Label[]>;
  /** What no member decides: an unknown segment, Land. */
  readonly undecided: readonly Label[];
}

/**
 * Whose head count gives a hierarchy its segment (SEG-3), and whose CARR makes it Expand, with the amount and
 * the line it has to reach (SEG-5).
 * @param id the account that is looked at: of several with the highest segment it is the one that decides
 * @param family every member of its hierarchy, the account included
 */
export function explainFamily(
  id: string,
  family: readonly FamilyReceiptMember[],
  settings: Pick<RuleSettings, 'expandFromCarr'> = defaultRuleSettings,
): FamilyReceipt {
  const decides = new Map<string, Label[]>();
  const undecided: Label[] = [];
  const tell = (member: FamilyReceiptMember | undefined, said: Label): void => {
    if (member) decides.set(member.id, [...(decides.get(member.id) ?? []), said]);
    else undecided.push(said);
  };
  const memberOf = (wanted: string | null | undefined) => family.find((member) => member.id === wanted);

  const { segment = null, decidedBy } = decideFamily(family).get(id) ?? {};
  const largest = memberOf(decidedBy);
  tell(
    largest,
    segment === null || largest === undefined
      ? label('seg3.none-known', { count: family.length })
      : decidesSegment(segment, largest),
  );

  const border = settings.expandFromCarr;
  const customer = memberOf(decideMotion(family, settings).decidedBy);
  tell(
    customer,
    customer
      ? label('seg5.decides', { carr: customerCarr(customer) ?? 0, border })
      : label('seg5.no-customer', { count: family.length, border }),
  );
  return { decides, undecided };
}

/** SEG-4: while its own change waits for a review, an account decides by what was confirmed, not by its count. */
function decidesSegment(segment: Segment, { count, pendingSegment }: FamilyReceiptMember): Label {
  return pendingSegment !== undefined || count === null
    ? label('seg3.decides-held', { segment })
    : label('seg3.decides', { segment, employees: formatEmployees(count) });
}
