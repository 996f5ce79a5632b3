import { createContext, use } from 'react';
import type { ClockReading } from '../platform/page-clock.ts';
import type { Platform } from '../platform/platform.ts';
import type { SessionInfo } from './start-session.ts';

/** What the host said at the handshake, and the way to it. */
export interface Session {
  readonly platform: Platform;
  readonly info: SessionInfo;
  readonly workspaceId: string;
  /** The host's clock, for further workers. */
  readonly clock: ClockReading;
  /** Opens the workspace here again, taking it from the window that holds it. */
  readonly takeOver: () => void;
}

export const SessionContext = createContext<Session | null>(null);

/** @throws outside an opened session: a broken invariant. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs SessionContext around it.');
  return session;
}
