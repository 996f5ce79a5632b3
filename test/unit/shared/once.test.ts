import { expect, it, vi } from 'vitest';
import { once } from '../../../src/shared/once.ts';

it('makes at the first use, and only then', () => {
  const make = vi.fn((): number | undefined => undefined);
  const kept = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([kept(), kept()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});
