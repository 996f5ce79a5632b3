import { describe, expect, it } from 'vitest';
import {
  researchChecklist,
  researchKeys,
  type ResearchFacts,
  type ResearchKey,
} from '../../../../src/shared/priorities/research-checklist.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const facts = (part: Partial<ResearchFacts>): ResearchFacts => ({
  values: { name: 'Acme' },
  opportunities: [],
  prospects: [],
  duplicates: [],
  ...part,
});
const item = (key: ResearchKey, part: Partial<ResearchFacts>): [string, string[]] => {
  const found = researchChecklist(facts(part)).find((it) => it.key === key);
  return [found?.state ?? '', found?.facts.map(sayStrictly) ?? []];
};
const values = (part: object): Partial<ResearchFacts> => ({ values: { name: 'Acme', ...part } });

describe('PR-9: the research checklist of an account', () => {
  it('has all its items, each with a title; of a bare account all are open but the duplicates', () => {
    const list = researchChecklist(facts({}));
    expect(list.map(({ key }) => key)).toEqual(researchKeys);
    for (const { title } of list) expect(sayStrictly(title)).not.toBe('');
    expect(list.filter(({ state }) => state !== 'open').map(({ key }) => key)).toEqual(['duplicates']);
  });

  it('a person can tick what no data answers', () => {
    expect(item('playbooks', values({ researchDone: ['playbooks'] }))[0]).toBe('ticked');
    expect(item('newsAndHiring', values({ researchDone: ['newsAndHiring'] }))[0]).toBe('ticked');
    expect(
      item('newsAndHiring', values({ researchDone: ['newsAndHiring'], triggers: [{ text: 'CTO' }] }))[0],
    ).toBe('found');
  });

  it.each<[ResearchKey, Partial<ResearchFacts>, string, string[]]>([
    ['pastOpportunities', { opportunities: [{ id: 'o', name: 'Tools', stage: '1-Discovery' }] }, 'open', []],
    [
      'pastOpportunities',
      { opportunities: [{ id: 'o', name: 'Tools', stage: '7-Closed Lost' }] },
      'open',
      ['Tools: 7-Closed Lost'],
    ],
    [
      'pastOpportunities',
      {
        opportunities: [
          { id: 'o', stage: '7-Closed Lost', lostReason: 'price' },
          { id: 'w', stage: 'Closed Won' },
        ],
      },
      'found',
      ['o: 7-Closed Lost, price', 'w: Closed Won'],
    ],
    ['rankNotes', values({ aeNotes: 'Merging\ntools' }), 'found', ['Merging tools']],
    ['usage', values({ ceUsers: 3 }), 'found', ['3 CE users, 0 instances']],
    ['usage', values({ ciUsage: '400 minutes' }), 'found', ['400 minutes']],
    ['lam', values({ lamDevelopers: 1 }), 'found', ['1 developer']],
    [
      'leadsAndLims',
      { prospects: [{ name: 'Mia' }] },
      'open',
      ['1 person, 0 with a last interesting moment'],
    ],
    [
      'leadsAndLims',
      { prospects: [{ name: 'Mia', lastInterestingMoment: 'x' }] },
      'found',
      ['1 person, 1 with a last interesting moment'],
    ],
    [
      'leadsAndLims',
      values({ accountResearch: 'Persons with LIMs: None\nTech Used: None' }),
      'found',
      ['None'],
    ],
    ['webActivity', values({ engagementMinutes: 12 }), 'found', ['12 engagement minutes']],
    ['newsAndHiring', values({ triggers: [{ text: 'new CTO' }] }), 'found', ['new CTO']],
    ['newsAndHiring', values({ accountResearch: 'Tech Used: x\nTriggers: None' }), 'found', []],
    ['technology', values({ techUsed: 'Jenkins' }), 'found', ['Jenkins']],
    [
      'playbooks',
      {
        prospects: [
          { name: 'Mia', persona: 'VIP' },
          { name: 'Jo', persona: 'user' },
        ],
      },
      'open',
      ['Persona: VIP', 'Persona: user'],
    ],
    [
      'duplicates',
      {
        duplicates: [
          { id: 'b', name: 'Acme Inc', relation: 'alias', by: 'acme' },
          { id: 'c', name: 'Anvils', relation: 'same domain', by: 'acme.com' },
          { id: 'd', name: 'Depot', relation: 'same address', by: 'main st 1, 10115' },
        ],
      },
      'open',
      [
        'Acme Inc has the same name.',
        'Anvils has acme.com too.',
        'Depot has the same address: main st 1, 10115.',
      ],
    ],
  ])('%s of %j', (key, part, state, known) => {
    expect(item(key, part)).toEqual([state, known]);
  });
});
