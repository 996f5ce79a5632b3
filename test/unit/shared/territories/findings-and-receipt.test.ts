import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { decideBook, familiesOf } from '../../../../src/shared/territories/book-decisions.ts';
import { exceptionsOf, type TerritoryException } from '../../../../src/shared/territories/exceptions.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import { proposeRoundRobin } from '../../../../src/shared/territories/round-robin.ts';
import { contextOf } from '../../../../src/shared/territories/territory-of.ts';
import { explainTerritory } from '../../../../src/shared/territories/territory-receipt.ts';
import { territoryWorkList, type WorkItem } from '../../../../src/shared/territories/work-list.ts';
import { account, factsOf, postal, row, us, vacantRow } from './given.ts';

function explain(
  rows: readonly MappingRow[],
  accounts: readonly Account[],
  exceptions: TerritoryException[] = [],
) {
  const context = {
    index: new MappingIndex(rows),
    exceptions: exceptionsOf(exceptions),
    settings: defaultRuleSettings,
  };
  const { outcome, receipt } = explainTerritory(accounts[0]?.id ?? '', factsOf(accounts), context);
  return {
    outcome,
    said: sayStrictly(receipt.said),
    facts: receipt.facts.map(sayStrictly),
    flips: receipt.flips.map(sayStrictly),
    settings: receipt.settings,
  };
}

const texas = row('TEXAS', { states: us('TX'), bdr: 'Ann' });

describe('the receipt of a territory', () => {
  it('says what was decided, from what, by which row, and what would change it', () => {
    const rows = [
      { ...texas, motion: 'Land' as const },
      row('TEXAS', { states: us('TX'), bdr: 'Ben', motion: 'Expand' }),
      row('TEXAS-MM', { segments: ['Mid-Market'], states: us('TX'), bdr: 'Mia' }),
      row('FED', { vertical: 'Public Sector', bdr: 'Flo' }),
    ];
    const { said, facts, flips, settings } = explain(rows, [
      account('a', { name: 'Acme', employeesZoomInfo: 2039 }),
    ]);
    expect(said).toBe('Belongs to TEXAS, worked by Ann.');
    expect(facts).toEqual([
      'TER-7: row 1 of the mapping covers US-TX, the closest that fits.',
      'TER-2: Acme is at United States, TX, 78701.',
      'SEG-3: the hierarchy is Large.',
      'SEG-5: the hierarchy is Land.',
      'TER-1: row 1 gives its Land accounts of 2,039 employees to Ann.',
    ]);
    expect(flips).toEqual([
      '40 fewer employees at Acme: TEXAS-MM, Mia.',
      'Acme a customer with a Total CARR of 48 USD: TEXAS, Ben.',
      'Acme flagged as public sector: FED, Flo.',
    ]);
    expect(settings).toEqual([
      { key: 'midMarketFrom', value: 100 },
      { key: 'largeFrom', value: 2000 },
      { key: 'expandFromCarr', value: 48 },
    ]);
  });

  it('says how many employees more would change it', () => {
    const rows = [row('TEXAS-MM', { segments: ['Mid-Market'], states: us('TX') }), texas];
    const { flips } = explain(rows, [account('a', { name: 'Acme', employeesZoomInfo: 1960 })]);
    expect(flips).toEqual(['40 more employees at Acme: TEXAS, Ann.']);
  });

  it('does not promise a lower segment that another account of the hierarchy holds', () => {
    const rows = [row('TEXAS-MM', { segments: ['Mid-Market'], states: us('TX') }), texas];
    const family = [
      account('a', { employeesZoomInfo: 2039 }),
      account('b', { parentId: 'a', employeesZoomInfo: 9000 }),
    ];
    expect(explain(rows, family).flips).toEqual([]);
  });

  it('names the parent that decides', () => {
    const { facts } = explain([texas], [account('c', { parentId: 'p' }), account('p', { name: 'Globex' })]);
    expect(facts[1]).toBe('TER-3: Globex, above it in the hierarchy, decides.');
  });

  it.each<[string, MappingRow[], Parameters<typeof account>[1], string]>([
    [
      'named in a row',
      [texas, row('N', { namedAccounts: ['Acme'] })],
      {},
      'TER-4: row 2 of the mapping names Acme.',
    ],
    [
      'named by flag',
      [row('N', { aes: ['Dana'], states: us('CA') })],
      { named: true, namedOwner: 'Dana' },
      'TER-4: Acme is named to Dana, wherever it is.',
    ],
    [
      'public sector',
      [texas, row('F', { vertical: 'PubSec' })],
      { publicSector: true },
      'TER-6: Acme is public sector, which row 2 of the mapping covers.',
    ],
    [
      'vertical',
      [texas, row('H', { vertical: 'Health' })],
      { industry: 'health' },
      'TER-7: row 2 of the mapping covers the industry of Acme.',
    ],
  ])('says the reason: %s', (_sentence, rows, part, words) => {
    expect(explain(rows, [account('a', { name: 'Acme', ...part })]).facts[0]).toBe(words);
  });

  const on = '2026-11-20' as IsoDate;

  it('says who decided otherwise, when and why', () => {
    const local = row('LOCAL', { countries: ['JP'] });
    const family = [account('c', { parentId: 'p' }), account('p')];
    const handed = { accountId: 'c', territory: 'LOCAL', reason: 'buys by itself', on };
    expect(
      explain([texas, local], family, [{ ...handed, basis: 'global owner', globalOwner: 'Dana' }]).facts[0],
    ).toBe('TER-5: handed to LOCAL on Nov 20, 2026: buys by itself.');
    const chosen = explain(
      [texas, row('STAR', { states: us('TX') })],
      [account('a')],
      [{ accountId: 'a', territory: 'STAR', reason: 'nearer', on, basis: 'resolution', by: 'Mia' }],
    );
    expect(chosen.facts[0]).toBe('TER-7: Mia chose STAR on Nov 20, 2026: nearer.');
  });

  it('of a conflict says both, and that one can be chosen', () => {
    const { said, flips } = explain([texas, row('STAR', { states: us('TX') })], [account('a')]);
    expect(said).toBe('Belongs to STAR (row 2: US-TX) and TEXAS (row 1: US-TX) alike.');
    expect(flips).toEqual(['Choose one of them, or change a row of the mapping.']);
  });

  it('of a gap says that there is none', () => {
    const { said, facts } = explain([row('JP', { countries: ['JP'] })], [account('a', { name: 'Acme' })]);
    expect(said).toBe('Belongs to no territory.');
    expect(facts.at(-1)).toBe(
      'TER-7: no territory fits the place and segment of Acme. Choose one, or add a row.',
    );
  });

  it('a territory without a BDR is still told', () => {
    expect(explain([vacantRow('TEXAS', { states: us('TX') })], [account('a')]).said).toBe(
      'Belongs to TEXAS.',
    );
  });
});

