import { uuidV7Source } from '../../shared/ids.ts';
import { clockFrom, type ClockReading } from '../platform/page-clock.ts';
import { createWorkerPlatform } from '../platform/worker-platform.ts';
import { createHostRelay, type HostCalls } from '../store/host-relay.ts';
import type { FromStore, ToStore } from '../store/protocol.ts';
import { StoreSession } from '../store/session.ts';
import type { SchemaVersion } from '../store/versions/version.ts';

const minute = 60_000;

/**
 * Makes this worker the store of one page: hears its calls and tells what changes.
 * @param versions of the store's schema; tests give some that go wrong
 */
export function serveStore(versions?: readonly SchemaVersion[]): void {
  let reading: ClockReading = { nowMs: 0, mode: 'fixed', takenAtMs: 0 };
  const clock = { nowMs: () => clockFrom(reading).nowMs() };
  const ids = uuidV7Source(clock.nowMs, (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
  const relay = createHostRelay(tell);
  let ownHost: HostCalls | undefined;
  const host: HostCalls = {
    call: (operation, request) => (ownHost ?? relay).call(operation, request),
  };
  const session = new StoreSession({ tell, host, ids, clock, ...(versions && { versions }) });
  setInterval(() => session.clockMoved(), minute);

  const asked = new Map<number, AbortController>();

  async function answer({ id, method, args }: Extract<ToStore, { kind: 'call' }>): Promise<void> {
    const question = method === 'ask' ? new AbortController() : undefined;
    if (question) asked.set(id, question);
    try {
      // The page is our own code on our own port; its arguments are typed by `StoreMethods` on the other side.
      const bound = session[method].bind(session) as (...values: readonly unknown[]) => Promise<unknown>;
      const value = await bound(...args, ...(question ? [question.signal] : []));
      tell({ kind: 'answer', id, value });
    } catch (error) {
      tell({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      asked.delete(id);
    }
  }

  self.addEventListener('message', ({ data }: MessageEvent<ToStore>) => {
    switch (data.kind) {
      case 'call':
        void answer(data);
        break;
      case 'dropped':
        asked.get(data.id)?.abort();
        break;
      case 'access':
        ownHost = createWorkerPlatform(data.access);
        break;
      case 'view':
        session.openView(data.id, data.query);
        break;
      case 'drawn':
        session.drawn();
        break;
      case 'closeView':
        session.closeView(data.id);
        break;
      case 'clock':
        reading = data.clock;
        session.clockMoved();
        break;
      case 'space':
        session.spaceChanged(data.low);
        break;
      case 'leaving':
        session.leaving();
        break;
      case 'hostAnswer':
        relay.answered(data.id, data.answer);
        break;
    }
  });
}

/** The lists of a view are handed over, not copied. */
function tell(message: FromStore): void {
  const views =
    message.kind === 'view'
      ? [message.view]
      : message.kind === 'firstViews'
        ? Object.values(message.views)
        : [];
  const transfer = views.flatMap(({ slots, groups }) =>
    [slots, ...Object.values(groups ?? {})].map((array) => array.buffer),
  );
  self.postMessage(message, { transfer: [...new Set(transfer)] });
}
