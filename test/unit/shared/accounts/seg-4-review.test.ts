import { describe, expect, it } from 'vitest';
import type {
  Account,
  AccountValues,
  EmployeeCount,
  Segment,
} from '../../../../src/shared/accounts/account.ts';
import {
  heldByHand,
  holdAgainst,
  ownSegmentInForce,
  reviewedSegment,
  segmentInForce,
} from '../../../../src/shared/accounts/segment-hold.ts';
import {
  acceptCount,
  acceptPlace,
  checkProposalSource,
  judgeProposal,
} from '../../../../src/shared/accounts/segment-review.ts';
import { ownSegment } from '../../../../src/shared/accounts/segment.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

describe('SEG-4: a proposal needs a link to its source', () => {
  it.each([
    'https://www.sec.gov/filing.htm',
    ' http://news.example/acme-grows ',
    'https://notlinkedin.com/acme',
    'https://acme.com/linkedin.com',
  ])('%s is taken', (source) => {
    expect(checkProposalSource(source)).toEqual({ ok: true, value: source.trim() });
  });

  it.each([
    ['https://www.linkedin.com/company/acme', 'SEG-4: LinkedIn is not accepted as a source.'],
    ['https://DE.LinkedIn.com/company/acme', 'SEG-4: LinkedIn is not accepted as a source.'],
    ['http://lnkd.in/abc', 'SEG-4: LinkedIn is not accepted as a source.'],
    ['asked them', 'SEG-4: “asked them” is no link to a source.'],
    ['', 'SEG-4: “” is no link to a source.'],
    ['www.acme.com', 'SEG-4: “www.acme.com” is no link to a source.'],
    ['https://localhost/x', 'SEG-4: “https://localhost/x” is no link to a source.'],
  ])('%s is refused: %s', (source, words) => {
    const result = checkProposalSource(source);
    if (result.ok) throw new Error('was taken');
    expect(sayStrictly(result.error.message)).toBe(words);
    expect(sayStrictly(result.error.remedy)).not.toBe('');
  });
});

const account = (part: Partial<Account> = {}): Account => ({
  id: 'a',
  name: 'A',
  employeesZoomInfo: 1500,
  ...part,
});

const values = ({ id: _id, ...rest }: Account): AccountValues => rest;

describe('SEG-4: only what would change the segment is reviewed', () => {
  it.each([
    [1999, 'Mid-Market', false],
    [2000, 'Large', true],
    [100, 'Mid-Market', false],
    [99, 'SMB', true],
  ] as const)('%i instead of 1,500 employees: %s', (proposedEmployees, then, isReviewed) => {
    const it = account({ proposedEmployees });
    expect(judgeProposal(it, [it])).toEqual({ now: 'Mid-Market', then, isReviewed });
  });

  it('SEG-3: the segment is that of the hierarchy', () => {
    const it = account({ proposedEmployees: 5 });
    const sibling = account({ id: 'b', employeesZoomInfo: 300 });
    expect(judgeProposal(it, [it, sibling])).toEqual({
      now: 'Mid-Market',
      then: 'Mid-Market',
      isReviewed: false,
    });
  });

  it('a count where none was known changes the segment', () => {
    const { employeesZoomInfo: _none, ...unknown } = account({ proposedEmployees: 50 });
    expect(judgeProposal(unknown, [unknown])).toEqual({ now: null, then: 'SMB', isReviewed: true });
  });

  it('nothing proposed is nothing to judge, and judging changes nothing', () => {
    expect(judgeProposal(account(), [account()])).toBeUndefined();
    const it = Object.freeze(account({ proposedEmployees: 5 }));
    judgeProposal(it, [it]);
    expect(it.employeesOverride).toBeUndefined();
  });

  it('goes by the borders that are set', () => {
    const it = account({ proposedEmployees: 1600 });
    expect(judgeProposal(it, [it], { ...defaultRuleSettings, largeFrom: 1600 })?.then).toBe('Large');
  });
});

describe('SEG-4: an accepted proposal becomes the override', () => {
  it('the count', () => {
    const accepted = acceptCount(
      account({
        employeesOverride: 7,
        proposedEmployees: { min: 50, max: 99 },
        proposedEmployeesSource: 'https://x.example',
      }),
    );
    expect(accepted).toEqual({ ...account(), employeesOverride: { min: 50, max: 99 } });
    expect(acceptCount(account())).toEqual(account());
  });

  it('the place, as one whole address (TER-2)', () => {
    const accepted = acceptPlace(
      account({
        overrideStreet: '1 Main St',
        overrideCity: 'Austin',
        overrideState: 'TX',
        overridePostalCode: '78701',
        overrideCountry: 'US',
        proposedCountry: 'Germany',
        proposedPostalCode: '80331',
        proposedPlaceSource: 'https://x.example',
      }),
    );
    expect(accepted).toEqual({ ...account(), overrideCountry: 'Germany', overridePostalCode: '80331' });
  });

  it('a place without a country is settled, but decides nothing', () => {
    const before = account({ overrideCountry: 'US', overrideCity: 'Austin' });
    expect(acceptPlace({ ...before, proposedState: 'CA' })).toEqual(before);
  });
});