function workList(
  rows: readonly MappingRow[],
  accounts: readonly Account[],
  exceptions: TerritoryException[] = [],
): WorkItem[] {
  const facts = factsOf(accounts);
  const decisions = decideBook(
    familiesOf(facts),
    contextOf(new MappingIndex(rows), exceptionsOf(exceptions)),
  );
  const byId = new Map(facts.map((it) => [it.id, it]));
  return territoryWorkList(
    facts.flatMap((it) => {
      const decision = decisions.get(it.id);
      return decision ? [{ account: it, decision }] : [];
    }),
    (id) => byId.get(id),
    exceptions,
  );
}

const brief = ({ finding, account: at, concerns, fixes }: WorkItem): unknown[] => [
  `${finding.rule} at ${at}: ${sayStrictly(finding.message)}`,
  concerns.join(' '),
  fixes,
];

describe('conflicts and gaps as a work list with fixes', () => {
  it('a conflict of an ultimate parent is one item for its whole hierarchy', () => {
    const rows = [texas, row('STAR', { states: us('TX') })];
    expect(workList(rows, [account('c', { parentId: 'p' }), account('p')]).map(brief)).toEqual([
      [
        'TER-7 at p: TER-7: STAR (row 2: US-TX) and TEXAS (row 1: US-TX) fit equally well. Choose one, or change a row.',
        'c p',
        [
          { kind: 'choose', account: 'p', territory: 'STAR' },
          { kind: 'choose', account: 'p', territory: 'TEXAS' },
          { kind: 'edit-row', row: 1, number: 2 },
          { kind: 'edit-row', row: 0, number: 1 },
        ],
      ],
    ]);
  });

  it.each<[string, MappingRow[], Parameters<typeof account>[1], string, unknown]>([
    [
      'no territory',
      [row('JP', { countries: ['JP'] })],
      {},
      'TER-7 at a: TER-7: no territory fits the place and segment of Acme. Choose one, or add a row.',
      [{ kind: 'add-row' }],
    ],
    [
      'no place',
      [texas],
      { billingCountry: undefined, billingState: undefined },
      'TER-2 at a: TER-2: Acme has no address with a country, so no territory can be found. Fill one in.',
      [{ kind: 'fill', account: 'a', field: 'country' }],
    ],
    [
      'a strange country',
      [texas],
      { billingCountry: 'Oz' },
      'TER-2 at a: TER-2: “Oz”, the country of Acme, is none that is known. Write its English name or its two letters.',
      [{ kind: 'fill', account: 'a', field: 'country' }],
    ],
    [
      'no segment',
      [texas],
      { employeesZoomInfo: undefined },
      'SEG-1 at a: SEG-1: the segment of Acme is not known, so no territory can be found. Find an employee count.',
      [{ kind: 'fill', account: 'a', field: 'employees' }],
    ],
    [
      'a named account without owner',
      [texas],
      { named: true },
      'TER-4 at a: TER-4: Acme is flagged as named, but nobody is its named owner. Fill one in.',
      [{ kind: 'fill', account: 'a', field: 'namedOwner' }],
    ],
    [
      'a named owner in no row',
      [texas],
      { named: true, namedOwner: 'Dana' },
      'TER-4 at a: TER-4: Acme is named to Dana, whom no row of the mapping lists as AE. Add Dana to a row.',
      [{ kind: 'add-row' }],
    ],
    [
      'public sector without a territory',
      [texas],
      { publicSector: true },
      'TER-6 at a: TER-6: Acme is US public sector, and no Public Sector territory of the mapping fits. Add a row.',
      [{ kind: 'add-row' }],
    ],
    [
      'a missing state beside a country that fits',
      [texas, row('USA', { countries: ['US'] })],
      { billingState: undefined },
      'TER-2 at a: TER-2: Acme has no state, and territories of its country go by it. Fill it in to be sure.',
      [{ kind: 'fill', account: 'a', field: 'state' }],
    ],
    [
      'a missing postal code beside a country that fits',
      [row('AUSTIN', { postalPrefixes: postal('US', '7') }), row('USA', { countries: ['US'] })],
      { billingPostalCode: undefined },
      'TER-2 at a: TER-2: Acme has no postal code, and territories of its country go by it. Fill it in to be sure.',
      [{ kind: 'fill', account: 'a', field: 'postalCode' }],
    ],
    [
      'a strange state',
      [texas, row('USA', { countries: ['US'] })],
      { billingState: 'Tejas' },
      'TER-2 at a: TER-2: “Tejas”, the state of Acme, is none of its country. Correct it.',
      [{ kind: 'fill', account: 'a', field: 'state' }],
    ],
    [
      'a territory without a BDR',
      [vacantRow('TEXAS', { states: us('TX') })],
      {},
      'TER-1 at a: TER-1: nobody works TEXAS yet. Assign a BDR, or let round robin choose.',
      [
        { kind: 'assign', accounts: ['a'] },
        { kind: 'edit-row', row: 0, number: 1 },
      ],
    ],
    [
      'no row for the motion',
      [{ ...texas, motion: 'Expand' }],
      {},
      'TER-1 at a: TER-1: no row of TEXAS works Land accounts of this size. Assign a BDR, or let round robin choose.',
      [
        { kind: 'assign', accounts: ['a'] },
        { kind: 'edit-row', row: 0, number: 1 },
      ],
    ],
    [
      'a band and a range',
      [{ ...texas, band: { min: 3000 } }],
      { employeesZoomInfo: { min: 2500 } },
      'TER-1 at a: TER-1: the rows of TEXAS go by bands of employees, and the exact count is not known. Find it.',
      [
        { kind: 'assign', accounts: ['a'] },
        { kind: 'edit-row', row: 0, number: 1 },
      ],
    ],
    [
      'two BDRs',
      [texas, row('TEXAS', { bdr: 'Ben' })],
      {},
      'TER-1 at a: TER-1: rows 1 and 2 of TEXAS fit equally well. Let only one of them fit.',
      [
        { kind: 'edit-row', row: 0, number: 1 },
        { kind: 'edit-row', row: 1, number: 2 },
      ],
    ],
    [
      'an owner whom the territory does not list',
      [{ ...texas, aes: ['Tim'] }],
      { owner: 'Paul' },
      'TER-1 at a: TER-1: the owner Paul is none of the AEs of TEXAS. Check Account Owner.',
      [{ kind: 'fill', account: 'a', field: 'owner' }],
    ],
  ])('%s', (_sentence, rows, part, words, fixes) => {
    expect(workList(rows, [account('a', { name: 'Acme', ...part })]).map(brief)).toEqual([
      [words, 'a', fixes],
    ]);
  });

  it('where no territory fits for want of a state, the state is what to fill in, said once', () => {
    const fillIn = (field: string) => ({ kind: 'fill', account: 'a', field });
    const items = workList([texas], [account('a', { name: 'Acme', billingState: undefined })]);
    expect(items.map(brief)).toEqual([
      [
        'TER-2 at a: TER-2: a territory goes by the state, and Acme has none. Fill it in.',
        'a',
        [fillIn('state'), { kind: 'add-row' }],
      ],
    ]);
    const both = [texas, row('AUSTIN', { postalPrefixes: postal('US', '7') })];
    const nowhere = account('a', { name: 'Acme', billingState: undefined, billingPostalCode: undefined });
    expect(workList(both, [nowhere]).map(brief)).toEqual([
      [
        'TER-2 at a: TER-2: a territory goes by the postal code, and Acme has none. Fill it in.',
        'a',
        [fillIn('postalCode'), { kind: 'add-row' }],
      ],
      [
        'TER-2 at a: TER-2: a territory goes by the state, and Acme has none. Fill it in.',
        'a',
        [fillIn('state'), { kind: 'add-row' }],
      ],
    ]);
  });

  it('what concerns most accounts comes first, and nothing to settle is nothing', () => {
    const rows = [texas];
    const book = [
      account('a', { billingState: 'NY' }),
      account('p', { billingState: 'NY' }),
      account('c', { parentId: 'p' }),
      account('ok'),
    ];
    expect(workList(rows, book).map((item) => item.account)).toEqual(['p', 'a']);
    expect(workList(rows, [account('ok')])).toEqual([]);
  });

  it('an exception that decides nothing any more is listed to be taken out', () => {
    const on = '2026-11-20' as IsoDate;
    const idle: TerritoryException = {
      accountId: 'a',
      territory: 'TEXAS',
      reason: 'nearer',
      on,
      basis: 'resolution',
      by: 'Mia',
    };
    expect(workList([texas], [account('a')], [idle, { ...idle, accountId: 'gone' }]).map(brief)).toEqual([
      [
        'TER-7 at a: TER-7: the choice of TEXAS of Nov 20, 2026 decides nothing any more. Take it out.',
        'a',
        [{ kind: 'drop-exception', account: 'a' }],
      ],
      [
        'TER-7 at gone: TER-7: the choice of TEXAS of Nov 20, 2026 decides nothing any more. Take it out.',
        'gone',
        [{ kind: 'drop-exception', account: 'gone' }],
      ],
    ]);
    const gone = {
      ...idle,
      accountId: 'c',
      basis: 'global owner',
      globalOwner: 'Dana',
      territory: 'OLD',
    } as const;
    expect(workList([texas], [account('c', { parentId: 'p' }), account('p')], [gone]).map(brief)).toEqual([
      [
        'TER-5 at c: TER-5: it was handed to OLD, which is not in the mapping any more. Choose another territory.',
        'c',
        [{ kind: 'drop-exception', account: 'c' }],
      ],
    ]);
  });
});

