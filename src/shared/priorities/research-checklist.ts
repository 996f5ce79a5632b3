import type { AccountValues } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { readIcpNotes } from '../accounts/icp-notes-text.ts';
import { opportunityState, type Opportunity } from '../accounts/opportunity.ts';
import type { Prospect } from '../accounts/prospect.ts';
import type { Relation } from '../accounts/relatives.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { hasMoment } from './signals.ts';
import { triggersOf } from './triggers.ts';

/** PR-9: what to look up about an account, in this order. Stored when ticked: keys keep their meaning. */
export const researchKeys = [
  'pastOpportunities',
  'rankNotes',
  'usage',
  'lam',
  'leadsAndLims',
  'webActivity',
  'newsAndHiring',
  'technology',
  'playbooks',
  'duplicates',
] as const;
export type ResearchKey = (typeof researchKeys)[number];

/** Another account that may be the same company. */
export interface PossibleDuplicate {
  readonly id: string;
  readonly name: string;
  readonly relation: Extract<Relation, 'same domain' | 'alias' | 'same address'>;
  readonly by: string;
}

export interface ResearchFacts {
  readonly values: AccountValues;
  readonly opportunities: readonly Pick<Opportunity, 'id' | 'name' | 'stage' | 'closeDate' | 'lostReason'>[];
  readonly prospects: readonly Pick<
    Prospect,
    'name' | 'persona' | 'lastInterestingMoment' | 'lastInterestingMomentDate'
  >[];
  readonly duplicates: readonly PossibleDuplicate[];
}

/** One item of the checklist. `found`: the data answers it; `ticked`: a person did. */
export interface ResearchItem {
  readonly key: ResearchKey;
  readonly title: Label;
  readonly state: 'found' | 'ticked' | 'open';
  /** What is known. */
  readonly facts: readonly Label[];
}

/** PR-9: the research checklist of an account, with what its data answers already. */
export function researchChecklist(facts: ResearchFacts): ResearchItem[] {
  const ticked = new Set(facts.values.researchDone ?? []);
  return researchKeys.map((key) => {
    const { answered, known } = answers[key](facts);
    const state = answered ? 'found' : ticked.has(key) ? 'ticked' : 'open';
    return { key, title: titles[key](), state, facts: known };
  });
}

const titles: Readonly<Record<ResearchKey, () => Label>> = {
  pastOpportunities: () => label('research.past-opportunities'),
  rankNotes: () => label('research.rank-notes'),
  usage: () => label('research.usage'),
  lam: () => label('research.lam'),
  leadsAndLims: () => label('research.leads-and-lims'),
  webActivity: () => label('research.web-activity'),
  newsAndHiring: () => label('research.news-and-hiring'),
  technology: () => label('research.technology'),
  playbooks: () => label('research.playbooks'),
  duplicates: () => label('research.duplicates'),
};

interface Answer {
  readonly answered: boolean;
  readonly known: readonly Label[];
}

const answer = (known: readonly Label[], answered = known.length > 0): Answer => ({ answered, known });

const noted = (texts: readonly (string | undefined)[]): Label[] =>
  texts.flatMap((text) =>
    text === undefined || isBlankName(text) ? [] : [label('research.text', { text: shortened(text) })],
  );

const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
};

const answers: Readonly<Record<ResearchKey, (facts: ResearchFacts) => Answer>> = {
  pastOpportunities: ({ opportunities }) => {
    const ended = opportunities.filter((it) => opportunityState(it) !== 'open');
    const known = ended.map(({ id, name, stage = '', lostReason }) =>
      lostReason === undefined
        ? label('research.ended', { name: name ?? id, stage })
        : label('research.ended-because', { name: name ?? id, stage, reason: lostReason }),
    );
    const unexplained = ended.some((it) => opportunityState(it) !== 'won' && isBlankName(it.lostReason));
    return answer(known, known.length > 0 && !unexplained);
  },
  rankNotes: ({ values }) => answer(noted([values.accountRankNotes, values.aeNotes])),
  usage: ({ values: { ceUsers, ceInstances, ciUsage } }) => {
    const counts =
      ceUsers === undefined && ceInstances === undefined
        ? []
        : [label('research.ce', { users: ceUsers ?? 0, instances: ceInstances ?? 0 })];
    return answer([...counts, ...noted([ciUsage])]);
  },
  lam: ({ values: { lamDevelopers } }) =>
    answer(lamDevelopers === undefined ? [] : [label('research.lam-count', { count: lamDevelopers })]),
  leadsAndLims: ({ prospects, values }) => {
    const moments = prospects.filter(hasMoment);
    const people =
      prospects.length === 0
        ? []
        : [label('research.people', { count: prospects.length, moments: moments.length })];
    const { personsWithLims } = readIcpNotes(values.accountResearch);
    return answer([...people, ...noted([personsWithLims])], moments.length > 0 || personsWithLims !== '');
  },
  webActivity: ({ values: { engagementMinutes } }) =>
    answer(
      engagementMinutes === undefined ? [] : [label('research.minutes', { minutes: engagementMinutes })],
    ),
  newsAndHiring: ({ values }) => {
    const notes = readIcpNotes(values.accountResearch);
    const triggers = triggersOf(values, notes).map(({ text }) => text);
    return answer(noted(triggers), notes.triggers !== '' || triggers.length > 0);
  },
  technology: ({ values }) => answer(noted([values.techUsed, readIcpNotes(values.accountResearch).techUsed])),
  playbooks: ({ prospects }) => {
    const personas = new Set(prospects.flatMap(({ persona }) => persona ?? []));
    return answer(
      [...personas].sort().map((persona) => label('research.persona', { persona })),
      false,
    );
  },
  duplicates: ({ duplicates }) =>
    answer(
      duplicates.map(({ name, relation, by }) =>
        relation === 'alias'
          ? label('research.same-name', { name })
          : relation === 'same domain'
            ? label('research.same-domain', { name, domain: by })
            : label('research.same-address', { name, address: by }),
      ),
      duplicates.length === 0,
    ),
};
