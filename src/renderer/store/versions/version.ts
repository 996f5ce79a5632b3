import type { Transaction } from 'dexie';

/**
 * One version of the store's schema, as history: named, numbered without a gap, never edited once released.
 * A frozen fixture of each released one is opened by a test (test/fixtures/frozen).
 */
export interface SchemaVersion {
  readonly number: number;
  /** What it brought, in a few words; shown while an upgrade runs. */
  readonly name: string;
  /** Tables that are new or whose indexes changed, in Dexie's notation; `null` drops one. */
  readonly stores: Readonly<Record<string, string | null>>;
  /**
   * Brings rows of the version before into shape. Runs in the engine's one upgrade transaction: when it
   * throws, or the machine stops, the store stays at the version before.
   */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
