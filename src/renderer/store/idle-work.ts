import type { Attention } from './attention.ts';
import type { OpenParts } from './open-parts.ts';
import { pause } from './pause.ts';
import { readMeta } from './reading.ts';

/** Milliseconds without a change before the cache is written. */
const quietBeforeFlush = 2000;

/** Slices decided in idle time before the page is told of them. */
const slicesToTell = 4;

/** Milliseconds between two looks at whether who asks has been answered. */
const lookEvery = 20;

/** What idle work needs of the session. */
export interface IdleNeeds {
  readonly attention: Attention;
  /** `undefined` once the store is closed. */
  readonly parts: () => OpenParts | undefined;
  /** Another window holds the store: nothing is written here any more. */
  readonly isOver: () => boolean;
  /** Runs work between commands, never beside one. */
  readonly serial: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What the store does while nobody waits: it decides what is left to decide, and writes the cache. */
export class IdleWork {
  readonly #needs: IdleNeeds;
  #flushTimer: ReturnType<typeof setTimeout> | undefined;
  #isDeciding = false;

  constructor(needs: IdleNeeds) {
    this.#needs = needs;
  }

  /** After the book was loaded from the cache: reads what the filter searches beyond what rows show. */
  async readTexts(): Promise<void> {
    const { parts, isOver, serial } = this.#needs;
    // The store may be closed, or taken over, meanwhile.
    const isLeft = (): boolean => parts()?.absorber.lacksSearchTexts === true && !isOver();
    if (!isLeft()) return;
    while (isLeft()) {
      await serial(async () => parts()?.absorber.readSearchTexts());
      await this.#giveWay();
    }
    await serial(async () => parts()?.publisher.publish());
  }

  /** After a change: decides what it left, then writes the cache when it is quiet. */
  changed(): void {
    this.decideSoon();
    this.flushSoon();
  }

  /** Decides in idle time what is left to decide; a command waits for one slice at most. */
  decideSoon(): void {
    const { parts, isOver } = this.#needs;
    if (this.#isDeciding || isOver() || parts()?.keeper.isBehind !== true) return;
    this.#isDeciding = true;
    void this.#decideInSlices()
      .then((isWhole) => {
        if (isWhole) this.flushSoon();
      })
      // The store was closed, or taken over, meanwhile; the next start goes on.
      .catch(() => undefined)
      .finally(() => (this.#isDeciding = false));
  }

  flushSoon(): void {
    clearTimeout(this.#flushTimer);
    const { isOver, serial } = this.#needs;
    if (isOver()) return;
    this.#flushTimer = setTimeout(() => void serial(() => this.flush()), quietBeforeFlush);
  }

  /** Writes the cache now. */
  async flush(): Promise<void> {
    const open = this.#needs.parts();
    if (!open) return;
    const { absorber, publisher, database } = open;
    const page = publisher.firstPage();
    if (page) await absorber.flushCache(await readMeta(database), page);
  }

  /** The cache is not written by itself any more. */
  stop(): void {
    clearTimeout(this.#flushTimer);
  }

  /** A question under way goes first, unless it waits for this very work. */
  async #giveWay(): Promise<void> {
    const { attention, parts } = this.#needs;
    await pause();
    while (attention.isAsked && parts()?.keeper.isAwaited === false)
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }

  /** @returns false when the store ended before */
  async #decideInSlices(): Promise<boolean> {
    const { parts, isOver, serial } = this.#needs;
    for (let slice = 1; ; slice += 1) {
      const isDone = await serial(async () => {
        const open = parts();
        if (!open || isOver()) return null;
        const { book, keeper, publisher } = open;
        const isMore = await keeper.decideSlice();
        // Rows that another mapping left behind are settled as they are told.
        if (!isMore || slice % slicesToTell === 0 || book.hasStaleRows) await publisher.publishDecided();
        return !keeper.isBehind;
      });
      if (isDone !== false) return isDone === true;
      await this.#giveWay();
    }
  }
}
