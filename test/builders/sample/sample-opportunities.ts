import type { SeededRandom } from '../random.ts';
import { day, type Draft } from './draft.ts';

export interface OpportunityDraft {
  readonly accountKey: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const openStages = ['1-Discovery', '2-Scoping', '3-Technical Evaluation', '4-Proposal', '5-Negotiating'];
const lostReasons = ['Stays with what they have', 'No budget this year', 'Went silent', 'Chose a competitor'];

/**
 * Opportunities as a CRM has them: renewals at customers, some lost ones where the account was worked before,
 * and a few open ones that an earlier owner still holds (TER-10).
 */
export function draftOpportunities(drafts: readonly Draft[], random: SeededRandom): OpportunityDraft[] {
  let made = 0;
  const crmId = (): string => {
    made += 1;
    return `006Gw${String(2_000_000 + made * 6151).padStart(10, '0')}AAA`;
  };
  return drafts.flatMap((draft): OpportunityDraft[] => {
    const { values } = draft;
    const add = (own: Readonly<Record<string, unknown>>): OpportunityDraft => ({
      accountKey: draft.key,
      values: { crmId: crmId(), owner: values.owner, ...own },
    });
    const found: OpportunityDraft[] = [];
    if (values.type === 'customer') {
      const won = random.int(120, 700);
      found.push(
        add({
          name: 'New business',
          createdDate: day(-won - random.int(30, 150)),
          stage: '6-Closed Won',
          closeDate: day(-won),
        }),
      );
      if (random.chance(0.7)) found.push(add(openOne('Renewal', random)));
    }
    if (values.status === 'Worked in FY' && random.chance(0.4)) found.push(add(lostOne(random)));
    if (values.status === 'Queued' && random.chance(0.08)) found.push(add(lostOne(random)));
    if (values.status === 'Actively Working' && random.chance(0.06)) {
      found.push(add(openOne('Platform evaluation', random)));
    }
    if (values.status === 'Queued' && random.chance(0.05)) {
      const others = draft.region.owners.filter((owner) => owner !== values.owner);
      found.push(add({ ...openOne('First project', random), owner: random.pick(others) }));
    }
    return found;
  });
}

function openOne(name: string, random: SeededRandom): Record<string, unknown> {
  return {
    name,
    createdDate: day(-random.int(8, 170)),
    stage: random.pick(openStages),
    nextStepDate: day(random.int(-6, 20)),
    closeDate: day(random.int(10, 140)),
  };
}

function lostOne(random: SeededRandom): Record<string, unknown> {
  const closed = random.int(12, 160);
  return {
    name: 'First project',
    createdDate: day(-closed - random.int(20, 120)),
    stage: '8-Closed Lost',
    closeDate: day(-closed),
    lostReason: random.pick(lostReasons),
  };
}