describe('TER-1: round robin', () => {
  const rows = [
    row('A', { bdr: 'Zoe' }),
    row('B', { bdr: 'Ann' }),
    row('C', { bdr: 'ann' }),
    row('D', { bdr: 'Ben', motion: 'Land' }),
    row('E', { bdr: 'Exa', motion: 'Expand' }),
    row('F', { bdr: 'Mia', segments: ['Mid-Market'] }),
    vacantRow('G', { states: us('TX') }),
  ];
  const index = new MappingIndex(rows);
  const open = (count: number, part: Partial<Account> = {}) => {
    const facts = factsOf(Array.from({ length: count }, (_, at) => account(`a${at}`, part)));
    const decisions = decideBook(familiesOf(facts), contextOf(index));
    return facts.flatMap(({ id }) => {
      const decision = decisions.get(id);
      return decision ? [{ id, decision }] : [];
    });
  };
  const bdrs = (count: number, last = '', part: Partial<Account> = {}): string[] =>
    proposeRoundRobin(open(count, part), index, last).map(({ bdr }) => bdr);

  it('takes turns by name, round and round', () => {
    expect(bdrs(5)).toEqual(['Ann', 'Ben', 'Zoe', 'Ann', 'Ben']);
  });

  it('goes on after the one who had the last turn, also one who left', () => {
    expect(bdrs(2, 'Ben')).toEqual(['Zoe', 'Ann']);
    expect(bdrs(1, 'Cleo')).toEqual(['Zoe']);
    expect(bdrs(1, 'Zoe')).toEqual(['Ann']);
  });

  it('among those who work the segment and the motion', () => {
    expect(bdrs(3, '', { type: 'customer', totalCarr: 48 })).toEqual(['Ann', 'Exa', 'Zoe']);
    expect(bdrs(2, '', { employeesZoomInfo: 300 })).toEqual(['Mia', 'Mia']);
    expect(bdrs(1, '', { employeesZoomInfo: 3 })).toEqual([]);
  });
});
