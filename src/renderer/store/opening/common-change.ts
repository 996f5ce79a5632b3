import type { GroundworkDatabase, StoreMeta } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { changeSetLine, lineSum } from '../journal-lines.ts';

/** Asks the host for checksums of journal lines, each once. */
export class JournalSums {
  readonly #host: HostCalls;
  readonly #workspaceId: string;
  readonly #asked = new Map<number, Promise<string | null>>();

  constructor(host: HostCalls, workspaceId: string) {
    this.#host = host;
    this.#workspaceId = workspaceId;
  }

  /** `null` = the journal does not have that change set, or the host does not say. */
  of(n: number): Promise<string | null> {
    let answer = this.#asked.get(n);
    if (!answer) {
      answer = this.#ask(n);
      this.#asked.set(n, answer);
    }
    return answer;
  }

  async #ask(n: number): Promise<string | null> {
    if (n < 1) return null;
    const answer = await this.#host.call('journal.sum', { workspaceId: this.#workspaceId, n });
    return answer.ok ? answer.value.sha256 : null;
  }
}

/** How the last change set that both have compares: `unknown` where one of them does not have it. */
export type Comparison = 'same' | 'different' | 'unknown' | 'hole';

/** @returns `hole` when the database lacks a change set that it should have */
export async function compareWithJournal(
  database: GroundworkDatabase,
  { through }: StoreMeta,
  journalThrough: number,
  sums: JournalSums,
): Promise<Comparison> {
  const n = Math.min(through, journalThrough);
  if (n < 1) return 'unknown';
  const [row, theirs] = await Promise.all([database.changeSets.get(n), sums.of(n)]);
  if (!row) return 'hole';
  if (theirs === null) return 'unknown';
  return (await lineSum(changeSetLine(row))) === theirs ? 'same' : 'different';
}
