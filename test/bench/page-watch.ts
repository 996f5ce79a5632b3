import type { BrowserContext, Page } from '@playwright/test';

/** What to wait for in a page: an element that fits, and perhaps its words. */
export interface Sight {
  readonly selector: string;
  /** A regular expression that the element's text must fit. */
  readonly text?: string;
}

/**
 * A stop-watch inside the page, so that neither the driver's own steps nor its polling are measured. Times
 * are the page's `performance.now()`: milliseconds since its navigation began.
 */
export interface PageWatch {
  /** Notes when the sights were first there, one after another; a sight counts only after the one before. */
  readonly expect: (name: string, sights: readonly Sight[]) => void;
  /** Notes the next event of a type, before the page's own listeners see it. */
  readonly expectEvent: (name: string, type: string) => void;
  readonly time: (name: string) => Promise<number>;
  /** Lengths in ms of main-thread tasks over 50 ms that began in this span. */
  readonly longTasks: (from: number, to: number) => number[];
  readonly startFrames: () => void;
  /** Milliseconds between animation frames since `startFrames`. */
  readonly stopFrames: () => number[];
}

declare global {
  interface Window {
    pageWatch: PageWatch;
  }
}

/** Runs in the page before its own scripts; must stand alone. */
function installPageWatch(first: Sight | null): void {
  const times = new Map<string, Promise<number>>();
  const tasks: { readonly startTime: number; readonly duration: number }[] = [];
  let frames: number[] | undefined;

  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });

  const isThere = ({ selector, text }: Sight): boolean => {
    const pattern = text === undefined ? undefined : new RegExp(text);
    for (const found of document.querySelectorAll(selector)) {
      if (pattern?.test(found.textContent) !== false) return true;
    }
    return false;
  };
  const whenSeen = (sights: readonly Sight[]): Promise<number> => {
    const left = [...sights];
    return new Promise((resolve) => {
      const look = (): void => {
        while (left[0] !== undefined && isThere(left[0])) left.shift();
        if (left.length > 0) return;
        observer.disconnect();
        resolve(performance.now());
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
      look();
    });
  };

  if (first !== null) {
    const painted = async (): Promise<number> => {
      await whenSeen([first]);
      // The second frame begins when the first has been drawn.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return performance.now();
    };
    times.set('first painted', painted());
  }
  window.pageWatch = {
    expect: (name, sights) => {
      times.set(name, whenSeen(sights));
    },
    expectEvent: (name, type) => {
      const heard = new Promise<number>((resolve) => {
        window.addEventListener(type, () => resolve(performance.now()), { capture: true, once: true });
      });
      times.set(name, heard);
    },
    time: async (name) => {
      const time = times.get(name);
      if (time === undefined) throw new Error(`Nothing was expected as "${name}".`);
      return time;
    },
    longTasks: (from, to) =>
      tasks.flatMap(({ startTime, duration }) => (startTime >= from && startTime < to ? [duration] : [])),
    startFrames: () => {
      const deltas: number[] = [];
      let last: number | undefined;
      frames = deltas;
      const frame = (now: number): void => {
        if (frames !== deltas) return;
        if (last !== undefined) deltas.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    stopFrames: () => {
      const deltas = frames ?? [];
      frames = undefined;
      return deltas;
    },
  };
}

/**
 * Gives every page of the context a stop-watch.
 * @param first expected from the very beginning of every page; `timeOf(page, firstPainted)` tells when it was
 * on screen
 */
export async function watchPages(context: BrowserContext, first: Sight | null): Promise<void> {
  await context.addInitScript(installPageWatch, first);
}

export const firstPainted = 'first painted';

export const expectSights = (page: Page, name: string, ...sights: readonly Sight[]): Promise<void> =>
  page.evaluate(([as, what]) => window.pageWatch.expect(as, what), [name, sights] as const);

export const expectEvent = (page: Page, name: string, type: string): Promise<void> =>
  page.evaluate(([as, what]) => window.pageWatch.expectEvent(as, what), [name, type] as const);

/** The page's time of something expected. @throws Error when it did not come within the limit */
export async function timeOf(page: Page, name: string, limitMs = 60_000): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`"${name}" did not happen within ${limitMs / 1000} s at ${page.url()}.`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([page.evaluate((as) => window.pageWatch.time(as), name), late]);
  } finally {
    clearTimeout(timer);
  }
}

export const pageNow = (page: Page): Promise<number> => page.evaluate(() => performance.now());

export const longTasksOf = (page: Page, from: number, to: number): Promise<number[]> =>
  page.evaluate(([start, end]) => window.pageWatch.longTasks(start, end), [from, to] as const);
