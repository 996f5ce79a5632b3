import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import { account, bdrOf, decide, postal, row, said, us } from './given.ts';

describe('TER-7: postal before state before country before region', () => {
  const region = row('AMERICAS', { region: 'AMER' });
  const country = row('USA', { countries: ['US'] });
  const state = row('TEXAS', { states: us('TX') });
  const short = row('AUSTIN-AREA', { postalPrefixes: postal('US', '787') });
  const long = row('DOWNTOWN', { postalPrefixes: postal('US', '78701') });

  it.each<[string, MappingRow[], string]>([
    ['the region alone', [region], 'AMERICAS'],
    ['a country comes before its region', [region, country], 'USA'],
    ['a state comes before its country', [region, country, state], 'TEXAS'],
    ['a postal prefix comes before a state', [region, country, state, short], 'AUSTIN-AREA'],
    ['a longer prefix comes before a shorter one', [region, country, state, short, long], 'DOWNTOWN'],
    [
      'a prefix of another country does not count',
      [country, row('DE', { postalPrefixes: postal('DE', '787') })],
      'USA',
    ],
    [
      'a prefix that only begins alike does not count',
      [country, row('X', { postalPrefixes: postal('US', '7871') })],
      'USA',
    ],
    ['a prefix of one digit is one', [country, row('SEVEN', { postalPrefixes: postal('US', '7') })], 'SEVEN'],
  ])('%s', (_sentence, rows, code) => {
    expect(said(decide(rows, [account('a')]))).toBe(code);
    expect(said(decide(rows.toReversed(), [account('a')]))).toBe(code);
  });

  it('names the rule that fits, and the row that says so', () => {
    const decision = decide([country, state], [account('a')]);
    expect(decision.match).toEqual({ code: 'TEXAS', level: 'state', by: 'US-TX', row: 1 });
    expect(decision.rules).toEqual(['TER-3', 'TER-7', 'TER-2', 'SEG-3']);
    expect(decision.tier).toBe('place');
  });

  it.each<[string, MappingRow[], string]>([
    ['two states of one segment', [state, row('LONE-STAR', { states: us('TX') })], 'LONE-STAR | TEXAS'],
    [
      'two prefixes of one length',
      [short, row('HILLS', { postalPrefixes: postal('US', '787') })],
      'AUSTIN-AREA | HILLS',
    ],
    ['two regions', [region, row('NORTH', { region: 'NORAM' })], 'AMERICAS | NORTH'],
    ['two countries', [country, row('STATES', { countries: ['US', 'CA'] })], 'STATES | USA'],
  ])('%s fit equally well: a conflict with both rules', (_sentence, rows, codes) => {
    const decision = decide(rows, [account('a')]);
    expect(said(decision)).toBe(codes);
    expect(decision.rules[0]).toBe('TER-7');
    expect(decision.worker).toBeNull();
    expect(said(decide(rows.toReversed(), [account('a')]))).toBe(codes);
  });

  it('two rows of one territory are no conflict', () => {
    expect(said(decide([state, row('TEXAS', { countries: ['MX'] })], [account('a')]))).toBe('TEXAS');
  });

  it('territories of other segments do not take part', () => {
    const commercial = row('COMM', { segments: ['Mid-Market', 'SMB'], states: us('TX') });
    expect(said(decide([country, commercial], [account('a')]))).toBe('USA');
    expect(said(decide([country, commercial], [account('a', { employeesZoomInfo: 1999 })]))).toBe('COMM');
    expect(said(decide([country, commercial], [account('a', { employeesZoomInfo: 2000 })]))).toBe('USA');
  });

  it('none fits: a gap', () => {
    const decision = decide([row('JP', { countries: ['JP'] })], [account('a')]);
    expect(said(decision)).toBe('none: no-match');
    expect(decision.rules[0]).toBe('TER-7');
  });
});

describe('TER-7: what belongs to a territory', () => {
  const here = (code: string, part: Partial<MappingRow>): string =>
    said(decide([row(code, part)], [account('a')]));

  it.each<[string, Partial<MappingRow>, string]>([
    ['states narrow their country', { countries: ['US', 'CA'], states: us('CA') }, 'none: no-match'],
    [
      'postal prefixes narrow their country',
      { countries: ['US'], postalPrefixes: postal('US', '941') },
      'none: no-match',
    ],
    [
      'a country without either belongs whole',
      { countries: ['US', 'CA'], states: [{ country: 'CA', state: 'ON' }] },
      'T',
    ],
    [
      'a region counts only where nothing else is listed',
      { region: 'AMER', countries: ['CA'] },
      'none: no-match',
    ],
    ['a region that is one country counts', { region: 'United States' }, 'T'],
    ['a region that nobody knows has nobody', { region: 'US East' }, 'none: no-match'],
    [
      'a territory of named accounts takes no region',
      { region: 'AMER', namedAccounts: ['Initech'] },
      'none: no-match',
    ],
    ['the whole world', { region: 'Global' }, 'T'],
  ])('%s', (_sentence, part, outcome) => {
    expect(here('T', part)).toBe(outcome);
  });
});

