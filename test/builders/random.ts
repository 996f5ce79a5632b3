/**
 * Seeded randomness for everything generated in tests: the same seed makes the same data on every machine.
 */
export interface SeededRandom {
  readonly seed: number;
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  /** True with probability `share`. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Picks by weight; weights need not add up to one. */
  readonly weighted: <T>(items: readonly (readonly [item: T, weight: number])[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** An independent stream, so that drawing more in one place does not shift another. */
  readonly fork: (name: string) => SeededRandom;
}

/** @param seed any whole number; only its lower 32 bits count */
export function seededRandom(seed: number): SeededRandom {
  const next = sfc32(seed >>> 0);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => at(items, int(0, items.length - 1));
  return {
    seed: seed >>> 0,
    next,
    int,
    chance: (share) => next() < share,
    pick,
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return at(items, items.length - 1)[0];
    },
    shuffle: (items) => {
      const copy = [...items];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = int(0, index);
        const held = at(copy, index);
        copy[index] = at(copy, other);
        copy[other] = held;
      }
      return copy;
    },
    fork: (name) => seededRandom(hash(name, seed >>> 0)),
  };
}

/**
 * The seed of a suite: from the environment (`GROUNDWORK_SEED`) or fresh. Printed, so that a failure can be
 * repeated.
 */
export function printSeed(suite: string): number {
  const given = process.env['GROUNDWORK_SEED'];
  const seed = given === undefined || given === '' ? freshSeed() : Number(given) >>> 0;
  console.log(`seed of ${suite}: ${seed} (repeat it with GROUNDWORK_SEED=${seed})`);
  return seed;
}

/** A seed that no earlier run had, from the system's own randomness. */
export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** How often a property is tried: `usual` times, ten times as often in the long run (`npm run test:long`). */
export const runs = (usual: number): number => (process.env['GROUNDWORK_LONG'] === '1' ? usual * 10 : usual);

function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`Nothing to pick: ${items.length} items`);
  return items[index] as T;
}

/** FNV-1a over the name, started from the seed. */
function hash(name: string, seed: number): number {
  let value = (seed ^ 0x811c9dc5) >>> 0;
  for (let index = 0; index < name.length; index += 1) {
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

/** Chris Doty-Humphrey's sfc32, seeded through one word and warmed up. */
function sfc32(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
