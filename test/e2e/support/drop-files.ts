import type { Locator } from '@playwright/test';

/** Lets files fall on the middle of something, as from a file manager. @throws Error when it is not in view */
export async function dropFiles(target: Locator, ...paths: readonly string[]): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('What files are to be dropped on is not in view.');
  const page = target.page();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data,
    });
  }
  await session.detach();
}
