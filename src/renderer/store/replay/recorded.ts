import type { ChangeSet, EntityChange } from '../../../shared/history/change-set.ts';
import type { HostError, HostResponse, JournalLine } from '../../../shared/host/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { hostTrouble } from '../backup/host-trouble.ts';
import type { ChangePackRow } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { Refused } from '../store-error.ts';

/** What the journal holds, in its order: packs come before the large change set that they belong to. */
export type Recorded =
  | { readonly kind: 'few'; readonly changeSets: readonly ChangeSet[] }
  | { readonly kind: 'pack'; readonly row: ChangePackRow }
  | { readonly kind: 'large'; readonly changeSet: ChangeSet };

/** One answer of the host. */
const pageCharacters = 4_000_000;

/** Change sets that go into one transaction. */
const fewAtMost = 200;

/**
 * The journal's change sets after number `after`. What is damaged or gone is left out: the numbers tell.
 * @throws Refused when the host does not answer
 */
export async function* recordedAfter(
  host: HostCalls,
  workspaceId: string,
  after: number,
): AsyncGenerator<Recorded> {
  for await (const lines of journalPages(host, workspaceId, after)) {
    let few: ChangeSet[] = [];
    for (const line of lines) {
      const changeSet = line.pack === undefined ? (JSON.parse(line.body) as ChangeSet) : undefined;
      if (changeSet && changeSet.packs === undefined) few.push(changeSet);
      if (few.length > 0 && (few.length === fewAtMost || changeSet?.packs !== undefined || !changeSet)) {
        yield { kind: 'few', changeSets: few };
        few = [];
      }
      if (!changeSet) yield { kind: 'pack', row: packOf(line) };
      else if (changeSet.packs !== undefined) yield { kind: 'large', changeSet };
    }
    if (few.length > 0) yield { kind: 'few', changeSets: few };
  }
}

async function* journalPages(
  host: HostCalls,
  workspaceId: string,
  after: number,
): AsyncGenerator<readonly JournalLine[]> {
  let cursor: string | null = null;
  do {
    const answer: Result<HostResponse<'journal.read'>, HostError> = await host.call('journal.read', {
      workspaceId,
      after,
      maxCharacters: pageCharacters,
      ...(cursor !== null && { cursor }),
    });
    if (!answer.ok) throw new Refused(hostTrouble(answer.error));
    yield answer.value.lines;
    cursor = answer.value.next;
  } while (cursor !== null);
}

const packOf = ({ n, pack = 0, body }: JournalLine): ChangePackRow => ({
  n,
  pack,
  changes: JSON.parse(body) as EntityChange[],
});
