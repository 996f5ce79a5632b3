import { z } from 'zod/v4';

/**
 * What the page and its workers get for `zod` (electron.vite.config.ts): zod tries at every first schema
 * whether it may make functions from text, for speed, and under our policy the mere try is reported. So it is
 * told before there is any schema, which no module of ours could do in time by itself.
 */
z.config({ jitless: true });

export * from 'zod/v4';
export { z };
