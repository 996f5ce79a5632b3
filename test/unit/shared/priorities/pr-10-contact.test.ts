import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import {
  decideContact,
  maySequence,
  type Contact,
  type ContactProspect,
} from '../../../../src/shared/priorities/contact.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const day = (text: string): IsoDate => text as IsoDate;
const person = (part: Partial<ContactProspect>): ContactProspect => ({ name: 'Mia', ...part });
const both = (part: Partial<ContactProspect>, country?: string): [Contact, Contact] => [
  decideContact(person(part), 'call', country).outcome,
  decideContact(person(part), 'mail', country).outcome,
];
const said = (part: Partial<ContactProspect>, country?: string): string[] => {
  const { receipt } = decideContact(person(part), 'call', country);
  return [receipt.said, ...receipt.flips].map(sayStrictly);
};

describe('PR-10: do-not-call is respected', () => {
  it('it stops calls, not mails', () => {
    expect(both({ doNotCall: true }, 'US')).toEqual(['refused', 'allowed']);
    expect(both({ doNotCall: false }, 'US')).toEqual(['allowed', 'allowed']);
    expect(said({ doNotCall: true }, 'US')).toEqual(['PR-10: Mia asked not to be called.']);
  });
});

describe('PR-10: people in the EU added before May 2018 only with opt-in, newer ones only from an allowed source', () => {
  it.each<[string, Partial<ContactProspect>, Contact]>([
    ['before, without', { addedOn: day('2018-04-30'), source: 'ZoomInfo' }, 'refused'],
    ['before, with opt-in', { addedOn: day('2018-04-30'), mailOptIn: true }, 'allowed'],
    ['from the first day on, with opt-in alone', { addedOn: day('2018-05-01'), mailOptIn: true }, 'refused'],
    [
      'from the first day on, from an allowed source',
      { addedOn: day('2018-05-01'), source: 'zoom info' },
      'allowed',
    ],
    ['newer, from another source', { addedOn: day('2026-01-01'), source: 'List purchase' }, 'refused'],
    ['newer, from nowhere', { addedOn: day('2026-01-01') }, 'refused'],
    ['added nobody knows when, with both', { mailOptIn: true, source: 'ZoomInfo' }, 'allowed'],
    ['added nobody knows when, with one of both', { mailOptIn: true }, 'ask'],
    ['added nobody knows when, with the other', { source: 'ZoomInfo' }, 'ask'],
    ['added nobody knows when, with neither', {}, 'refused'],
  ])('%s', (_sentence, part, contact) => {
    expect(both({ ...part, country: 'Germany' })).toEqual([contact, contact]);
    expect(both(part, 'DE')).toEqual([contact, contact]);
    expect(both(part, 'United States')).toEqual(['allowed', 'allowed']);
    expect(both({ ...part, country: 'Switzerland' }, 'DE')).toEqual(['allowed', 'allowed']);
  });

  it('where they are is unknown: ask, if in the EU they would be refused', () => {
    expect(both({ addedOn: day('2026-01-01') })).toEqual(['ask', 'ask']);
    expect(both({ addedOn: day('2026-01-01') }, 'Atlantis')).toEqual(['ask', 'ask']);
    expect(both({ addedOn: day('2026-01-01'), source: 'ZoomInfo' })).toEqual(['allowed', 'allowed']);
  });

  it('each refusal says what would change it', () => {
    expect(said({ addedOn: day('2018-04-30') }, 'FR')).toEqual([
      'PR-10: Mia is in the EU, was added on Apr 30, 2018, before May 2018, and did not opt in.',
      'They opt in.',
    ]);
    expect(said({ addedOn: day('2020-04-30') }, 'FR')).toEqual([
      'PR-10: Mia is in the EU, was added on Apr 30, 2020, and not from an allowed source.',
      'They come from an allowed source as well.',
    ]);
    expect(said({}, 'FR')[1]).toBe('They opt in.');
    expect(said({ mailOptIn: true }, 'FR')).toEqual([
      'PR-10: Mia is in the EU, and when they were added is unknown.',
      'Find out when they were added.',
    ]);
    expect(said({ addedOn: day('2020-04-30') })).toEqual([
      'PR-10: the country of Mia is unknown; in the EU there would be a rule against it.',
      'Find out the country.',
    ]);
    expect(said({}, 'US')).toEqual(['PR-10: Mia may be contacted.']);
  });

  it('allowed sources are a setting', () => {
    const settings = { allowedSources: ['Webinar'], signUpSources: [] };
    const mia = person({ addedOn: day('2026-01-01'), source: 'webinar' });
    expect(decideContact(mia, 'mail', 'DE', settings).outcome).toBe('allowed');
  });
});

describe('PR-10: people whose only source is a product sign-up only after raising a hand', () => {
  it.each<[Partial<ContactProspect>, Contact]>([
    [{ source: 'Product sign-up' }, 'refused'],
    [{ source: 'signup' }, 'refused'],
    [{ source: 'Product Sign-Up', raisedHand: false }, 'refused'],
    [{ source: 'Product sign-up', raisedHand: true }, 'allowed'],
    [{ source: 'Webinar' }, 'allowed'],
    [{}, 'allowed'],
  ])('%j: %s', (part, contact) => {
    expect(both(part, 'US')).toEqual([contact, contact]);
  });

  it('says so', () => {
    expect(said({ source: 'Signup' }, 'US')).toEqual([
      'PR-10: Mia only signed up for the product and raised no hand.',
      'They raise a hand: ask for contact, a demo, a trial.',
    ]);
  });
});

describe('PR-10, AW-7: lists respect it', () => {
  it.each<[string, Partial<ContactProspect>, boolean]>([
    ['somebody who may be contacted', {}, true],
    ['somebody who may not be called, but written to', { doNotCall: true }, true],
    ['somebody who may not be contacted at all', { source: 'Signup' }, false],
    ['a partner’s prospect', { partnerProspected: true }, false],
    ['somebody who has left', { inactive: true }, false],
  ])('%s', (_sentence, part, listed) => {
    expect(maySequence(person(part), 'US')).toBe(listed);
  });

  it('somebody of whom it is unknown is not listed', () => {
    expect(maySequence(person({ addedOn: day('2026-01-01') }), undefined)).toBe(false);
  });
});
