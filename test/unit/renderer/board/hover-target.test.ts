import { expect, test } from 'vitest';
import { createHoverStore } from '../../../../src/renderer/screens/board/hover-target.ts';

test('tells listeners only when the place changed', () => {
  const hover = createHoverStore();
  const seen: (string | undefined)[] = [];
  const stop = hover.subscribe(() => seen.push(hover.get()?.column));
  hover.set({ column: 'Queued', index: 1, away: false });
  hover.set({ column: 'Queued', index: 1, away: false });
  hover.set({ column: 'Queued', index: 2, away: false });
  hover.set({ column: 'Queued', index: 2, away: true });
  hover.set(null);
  hover.set(null);
  stop();
  hover.set({ column: '', index: 0, away: false });
  expect(seen).toEqual(['Queued', 'Queued', 'Queued', undefined]);
});
