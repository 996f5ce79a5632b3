import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardKey, compareKeys, rankBetween, ranksBetween } from '../../../../src/shared/priorities/rank.ts';

interface Card {
  readonly id: string;
  readonly name: string;
  readonly rank?: string;
}

const keyOf = (card: Card): string => boardKey(card);
const byKey = (a: Card, b: Card): number => compareKeys(keyOf(a), keyOf(b));

/** The cards as the board has them after `card` landed between two neighbours. */
function drop(column: readonly Card[], card: Card, index: number): { column: Card[]; dropped: Card } {
  const stay = column.filter((it) => it.id !== card.id);
  const after = stay[index - 1];
  const before = stay[index];
  const rank = rankBetween(after ? keyOf(after) : null, before ? keyOf(before) : null);
  const dropped = { ...card, rank };
  return { column: [...stay.slice(0, index), dropped, ...stay.slice(index)], dropped };
}

const expectInOrder = (column: readonly Card[]): void => {
  const keys = column.map(keyOf);
  for (let index = 1; index < keys.length; index += 1) {
    expect(compareKeys(keys[index - 1] ?? '', keys[index] ?? '')).toBe(-1);
  }
};

describe('the order of cards on the board', () => {
  it('ranked ones come first, unranked ones after them by name', () => {
    const cards: Card[] = [
      { id: '1', name: 'Zorro' },
      { id: '2', name: 'émile' },
      { id: '3', name: 'Eve' },
      { id: '4', name: 'ABC', rank: rankBetween(null, null) },
      { id: '5', name: 'abc' },
    ];
    expect([...cards].sort(byKey).map((card) => card.id)).toEqual(['4', '5', '2', '3', '1']);
  });

  it('cards of the same name, or with the same rank, still have an order', () => {
    const twins: Card[] = [
      { id: 'b', name: 'Acme' },
      { id: 'a', name: 'ACME' },
    ];
    expect([...twins].sort(byKey).map((card) => card.id)).toEqual(['a', 'b']);
    expect(boardKey({ id: 'a', name: 'x', rank: 'a0' })).not.toBe(
      boardKey({ id: 'b', name: 'x', rank: 'a0' }),
    );
  });

  it('a name cannot break the key', () => {
    const odd = { id: '1', name: '\u0000\u0001\uD800 Acme\u0001' };
    expect(keyOf(odd)).toBe(keyOf(odd).toWellFormed());
    expectInOrder([
      odd,
      { id: '2', name: 'zz', rank: rankBetween(keyOf(odd), keyOf({ id: '3', name: 'zz' })) },
    ]);
  });

  it('compares by code units, as IndexedDB does', () => {
    expect(compareKeys('\uFFFD', '\u{1F600}')).toBe(1);
    expect(compareKeys('a', 'a')).toBe(0);
    expect(compareKeys('a', 'b')).toBe(-1);
  });
});