describe('TER-3: the ultimate parent decides, wherever the child is', () => {
  const rows = [row('TEXAS', { states: us('TX') }), row('GERMANY', { countries: ['DE'] })];
  const parent = account('p', {
    billingCountry: 'Germany',
    billingState: undefined,
    billingPostalCode: '80331',
  });

  it('a child in Texas of a German parent', () => {
    const decision = decide(rows, [account('c', { parentId: 'p' }), parent]);
    expect([said(decision), decision.decidedBy]).toEqual(['GERMANY', 'p']);
  });

  it('a grandchild as well', () => {
    const family = [account('g', { parentId: 'c' }), account('c', { parentId: 'p' }), parent];
    expect(said(decide(rows, family))).toBe('GERMANY');
  });

  it('SEG-3: with the highest segment of the hierarchy, whoever holds it', () => {
    const small = account('p', { employeesZoomInfo: 50 });
    const large = account('c', { parentId: 'p', employeesZoomInfo: 9000 });
    const commercial = row('COMM', { segments: ['SMB'], states: us('TX') });
    expect(said(decide([...rows, commercial], [small, large]))).toBe('TEXAS');
    expect(said(decide([...rows, commercial], [small]))).toBe('COMM');
  });

  it('SEG-6: a stand-alone child decides for itself and its children', () => {
    const alone = account('c', { parentId: 'p', standAlone: true });
    expect(said(decide(rows, [alone, account('g', { parentId: 'c' })]))).toBe('TEXAS');
  });

  it('SEG-3: parents in a circle end at the account with the smallest id', () => {
    const family = [
      account('b', { parentId: 'a' }),
      account('a', { parentId: 'b', billingCountry: 'Germany', billingState: undefined }),
    ];
    expect([decide(rows, family), decide(rows, family.toReversed())].map(said)).toEqual([
      'GERMANY',
      'GERMANY',
    ]);
  });

  it('SEG-4: a segment change that awaits review moves nobody yet', () => {
    const grown = account('a', { employeesZoomInfo: 5000, segmentConfirmed: 'Mid-Market' });
    const commercial = row('COMM', { segments: ['Mid-Market'], states: us('TX') });
    expect(said(decide([...rows, commercial], [grown]))).toBe('COMM');
  });
});

