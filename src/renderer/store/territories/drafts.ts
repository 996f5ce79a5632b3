import type { Impact } from '../../../shared/territories/impact.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import type { GroundworkDatabase } from '../database.ts';

/** A mapping that was looked at and may be applied (TER-8). */
export interface MappingDraft {
  readonly id: string;
  readonly rows: readonly MappingRow[];
  readonly source: string;
  readonly impact: Impact;
  /** Number of the last change set that the impact was worked out from. */
  readonly through: number;
}

/** Drafts are not data: they end with the session. The last ones are kept, as a screen asks anew after a change. */
const draftsOf = new WeakMap<GroundworkDatabase, MappingDraft[]>();
const mostDrafts = 2;

export function keepDraft(database: GroundworkDatabase, draft: MappingDraft): void {
  draftsOf.set(database, [...(draftsOf.get(database) ?? []), draft].slice(-mostDrafts));
}

export const draftOf = (database: GroundworkDatabase, id: string): MappingDraft | undefined =>
  draftsOf.get(database)?.find((draft) => draft.id === id);

export const dropDraft = (database: GroundworkDatabase, id: string): void => {
  draftsOf.set(
    database,
    (draftsOf.get(database) ?? []).filter((draft) => draft.id !== id),
  );
};
