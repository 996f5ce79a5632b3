import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { familiesOf } from '../../../../src/shared/territories/book-decisions.ts';
import { CompanyIndex } from '../../../../src/shared/territories/company-index.ts';
import {
  queryOfAccount,
  readCompanyQuery,
  type CompanyQuery,
} from '../../../../src/shared/territories/company-query.ts';
import { isItMine, type MineContext } from '../../../../src/shared/territories/is-it-mine.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import { account, factsOf, row, us } from './given.ts';

const rows = [
  row('TEXAS', { states: us('TX'), bdr: 'Ann Lee', aes: ['Paul'] }),
  row('FLORIDA', { states: us('FL'), bdr: 'Ben' }),
  row('OHIO', { states: us('OH') }),
  row('BRAZIL', { countries: ['BR'], bdr: 'Cem' }),
].map((it) => (it.code === 'OHIO' ? { ...it, segments: ['SMB' as const], bdr: 'Dee' } : it));

const book: readonly Account[] = [
  account('acme', {
    name: 'Acme, Inc.',
    website: 'https://www.acme.com',
    otherDomains: ['acme.io'],
    otherNames: ['Acme Holding'],
    crmId: '001A',
    bdrAssigned: 'Ann Lee',
    owner: 'Paul',
    billingStreet: '1 Main Street',
    shippingStreet: '99 Side Ave',
  }),
  account('acme-de', { name: 'Acme Deutschland', parentId: 'acme', bdrAssigned: 'Ben' }),
  account('globex', { name: 'Globex', website: 'globex.com', billingState: 'FL' }),
  account('globex2', { name: 'Globex Labs', website: 'globex.com', bdrAssigned: 'Cem' }),
  account('mailer', { name: 'Small Shop', website: 'https://gmail.com', bdrAssigned: 'Ben' }),
];

function contextOf(accounts: readonly Account[] = book, bdr = 'ann lee'): MineContext {
  const families = familiesOf(factsOf(accounts));
  return {
    companies: new CompanyIndex(accounts),
    familyOf: (id) => families.find((family) => family.some((member) => member.id === id)) ?? [],
    territories: { index: new MappingIndex(rows), exceptions: new Map(), settings: defaultRuleSettings },
    bdr,
  };
}

const ask = (query: CompanyQuery, context = contextOf()) => isItMine(query, context);
const hits = (query: CompanyQuery): string[] =>
  ask(query).outcome.duplicates.map(({ id, reasons }) => `${id}: ${reasons.map(({ by }) => by).join(', ')}`);

describe('TER-9: is this mine?', () => {
  it('an account of the book is its BDR Assigned’s, wherever it is', () => {
    const { outcome, receipt } = ask({ website: 'www.acme.com/careers' });
    expect([outcome.verdict, outcome.bdr, outcome.aes, outcome.account]).toEqual([
      'mine',
      'Ann Lee',
      ['Paul'],
      'acme',
    ]);
    expect(sayStrictly(receipt.said)).toBe('TER-9: yours, in TEXAS.');
    expect(receipt.rules.slice(0, 2)).toEqual(['TER-9', 'TER-3']);
    expect(ask({ website: 'acme.com' }, contextOf(book, 'Ben')).outcome.verdict).toBe('someone else’s');
  });

  it('an unassigned account is the mapping’s', () => {
    const { outcome } = ask({ website: 'globex.com', name: 'Globex' });
    expect([outcome.verdict, outcome.bdr, outcome.account]).toEqual(['someone else’s', 'Ben', 'globex']);
  });

  it('several that it may be, with different BDRs, cannot be told', () => {
    const { outcome, receipt } = ask({ website: 'globex.com' });
    expect([outcome.verdict, outcome.bdr, outcome.account]).toEqual(['unclear', '', null]);
    expect(sayStrictly(receipt.said)).toBe('TER-9: not to be told: look at what fits alike.');
  });

  it('several of one BDR are that BDR’s', () => {
    const same = book.map((it) => (it.id === 'globex2' ? { ...it, bdrAssigned: 'BEN' } : it));
    expect(ask({ website: 'globex.com' }, contextOf(same)).outcome).toMatchObject({
      verdict: 'someone else’s',
      account: null,
    });
  });

  it.each<[string, CompanyQuery, string, string]>([
    [
      'a new company goes by place and size',
      { name: 'Initech', state: 'TX', country: 'US', employees: 4000 },
      'mine',
      'TEXAS',
    ],
    [
      'by its size too',
      { name: 'Initech', state: 'OH', country: 'US', employees: 40 },
      'someone else’s',
      'OHIO',
    ],
    ['a place that nobody has', { name: 'Initech', country: 'JP', employees: 4000 }, 'nobody’s', ''],
    ['without a size it cannot be found', { name: 'Initech', state: 'TX', country: 'US' }, 'nobody’s', ''],
    [
      'below a parent of the book it goes with the parent',
      { name: 'Acme Japan', country: 'JP', parent: 'ACME, INC.' },
      'mine',
      'TEXAS',
    ],
    ['the parent by CRM id', { name: 'Acme Japan', country: 'JP', parent: '001A' }, 'mine', 'TEXAS'],
    [
      'a parent that is not there changes nothing',
      { name: 'X', country: 'BR', employees: 4000, parent: 'Umbrella' },
      'someone else’s',
      'BRAZIL',
    ],
  ])('%s', (_sentence, query, verdict, code) => {
    const { outcome } = ask(query);
    const { territory } = outcome;
    expect([outcome.verdict, territory.outcome.kind === 'territory' ? territory.outcome.code : '']).toEqual([
      verdict,
      code,
    ]);
  });

  it('a new company has the AEs of its row', () => {
    expect(ask({ name: 'Initech', state: 'TX', country: 'US', employees: 4000 }).outcome.aes).toEqual([
      'Paul',
    ]);
  });
});

