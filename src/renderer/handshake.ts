import { startSession, startStoreWorker } from './app/start-session.ts';
import { createPlatform } from './platform/create-platform.ts';

/** The host behind this page, and the session with it, begun as early as code of ours runs. */
export const platform = createPlatform();
export const session = startSession(platform, startStoreWorker, { draws: true });
