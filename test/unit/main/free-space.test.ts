import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freeBytesOf, spaceLimits, watchFreeSpace } from '../../../src/main/free-space.ts';
import type { HostEvent } from '../../../src/shared/host/contract.ts';

const { warnBytes, floorBytes } = spaceLimits;
let free: number | undefined;
let heard: HostEvent[];
const watch = () =>
  watchFreeSpace({
    measure: () => Promise.resolve(free),
    limits: spaceLimits,
    tell: (event) => void heard.push(event),
  });

beforeEach(() => {
  vi.useFakeTimers();
  free = 10 * warnBytes;
  heard = [];
});
afterEach(() => vi.useRealTimers());

const low = (freeBytes: number, stop: boolean) => ({
  kind: 'space',
  low: { freeBytes, floorBytes, stop },
});

describe('free space on the disk of the data folder', () => {
  it('warns below 500 MB and stops below 100 MB, at the edges', async () => {
    const space = watch();
    for (const [bytes, notice, refused] of [
      [warnBytes, false, false],
      [warnBytes - 1, true, false],
      [floorBytes, true, false],
      [floorBytes - 1, true, true],
      [0, true, true],
    ] as const) {
      free = bytes;
      expect(await space.notice()).toEqual(
        notice ? { kind: 'low-space', freeBytes: bytes, floorBytes } : undefined,
      );
      expect((await space.refusal())?.code).toBe(refused ? 'low-space' : undefined);
    }
    expect([warnBytes, floorBytes]).toEqual([500_000_000, 100_000_000]);
    free = 42_900_000;
    expect(await space.refusal()).toMatchObject({
      message: expect.stringContaining('Only 42 MB are free') as string,
      details: { freeBytes: 42_900_000, floorBytes },
    });
    space.close();
  });

  it('tells each time a limit is passed, in either direction, and not in between', async () => {
    const space = watch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual([]);
    free = 300_000_000;
    await vi.advanceTimersByTimeAsync(30_000);
    free = 250_000_000;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(heard).toEqual([low(300_000_000, false)]);
    free = 1_000;
    await vi.advanceTimersByTimeAsync(30_000);
    free = 200_000_000;
    await vi.advanceTimersByTimeAsync(30_000);
    free = 900_000_000;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard.slice(1)).toEqual([low(1_000, true), low(200_000_000, false), { kind: 'space', low: null }]);
    space.close();
    free = 0;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(heard).toHaveLength(4);
  });

  it('tells at once when a call finds it, so that a refusal and its banner come together', async () => {
    const space = watch();
    free = 5;
    expect(await space.refusal()).toBeDefined();
    expect(heard).toEqual([low(5, true)]);
    space.close();
  });

  it('says nothing where the system does not tell', async () => {
    free = undefined;
    const space = watch();
    expect(await space.notice()).toBeUndefined();
    expect(await space.refusal()).toBeUndefined();
    space.close();
  });

  it('is asked of the system itself', async () => {
    vi.useRealTimers();
    expect(await freeBytesOf(tmpdir())()).toBeGreaterThan(0);
    expect(await freeBytesOf('/nonexistent/folder')()).toBeUndefined();
  });
});