describe('TER-2: the place is one whole address, by source', () => {
  const rows = [row('TEXAS', { states: us('TX') }), row('CALIFORNIA', { states: us('CA') })];

  it.each<[string, Partial<Account>, string]>([
    ['admin override before all others', { overrideState: 'CA', overrideCountry: 'US' }, 'CALIFORNIA'],
    ['DataFox before billing', { dataFoxState: 'California', dataFoxCountry: 'USA' }, 'CALIFORNIA'],
    ['a source without country is passed over', { overrideState: 'CA' }, 'TEXAS'],
    ['fields of different sources are never mixed', { overrideCountry: 'US' }, 'none: no-match'],
  ])('%s', (_sentence, part, outcome) => {
    expect(said(decide(rows, [account('a', part)]))).toBe(outcome);
  });

  it.each([
    ['California', 'CA'],
    ['us-ca', 'CA'],
    ['Texas', 'TX'],
    ['tx', 'TX'],
  ])('“%s” is the state %s', (state, code) => {
    const decision = decide(rows, [account('a', { billingState: state })]);
    expect(decision.match?.by).toBe(`US-${code}`);
  });

  it('a state that a rule needs and that is missing is told; the country still fits', () => {
    const whole = [...rows, row('USA', { countries: ['US'] })];
    const decision = decide(whole, [account('a', { billingState: undefined, billingPostalCode: undefined })]);
    expect([said(decision), decision.missing]).toEqual(['USA', ['state']]);
  });

  it('a postal code that a rule needs is told, and only where a rule of the segment needs it', () => {
    const rules = [
      row('USA', { countries: ['US'] }),
      row('BAY', { segments: ['SMB'], postalPrefixes: postal('US', '94') }),
    ];
    const without = { billingPostalCode: undefined };
    expect(decide(rules, [account('a', without)]).missing).toEqual([]);
    expect(decide(rules, [account('a', { ...without, employeesZoomInfo: 12 })]).missing).toEqual([
      'postalCode',
    ]);
    expect(decide(rules, [account('a', { employeesZoomInfo: 12 })]).missing).toEqual([]);
  });

  it('a missing state is no matter where the postal code decides', () => {
    const rules = [...rows, row('AUSTIN', { postalPrefixes: postal('US', '787') })];
    const decision = decide(rules, [account('a', { billingState: undefined })]);
    expect([said(decision), decision.missing]).toEqual(['AUSTIN', []]);
  });

  it.each([
    ['2139', '02139'],
    ['02139-4307', '02139'],
  ])('a US postal code written %s is found by its prefix', (written, prefix) => {
    const rules = [row('CAMBRIDGE', { postalPrefixes: postal('US', prefix.slice(0, 3)) })];
    expect(said(decide(rules, [account('a', { billingPostalCode: written })]))).toBe('CAMBRIDGE');
  });

  it('British codes are compared without blanks', () => {
    const rules = [row('LONDON', { postalPrefixes: postal('GB', 'SW1A') }), row('UK', { countries: ['GB'] })];
    const at = (code: string): string =>
      said(
        decide(rules, [
          account('a', { billingCountry: 'UK', billingState: undefined, billingPostalCode: code }),
        ]),
      );
    expect([at('SW1A 1AA'), at('sw1a1aa'), at('SW1 1AA'), at('EH1 1YZ')]).toEqual([
      'LONDON',
      'LONDON',
      'UK',
      'UK',
    ]);
  });

  it.each<[string, { readonly [K in keyof Account]?: Account[K] | undefined }, string, string]>([
    [
      'no address at all',
      { billingCountry: undefined, billingState: undefined },
      'none: place-unknown',
      'TER-2',
    ],
    ['a country that is none', { billingCountry: 'Atlantis' }, 'none: country-unknown', 'TER-2'],
    ['no employee count', { employeesZoomInfo: undefined }, 'none: segment-unknown', 'SEG-1'],
    [
      'a count that crosses a border',
      { employeesZoomInfo: { min: 1000, max: 5000 } },
      'none: segment-unknown',
      'SEG-1',
    ],
  ])('%s: a finding, never a guess', (_sentence, part, outcome, rule) => {
    const decision = decide(rows, [account('a', part)]);
    expect([said(decision), decision.rules[0]]).toEqual([outcome, rule]);
  });

  it('with an unknown segment a territory of every segment is sure, unless a closer one goes by segment', () => {
    const unknown = account('a', { employeesZoomInfo: undefined });
    const every = row('ALL', { segments: [], states: us('TX') });
    expect(said(decide([every], [unknown]))).toBe('ALL');
    expect(said(decide([every, row('AUSTIN', { postalPrefixes: postal('US', '787') })], [unknown]))).toBe(
      'none: segment-unknown',
    );
    expect(said(decide([every, row('USA', { countries: ['US'] })], [unknown]))).toBe('ALL');
  });
});

describe('TER-7: a vertical comes before places', () => {
  const rows = [
    row('TEXAS', { states: us('TX') }),
    row('HEALTH', { vertical: 'Health Care', countries: ['US'] }),
    row('HEALTH-WEST', { vertical: 'Health Care', states: us('CA') }),
  ];

  it.each([
    ['Health care', 'TX', 'HEALTH'],
    ['healthcare', 'CA', 'HEALTH-WEST'],
    ['Retail', 'TX', 'TEXAS'],
  ])('industry %s in %s belongs to %s', (industry, state, code) => {
    expect(said(decide(rows, [account('a', { industry, billingState: state })]))).toBe(code);
  });

  it('the ultimate parent’s industry counts', () => {
    const child = account('c', { parentId: 'p', industry: 'Retail' });
    const decision = decide(rows, [child, account('p', { industry: 'Health Care' })]);
    expect([said(decision), decision.tier]).toEqual(['HEALTH', 'vertical']);
  });

  it('a vertical without a place is everyone’s of that vertical, and of no one else', () => {
    const space = [row('SPACE', { vertical: 'Space' }), row('TEXAS', { states: us('TX') })];
    expect(said(decide(space, [account('a', { industry: 'Space' })]))).toBe('SPACE');
    expect(said(decide(space, [account('a')]))).toBe('TEXAS');
  });

  it('an account of the vertical that no such territory fits goes by its place', () => {
    const decision = decide(
      [row('HEALTH-UK', { vertical: 'Health Care', countries: ['GB'] }), row('TEXAS', { states: us('TX') })],
      [account('a', { industry: 'Health Care' })],
    );
    expect([said(decision), bdrOf(decision)]).toEqual(['TEXAS', 'Ann Lee']);
  });
});
