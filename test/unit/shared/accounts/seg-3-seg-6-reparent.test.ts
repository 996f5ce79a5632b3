import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, type Segment } from '../../../../src/shared/accounts/account.ts';
import { rootOf } from '../../../../src/shared/accounts/hierarchy.ts';
import {
  decideReparent,
  decideStandAlone,
  type FamilyChange,
  type FamilyMember,
} from '../../../../src/shared/accounts/reparent.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const member = (id: string, ownSegment: Segment | null, part: Partial<FamilyMember> = {}): FamilyMember => ({
  id,
  name: id.toUpperCase(),
  ownSegment,
  ...part,
});
const lookupIn = (members: readonly FamilyMember[]) => {
  const byId = new Map(members.map((it) => [it.id, it]));
  return (id: string) => byId.get(id);
};
const reparent = (members: readonly FamilyMember[], id: string, parentId: string | null): FamilyChange =>
  decideReparent(id, parentId, lookupIn(members), members);
const refused = (change: FamilyChange): [string, readonly string[]] | 'allowed' =>
  change.allowed ? 'allowed' : [sayStrictly(change.refusal.message), change.path];
const effects = (change: FamilyChange): string[] =>
  change.allowed
    ? change.effects.map(
        ({ id, segment, motion }) =>
          `${id} ${segment.from ?? '?'}->${segment.to ?? '?'} ${motion.from}->${motion.to}`,
      )
    : ['refused'];

describe('SEG-3: a cycle is refused, with its path', () => {
  const chain = [
    member('a', 'Large'),
    member('b', null, { parentId: 'a' }),
    member('c', 'SMB', { parentId: 'b' }),
  ];

  it.each<[string, string, [string, readonly string[]] | 'allowed']>([
    ['a', 'a', ['SEG-3: an account cannot be its own parent.', ['a', 'a']]],
    ['a', 'b', ['SEG-3: the parents would run in a circle: A → B → A.', ['a', 'b', 'a']]],
    ['a', 'c', ['SEG-3: the parents would run in a circle: A → C → B → A.', ['a', 'c', 'b', 'a']]],
    ['c', 'a', 'allowed'],
    ['c', 'b', 'allowed'],
    ['b', 'gone', 'allowed'],
  ])('%s below %s', (id, parentId, expected) => {
    expect(refused(reparent(chain, id, parentId))).toEqual(expected);
  });

  it('through a stand-alone account it is a cycle as well', () => {
    const alone = chain.map((it) => (it.id === 'b' ? { ...it, standAlone: true } : it));
    expect(refused(reparent(alone, 'a', 'c'))).not.toBe('allowed');
  });

  it('one that was there before, elsewhere, does not hinder, and ends', () => {
    const broken = [
      member('x', null, { parentId: 'y' }),
      member('y', null, { parentId: 'x' }),
      member('z', 'SMB'),
    ];
    expect(refused(reparent(broken, 'z', 'x'))).toBe('allowed');
    expect(refused(reparent(broken, 'x', null))).toBe('allowed');
  });

  it('whatever the links, an allowed change ties no new cycle', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(undefined, ...ids), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(...ids),
        fc.constantFrom(...ids),
        (parents, id, parentId) => {
          const members = ids.map((it, at) =>
            member(it, null, parents[at] === undefined ? {} : { parentId: parents[at] }),
          );
          const change = reparent(members, id, parentId);
          const after = members.map((it) => (it.id === id ? { ...it, parentId } : it));
          const inCycle = rootOf(id, lookupIn(after)).cycle?.includes(id) === true;
          expect(change.allowed).toBe(!inCycle);
          if (!change.allowed) expect([change.path[0], change.path.at(-1)]).toEqual([id, id]);
        },
      ),
    );
  });
});

