import type { BulkRow } from '../../../shared/statuses/bulk.ts';
import type { RuleId } from '../../../shared/rule-book/rule-ids.ts';

/** Accounts that fare alike: those that one rule refuses, those that pass, those that stay as they are. */
export interface BulkGroup {
  /** The rule that refuses, or the outcome. */
  readonly key: RuleId | 'passes' | 'unchanged';
  readonly rows: readonly BulkRow[];
}

/** AW-15: refused ones first, by their rule, the rule with most of them first; then those that pass. */
export function bulkGroups(rows: readonly BulkRow[]): readonly BulkGroup[] {
  const groups = new Map<BulkGroup['key'], BulkRow[]>();
  for (const row of rows) {
    const key = row.outcome === 'refused' ? (row.refusals[0]?.rule ?? 'AW-15') : row.outcome;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const place = (key: BulkGroup['key']): number => (key === 'unchanged' ? 2 : key === 'passes' ? 1 : 0);
  return [...groups]
    .map(([key, own]): BulkGroup => ({ key, rows: own }))
    .sort((a, b) => place(a.key) - place(b.key) || b.rows.length - a.rows.length);
}
