import type { App, BrowserWindow } from 'electron';
import type { HostCore } from '../src/main/host-core.ts';

/** The page gets this long to back up; then the app ends all the same: the journal has every edit. */
const pagePatienceMs = 10_000;
/** An edit that is on its way to the journal gets this long. */
const callsPatienceMs = 5_000;

/** Holds the end back: first the page is asked, then calls that write are done and files are closed. */
export interface OrderlyEnd {
  /** Closing the window ends the app, so it waits too: a closed window could not be asked any more. */
  readonly holdWindow: (window: Pick<BrowserWindow, 'on'>) => void;
}

export function finishBeforeQuit(
  app: Pick<App, 'on' | 'quit'>,
  core: Pick<HostCore, 'readyToQuit' | 'whenIdle' | 'close'>,
): OrderlyEnd {
  let isPageReady = false;
  let asking: Promise<void> | undefined;
  app.on('before-quit', (event) => {
    if (isPageReady) return;
    event.preventDefault();
    asking ??= core
      .readyToQuit(pagePatienceMs)
      .catch(() => undefined)
      .then(() => {
        isPageReady = true;
        app.quit();
      });
  });

  let finished = false;
  let finishing = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    void core
      .whenIdle(callsPatienceMs)
      .then(() => core.close())
      .catch(() => undefined)
      .then(() => {
        finished = true;
        app.quit();
      });
  });

  return {
    holdWindow: (window) => {
      window.on('close', (event) => {
        if (isPageReady) return;
        event.preventDefault();
        app.quit();
      });
    },
  };
}
