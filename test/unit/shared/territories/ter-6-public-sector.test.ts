import { describe, expect, it } from 'vitest';
import {
  decidePublicSector,
  indicatorsIn,
  suggestPublicSector,
  type PublicSectorAnswer,
  type PublicSectorQuestions,
} from '../../../../src/shared/territories/public-sector.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { suggestionFinding } from '../../../../src/shared/territories/territory-findings.ts';
import { account, decide, row, said, us } from './given.ts';

const rows = [
  row('TEXAS', { states: us('TX') }),
  row('PUBSEC', { segments: ['Large'], vertical: 'Public Sector', region: 'AMER' }),
  row('UK', { countries: ['GB'] }),
  row('CANADA-LARGE', { countries: ['CA'] }),
  row('AMER-MM', { segments: ['Mid-Market'], countries: ['CA'] }),
  row('AMER-SMB', { segments: ['SMB'], countries: ['CA'] }),
];
type Part = NonNullable<Parameters<typeof account>[1]>;
const flagged = (part: Part = {}) => account('a', { publicSector: true, ...part });
const abroad = (country: string, part: Part = {}): Part => ({
  billingCountry: country,
  billingState: undefined,
  billingPostalCode: undefined,
  ...part,
});

describe('TER-6: public sector', () => {
  it.each([5, 500, 50_000, undefined])('in the US goes to Public Sector, also with %s employees', (count) => {
    const decision = decide(rows, [flagged({ employeesZoomInfo: count })]);
    expect([said(decision), decision.tier, decision.rules[0]]).toEqual(['PUBSEC', 'public sector', 'TER-6']);
  });

  it('unflagged, or flagged as none, stays in its territory', () => {
    expect(said(decide(rows, [account('a')]))).toBe('TEXAS');
    expect(said(decide(rows, [account('a', { publicSector: false })]))).toBe('TEXAS');
  });

  it('elsewhere goes to its region', () => {
    expect(said(decide(rows, [flagged(abroad('United Kingdom'))]))).toBe('UK');
  });

  it('elsewhere goes to a public-sector territory only where one lists that very country', () => {
    const listed = [...rows, row('UK-PUBSEC', { vertical: 'PubSec', countries: ['GB'] })];
    expect(said(decide(listed, [flagged(abroad('GB'))]))).toBe('UK-PUBSEC');
    const byRegion = [...rows, row('EMEA-PUBSEC', { vertical: 'PubSec', region: 'EMEA' })];
    expect(said(decide(byRegion, [flagged(abroad('GB'))]))).toBe('UK');
  });

  it.each([
    [20, 'AMER-SMB'],
    [200, 'AMER-MM'],
    [20_000, 'AMER-MM'],
    [undefined, 'AMER-MM'],
  ])('Canadian government of %s employees goes to AMER Commercial: %s', (count, code) => {
    expect(said(decide(rows, [flagged(abroad('Canada', { employeesZoomInfo: count }))]))).toBe(code);
    expect(said(decide(rows, [account('a', abroad('Canada'))]))).toBe('CANADA-LARGE');
  });

  it('in the US without a territory for it is a finding, never a guess', () => {
    const decision = decide(rows.slice(0, 1), [flagged()]);
    expect([said(decision), decision.rules[0]]).toEqual(['none: no-public-sector', 'TER-6']);
  });

  it('the ultimate parent’s flag counts for its children, and its place for all (TER-3)', () => {
    const child = account('c', { parentId: 'p', ...abroad('GB') });
    expect(said(decide(rows, [child, account('p', { publicSector: true })]))).toBe('PUBSEC');
    const own = account('c', { parentId: 'p', publicSector: true });
    expect(said(decide(rows, [own, account('p', abroad('GB'))]))).toBe('UK');
  });

  it('among several by place, and two that fit alike are a conflict', () => {
    const west = row('PUBSEC-WEST', { segments: [], vertical: 'Federal', states: us('CA') });
    expect(said(decide([...rows, west], [flagged({ billingState: 'CA' })]))).toBe('PUBSEC-WEST');
    const twin = row('PUBSEC-2', { vertical: 'Public Sector', region: 'NORAM' });
    expect(said(decide([...rows, twin], [flagged()]))).toBe('PUBSEC | PUBSEC-2');
  });
});

