import type { App } from 'electron';
import type { HostCore } from '../src/main/host-core.ts';

/** An edit that is on its way to the journal gets this long; then the app ends all the same. */
const patienceMs = 5_000;

/** Holds the end back until calls that write are done and files are closed. */
export function finishBeforeQuit(
  app: Pick<App, 'on' | 'quit'>,
  core: Pick<HostCore, 'whenIdle' | 'close'>,
): void {
  let finished = false;
  let finishing = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    void core
      .whenIdle(patienceMs)
      .then(() => core.close())
      .finally(() => {
        finished = true;
        app.quit();
      });
  });
}
