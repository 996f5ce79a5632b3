import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses } from '../../../../src/shared/accounts/account.ts';
import { addDays, fixedClock, todayIn, type IsoDate } from '../../../../src/shared/clock.ts';
import type {
  Activity,
  LeadAccount,
  LeadQuestion,
  OtherLead,
} from '../../../../src/shared/lead-routing/lead-question.ts';
import {
  whoWorksThisLead,
  type LeadAnswer,
} from '../../../../src/shared/lead-routing/who-works-this-lead.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { runs } from '../../../builders/random.ts';

const today = '2026-11-21' as IsoDate;
const ago = (days: number): IsoDate => addDays(today, -days);

const acme: LeadAccount = { name: 'Acme', status: 'Actively Working', bdrAssigned: 'Ann', owner: 'Dana' };
const lead = (part: Partial<LeadQuestion> = {}): LeadQuestion => ({
  today,
  account: acme,
  activities: [],
  otherLeads: [],
  currentOwner: '',
  isQualifying: false,
  isInSequence: false,
  isPartnerProspected: false,
  metAtJointPartnerEvent: false,
  ...part,
});
const done = (days: number, part: Partial<Activity> = {}): Activity => ({
  on: ago(days),
  about: 'bdr',
  loggedInCrm: true,
  ...part,
});

const answer = (part: Partial<LeadQuestion> = {}): LeadAnswer => whoWorksThisLead(lead(part)).outcome;
const brief = (part: Partial<LeadQuestion> = {}): string => {
  const { outcome, receipt } = whoWorksThisLead(lead(part));
  return `${outcome.who}${'name' in outcome ? ` ${outcome.name}` : ''} by ${receipt.rules[0]}`;
};

describe('ROE-1: no account, or one that nobody works', () => {
  it('no existing account: the SDR team', () => {
    expect(answer({ account: null })).toEqual({ who: 'round robin', tell: [] });
    expect(whoWorksThisLead(lead({ account: null })).receipt.rules).toEqual(['ROE-4', 'ROE-1']);
  });

  it.each(['', 'Queued', 'Worked in FY'] as const)(
    'an account in “%s”: the SDR team, whatever its BDR did',
    (status) => {
      expect(answer({ account: { ...acme, status }, activities: [done(0)] })).toEqual({
        who: 'round robin',
        tell: [],
      });
    },
  );
});