describe('SEG-4: a change that new data brings waits for review', () => {
  it.each([
    ['no change is held', undefined, undefined, 'Large', { segment: 'Large' }],
    ['nothing changed', 'Large', undefined, 'Large', { segment: 'Large' }],
    ['a change is pending', 'Mid-Market', undefined, 'Large', { segment: 'Mid-Market', pending: 'Large' }],
    ['down as well as up', 'Large', undefined, 'SMB', { segment: 'Large', pending: 'SMB' }],
    ['losing every count is no change', 'Large', undefined, null, { segment: 'Large' }],
    ['unknown stays unknown', undefined, undefined, null, { segment: null }],
    ['what was turned down waits no more', 'Mid-Market', 'Large', 'Large', { segment: 'Mid-Market' }],
    ['other data do', 'Mid-Market', 'Large', 'SMB', { segment: 'Mid-Market', pending: 'SMB' }],
  ] as const)('%s', (_sentence, segmentConfirmed, segmentDeclined, ownSegment, outcome) => {
    const held = { ownSegment, segmentConfirmed, segmentDeclined };
    expect(segmentInForce(held)).toEqual(outcome);
    expect(segmentInForce(held, { segmentChange: 'atOnce' })).toEqual({ segment: ownSegment });
  });

  const atReview = defaultRuleSettings;
  const atOnce = { ...defaultRuleSettings, segmentChange: 'atOnce' } as const;
  const held = (segmentConfirmed?: Segment, segmentDeclined?: Segment) => ({
    segmentConfirmed,
    segmentDeclined,
  });

  it.each<[string, Partial<Account>, EmployeeCount | undefined, ReturnType<typeof held>]>([
    ['1,999 is still Mid-Market', {}, 1999, held()],
    ['2,000 is Large', {}, 2000, held('Mid-Market')],
    ['99 is SMB', {}, 99, held('Mid-Market')],
    ['100 is still Mid-Market', {}, 100, held()],
    ['a range over a border takes nothing away', {}, { min: 1500, max: 2500 }, held('Mid-Market')],
    ['nor does a count that is erased', {}, undefined, held('Mid-Market')],
    ['a source of a higher order says otherwise', { employeesOverride: 1700 }, 2000, held()],
    ['the first count that is known holds', { employeesZoomInfo: undefined }, 5000, held()],
    ['what is held stays so', { employeesZoomInfo: 5000, ...held('Mid-Market') }, 50, held('Mid-Market')],
    ['data that come back end it', { employeesZoomInfo: 5000, ...held('Mid-Market') }, 1500, held()],
    [
      'what was turned down was other data',
      { employeesZoomInfo: 5000, ...held('Mid-Market', 'Large') },
      50,
      held('Mid-Market'),
    ],
    [
      'the same data stay turned down',
      { employeesZoomInfo: 5000, ...held('Mid-Market', 'Large') },
      5100,
      held('Mid-Market', 'Large'),
    ],
  ])('new data for 1,500 employees: %s', (_sentence, part, employeesZoomInfo, expected) => {
    const before = values(account(part));
    const after = { ...before, employeesZoomInfo };
    expect(holdAgainst(before, after, atReview)).toEqual(expected);
    const once = holdAgainst(before, after, atOnce);
    expect(ownSegmentInForce({ ...after, ...once }, atReview).segment).toBe(
      once.segmentConfirmed ?? ownSegment(after, atReview),
    );
  });

  it('holds at once where that is set, and what was held before does not come back', () => {
    const before = values(account(held('SMB', 'Large')));
    expect(holdAgainst(before, { ...before, employeesZoomInfo: 5000 }, atOnce)).toEqual(held());
  });

  it('is confirmed or turned down at review, and then nothing waits', () => {
    const waiting = values(account({ employeesZoomInfo: 5000, ...held('Mid-Market') }));
    const confirmed = reviewedSegment(waiting, true, atReview);
    const kept = reviewedSegment(waiting, false, atReview);
    expect([confirmed, kept].map((it) => it && ownSegmentInForce(it, atReview))).toEqual([
      { segment: 'Large' },
      { segment: 'Mid-Market' },
    ]);
    for (const done of [confirmed, kept]) expect(done && reviewedSegment(done, true, atReview)).toBeNull();
  });

  it('what a person types holds at once; what does not touch the count leaves the review open', () => {
    const waiting = values(account({ employeesZoomInfo: 5000, ...held('Mid-Market') }));
    expect(heldByHand(waiting, { ...waiting, employeesOverride: 6000 }, atReview)).not.toHaveProperty(
      'segmentConfirmed',
    );
    expect(heldByHand(waiting, { ...waiting, industry: 'Software' }, atReview)).toMatchObject(
      held('Mid-Market'),
    );
  });

  it('an accepted proposal is reviewed already', () => {
    const waiting = account({ employeesZoomInfo: 5000, proposedEmployees: 50, ...held('Mid-Market') });
    expect(ownSegmentInForce(acceptCount(waiting), atReview)).toEqual({ segment: 'SMB' });
  });
});