describe('TER-6: descriptions are searched for the words of the handbook', () => {
  it.each<[string, string[]]>([
    ['We serve the County of Travis.', ['County']],
    ['Official site of the city of Austin', ['City Of']],
    ['Three state universities', ['State', 'University']],
    ['A community college and a university', ['University', 'College']],
    ['Defence and intelligence agencies', ['Defense', 'Intelligence', 'Agency']],
    ['Mission-critical software', ['Mission Critical']],
    ['Our mission: mission support at speed to mission', ['Mission', 'Mission Support', 'Speed to Mission']],
    ['a Systems Integrator with many contract vehicles', ['System Integrator', 'Contract Vehicle']],
    [
      'Government bids, government contracts and task orders',
      ['Government Bid', 'Government Contract', 'Task Order'],
    ],
    ['Civilian staff', ['Civilian']],
    ['A state-of-the-art bakery in the United States', []],
    ['Estates, interstate haulage, missionaries and the universe', []],
    ['Intelligent countertops', []],
    ['', []],
  ])('“%s”', (description, words) => {
    expect(indicatorsIn(description)).toEqual(words);
  });

  it('a hit is a suggestion, and only where it would change something', () => {
    const description = 'Agency of the state';
    expect(suggestPublicSector({ description }, 'US')).toEqual({
      words: ['State', 'Agency'],
      to: 'Public Sector',
    });
    expect(suggestPublicSector({ description }, 'CA')?.to).toBe('AMER Commercial');
    expect(suggestPublicSector({ description }, null)?.to).toBe('unknown country');
    expect(suggestPublicSector({ description }, 'GB')).toBeUndefined();
    expect(suggestPublicSector({ description: 'A bakery' }, 'US')).toBeUndefined();
    expect(suggestPublicSector({}, 'US')).toBeUndefined();
  });

  it.each([
    [
      'US',
      'TER-6: the description of Acme has “State” and “Agency”. If it is US public sector, flag it: it would go to Public Sector.',
    ],
    [
      'CA',
      'TER-6: the description of Acme has “State” and “Agency”. If it is Canadian government, flag it: it would go to AMER Commercial.',
    ],
    [
      null,
      'TER-6: the description of Acme has “State” and “Agency”, and its country is not known. Fill in the country first.',
    ],
  ])('in %s it reads: %s', (country, words) => {
    const suggestion = suggestPublicSector({ description: 'Agency of the state' }, country);
    expect(suggestion && sayStrictly(suggestionFinding('Acme', suggestion).message)).toBe(words);
  });

  it('nobody is asked again who has answered, and nothing is applied by itself', () => {
    const description = 'Agency of the state';
    expect(suggestPublicSector({ description, publicSector: false }, 'US')).toBeUndefined();
    expect(suggestPublicSector({ description, publicSector: true }, 'US')).toBeUndefined();
    expect(said(decide(rows, [account('a', { description })]))).toBe('TEXAS');
  });
});

describe('TER-6: who is public sector', () => {
  const us = { country: 'US' } as const;

  it.each<[PublicSectorQuestions, PublicSectorAnswer]>([
    [{ kind: 'agency', ...us }, { goesTo: 'Public Sector' }],
    [{ kind: 'university', ...us }, { goesTo: 'Public Sector' }],
    [{ kind: 'other', ...us }, { goesTo: 'region' }],
    [{ kind: 'agency', country: 'GB' }, { goesTo: 'region' }],
    [{ kind: 'university', country: 'CA' }, { goesTo: 'region' }],
    [{ kind: 'agency', country: 'CA' }, { goesTo: 'AMER Commercial' }],
    [{ kind: 'contractor', ...us, usBasedSupport: true, governmentShare: 0 }, { goesTo: 'Public Sector' }],
    [{ kind: 'contractor', ...us, usBasedSupport: false, governmentShare: 75 }, { goesTo: 'Public Sector' }],
    [{ kind: 'contractor', ...us, usBasedSupport: false, governmentShare: 74.9 }, { goesTo: 'region' }],
    [
      { kind: 'contractor', ...us, governmentShare: 10 },
      { goesTo: 'Public Sector', untilKnown: true },
    ],
    [
      { kind: 'contractor', ...us, usBasedSupport: false },
      { goesTo: 'Public Sector', untilKnown: true },
    ],
    [{ kind: 'contractor', country: 'DE', governmentShare: 100 }, { goesTo: 'region' }],
  ])('%j: %j', (questions, answer) => {
    expect(decidePublicSector(questions)).toEqual(answer);
  });
});
