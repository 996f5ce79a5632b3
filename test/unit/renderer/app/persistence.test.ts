import { beforeEach, expect, test, vi } from 'vitest';

/** A fresh page: the answer is remembered for a page's life. */
async function freshPage(storage: Partial<StorageManager> | undefined) {
  vi.resetModules();
  const { askForPersistence } = await import('../../../../src/renderer/platform/persistence.ts');
  return () => askForPersistence(storage as StorageManager | undefined);
}

beforeEach(() => vi.resetModules());

test.each([
  ['kept already', true, false, 'kept', 0],
  ['granted now', false, true, 'kept', 1],
  ['refused', false, false, 'not-promised', 1],
] as const)('%s', async (_, persisted, persist, answer, asked) => {
  let times = 0;
  const ask = await freshPage({
    persisted: () => Promise.resolve(persisted),
    persist: () => {
      times += 1;
      return Promise.resolve(persist);
    },
  });
  expect(await ask()).toBe(answer);
  expect(await ask()).toBe(answer);
  expect(times, 'the browser is asked once').toBe(asked);
});

test('a browser that cannot be asked, or that fails, is not quoted', async () => {
  expect(await (await freshPage(undefined))()).toBe('unknown');
  const failing = await freshPage({ persisted: () => Promise.reject(new Error('no')) });
  expect(await failing()).toBe('unknown');
});
