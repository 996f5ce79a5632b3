import type { Entry } from './line-format.ts';

/** What a journal holds so far: whole change sets up to `through`, and packs of the one to come. */
export interface Sequence {
  readonly through: number;
  /** Checksums of the packs of change set `through + 1` that are there already. */
  readonly packs: readonly string[];
}

export type Placed =
  | { readonly kind: 'append'; readonly next: Sequence }
  | { readonly kind: 'known' }
  | { readonly kind: 'gap'; readonly expected: number; readonly expectedPack: number };

/**
 * Where the next line belongs. Numbers are gapless; packs come first and the change set's own line commits
 * them. A pack that comes again with other content replaces the one before it and drops those after it: a
 * batch broken off by a crash may be written anew.
 */
export function place(sequence: Sequence, entry: Entry): Placed {
  if (entry.n <= sequence.through) return { kind: 'known' };
  const { packs } = sequence;
  const next = sequence.through + 1;
  if (entry.n !== next || (entry.pack !== undefined && entry.pack > packs.length)) {
    return { kind: 'gap', expected: next, expectedPack: packs.length };
  }
  if (entry.pack === undefined) return { kind: 'append', next: { through: next, packs: [] } };
  if (packs[entry.pack] === entry.sum) return { kind: 'known' };
  return {
    kind: 'append',
    next: { through: sequence.through, packs: [...packs.slice(0, entry.pack), entry.sum] },
  };
}
