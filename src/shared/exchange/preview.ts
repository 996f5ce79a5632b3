import type { Label } from '../history/change-set.ts';
import type { MatchedBy } from './match-row.ts';
import type { Candidate, Decision, RowKind } from './plan.ts';
import type { SkipReason } from './read-rows.ts';

/** One field of a row as the preview shows it; texts are shortened. */
export interface PreviewField {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface PreviewProblem {
  /** Header of the column; `null` when it is about the whole row. */
  readonly column: string | null;
  readonly message: Label;
}

/** A row of the file with what would become of it. Sent page by page, never all at once. */
export interface PreviewRow {
  /** Position below the header, by which decisions are made. */
  readonly index: number;
  /** As a spreadsheet numbers it: the header is in row 1 unless blank rows stand above it. */
  readonly row: number;
  /** Line of the file where it starts: further down, when cells hold line breaks. */
  readonly line: number;
  readonly kind: RowKind;
  readonly name: string;
  readonly matchedBy?: MatchedBy | 'you';
  /** Differences of a changed row, the values of a new one. */
  readonly fields: readonly PreviewField[];
  readonly problems: readonly PreviewProblem[];
  /** A merged row: the row it went into, and where that row holds against this one. */
  readonly into?: number;
  readonly conflicts: readonly { readonly field: string; readonly kept: string; readonly dropped: string }[];
  readonly why?: Label;
  readonly candidates: readonly Candidate[];
  /** What makes the row something new, where it is undecided and can be that. */
  readonly asNew?: Decision;
  readonly skipped?: SkipReason;
  readonly notes: readonly Label[];
  /** A person decided about this row. */
  readonly decided: boolean;
}
