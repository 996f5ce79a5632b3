import { describe, expect, it } from 'vitest';
import { restReasons, type AccountValues } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { applyMove, type Move } from '../../../../src/shared/statuses/apply-move.ts';
import { fixList } from '../../../../src/shared/statuses/fix-list.ts';
import { checkRest, isAwake, restKinds } from '../../../../src/shared/statuses/rest.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-11-21');
const working: AccountValues = {
  name: 'Acme',
  status: 'Actively Working',
  stints: [{ start: day('2026-11-01') }],
};
const moved = (values: AccountValues, part: Partial<Move>): AccountValues =>
  applyMove(values, { to: 'Queued', today, actor: 'Ann', bdr: 'Ann', fiscalYearFirstMonth: 2, ...part });

describe('leaving Actively Working says why', () => {
  it.each([
    ['get back to me', undefined, ['AW-2: “get back to me” needs the day on which to come back.']],
    ['get back to me', '2026-11-20', ['CLK-3: the wake-up date Nov 20, 2026 is not in the future.']],
    ['get back to me', '2026-11-21', ['CLK-3: the wake-up date Nov 21, 2026 is not in the future.']],
    ['get back to me', '2026-11-22', []],
    ['bad data', undefined, []],
    ['poor fit', undefined, []],
    ['worked to completion', undefined, []],
    ['poor fit', '2026-11-21', ['CLK-3: the wake-up date Nov 21, 2026 is not in the future.']],
    ['poor fit', '2027-11-21', []],
  ] as const)('%s, wake-up on %s', (reason, wakeOn, said) => {
    const refusals = checkRest({ reason, ...(wakeOn && { wakeOn: day(wakeOn) }) }, today);
    expect(refusals.map(({ message }) => sayStrictly(message))).toEqual(said);
    for (const { remedy } of refusals) expect(sayStrictly(remedy)).not.toBe('');
  });

  it('each reason says where to and what next', () => {
    expect(restReasons.map((reason) => restKinds[reason].suggests)).toEqual([
      'Queued',
      'Queued',
      'Queued',
      'Worked in FY',
    ]);
    expect(restReasons.filter((reason) => restKinds[reason].opensFixList)).toEqual(['bad data']);
  });

  it('the move keeps reason and day, and ends the stint with the reason', () => {
    const rest = { reason: 'get back to me', wakeOn: day('2027-03-01') } as const;
    expect(moved(working, { rest })).toEqual({
      name: 'Acme',
      status: 'Queued',
      stints: [{ start: '2026-11-01', end: today, reason: 'get back to me' }],
      restReason: 'get back to me',
      wakeOn: '2027-03-01',
    });
    expect(moved(working, { rest, details: { reason: 'wants Q1' } }).stints?.[0]?.reason).toBe('wants Q1');
  });

  it('another rest without a day takes the old day away; Restricted is no rest', () => {
    const rested = { ...working, wakeOn: day('2026-12-01') };
    expect(moved(rested, { rest: { reason: 'poor fit' } }).wakeOn).toBeUndefined();
    const restricted = moved(working, {
      to: 'Restricted',
      rest: { reason: 'poor fit' },
      details: { reason: 'Talks', askedBy: 'Dana' },
    });
    expect(restricted.restReason).toBeUndefined();
  });

  it('entering again ends the rest', () => {
    const rested: AccountValues = {
      name: 'Acme',
      status: 'Queued',
      restReason: 'bad data',
      wakeOn: day('2027-03-01'),
    };
    const values = moved(rested, { to: 'Actively Working' });
    expect('restReason' in values || 'wakeOn' in values).toBe(false);
    expect(moved({ ...rested, status: 'Worked in FY' }, { to: 'Queued' }).wakeOn).toBe('2027-03-01');
  });

  it('a pause without an end belongs to the stint and ends with it', () => {
    const clockPauses = [
      { from: day('2026-11-02'), until: day('2026-11-03'), reason: 'event' },
      { from: day('2026-11-10'), reason: 'leave' },
    ];
    expect(moved({ ...working, clockPauses }, {}).clockPauses).toEqual([
      clockPauses[0],
      { from: '2026-11-10', until: today, reason: 'leave' },
    ]);
    const planned = [{ from: day('2026-12-10'), reason: 'leave' }];
    expect(moved({ ...working, clockPauses: planned }, {}).clockPauses).toEqual([]);
  });
});

describe('a wake date returns the account to Today', () => {
  it.each([
    ['the day before', '2026-11-22', 'Queued', false],
    ['on its day', '2026-11-21', 'Queued', true],
    ['later', '2026-01-01', 'Worked in FY', true],
    ['later, without a status', '2026-01-01', '', true],
    ['not while it is worked', '2026-01-01', 'Actively Working', false],
    ['not while it is Restricted', '2026-01-01', 'Restricted', false],
  ] as const)('%s', (_when, wakeOn, status, awake) => {
    expect(isAwake({ wakeOn: day(wakeOn), status }, today)).toBe(awake);
  });

  it('without a day never', () => {
    expect(isAwake({ status: 'Queued' }, today)).toBe(false);
  });
});

describe('bad data opens a fix list', () => {
  const whole: AccountValues = {
    name: 'Acme',
    website: 'acme.com',
    industry: 'Software',
    owner: 'Dana',
    billingCountry: 'Germany',
  };
  const fixes = (values: AccountValues, part: Partial<Parameters<typeof fixList>[0]> = {}) =>
    fixList({ values, segment: 'Large', parentMissing: false, prospects: [], ...part }).map(
      ({ message, open }) => [sayStrictly(message), open.kind === 'field' ? open.key : open.id],
    );

  it('an account with everything has nothing to mend', () => {
    expect(fixes(whole, { prospects: [{ id: 'p', name: 'Mia', email: 'mia@acme.com' }] })).toEqual([]);
  });

  it.each([
    ['', ['The website is missing.', 'website']],
    [
      '[Blank]',
      ['The only known domain is a free-mail provider ([Blank]). Look for the website.', 'website'],
    ],
    [
      'acme.wixsite.com',
      ['The website gives no domain of its own. Look for the company’s own one.', 'website'],
    ],
  ])('website %j', (website, fix) => {
    expect(fixes({ ...whole, website })).toEqual([fix]);
  });

  it('names each thing that is missing, and the people who cannot be reached', () => {
    expect(
      fixes(
        { name: 'Acme', website: 'acme.com', billingCity: 'Berlin' },
        {
          segment: null,
          parentMissing: true,
          prospects: [
            { id: 'p', name: 'Mia', inactive: true, email: 'mia@acme.com' },
            { id: 'q', name: 'Jo' },
          ],
        },
      ),
    ).toEqual([
      ['The segment is unknown. Find the employee count.', 'employeesOverride'],
      ['No address has a country. Find the headquarters.', 'overrideCountry'],
      ['The parent account is not in the book. Import it, or correct Parent Account.', 'parentRef'],
      ['The industry is missing.', 'industry'],
      ['The account has no owner.', 'owner'],
      ['Mia has left the company. Find a successor.', 'p'],
      ['Jo has neither mail address nor phone number.', 'q'],
    ]);
  });
});