describe('TER-9: duplicates by each thing, and by parent', () => {
  it.each<[string, CompanyQuery, string[]]>([
    ['domain', { website: 'http://acme.com' }, ['acme: domain', 'acme-de: parent']],
    ['another domain of it', { website: 'acme.io' }, ['acme: domain', 'acme-de: parent']],
    ['mail domain', { mail: 'ann@mail.acme.com' }, ['acme: mail domain', 'acme-de: parent']],
    [
      'one domain, told once',
      { mail: 'ann@acme.com', website: 'acme.com' },
      ['acme: domain', 'acme-de: parent'],
    ],
    ['name', { name: 'ACME Inc' }, ['acme: name', 'acme-de: parent']],
    ['another name of it', { name: 'acme holding' }, ['acme: name', 'acme-de: parent']],
    ['similar name', { name: 'Acme GmbH' }, ['acme: similar name', 'acme-de: parent']],
    ['address', { name: 'X', street: '1 Main St.' }, ['acme: address', 'acme-de: parent']],
    ['unit address', { name: 'X', unitStreet: '99 side avenue' }, ['acme: unit address', 'acme-de: parent']],
    ['parent', { name: 'X', parent: 'Acme, Inc.' }, ['acme: parent', 'acme-de: parent']],
    ['a free-mail domain says nothing', { mail: 'shop@gmail.com' }, []],
    ['a street without a number says nothing', { name: 'X', street: 'Main Street' }, []],
  ])('%s', (_sentence, query, found) => {
    expect(hits(query)).toEqual(found);
  });

  it('a child is found with its parent, and each is told with its BDR', () => {
    const { receipt } = ask({ name: 'Acme Deutschland' });
    expect(receipt.facts.slice(0, 2).map(sayStrictly)).toEqual([
      'TER-9: Acme Deutschland is in the book, with the same name Acme Deutschland; assigned to Ben.',
      'TER-9: Acme, Inc. is in the book, with the same parent Acme Deutschland; assigned to Ann Lee.',
    ]);
  });
});

describe('TER-9: a pasted company is read', () => {
  it.each<[string, CompanyQuery]>([
    [
      'Acme Corp, acme.com, Austin, TX 78701, United States, 1,200 employees',
      {
        name: 'Acme Corp',
        website: 'acme.com',
        city: 'Austin',
        state: 'TX',
        postalCode: '78701',
        country: 'United States',
        employees: 1200,
      },
    ],
    [
      'Initech\tann@initech.de\tHauptstr. 5\tMünchen\tBayern\t80331\tGermany\t5,000+',
      {
        name: 'Initech',
        mail: 'ann@initech.de',
        street: 'Hauptstr. 5',
        city: 'München',
        state: 'Bayern',
        postalCode: '80331',
        country: 'Germany',
        employees: { min: 5000 },
      },
    ],
    ['https://acme.com/about', { website: 'https://acme.com/about' }],
    ['Globex; 50-99 staff; UK', { name: 'Globex', employees: { min: 50, max: 99 }, country: 'UK' }],
    ['Initech | CA', { name: 'Initech', state: 'CA' }],
    ['Initech | Ontario | CA', { name: 'Initech', state: 'Ontario', country: 'CA' }],
    ['Initech\n2,500', { name: 'Initech', employees: 2500 }],
    ['', {}],
  ])('%j', (text, query) => {
    expect(readCompanyQuery(text)).toEqual(query);
  });

  it('a row of a dropped list asks with all that it has', () => {
    expect(
      queryOfAccount({
        name: 'Acme',
        website: 'acme.com',
        parentRef: 'Globex',
        employeesImported: 40,
        billingCity: 'Austin',
        billingState: 'TX',
        billingPostalCode: '78701',
        billingCountry: 'US',
        billingStreet: '1 Main St',
      }),
    ).toEqual({
      name: 'Acme',
      website: 'acme.com',
      parent: 'Globex',
      employees: 40,
      street: '1 Main St',
      city: 'Austin',
      state: 'TX',
      postalCode: '78701',
      country: 'US',
    });
    expect(queryOfAccount({ name: 'Acme' })).toEqual({ name: 'Acme' });
  });
});
