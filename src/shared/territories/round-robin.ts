import type { Segment } from '../accounts/account.ts';
import type { Motion } from '../accounts/motion.ts';
import { repKey, type MappingIndex } from './mapping-index.ts';
import type { TerritoryDecision } from './territory-of.ts';

export interface RoundRobinProposal {
  readonly id: string;
  readonly bdr: string;
}

/**
 * TER-1: proposes a BDR for each account that no row works: the BDRs of the mapping who work its segment and
 * motion take turns, by name, beginning after the one who had the last turn. Nobody is assigned by this.
 * @param accounts in the order in which they shall be dealt out
 * @param last who had the last turn; '' = nobody yet
 */
export function proposeRoundRobin(
  accounts: readonly { readonly id: string; readonly decision: TerritoryDecision }[],
  mapping: MappingIndex,
  last = '',
): RoundRobinProposal[] {
  let turn = last;
  const pools = new Map<string, string[]>();
  return accounts.flatMap(({ id, decision: { segment, motion } }): RoundRobinProposal[] => {
    const key = `${segment ?? ''}|${motion}`;
    let pool = pools.get(key);
    if (!pool) pools.set(key, (pool = bdrsFor(segment, motion, mapping)));
    const bdr = nextAfter(turn, pool);
    if (bdr === undefined) return [];
    turn = bdr;
    return [{ id, bdr }];
  });
}

const byName = new Intl.Collator('en').compare;

function bdrsFor(segment: Segment | null, motion: Motion, mapping: MappingIndex): string[] {
  const found = new Map<string, string>();
  for (const { bdr, segments, motion: rowMotion } of mapping.rows) {
    const fits =
      (rowMotion === 'any' || rowMotion === motion) &&
      (segments.length === 0 || (segment !== null && segments.includes(segment)));
    if (fits && bdr !== undefined && !found.has(repKey(bdr))) found.set(repKey(bdr), bdr);
  }
  return [...found.values()].sort(byName);
}

/** The first name after the last one; round again from the beginning. */
const nextAfter = (last: string, pool: readonly string[]): string | undefined =>
  (last === '' ? undefined : pool.find((bdr) => byName(bdr, last) > 0)) ?? pool[0];
