/**
 * Lets the page draw the rows it was given before the rest of the book comes: on two cores the loading would
 * take one of them away just then. Ends when the page says so, when somebody needs the book, or in time.
 */
export class HeadStart {
  /** Resolves when loading may begin. */
  readonly over: Promise<void>;
  readonly #end: () => void;

  /** @param atMostMs a page in the background draws nothing and never says that it did */
  constructor(atMostMs: number) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.over = promise;
    const timer = setTimeout(() => resolve(undefined), atMostMs);
    this.#end = () => {
      clearTimeout(timer);
      resolve(undefined);
    };
  }

  end(): void {
    this.#end();
  }
}
