import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import { customerCarr, decideMotion, firstOrderFinding, type Motion, type MotionFacts } from './motion.ts';

type Member = MotionFacts & { readonly id: string; readonly name: string };

/**
 * SEG-5: Land or Expand with its receipt: the customer that decides, what the CRM's box says, and the
 * nearest change that would turn it.
 * @param family every member of its hierarchy, the account included
 */
export function explainMotion(
  account: Member,
  family: readonly Member[],
  settings: Pick<RuleSettings, 'expandFromCarr'> = defaultRuleSettings,
): Decided<Motion> {
  const { motion, decidedBy } = decideMotion(family, settings);
  const border = settings.expandFromCarr;
  const customer = family.find(({ id }) => id === decidedBy);
  const box = firstOrderFinding(account, motion);
  const minutesOnly = family.filter(({ ciMinutesOnly }) => ciMinutesOnly === true);
  return {
    outcome: motion,
    receipt: {
      rules: ['SEG-5'],
      said: label('motion.is', { motion }),
      facts: [
        customer
          ? label('seg5.customer', { name: customer.name, carr: customer.totalCarr ?? 0, border })
          : label('seg5.no-customer', { count: family.length, border }),
        ...minutesOnly.map(({ name }) => label('seg5.ci-minutes-only', { name })),
        ...(box ? [box.message] : []),
      ],
      settings: settingsUsed(settings, ['expandFromCarr']),
      flips: motion === 'Expand' ? toLand(family, border) : toExpand(family, border),
    },
  };
}

function toLand(family: readonly Member[], border: number): Label[] {
  const customers = family.filter((member) => (customerCarr(member) ?? -1) >= border);
  const [only] = customers;
  return only && customers.length === 1
    ? [label('flip.carr-below', { name: only.name, border })]
    : [label('flip.carr-all-below', { count: customers.length, border })];
}

/** A customer that pays too little is nearest; then somebody with the CARR who is no customer by type. */
function toExpand(family: readonly Member[], border: number): Label[] {
  const open = family.filter(({ ciMinutesOnly }) => ciMinutesOnly !== true);
  const customers = open
    .filter(({ type }) => type === 'customer')
    .sort((a, b) => (b.totalCarr ?? 0) - (a.totalCarr ?? 0));
  const [nearest] = customers;
  if (nearest) {
    const missing = border - (nearest.totalCarr ?? 0);
    return [label('flip.carr-more', { name: nearest.name, amount: missing })];
  }
  const payer = open.find(({ totalCarr }) => (totalCarr ?? 0) >= border);
  return [
    payer ? label('flip.type-customer', { name: payer.name }) : label('flip.first-customer', { border }),
  ];
}
