import { z } from 'zod';
import { uuidV7Source } from '../../shared/ids.ts';
import { clockFrom, type ClockReading } from '../platform/page-clock.ts';
import type { Platform } from '../platform/platform.ts';
import { createWorkerPlatform } from '../platform/worker-platform.ts';
import type { FromStore, JournalAnswer, JournalBatch, ToStore } from '../store/protocol.ts';
import { StoreSession } from '../store/session.ts';

// Our CSP forbids eval, which zod would use to compile schemas.
z.config({ jitless: true });

let reading: ClockReading = { nowMs: 0, mode: 'fixed', takenAtMs: 0 };
const clock = { nowMs: () => clockFrom(reading).nowMs() };
const ids = uuidV7Source(clock.nowMs, (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

const tell = (message: FromStore): void => {
  const transfer =
    message.kind === 'view'
      ? [message.view.slots.buffer, ...Object.values(message.view.groups ?? {}).map((slots) => slots.buffer)]
      : [];
  self.postMessage(message, { transfer: [...new Set(transfer)] });
};

const waitingForHost = new Map<number, (answer: JournalAnswer) => void>();
let batches = 0;
let host: Pick<Platform, 'call'> | undefined;
const send = (batch: JournalBatch): Promise<JournalAnswer> =>
  host ? host.call('journal.append', { ...batch, lines: [...batch.lines] }) : sendThroughPage(batch);

const sendThroughPage = (batch: JournalBatch): Promise<JournalAnswer> =>
  new Promise((resolve) => {
    batches += 1;
    waitingForHost.set(batches, resolve);
    tell({ kind: 'journal', id: batches, batch });
  });

const session = new StoreSession({ tell, send, ids, clock });

const minute = 60_000;
setInterval(() => session.clockMoved(), minute);

async function answer(message: Extract<ToStore, { kind: 'call' }>): Promise<void> {
  const { id, method, args } = message;
  try {
    const value = await call(method, args);
    tell({ kind: 'answer', id, value });
  } catch (error) {
    tell({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
}

/** The page is our own code on our own port; its arguments are typed by `StoreMethods` on the other side. */
function call(
  method: Extract<ToStore, { kind: 'call' }>['method'],
  args: readonly unknown[],
): Promise<unknown> {
  const bound = session[method].bind(session) as (...values: readonly unknown[]) => Promise<unknown>;
  return bound(...args);
}

self.addEventListener('message', ({ data }: MessageEvent<ToStore>) => {
  switch (data.kind) {
    case 'call':
      void answer(data);
      break;
    case 'access':
      host = createWorkerPlatform(data.access);
      break;
    case 'view':
      session.openView(data.id, data.query);
      break;
    case 'closeView':
      session.closeView(data.id);
      break;
    case 'clock':
      reading = data.clock;
      session.clockMoved();
      break;
    case 'journalAnswer': {
      const resolve = waitingForHost.get(data.id);
      waitingForHost.delete(data.id);
      resolve?.(data.answer);
      break;
    }
  }
});
