/** What came of opening the store. */
export type OpenOutcome =
  /** The database is there, or was made for a workspace that never had one. */
  | {
      readonly kind: 'open';
      readonly fresh: boolean;
      /** Change sets that the database had lost and that were replayed from the journal. */
      readonly replayed: number;
      /** What a writer of this window shows (`StoreMeta.holder`). */
      readonly holder: string;
    }
  /** The host remembers a store that is not there any more, or not whole: never a first run. */
  | { readonly kind: 'lost'; readonly expected: ExpectedStore; readonly found: LostStore }
  | { readonly kind: 'newer-schema'; readonly found: number; readonly known: number }
  | { readonly kind: 'older-generation' }
  /** The profile was written by a newer browser engine; an older one would destroy it. */
  | { readonly kind: 'older-engine'; readonly found: string; readonly needed: string }
  /** The upgrade of an older schema failed; the store is as it was. `backup` was made before. */
  | { readonly kind: 'upgrade-failed'; readonly message: string; readonly backup: string | null }
  /** Another window holds the store; `openStoreClient` with `takeOver` moves it here. */
  | { readonly kind: 'in-use' }
  | { readonly kind: 'failed'; readonly message: string };

/** What sentinel, journal and backups say that the store should hold. */
export interface ExpectedStore {
  readonly accounts: number;
  readonly through: number;
}

/** What is in this browser's storage instead. */
export interface LostStore {
  readonly kind:
    /** No database, or an empty one. */
    | 'missing'
    /** It cannot be opened or read. */
    | 'damaged'
    /** It belongs to another store id. */
    | 'other-store'
    /** It went another way than the journal: the same number, another change. */
    | 'forked'
    /** It lacks changes that the journal cannot give. */
    | 'behind';
  readonly through: number | null;
}