describe('ROE-2: an account in Actively Working', () => {
  it.each<[string, Activity[], string]>([
    ['BDR activity today', [done(0)], 'bdr Ann by ROE-2'],
    ['BDR activity 29 days ago', [done(29)], 'bdr Ann by ROE-2'],
    ['BDR activity 30 days ago is too old', [done(30)], 'round robin by ROE-4'],
    ['activity on related leads 29 days ago', [done(29, { about: 'related lead' })], 'bdr Ann by ROE-2'],
    ['activity on related leads 30 days ago', [done(30, { about: 'related lead' })], 'round robin by ROE-4'],
    ['CLK-2: activity in the future is none', [done(-1)], 'round robin by ROE-4'],
    ['ROE-6: a local note is none', [done(0, { loggedInCrm: false })], 'round robin by ROE-4'],
    [
      'ROE-6: a note beside an old call changes nothing',
      [done(1, { loggedInCrm: false }), done(31)],
      'round robin by ROE-4',
    ],
    ['none', [], 'round robin by ROE-4'],
  ])('%s: %s', (_sentence, activities, words) => {
    expect(brief({ activities })).toBe(words);
  });

  it('without activity the BDR and the BDR’s manager are told', () => {
    expect(answer().tell).toEqual(['BDR Assigned', 'manager of the BDR']);
    expect(answer({ activities: [done(3)] }).tell).toEqual([]);
  });

  it('nobody assigned: the SDR team, and the manager is told', () => {
    expect(answer({ account: { ...acme, bdrAssigned: '' }, activities: [done(1)] })).toEqual({
      who: 'round robin',
      tell: ['manager of the BDR'],
    });
  });

  it.each([
    ['29 February', '2028-02-29', '2028-03-29', '2028-03-30'],
    ['the turn of the month', '2026-01-31', '2026-03-01', '2026-03-02'],
    ['the night in which the clock goes forward', '2026-03-28', '2026-04-26', '2026-04-27'],
  ])('activity on %s counts for 30 days', (_sentence, on, last, free) => {
    const activities = [done(0, { on: on as IsoDate })];
    expect(brief({ activities, today: last as IsoDate })).toBe('bdr Ann by ROE-2');
    expect(brief({ activities, today: free as IsoDate })).toBe('round robin by ROE-4');
  });

  it('at one moment it still counts in Honolulu and no more in Kiritimati', () => {
    const activities = [done(0, { on: '2026-10-25' as IsoDate })];
    // 23:59 on the 23rd in Honolulu is 23:59 on the 24th in Kiritimati.
    const clock = fixedClock('2026-11-24T09:59:00Z');
    const at = (zone: string): string => brief({ activities, today: todayIn(clock, zone) });
    expect([at('Pacific/Honolulu'), at('Pacific/Kiritimati')]).toEqual([
      'bdr Ann by ROE-2',
      'round robin by ROE-4',
    ]);
  });

  it('the path says what was found, and what would change it', () => {
    const { receipt } = whoWorksThisLead(
      lead({ activities: [done(2, { loggedInCrm: false }), done(-3), done(40)] }),
    );
    expect(receipt.facts.map(sayStrictly)).toEqual([
      'ROE-6: 1 local note does not count; only what the CRM has does.',
      'CLK-2: an activity of Nov 24, 2026 is in the future and does not count. Correct its date.',
      'ROE-2: Acme is Actively Working, but the CRM has no activity of the last 30 days. Tell the BDR and the BDR’s manager.',
      'ROE-4: none of 0 other leads of the account has an owner who keeps it, so it is round robin.',
    ]);
    expect(receipt.flips.map(sayStrictly)).toEqual([
      'Activity of the last 30 days that is logged in the CRM: the BDR Assigned.',
    ]);
    expect(receipt.rules).toEqual(['ROE-4', 'ROE-6', 'CLK-2', 'ROE-2']);
    expect(sayStrictly(receipt.said)).toBe('The SDR team works this lead, by round robin.');
    const active = whoWorksThisLead(lead({ activities: [done(5), done(2)] })).receipt;
    expect(active.facts.map(sayStrictly)).toEqual([
      'ROE-2: Acme is Actively Working, and the BDR was active on Nov 19, 2026, within the last 30 days.',
    ]);
    expect(active.flips.map(sayStrictly)).toEqual([
      'No activity for 30 days after Nov 19, 2026: the SDR team.',
    ]);
  });

  it('goes by the setting', () => {
    const settings = { ...defaultRuleSettings, recentDays: 7 };
    const at = (days: number) => whoWorksThisLead(lead({ activities: [done(days)] }), settings).outcome.who;
    expect([at(6), at(7)]).toEqual(['bdr', 'round robin']);
  });
});

describe('ROE-3: a Restricted account', () => {
  it('the BDR Assigned, who asks the AE; the answer is due in 48 hours', () => {
    const question = lead({ account: { ...acme, status: 'Restricted' } });
    const { outcome, receipt } = whoWorksThisLead(question);
    expect(outcome).toEqual({ who: 'bdr', name: 'Ann', tell: [], ask: { ae: 'Dana', hours: 48 } });
    expect(receipt.facts.map(sayStrictly)).toEqual([
      'ROE-3: Acme is Restricted. The BDR Assigned asks the AE, whose answer is due in 48 hours.',
    ]);
    expect(receipt.flips.map(sayStrictly)).toEqual(['Moved from Restricted to Queued: the SDR team.']);
    expect(
      whoWorksThisLead(question, { ...defaultRuleSettings, restrictedAnswerHours: 24 }).outcome,
    ).toMatchObject({
      ask: { hours: 24 },
    });
  });

  it('nobody assigned: that is said', () => {
    const { receipt } = whoWorksThisLead(
      lead({ account: { ...acme, status: 'Restricted', bdrAssigned: '' } }),
    );
    expect(sayStrictly(receipt.said)).toBe(
      'The BDR Assigned works this lead, but nobody is assigned. Assign a BDR first.',
    );
  });
});

