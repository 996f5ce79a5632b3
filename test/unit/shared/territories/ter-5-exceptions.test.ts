import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import {
  checkException,
  exceptionsOf,
  territoryException,
  type ExceptionContext,
  type TerritoryException,
} from '../../../../src/shared/territories/exceptions.ts';
import { account, decide, row, said, us } from './given.ts';

const today = '2026-11-21' as IsoDate;
const recorded = { accountId: 'c', territory: 'LOCAL', reason: 'buys by itself', on: today };
type Of<B> = Extract<TerritoryException, { basis: B }>;
const agreed: Of<'agreement'> = {
  ...recorded,
  basis: 'agreement',
  reps: ['Dana Wells', 'Omar Haddad'],
  managers: ['Mia Ek', 'Jon Roe'],
};
const decided: Of<'global owner'> = { ...recorded, basis: 'global owner', globalOwner: 'Dana Wells' };
const resolved: Of<'resolution'> = { ...recorded, basis: 'resolution', by: 'Ann Lee' };

const rows = [row('TEXAS', { states: us('TX') }), row('LOCAL', { countries: ['JP'] })];
const family = [account('c', { parentId: 'p' }), account('p')];

describe('TER-5: a child handed to a local territory', () => {
  it.each([agreed, decided])('goes there by $basis, before its place', (exception) => {
    const decision = decide(rows, family, exceptionsOf([exception]));
    expect([said(decision), decision.rules, decision.exception]).toEqual([
      'LOCAL',
      ['TER-5', 'TER-7'],
      exception,
    ]);
  });

  it('before it is named or public sector', () => {
    const more = [
      ...rows,
      row('NAMED', { namedAccounts: ['Initech'] }),
      row('PUBSEC', { vertical: 'PubSec' }),
    ];
    const child = account('c', { parentId: 'p', name: 'Initech', publicSector: true });
    expect(said(decide(more, [child, account('p')], exceptionsOf([agreed])))).toBe('LOCAL');
  });

  it('concerns that child alone, not its own children', () => {
    const grandchild = account('g', { parentId: 'c' });
    expect(said(decide(rows, [grandchild, ...family], exceptionsOf([agreed])))).toBe('TEXAS');
  });

  it('to a territory that is gone is a finding', () => {
    const gone = exceptionsOf([{ ...agreed, territory: 'OLD' }]);
    expect(said(decide(rows, family, gone))).toBe('none: exception-gone');
  });

  it('of several on one account the last one counts', () => {
    const both = exceptionsOf([agreed, { ...decided, territory: 'TEXAS' }]);
    expect(said(decide(rows, family, both))).toBe('TEXAS');
  });
});

describe('TER-7: a resolution settles a conflict or a gap', () => {
  const rivals = [row('TEXAS', { states: us('TX') }), row('STAR', { states: us('TX') })];
  const choice = (territory: string): TerritoryException => ({ ...resolved, accountId: 'p', territory });

  it('for the account that decides and for everybody whom it decides', () => {
    for (const it of [family, family.toReversed()]) {
      const decision = decide(rivals, it, exceptionsOf([choice('STAR')]));
      expect([said(decision), decision.rules[0], decision.exception?.basis]).toEqual([
        'STAR',
        'TER-7',
        'resolution',
      ]);
    }
  });

  it('only with one of the territories that fit', () => {
    expect(said(decide([...rivals, ...rows], family, exceptionsOf([choice('LOCAL')])))).toBe('STAR | TEXAS');
  });

  it('of a gap with any territory of the mapping', () => {
    const gap = [row('LOCAL', { countries: ['JP'] })];
    expect(said(decide(gap, family, exceptionsOf([choice('LOCAL')])))).toBe('LOCAL');
    expect(said(decide(gap, family, exceptionsOf([choice('OLD')])))).toBe('none: no-match');
  });

  it('and decides nothing where there is nothing to settle', () => {
    const decision = decide(rows, family, exceptionsOf([choice('LOCAL')]));
    expect([said(decision), decision.exception]).toEqual(['TEXAS', undefined]);
  });
});

describe('TER-5: what an exception needs', () => {
  const context: ExceptionContext = {
    accountName: 'Initech',
    isChild: true,
    isTerritory: (code: string) => code === 'LOCAL',
    today,
  };
  const told = (exception: TerritoryException, part: Partial<ExceptionContext> = {}): string[] => {
    const result = checkException(exception, { ...context, ...part });
    return result.ok ? [] : result.error.map(({ message }) => sayStrictly(message));
  };

  it.each([agreed, decided, resolved])('$basis is recorded when all is there', (exception) => {
    expect(told(exception)).toEqual([]);
    expect(territoryException.parse(JSON.parse(JSON.stringify(exception)))).toEqual(exception);
  });

  it.each<[TerritoryException, Partial<ExceptionContext>, string[]]>([
    [
      agreed,
      { isChild: false },
      ['TER-5: Initech has no parent, and only children are handed to a local territory.'],
    ],
    [decided, { isTerritory: () => false }, ['There is no territory “LOCAL” in the mapping.']],
    [{ ...agreed, managers: ['Mia Ek', ' '] }, {}, ['TER-5: both reps and both managers have to agree.']],
    [{ ...agreed, reps: ['', 'Omar Haddad'] }, {}, ['TER-5: both reps and both managers have to agree.']],
    [{ ...decided, globalOwner: ' ' }, {}, ['It is not said who decided.']],
    [{ ...decided, reason: ' ' }, {}, ['An exception needs a reason.']],
    [{ ...decided, on: '2026-11-22' as IsoDate }, {}, ['Nov 22, 2026 is in the future.']],
  ])('%j with %j is refused', (exception, part, words) => {
    expect(told(exception, part)).toEqual(words);
    const result = checkException(exception, { ...context, ...part });
    for (const { remedy } of result.ok ? [] : result.error) expect(sayStrictly(remedy)).not.toBe('');
  });

  it('an ultimate parent may be settled by a resolution', () => {
    expect(told(resolved, { isChild: false })).toEqual([]);
  });
});
