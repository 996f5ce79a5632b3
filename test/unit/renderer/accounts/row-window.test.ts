import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowHeight } from '../../../../src/renderer/screens/accounts/columns.ts';
import { windowOf } from '../../../../src/renderer/screens/accounts/use-row-window.ts';

it('draws every row in view at any place, and not many more', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.nat(3_200_000),
      fc.integer({ min: 33, max: 2000 }),
      (rows, scroll, height) => {
        const scrollTop = Math.min(scroll, Math.max(0, rows * rowHeight - height));
        const { first, last } = windowOf(scrollTop, height, rows);
        const firstSeen = Math.floor(scrollTop / rowHeight);
        const lastSeen = Math.min(rows - 1, Math.ceil((scrollTop + height) / rowHeight) - 1);
        if (rows > 0) expect(first).toBeLessThanOrEqual(firstSeen);
        expect(last).toBeGreaterThanOrEqual(lastSeen);
        expect(last).toBeLessThan(Math.max(rows, 0));
        expect(last - first).toBeLessThan(Math.ceil(height / rowHeight) + 40);
      },
    ),
  );
});

it('draws nothing of nothing', () => {
  const { first, last } = windowOf(0, 600, 0);
  expect(last).toBeLessThan(first);
});
