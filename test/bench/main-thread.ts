import type { Page } from '@playwright/test';

/** A task of a page's main thread, in milliseconds. */
export interface LongTask {
  /** From its begin to its end, what others did on its core meanwhile included. */
  readonly ms: number;
  /** What it computed itself; where the system does not say: `ms`. */
  readonly cpuMs: number;
}

/** What Chromium's trace tells of an event; microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What Chromium calls the thread that a page runs on. */
const mainThread = 'CrRendererMain';

/**
 * Tasks of at least `leastMs` from begin to end while `work` runs. The page's own observer of long tasks tells only
 * how long they lasted: where two cores are shared with painting, workers and other machines, most of that is waiting.
 */
export async function withLongTasks<T>(
  page: Page,
  leastMs: number,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly tasks: readonly LongTask[] }> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    const given: readonly object[] = value;
    events.push(...given.filter(isEvent));
  });
  const isWhole = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  try {
    const value = await work();
    await cdp.send('Tracing.end');
    await isWhole;
    return { value, tasks: longTasksIn(events, leastMs) };
  } finally {
    await cdp.detach();
  }
}

const isEvent = (given: object): given is TraceEvent => 'name' in given && 'pid' in given && 'tid' in given;

function longTasksIn(events: readonly TraceEvent[], leastMs: number): LongTask[] {
  const isMain = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === mainThread)
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  return events.flatMap(({ name, pid, tid, dur = 0, tdur = dur }) =>
    name === 'ThreadControllerImpl::RunTask' && dur >= leastMs * 1000 && isMain.has(`${pid}:${tid}`)
      ? [{ ms: dur / 1000, cpuMs: tdur / 1000 }]
      : [],
  );
}
