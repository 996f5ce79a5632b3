import { createHmac } from 'node:crypto';

/** Shows that one knows the control secret without giving it away: whoever holds the port may be a stranger. */
export const controlProof = (secret: string, nonce: string): string =>
  createHmac('sha256', secret).update(`groundwork control ${nonce}`).digest('base64url');