describe('ROE-4: which SDR', () => {
  const queued: LeadAccount = { ...acme, status: 'Queued' };
  const other = (part: Partial<OtherLead>): OtherLead => ({ owner: 'Sam', status: 'Qualifying', ...part });
  const among = (otherLeads: OtherLead[], part: Partial<LeadQuestion> = {}): string =>
    brief({ account: queued, otherLeads, ...part });

  it.each<[string, Partial<OtherLead>, string]>([
    ['Qualifying with activity 29 days ago', { lastActivity: ago(29) }, 'sdr Sam by ROE-4'],
    ['Qualifying with activity 30 days ago', { lastActivity: ago(30) }, 'round robin by ROE-4'],
    ['Accepted with activity today', { status: 'Accepted', lastActivity: today }, 'sdr Sam by ROE-4'],
    ['a task tomorrow', { nextTask: addDays(today, 1) }, 'sdr Sam by ROE-4'],
    ['CLK-3: a task today is not in the future', { nextTask: today }, 'round robin by ROE-4'],
    ['a task yesterday', { nextTask: ago(1) }, 'round robin by ROE-4'],
    ['CLK-2: activity tomorrow is none', { lastActivity: addDays(today, 1) }, 'round robin by ROE-4'],
    ['neither activity nor task', {}, 'round robin by ROE-4'],
    ['another status with activity', { status: 'other', lastActivity: today }, 'round robin by ROE-4'],
    ['nobody owns it', { owner: '', lastActivity: today }, 'round robin by ROE-4'],
  ])('another lead in %s', (_sentence, part, words) => {
    expect(among([other(part)])).toBe(words);
  });

  it('still an MQL: the earliest MQL date owns', () => {
    const mql = (owner: string, days: number): OtherLead => ({ owner, status: 'MQL', mqlDate: ago(days) });
    const two = [mql('Sam', 3), mql('Tia', 9)];
    expect(among(two, { mqlDate: ago(1), currentOwner: 'Uli' })).toBe('sdr Tia by ROE-4');
    expect(among(two, { currentOwner: 'Uli' })).toBe('sdr Tia by ROE-4');
    expect(among(two, { mqlDate: ago(9), currentOwner: 'Uli' })).toBe('sdr Tia by ROE-4');
    expect(among(two, { mqlDate: ago(10), currentOwner: 'Uli' })).toBe('sdr Uli by ROE-4');
    expect(among(two, { mqlDate: ago(10) })).toBe('round robin by ROE-4');
    expect(among([{ owner: 'Sam', status: 'MQL' }])).toBe('round robin by ROE-4');
  });

  it('a lead that somebody keeps comes before an earlier MQL', () => {
    const kept = other({ lastActivity: ago(2) });
    expect(among([{ owner: 'Tia', status: 'MQL', mqlDate: ago(90) }, kept])).toBe('sdr Sam by ROE-4');
  });

  it('of several that are kept the one with the latest activity, then by name', () => {
    const leads = [
      other({ owner: 'Uli', lastActivity: ago(5) }),
      other({ owner: 'Tia', lastActivity: ago(2) }),
    ];
    expect(among(leads)).toBe('sdr Tia by ROE-4');
    expect(among(leads.toReversed())).toBe('sdr Tia by ROE-4');
    const alike = [other({ owner: 'Uli', lastActivity: ago(2) }), ...leads];
    expect(among(alike)).toBe('sdr Tia by ROE-4');
    expect(
      among([
        other({ owner: 'Uli', lastActivity: addDays(today, 9), nextTask: addDays(today, 1) }),
        ...leads,
      ]),
    ).toBe('sdr Tia by ROE-4');
  });

  it('also decides after ROE-2, and those are still told', () => {
    expect(answer({ otherLeads: [other({ lastActivity: today })] })).toEqual({
      who: 'sdr',
      name: 'Sam',
      tell: ['BDR Assigned', 'manager of the BDR'],
    });
  });
});

