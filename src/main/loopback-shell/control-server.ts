import { z } from 'zod';
import type { HostCore } from '../host-core.ts';
import { controlProof } from './control-proof.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { refusal, type Refusal } from './guard.ts';
import { sameSecret } from './sessions.ts';

/** What another start of Groundwork, or a test in another process, may ask this host. */
export interface ControlParts {
  readonly secret: string;
  readonly core: HostCore;
  readonly newAddress: () => string;
  readonly connectedPages: () => number;
  /** Opens a window when this host opens windows itself. */
  readonly openWindow: () => void;
}

const hello = z.object({ nonce: z.string().min(20).max(200) });
const clockChange = z.union([z.object({ advanceMs: z.number() }), z.object({ fixAt: z.iso.datetime() })]);

/** Answers `POST /control/<name>`. */
export function answerControl(
  parts: ControlParts,
  name: string,
  body: unknown,
  token: string | undefined,
): Result<unknown, Refusal> {
  if (name === 'hello') {
    const asked = hello.safeParse(body);
    return asked.success
      ? ok({ proof: controlProof(parts.secret, asked.data.nonce), pid: process.pid })
      : err(refusal(400, 'bad-request', 'A nonce is missing.'));
  }
  if (token === undefined || !sameSecret(token, parts.secret)) {
    return err(refusal(401, 'not-allowed', 'The control token is missing or wrong.'));
  }
  switch (name) {
    case 'open': {
      const pages = parts.connectedPages();
      if (pages > 0) parts.core.send({ kind: 'focus' });
      else parts.openWindow();
      return ok({ pages });
    }
    case 'address':
      return ok({ address: parts.newAddress() });
    case 'clock': {
      const change = clockChange.safeParse(body);
      if (!change.success || parts.core.clock.reading().mode !== 'fixed') {
        return err(refusal(400, 'bad-request', 'Only a clock that was fixed at the start can be moved.'));
      }
      if ('advanceMs' in change.data) parts.core.clock.advance(change.data.advanceMs);
      else parts.core.clock.fixAt(Date.parse(change.data.fixAt));
      return ok(parts.core.clock.reading());
    }
    default:
      return err(refusal(404, 'not-found', 'There is no such control.'));
  }
}
