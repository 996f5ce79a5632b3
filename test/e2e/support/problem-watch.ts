import type { BrowserContext, Page } from '@playwright/test';

/** Collects what goes wrong in pages: errors they log, exceptions, crashes. CSP refusals are logged as errors. */
export interface ProblemWatch {
  readonly watch: (context: BrowserContext) => void;
  /** Lets pass what the pattern matches, also when it was collected before. */
  readonly expectProblem: (pattern: RegExp) => void;
  /** Lets pass failing connections while `work` runs, when the host is away on purpose. */
  readonly whileHostIsAway: <T>(work: () => Promise<T>) => Promise<T>;
  readonly problems: () => readonly string[];
}

const lostConnection =
  /net::ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|NETWORK|ABORTED|FAILED|SOCKET)/;

export function createProblemWatch(): ProblemWatch {
  const found: string[] = [];
  const expected: RegExp[] = [];
  let hostIsAway = false;

  const note = (problem: string): void => {
    if (!(hostIsAway && lostConnection.test(problem))) found.push(problem);
  };
  const watchPage = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
    });
    page.on('crash', () => note(`The page ${page.url()} crashed.`));
  };

  return {
    watch: (context) => {
      context.pages().forEach(watchPage);
      context.on('page', watchPage);
      context.on('weberror', (error) => note(`Uncaught: ${error.error().stack ?? error.error().message}`));
    },
    expectProblem: (pattern) => {
      expected.push(pattern);
    },
    whileHostIsAway: async (work) => {
      hostIsAway = true;
      try {
        return await work();
      } finally {
        hostIsAway = false;
      }
    },
    problems: () => found.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
  };
}
