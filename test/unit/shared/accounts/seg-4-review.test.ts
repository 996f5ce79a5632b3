import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import {
  acceptCount,
  acceptPlace,
  checkProposalSource,
  judgeProposal,
  segmentInForce,
} from '../../../../src/shared/accounts/segment-review.ts';
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
    ['the first known segment holds at once', undefined, 'Large', { segment: 'Large' }],
    ['nothing changed', 'Large', 'Large', { segment: 'Large' }],
    ['a change is pending', 'Mid-Market', 'Large', { segment: 'Mid-Market', pending: 'Large' }],
    ['down as well as up', 'Large', 'SMB', { segment: 'Large', pending: 'SMB' }],
    ['losing every count is no change', 'Large', null, { segment: 'Large' }],
    ['unknown stays unknown', undefined, null, { segment: null }],
  ] as const)('%s', (_sentence, confirmed, decided, outcome) => {
    expect(segmentInForce(confirmed, decided)).toEqual(outcome);
  });

  it('or holds at once, where that is set', () => {
    expect(segmentInForce('Mid-Market', 'Large', { segmentChange: 'atOnce' })).toEqual({ segment: 'Large' });
  });
});
