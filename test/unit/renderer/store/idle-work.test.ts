import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Attention } from '../../../../src/renderer/store/attention.ts';
import { IdleWork } from '../../../../src/renderer/store/idle-work.ts';
import type { OpenParts } from '../../../../src/renderer/store/open-parts.ts';

/** A store with so many slices to decide and portions of texts to read, that writes down what is done. */
function idleStore({ slices = 0, texts = 0 }) {
  const done: string[] = [];
  const state = { slices, texts, isAwaited: false, isOver: false };
  const parts = {
    book: { hasStaleRows: false },
    keeper: {
      get isBehind() {
        return state.slices > 0;
      },
      get isAwaited() {
        return state.isAwaited;
      },
      decideSlice: () => {
        done.push('slice');
        state.slices -= 1;
        return Promise.resolve(state.slices > 0);
      },
    },
    absorber: {
      get lacksSearchTexts() {
        return state.texts > 0;
      },
      readSearchTexts: () => {
        done.push('texts');
        state.texts -= 1;
        return Promise.resolve();
      },
    },
    publisher: {
      publishDecided: () => Promise.resolve(),
      publish: () => {
        done.push('told');
        return Promise.resolve();
      },
      firstPage: () => null,
    },
  } as unknown as OpenParts;
  const attention = new Attention();
  let queue: Promise<unknown> = Promise.resolve();
  const serial = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  const idle = new IdleWork({ attention, parts: () => parts, isOver: () => state.isOver, serial });
  return { idle, attention, serial, state, done };
}

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

describe('work that nobody waits for', () => {
  it('goes on while nobody asks', async () => {
    const { idle, done } = idleStore({ slices: 3 });
    idle.decideSoon();
    await vi.waitFor(() => expect(done).toEqual(['slice', 'slice', 'slice']));
    idle.stop();
  });

  it('gives way to a question under way, and goes on when it was answered', async () => {
    const { idle, attention, done } = idleStore({ slices: 3 });
    const answer = Promise.withResolvers<string>();
    const asked = attention.asked(() => answer.promise);
    idle.decideSoon();
    await aWhile();
    // What had begun is done; a slice is not torn.
    expect(done).toEqual(['slice']);
    answer.resolve('answer');
    expect(await asked).toBe('answer');
    await vi.waitFor(() => expect(done).toHaveLength(3));
    idle.stop();
  });

  it('does not give way to a question that waits for this very work, nor after one that failed', async () => {
    const { idle, attention, state, done } = idleStore({ slices: 3 });
    const answer = Promise.withResolvers<string>();
    const asked = attention.asked(() => answer.promise);
    idle.decideSoon();
    await aWhile();
    expect(done).toHaveLength(1);
    state.isAwaited = true;
    await vi.waitFor(() => expect(done).toHaveLength(3));
    answer.reject(new Error('damaged'));
    await expect(asked).rejects.toThrow('damaged');
    expect(attention.isAsked).toBe(false);
    idle.stop();
  });

  it('reads search texts in portions, with commands in between, and tells once', async () => {
    const { idle, serial, done } = idleStore({ texts: 3 });
    const read = idle.readTexts();
    const command = serial(async () => {
      done.push('command');
      return Promise.resolve();
    });
    await Promise.all([read, command]);
    expect(done).toEqual(['texts', 'command', 'texts', 'texts', 'told']);
  });

  it('tells nothing where there are no texts to read, and reads none for a store that was taken', async () => {
    const { idle, state, done } = idleStore({ texts: 0 });
    await idle.readTexts();
    state.texts = 2;
    state.isOver = true;
    await idle.readTexts();
    expect(done).toEqual([]);
  });
});

describe('whether it is quiet', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts from the last command', () => {
    const attention = new Attention();
    vi.advanceTimersByTime(5000);
    expect(attention.untilQuiet(1000)).toBe(0);
    attention.commanded();
    vi.advanceTimersByTime(999);
    expect(attention.untilQuiet(1000)).toBe(1);
    vi.advanceTimersByTime(1);
    expect(attention.untilQuiet(1000)).toBe(0);
  });

  it('is never while a question is under way, and not yet when it was just answered', async () => {
    const attention = new Attention();
    const answer = Promise.withResolvers<null>();
    const asked = attention.asked(() => answer.promise);
    vi.advanceTimersByTime(60_000);
    expect(attention.untilQuiet(1000)).toBe(1000);
    answer.resolve(null);
    await asked;
    expect(attention.untilQuiet(1000)).toBe(1000);
    vi.advanceTimersByTime(1000);
    expect(attention.untilQuiet(1000)).toBe(0);
  });
});
