import type { StoreError } from '../api.ts';
import { Refused } from '../store-error.ts';

/** A write closes at this many characters: small enough to cross the page without holding up a frame. */
const batchCharacters = 400_000;
const batchLines = 5000;

/** Hands lines to the host in batches. While one is on its way the next is gathered: never more than two. */
export class LineSender {
  readonly #write: (lines: string[]) => Promise<StoreError | null>;
  #lines: string[] = [];
  #characters = 0;
  #onItsWay: Promise<StoreError | null> = Promise.resolve(null);

  /** @param write never throws; what is wrong is returned */
  constructor(write: (lines: string[]) => Promise<StoreError | null>) {
    this.#write = write;
  }

  /** @throws Refused with what was wrong with an earlier batch */
  async add(line: string): Promise<void> {
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters >= batchCharacters || this.#lines.length >= batchLines) await this.#send();
  }

  /** Resolves when the host has all. @throws Refused */
  async flush(): Promise<void> {
    if (this.#lines.length > 0) await this.#send();
    await this.#arrived();
  }

  async #send(): Promise<void> {
    await this.#arrived();
    const lines = this.#lines;
    this.#lines = [];
    this.#characters = 0;
    this.#onItsWay = this.#write(lines);
  }

  async #arrived(): Promise<void> {
    const problem = await this.#onItsWay;
    if (problem) throw new Refused(problem);
  }
}
