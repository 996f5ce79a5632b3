import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HeadStart } from '../../../../src/renderer/store/head-start.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function isOver(headStart: HeadStart): Promise<boolean> {
  let over = false;
  void headStart.over.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

it('lasts until the page has drawn', async () => {
  const headStart = new HeadStart(1500);
  expect(await isOver(headStart)).toBe(false);
  headStart.end();
  expect(await isOver(headStart)).toBe(true);
  headStart.end();
  expect(vi.getTimerCount()).toBe(0);
});

it('ends by itself, in time and no sooner', async () => {
  const headStart = new HeadStart(1500);
  await vi.advanceTimersByTimeAsync(1499);
  expect(await isOver(headStart)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isOver(headStart)).toBe(true);
});
