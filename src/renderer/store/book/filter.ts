import { fold } from '../../../shared/accounts/normalise.ts';
import type { BookRow, Filter } from '../api.ts';

/** A test for one row; `text` is its folded search text, asked for only when words are filtered by. */
export type RowTest = (row: BookRow, text: () => string) => boolean;

/** Compiles a filter. Within a field any of the chosen values will do; every field and word must hold. */
export function rowTest(filter: Filter): RowTest {
  const tests: RowTest[] = [];
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const { segments, priorities, owners, statuses } = filter;
  if (segments && segments.length > 0) tests.push((row) => segments.includes(row.segment));
  if (priorities && priorities.length > 0) tests.push((row) => priorities.includes(row.priority));
  if (statuses && statuses.length > 0) tests.push((row) => statuses.includes(row.status));
  if (owners && owners.length > 0) {
    const wanted = new Set(owners);
    tests.push((row) => wanted.has(row.owner));
  }
  if (filter.onlyWithFindings === true) tests.push((row) => row.findings.length > 0);
  if (words.length > 0) {
    tests.push((_row, text) => {
      const haystack = text();
      return words.every((word) => haystack.includes(word));
    });
  }
  return (row, text) => tests.every((test) => test(row, text));
}
