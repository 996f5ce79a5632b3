/**
 * Whether somebody waits for the store: whole-book work that nobody waits for (deciding in idle time, the check at
 * start) gives way to who does.
 */
export class Attention {
  #underWay = 0;
  /** When the last command or question was heard of, or answered; in the engine's milliseconds. */
  #lastAt = performance.now();

  /** A command was given. */
  commanded(): void {
    this.#lastAt = performance.now();
  }

  /** Answers a question; while it is under way somebody waits. */
  async asked<T>(answer: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await answer();
    } finally {
      this.#underWay -= 1;
      this.#lastAt = performance.now();
    }
  }

  /** Whether a question is under way. */
  get isAsked(): boolean {
    return this.#underWay > 0;
  }

  /** Milliseconds left until nobody wanted anything for so long; 0 = it is quiet. */
  untilQuiet(quietMs: number): number {
    if (this.isAsked) return quietMs;
    return Math.max(0, this.#lastAt + quietMs - performance.now());
  }
}
