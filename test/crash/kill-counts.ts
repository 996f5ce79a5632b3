/** Kills of one round: few in `npm test`, as many as the long run has time for there. */
const kills = Number(process.env['GROUNDWORK_KILLS'] ?? '16');

/** Killed upgrades on each of the two engines. */
export const migrationKills = Math.max(1, Math.round(kills / 50));

/** In `npm test` one of the engines has its turn (migration.spec.ts), otherwise both. */
const upgradesKilled = migrationKills * (process.env['GROUNDWORK_BRIEF'] === '1' ? 1 : 2);

/** Each of the four stores of kills.spec.ts, so that all together are `kills`; the last ones get what is left. */
export const storeKills: readonly number[] = [0, 1, 2, 3].map((number) =>
  Math.floor((kills - upgradesKilled + number) / 4),
);
