import type { CDPSession, Page } from '@playwright/test';

/** What one frame of waiting is, in ms. */
const frameMs = 1000 / 60;

/** A frame that took longer than this came late. */
export const lateMs = 25;

/** Does `act` so many times, at most once a frame: what a mouse gives, and what a page handles one by one. */
export async function pacedByFrames(times: number, act: (step: number) => Promise<void>): Promise<void> {
  for (let step = 0; step < times; step += 1) {
    const next = performance.now() + frameMs;
    await act(step);
    while (performance.now() < next) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Main-thread time that `work` takes, in ms (CDP's `TaskDuration`). */
export async function mainThreadMs(page: Page, work: () => Promise<void>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const before = await taskMs(cdp);
  await work();
  const spent = (await taskMs(cdp)) - before;
  await cdp.detach();
  return spent;
}

/** Milliseconds between animation frames during `work`. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => window.pageWatch.startFrames());
  await work();
  return page.evaluate(() => window.pageWatch.stopFrames());
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'TaskDuration');
  if (found === undefined) throw new Error('The browser does not tell its TaskDuration.');
  return 1000 * found.value;
}
