import type { SessionPort } from './session-port.ts';
import type { WriteContext } from './write.ts';

/**
 * Who writes in a workspace of a BDR. One person uses it; the actor stands apart for the day when several do.
 * @param bdr '' while none is set
 */
export const writerOf = ({ clock, ids }: Pick<SessionPort, 'clock' | 'ids'>, bdr: string): WriteContext => ({
  clock,
  ids,
  actor: bdr === '' ? 'You' : bdr,
  bdr,
});