const names = fc.oneof(
  fc.constantFrom('Acme', 'Globex', 'Initech', 'Élan', ''),
  fc.string({ unit: 'binary' }),
);
const columnOf = fc
  .array(names, { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map((name, index): Card => ({ id: `id-${String(index).padStart(3, '0')}`, name })).sort(byKey),
  );

describe('a rank between two cards', () => {
  it('is strictly between, over any sequence of drops, and one drop changes one card', () => {
    const drops = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(columnOf, drops, (start, moves) => {
        let column = start;
        for (const [from, to] of moves) {
          const card = column[from % column.length];
          if (!card) continue;
          const others = column.filter((it) => it.id !== card.id);
          ({ column } = drop(column, card, to % (others.length + 1)));
          expectInOrder(column);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is found between cards whose ranks are equal, as after moves from two columns', () => {
    const a: Card = { id: 'a', name: 'A', rank: 'a0' };
    const b: Card = { id: 'b', name: 'B', rank: 'a0' };
    let column = [a, b];
    for (let step = 0; step < 50; step += 1) {
      ({ column } = drop(column, { id: `n${step}`, name: 'N' }, 1 + (step % (column.length - 1))));
      expectInOrder(column);
    }
  });

  it('is below a card that lies behind one of the next rank, whatever ids they have', () => {
    const first = { id: 'm', name: 'A', rank: 'a0' };
    const next = { id: 'm', name: 'B', rank: rankBetween('a1\u0000a', 'a1\u0000m') };
    for (const id of ['0', 'b', 'z']) {
      expectInOrder([first, { id, name: 'C', rank: rankBetween(keyOf(first), keyOf(next)) }, next]);
    }
  });

  it('is found before a card whose neighbour has left the column', () => {
    const tied = { id: 'a', name: 'A', rank: 'a0' };
    const right = { id: 'b', name: 'B', rank: rankBetween(keyOf(tied), keyOf({ ...tied, id: 'b' })) };
    expectInOrder([{ id: 'z', name: 'Z', rank: rankBetween(null, keyOf(right)) }, right]);
  });

  it('is a place behind the first neighbour when the two come in the wrong order, or are one', () => {
    const a = { id: 'a', name: 'A', rank: 'a0' };
    const b = { id: 'b', name: 'B', rank: 'a1' };
    for (const [first, second] of [
      [b, a],
      [b, b],
      [{ id: 'y', name: 'Y' }, b],
    ] as const) {
      const rank = rankBetween(keyOf(first), keyOf(second));
      expectInOrder([first, { id: 'c', name: 'C', rank }]);
    }
  });

  it('does not throw on keys that nobody made', () => {
    const parts = fc.constantFrom('a', 'A', 'z', '0', '1', 'V', '~', '!', ' ', '\u0000', '\u0001', '\uffff');
    const anyKey = fc.oneof(fc.string(), fc.string({ unit: parts, maxLength: 8 }));
    fc.assert(
      fc.property(fc.option(anyKey), fc.option(anyKey), (after, before) => {
        const rank = rankBetween(after, before);
        expect(rank).not.toBe('');
        if (after !== null) expect(compareKeys(rank, after)).toBe(1);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('keys stay short', () => {
  it('over 3,000 drops at random places', () => {
    let column: Card[] = Array.from({ length: 200 }, (_, index) => ({
      id: `id-${String(index).padStart(4, '0')}`,
      name: `Account ${index}`,
    })).sort(byKey);
    let seed = 42;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return (seed >>> 8) % below;
    };
    for (let step = 0; step < 3000; step += 1) {
      const card = column[random(column.length)];
      if (card) ({ column } = drop(column, card, random(column.length)));
    }
    expectInOrder(column);
    expect(Math.max(...column.map((card) => card.rank?.length ?? 0))).toBeLessThan(80);
  });

  it.each([
    ['always at the top', 0],
    ['always at the end', Infinity],
  ])('over 1,000 drops %s', (_place, index) => {
    let column: Card[] = [{ id: 'first', name: 'First' }];
    for (let step = 0; step < 1000; step += 1) {
      ({ column } = drop(column, { id: `n${step}`, name: 'N' }, Math.min(index, column.length)));
    }
    expectInOrder(column);
    expect(Math.max(...column.map((card) => card.rank?.length ?? 0))).toBeLessThan(30);
  });

  it('over 500 drops behind one card', () => {
    let column: Card[] = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ];
    for (let step = 0; step < 500; step += 1) {
      ({ column } = drop(column, { id: `n${step}`, name: 'N' }, 1));
    }
    expectInOrder(column);
    expect(Math.max(...column.map((card) => card.rank?.length ?? 0))).toBeLessThan(150);
  });
});

describe('ranks for several cards that land together', () => {
  it('are as many as asked, in order, between the neighbours', () => {
    const card = fc.record({ id: fc.uuid(), name: names, ranked: fc.boolean() });
    fc.assert(
      fc.property(fc.option(card), fc.option(card), fc.integer({ min: 1, max: 200 }), (one, other, count) => {
        const ends = [one, other].flatMap((it): Card[] =>
          it ? [{ id: it.id, name: it.name, ...(it.ranked && { rank: rankBetween(null, null) }) }] : [],
        );
        const [after, before] = ends.sort(byKey);
        const ranks = ranksBetween(after ? keyOf(after) : null, before ? keyOf(before) : null, count);
        const landed = ranks.map((rank, index): Card => ({ id: `n${index}`, name: 'N', rank }));
        expect(ranks).toHaveLength(count);
        if (after?.id !== before?.id)
          expectInOrder([...(after ? [after] : []), ...landed, ...(before ? [before] : [])]);
      }),
      { numRuns: 300 },
    );
  });

  it('stay short', () => {
    expect(Math.max(...ranksBetween('a0\u0000x', 'a1\u0000y', 1000).map((rank) => rank.length))).toBeLessThan(
      8,
    );
  });

  it('are none when none are asked', () => {
    expect(ranksBetween(null, null, 0)).toEqual([]);
  });
});
