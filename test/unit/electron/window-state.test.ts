import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readShellOptions, userDataFolder } from '../../../electron/start-options.ts';
import { clampToDisplays, readWindowState } from '../../../electron/window-state.ts';

const left = { x: 0, y: 0, width: 1920, height: 1050 };
const right = { x: 1920, y: 0, width: 1280, height: 1000 };
const at = (x: number, y: number, width = 900, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
});
const first = { bounds: { width: 1280, height: 820 }, maximized: false };

describe('the window state', () => {
  it.each([
    ['on the first display', at(100, 100), at(100, 100)],
    ['on the second display', at(2000, 10), at(2000, 10)],
    ['reaching over the edge, title bar in reach', at(-500, 10), at(-500, 10)],
    ['larger than its display', at(1920, 0, 4000, 3000), at(1920, 0, 1280, 1000)],
    ['on a display that is gone', at(5000, 100), first],
    ['with its title bar above the screen', at(100, -300), first],
    ['below the screen', at(100, 1040), first],
    ['nearly out at the left', at(-860, 100), first],
  ])('%s', (_name, state, expected) => {
    expect(clampToDisplays(state, [left, right])).toEqual(expected);
  });

  describe('in its file', () => {
    let root: string;
    beforeEach(async () => {
      root = await mkdtemp(join(tmpdir(), 'groundwork-window-'));
    });
    afterEach(() => rm(root, { recursive: true }));

    it('is read back; a missing or broken one gives the default', async () => {
      const path = join(root, 'window-state.json');
      expect(readWindowState(path, [left])).toEqual(first);
      for (const text of ['', '{"bounds":{"x":"a"}}', '{"bounds":{"x":1.5,"y":0,"width":1,"height":1}}']) {
        await writeFile(path, text);
        expect(readWindowState(path, [left])).toEqual(first);
      }
      await writeFile(path, JSON.stringify({ ...at(50, 60), maximized: true }));
      expect(readWindowState(path, [left])).toEqual({ ...at(50, 60), maximized: true });
    });
  });
});

describe("the desktop shell's options", () => {
  it('leave Chromium switches alone and never mix demo and own data', () => {
    const options = readShellOptions(['electron', '.', '--no-sandbox', '--data-dir=/tmp/gw', '--demo'], {});
    expect(options).toEqual({ dataDir: '/tmp/gw', demo: true });
    expect(userDataFolder(options, '/home/x/.config/Groundwork')).toBe('/tmp/gw/electron');
    expect(userDataFolder({ dataDir: undefined, demo: true }, '/c/Groundwork')).toBe('/c/Groundwork Demo');
    expect(userDataFolder({ dataDir: undefined, demo: false }, '/c/Groundwork')).toBeUndefined();
    expect(readShellOptions([], { GROUNDWORK_TEST_CLOCK: '2026-03-02T09:00:00Z' })).toEqual({
      dataDir: undefined,
      demo: false,
      fixedAt: '2026-03-02T09:00:00Z',
    });
  });
});
