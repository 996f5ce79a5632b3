import type { ChangeSet } from '../../shared/history/change-set.ts';
import type { JournalLine } from '../../shared/host/contract.ts';
import type { ChangePackRow, ChangeSetRow } from './database.ts';

/** A change set as the journal keeps it: without what is only an index of the table. */
export const changeSetLine = ({ touches: _touches, ...changeSet }: ChangeSetRow): JournalLine => ({
  n: changeSet.n,
  body: JSON.stringify(changeSet),
});

export const packLine = ({ n, pack, changes }: ChangePackRow): JournalLine => ({
  n,
  pack,
  body: JSON.stringify(changes),
});

/** A change set as the table keeps it, with the accounts that its changes are about. */
export function historyRow(changeSet: ChangeSet): ChangeSetRow {
  if (!changeSet.changes) return changeSet;
  const touches = changeSet.changes.flatMap(({ kind, id, accountId }) =>
    kind === 'account' ? id : (accountId ?? []),
  );
  return { ...changeSet, touches: [...new Set(touches)] };
}

/** SHA-256 (hex) of a change set's line, computed as the host does (docs/formats/journal.md). */
export async function lineSum({ n, body }: JournalLine): Promise<string> {
  const rest = new TextEncoder().encode(`"n":${n},"body":${body}}`);
  const digest = await crypto.subtle.digest('SHA-256', rest);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
