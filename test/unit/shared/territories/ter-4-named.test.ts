import { describe, expect, it } from 'vitest';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { checkNaming, heldBy, type NamedAccount } from '../../../../src/shared/territories/named-accounts.ts';
import { account, bdrOf, decide, row, said, us } from './given.ts';

const texas = row('TEXAS', { states: us('TX') });

describe('TER-4: a named account belongs to its named owner, wherever it is', () => {
  const named = row('NAMED-1', { namedAccounts: ['Initech', 'globex.com', '001000000000ABC'], bdr: 'Nora' });

  it.each([
    ['by its name, whatever the spelling', { name: 'INITECH' }],
    ['by its domain', { website: 'https://www.globex.com/about' }],
    ['by another domain of it', { website: 'https://globex.de', otherDomains: ['globex.com'] }],
    ['by its CRM id, in either length', { crmId: '001000000000ABCAA2' }],
  ])('the mapping lists it %s', (_sentence, part) => {
    const decision = decide([texas, named], [account('a', part)]);
    expect([said(decision), decision.tier, decision.rules[0]]).toEqual(['NAMED-1', 'named', 'TER-4']);
  });

  it('a name that is only alike is another company', () => {
    expect(said(decide([texas, named], [account('a', { name: 'Initech Labs' })]))).toBe('TEXAS');
  });

  it('its children inherit it, also the grandchildren', () => {
    const family = [
      account('g', { parentId: 'c' }),
      account('c', { parentId: 'p' }),
      account('p', { name: 'Initech' }),
    ];
    const decision = decide([texas, named], family);
    expect([said(decision), decision.decidedBy]).toEqual(['NAMED-1', 'p']);
  });

  it('the nearest named account decides', () => {
    const own = row('NAMED-2', { namedAccounts: ['Hooli'] });
    const family = [account('c', { name: 'Hooli', parentId: 'p' }), account('p', { name: 'Initech' })];
    expect(said(decide([texas, named, own], family))).toBe('NAMED-2');
  });

  it('a parent does not inherit from its child, nor does a stand-alone child from its parent', () => {
    const family = [account('p'), account('c', { name: 'Initech', parentId: 'p' })];
    expect(said(decide([texas, named], family))).toBe('TEXAS');
    expect(said(decide([texas, named], [account('c', { parentId: 'p', standAlone: true })]))).toBe('TEXAS');
  });

  it('named for two territories is a conflict', () => {
    const rival = row('NAMED-2', { namedAccounts: ['initech'] });
    expect(said(decide([texas, named, rival], [account('a', { name: 'Initech' })]))).toBe(
      'NAMED-1 | NAMED-2',
    );
  });

  const ofDana = row('DANA', { countries: ['JP'], aes: ['Dana Wells'], bdr: 'Nora' });
  const flagged = { named: true, namedOwner: 'dana wells' };

  it('a flagged one goes where its owner stands, and to the row that covers the owner', () => {
    const rows = [texas, ofDana, row('DANA', { countries: ['JP'], bdr: 'Other' })];
    const decision = decide(rows, [account('a', { ...flagged, owner: 'Somebody Else' })]);
    expect([said(decision), bdrOf(decision), decision.namedOwner]).toEqual(['DANA', 'Nora', 'dana wells']);
  });

  it('the children of a flagged one go with it', () => {
    expect(said(decide([texas, ofDana], [account('c', { parentId: 'p' }), account('p', flagged)]))).toBe(
      'DANA',
    );
  });

  it('of several territories of the owner the one of the segment, then of the place', () => {
    const small = row('DANA-SMB', { segments: ['SMB'], countries: ['US'], aes: ['Dana Wells'] });
    const here = row('DANA-US', { countries: ['US'], aes: ['Dana Wells'] });
    expect(said(decide([ofDana, small], [account('a', flagged)]))).toBe('DANA');
    expect(said(decide([ofDana, small, here], [account('a', flagged)]))).toBe('DANA-US');
    expect(
      said(
        decide([ofDana, row('DANA-FR', { countries: ['FR'], aes: ['Dana Wells'] })], [account('a', flagged)]),
      ),
    ).toBe('DANA | DANA-FR');
  });

  it.each([
    ['whose owner no row lists', flagged, 'none: named-owner-in-no-row'],
    ['without an owner', { named: true }, 'none: named-without-owner'],
  ])('a flagged one %s is a finding', (_sentence, part, outcome) => {
    expect(said(decide([texas], [account('a', part)]))).toBe(outcome);
  });

  it('is named before it is public sector, vertical or anywhere', () => {
    const federal = row('PUBSEC', { vertical: 'Public Sector' });
    expect(
      said(decide([texas, named, federal], [account('a', { name: 'Initech', publicSector: true })])),
    ).toBe('NAMED-1');
  });
});

describe('TER-4: a rep holds at most 30', () => {
  const held = (count: number, owner = 'Dana Wells'): NamedAccount[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `n${index}`,
      name: `Named ${String(index).padStart(2, '0')}`,
      namedOwner: owner,
    }));
  const next = { id: 'next', name: 'Initech' };

  it('the 30th is named', () => {
    expect(checkNaming(next, ' Dana Wells ', held(29))).toEqual({
      ok: true,
      value: { ...next, namedOwner: 'Dana Wells' },
    });
  });

  it('the 31st is refused with the list of the 30', () => {
    const result = checkNaming(next, 'dana wells', held(30));
    if (result.ok) throw new Error('was named');
    expect(result.error.held.map(({ id }) => id)).toEqual(held(30).map(({ id }) => id));
    const { rule, message, remedy } = result.error.refusal;
    expect([rule, sayStrictly(message), sayStrictly(remedy)]).toEqual([
      'TER-4',
      'TER-4: dana wells holds 30 named accounts, and 30 is the most.',
      'Take the flag from 1 of dana wells’s named accounts, or choose another owner.',
    ]);
  });

  it('one that the rep holds already is not counted twice', () => {
    const [first] = held(30);
    if (!first) throw new Error('nothing held');
    expect(checkNaming({ id: first.id, name: first.name }, 'Dana Wells', held(30)).ok).toBe(true);
  });

  it('others’ named accounts do not count, nor do flags without an owner', () => {
    expect(checkNaming(next, 'Dana Wells', [...held(29), ...held(40, 'Ben'), ...held(5, '')]).ok).toBe(true);
    expect(heldBy('', held(5, ''))).toEqual([]);
  });

  it('goes by the setting', () => {
    const settings = { ...defaultRuleSettings, namedLimit: 2 };
    expect(checkNaming(next, 'Dana Wells', held(1), settings).ok).toBe(true);
    expect(checkNaming(next, 'Dana Wells', held(2), settings).ok).toBe(false);
  });

  it('nobody cannot hold any', () => {
    const result = checkNaming(next, '  ', []);
    expect(result.ok ? '' : sayStrictly(result.error.refusal.message)).toBe(
      'TER-4: Initech cannot be named without an owner.',
    );
  });
});
