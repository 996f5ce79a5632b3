import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { LostStore } from '../opening/open-outcome.ts';
import type { Expectation } from '../opening/expectation.ts';

/** Something that a rebuild can start from; what the journal has after it is added. */
export type Source =
  | { readonly kind: 'backup'; readonly entry: BackupEntry; readonly through: number }
  /** What is in this browser's storage; it lacks only its last changes. */
  | { readonly kind: 'found'; readonly through: number }
  /** Nothing: the journal from its first change set on. */
  | { readonly kind: 'journal' }
  /** For want of a whole one; `through` is 0 when its end is lost. */
  | { readonly kind: 'damaged'; readonly entry: BackupEntry; readonly through: number };

type BackupSource = Extract<Source, { kind: 'backup' | 'damaged' }>;

export const sourceOf = (entry: BackupEntry): BackupSource => ({
  kind: entry.state === 'verified' ? 'backup' : 'damaged',
  entry,
  through: entry.end?.through ?? 0,
});

export interface SourceFacts {
  readonly backups: readonly BackupEntry[];
  readonly expectation: Expectation;
  readonly found: LostStore;
  /** The journal has change set 1. */
  readonly isJournalWhole: boolean;
}

/**
 * What a rebuild may start from, the best first: the source that reaches furthest, files from elsewhere
 * behind the store's own, a damaged backup only where nothing whole reaches back to the beginning.
 */
export function sourcesOf({ backups, expectation, found, isJournalWhole }: SourceFacts): readonly Source[] {
  const { storeId } = expectation;
  const ofStore = backups.filter(
    ({ manifest }) => storeId === null || manifest === null || manifest.storeId === storeId,
  );
  const whole = ofStore
    .filter((entry) => entry.state === 'verified' && mayServe(entry, expectation))
    .map(sourceOf);
  const fromElsewhere = whole.filter(({ entry }) => entry.reason === 'from-file');
  const own: (BackupSource | Extract<Source, { kind: 'found' }>)[] = whole.filter(
    ({ entry }) => entry.reason !== 'from-file',
  );
  if (found.kind === 'behind' && found.through !== null && found.through > 0) {
    own.push({ kind: 'found', through: found.through });
  }
  const damaged = ofStore
    .filter(({ state, reason }) => state === 'damaged' && reason !== 'set-aside')
    .filter(({ readable }) => readable.changeSets + readable.accounts > 0)
    .map(sourceOf);
  const journal: Source = { kind: 'journal' };
  return [
    ...own.toSorted((a, b) => b.through - a.through),
    ...fromElsewhere.toSorted((a, b) => b.through - a.through),
    ...(isJournalWhole ? [journal, ...damaged] : [...damaged, journal]),
  ];
}

/**
 * What was set aside went another way than this store, unless a rebuild was broken off before it raised the
 * generation: then it may be the best there is.
 */
const mayServe = ({ reason, manifest }: BackupEntry, { generation }: Expectation): boolean =>
  reason !== 'set-aside' || manifest?.generation === generation;
