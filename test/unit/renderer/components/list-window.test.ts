import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowOf, type ListGeometry } from '../../../../src/renderer/components/use-list-window.ts';

const geometries: readonly ListGeometry[] = [
  { pitch: 32, lead: 0, head: 32, overscan: 10, step: 5 },
  { pitch: 84, lead: 6, head: 0, overscan: 5, step: 1 },
];

it('draws every item in view at any place, and not many more', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...geometries),
      fc.boolean(),
      fc.nat(100_000),
      fc.nat(8_400_000),
      fc.integer({ min: 33, max: 2000 }),
      (geometry, beyond, count, scroll, height) => {
        const { pitch, lead, step } = geometry;
        const overscan = beyond ? geometry.overscan : 0;
        const scrollTop = Math.min(scroll, Math.max(0, lead + count * pitch - height));
        const { first, last } = windowOf(scrollTop, height, count, geometry, overscan);
        const firstSeen = Math.max(0, Math.floor((scrollTop - lead) / pitch));
        const lastSeen = Math.min(count - 1, Math.ceil((scrollTop + height - lead) / pitch) - 1);
        if (count > 0) expect(first).toBeLessThanOrEqual(firstSeen);
        expect(last).toBeGreaterThanOrEqual(lastSeen);
        expect(last).toBeLessThan(Math.max(count, 0));
        expect(last - first).toBeLessThan(Math.ceil(height / pitch) + 2 * (overscan + step) + 1);
      },
    ),
  );
});

it('draws a list from its first item on when it has not been scrolled', () => {
  for (const geometry of geometries) {
    expect(windowOf(0, 600, 50, geometry, 0).first).toBe(0);
    // A list that rubber-bands above its top is still at its top.
    expect(windowOf(-40, 600, 50, geometry, 0).first).toBe(0);
  }
});

it('draws nothing of nothing', () => {
  for (const geometry of geometries) {
    const { first, last } = windowOf(0, 600, 0, geometry, geometry.overscan);
    expect(last).toBeLessThan(first);
  }
});

it('counts whole items only as a page, and at least one', () => {
  const [rows] = geometries;
  if (rows === undefined) throw new Error('No geometry.');
  expect(windowOf(0, 32 * 7 - 1, 50, rows, 0).page).toBe(6);
  expect(windowOf(0, 32 * 7, 50, rows, 0).page).toBe(7);
  expect(windowOf(0, 10, 50, rows, 0).page).toBe(1);
});