describe('SEG-3, SEG-5: a new parent shows whose segment and motion change', () => {
  const book = [
    member('a', 'Large', { type: 'customer', totalCarr: 48 }),
    member('b', 'SMB', { parentId: 'a' }),
    member('x', 'Mid-Market'),
    member('y', 'SMB', { parentId: 'x' }),
  ];

  it('joining a larger hierarchy raises all who join', () => {
    expect(effects(reparent(book, 'x', 'a'))).toEqual([
      'x Mid-Market->Large Land->Expand',
      'y Mid-Market->Large Land->Expand',
    ]);
  });

  it('leaving it lowers who leaves', () => {
    expect(effects(reparent(book, 'b', null))).toEqual(['b Large->SMB Expand->Land']);
    expect(effects(reparent(book, 'b', 'y'))).toEqual(['b Large->Mid-Market Expand->Land']);
  });

  it('when the account that decided leaves, the others fall', () => {
    const top = [
      member('p', 'SMB'),
      member('big', 'Large', { parentId: 'p' }),
      member('kid', 'SMB', { parentId: 'p' }),
    ];
    expect(effects(reparent(top, 'big', null))).toEqual([
      'p Large->SMB Land->Land',
      'kid Large->SMB Land->Land',
    ]);
  });

  it('a parent that changes nothing has no effects', () => {
    expect(effects(reparent(book, 'y', 'x'))).toEqual([]);
    expect(effects(reparent(book, 'a', null))).toEqual([]);
  });
});

describe('SEG-6: a child with its own buying authority can be recorded as stand-alone', () => {
  const book = [
    member('a', 'Large'),
    member('b', 'SMB', { parentId: 'a' }),
    member('c', 'SMB', { parentId: 'b' }),
  ];
  const standAlone = (id: string, reason?: string) =>
    decideStandAlone(id, { standAlone: true, ...(reason !== undefined && { reason }) }, lookupIn(book), book);

  it('it then forms its own hierarchy, with its children', () => {
    expect(effects(standAlone('b', 'held by a private-equity house'))).toEqual([
      'b Large->SMB Land->Land',
      'c Large->SMB Land->Land',
    ]);
  });

  it('and back again', () => {
    const apart = book.map((it) => (it.id === 'b' ? { ...it, standAlone: true } : it));
    expect(effects(decideStandAlone('b', { standAlone: false }, lookupIn(apart), apart))).toEqual([
      'b SMB->Large Land->Land',
      'c SMB->Large Land->Land',
    ]);
  });

  it('needs a parent and a reason', () => {
    expect(refused(standAlone('a', 'because'))).toEqual(['SEG-6: it has no parent to stand apart from.', []]);
    expect(refused(standAlone('b'))).toEqual(['SEG-6: standing alone needs a reason.', []]);
    expect(refused(standAlone('b', ' '))).toEqual(['SEG-6: standing alone needs a reason.', []]);
  });
});

it('SEG-3: effects are what deciding both hierarchies anew finds, for any book', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          parent: fc.constantFrom(undefined, ...ids),
          own: fc.constantFrom<(Segment | null)[]>(...segments, null),
        }),
        { minLength: 5, maxLength: 5 },
      ),
      fc.constantFrom(...ids),
      fc.constantFrom(...ids, null),
      (drawn, id, parentId) => {
        const members = ids.map((it, at) =>
          member(
            it,
            drawn[at]?.own ?? null,
            drawn[at]?.parent === undefined ? {} : { parentId: drawn[at].parent },
          ),
        );
        const change = reparent(members, id, parentId);
        if (!change.allowed) return;
        const highest = (among: readonly FamilyMember[], of: string): Segment | null => {
          const lookup = lookupIn(among);
          const root = rootOf(of, lookup).root;
          const family = among.filter((it) => rootOf(it.id, lookup).root === root);
          return segments.find((segment) => family.some((it) => it.ownSegment === segment)) ?? null;
        };
        const after = members.map((it) => {
          if (it.id !== id) return it;
          const { parentId: _parent, ...rest } = it;
          return parentId === null ? rest : { ...rest, parentId };
        });
        const expected = ids.filter((it) => highest(members, it) !== highest(after, it));
        expect(change.effects.map((it) => it.id)).toEqual(expected);
      },
    ),
  );
});
