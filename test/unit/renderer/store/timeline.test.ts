import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packsThatMayHold } from '../../../../src/renderer/store/timeline.ts';

it('the packs that may hold a key are exactly those that could, also when it fills several', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 5 }), (unsorted, size) => {
      const sorted = unsorted.toSorted();
      const packs = Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) =>
        sorted.slice(at * size, (at + 1) * size),
      );
      const starts = packs.map((pack) => pack[0] ?? '');
      for (const key of new Set(sorted)) {
        const holding = packs.flatMap((pack, at) => (pack.includes(key) ? [at] : []));
        expect(packsThatMayHold(starts, key)).toEqual(expect.arrayContaining(holding));
      }
    }),
  );
});