describe('ROE-5: the partner prospecting flag', () => {
  const flagged = { isPartnerProspected: true } as const;
  const event = { ...flagged, metAtJointPartnerEvent: true } as const;
  const queued: LeadAccount = { ...acme, status: 'Queued' };

  it.each<[string, Partial<LeadQuestion>, string]>([
    ['set: nobody here', { ...flagged, activities: [done(0)] }, 'nobody by ROE-5'],
    [
      'set, in Qualifying and in a sequence, but not met at the event',
      { ...flagged, isQualifying: true, isInSequence: true },
      'nobody by ROE-5',
    ],
    ['met at the event, nothing else', { ...event, account: queued, currentOwner: 'Sam' }, 'nobody by ROE-5'],
    ['met at the event without an account', { ...event, account: null }, 'nobody by ROE-5'],
    ['met at the event, account Actively Working: stays with the BDR', event, 'bdr Ann by ROE-5'],
    [
      'met at the event, in Qualifying: stays',
      { ...event, account: queued, isQualifying: true, currentOwner: 'Sam' },
      'sdr Sam by ROE-5',
    ],
    [
      'met at the event, in a sequence: stays',
      { ...event, account: null, isInSequence: true, currentOwner: 'Sam' },
      'sdr Sam by ROE-5',
    ],
    [
      'stays, but nobody has it: by its account',
      { ...event, account: queued, isQualifying: true },
      'round robin by ROE-4',
    ],
    [
      'stays at an account that nobody is assigned to',
      { ...event, account: { ...acme, bdrAssigned: '' }, currentOwner: 'Sam' },
      'sdr Sam by ROE-5',
    ],
    [
      'not set, met at the event: as any lead',
      { metAtJointPartnerEvent: true, account: queued },
      'round robin by ROE-4',
    ],
  ])('%s', (_sentence, part, words) => {
    expect(brief(part)).toBe(words);
  });

  it('says what would change it', () => {
    const flips = (part: Partial<LeadQuestion>): string[] =>
      whoWorksThisLead(lead(part)).receipt.flips.map(sayStrictly);
    expect(flips(flagged)).toEqual(['Without the partner flag: by the status of its account.']);
    expect(flips({ ...event, account: queued })).toEqual([
      'Met at a joint partner event it stays if its account is Actively Working, or it is in Qualifying or in a sequence.',
    ]);
  });
});

describe('ROE over random leads', () => {
  const date = fc.integer({ min: -40, max: 10 }).map((days) => addDays(today, days));
  const question: fc.Arbitrary<LeadQuestion> = fc
    .record({
      account: fc.option(
        fc.record({
          name: fc.constant('Acme'),
          status: fc.constantFrom(...statuses),
          bdrAssigned: fc.constantFrom('', 'Ann'),
          owner: fc.constantFrom('', 'Dana'),
        }),
      ),
      activities: fc.array(
        fc.record({
          on: date,
          about: fc.constantFrom('bdr' as const, 'related lead' as const),
          loggedInCrm: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      otherLeads: fc.array(
        fc.record({
          owner: fc.constantFrom('', 'Sam', 'Tia'),
          status: fc.constantFrom(
            'MQL' as const,
            'Accepted' as const,
            'Qualifying' as const,
            'other' as const,
          ),
          mqlDate: date,
          lastActivity: date,
          nextTask: date,
        }),
        { maxLength: 3 },
      ),
      currentOwner: fc.constantFrom('', 'Uli'),
      isQualifying: fc.boolean(),
      isInSequence: fc.boolean(),
      isPartnerProspected: fc.boolean(),
      metAtJointPartnerEvent: fc.boolean(),
    })
    .map((part) => ({ ...part, today }));

  it('there is exactly one answer, with a path in words, and notes change nothing (ROE-6)', () => {
    fc.assert(
      fc.property(question, (given) => {
        const { outcome, receipt } = whoWorksThisLead(given);
        expect(receipt.facts.length).toBeGreaterThan(0);
        for (const said of [receipt.said, ...receipt.facts, ...receipt.flips]) sayStrictly(said);
        expect(new Set(receipt.rules).size).toBe(receipt.rules.length);
        if (outcome.who === 'nobody') expect(given.isPartnerProspected).toBe(true);
        if (outcome.who === 'bdr')
          expect(['Actively Working', 'Restricted']).toContain(given.account?.status);
        if (outcome.who === 'sdr') expect(outcome.name).not.toBe('');
        const inCrm = given.activities.filter(({ loggedInCrm }) => loggedInCrm);
        expect(whoWorksThisLead({ ...given, activities: inCrm }).outcome).toEqual(outcome);
        const reversed = {
          ...given,
          activities: given.activities.toReversed(),
          otherLeads: given.otherLeads.toReversed(),
        };
        expect(whoWorksThisLead(reversed).outcome).toEqual(outcome);
      }),
      { numRuns: runs(500) },
    );
  });
});
