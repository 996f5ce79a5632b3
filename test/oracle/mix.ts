export interface OracleMixAccount {
  readonly priority: 1 | 2 | 3 | null;
  readonly hasRecentTrigger: boolean;
}

export interface OracleMix {
  readonly target: readonly [number, number, number];
  /** The fewest changes that leave the least lack. */
  readonly changes: number;
  /** Priority 1 accounts that are missing for want of a trigger. */
  readonly shortfall: number;
}

/** PR-5: 15 / 35 / 50, by largest remainder. */
function targetOf(counted: number): readonly [number, number, number] {
  const shares = [15, 35, 50].map((percent) => (counted * percent) / 100);
  const whole = shares.map(Math.floor);
  const order = [0, 1, 2].sort(
    (a, b) =>
      ((counted * ([15, 35, 50][b] ?? 0)) % 100) - ((counted * ([15, 35, 50][a] ?? 0)) % 100) || a - b,
  );
  let left = counted - whole.reduce((sum, it) => sum + it, 0);
  for (const at of order) {
    if (left === 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  return [whole[0] ?? 0, whole[1] ?? 0, whole[2] ?? 0];
}

/** PR-5: tries every way of giving out Priorities, remembering for each outcome the fewest changes. */
export function solveMix(accounts: readonly OracleMixAccount[]): OracleMix {
  const counted = accounts.flatMap((it) => (it.priority === null ? [] : [{ ...it, from: it.priority }]));
  let ways = new Map<string, number>([['0,0', 0]]);
  for (const { from, hasRecentTrigger } of counted) {
    const next = new Map<string, number>();
    for (const [state, changes] of ways) {
      const [ones = 0, twos = 0] = state.split(',').map(Number);
      for (const to of [1, 2, 3] as const) {
        if (to === 1 && from !== 1 && !hasRecentTrigger) continue;
        const key = `${ones + (to === 1 ? 1 : 0)},${twos + (to === 2 ? 1 : 0)}`;
        const cost = changes + (to === from ? 0 : 1);
        if (cost < (next.get(key) ?? Infinity)) next.set(key, cost);
      }
    }
    ways = next;
  }
  const target = targetOf(counted.length);
  let best = { lack: Infinity, changes: Infinity };
  for (const [state, changes] of ways) {
    const [ones = 0, twos = 0] = state.split(',').map(Number);
    const threes = counted.length - ones - twos;
    const lack =
      Math.max(0, target[0] - ones) + Math.max(0, target[1] - twos) + Math.max(0, target[2] - threes);
    if (lack < best.lack || (lack === best.lack && changes < best.changes)) best = { lack, changes };
  }
  return { target, changes: best.changes, shortfall: best.lack };
}
