import type { Segment } from '../../../shared/accounts/account.ts';
import { fold } from '../../../shared/accounts/normalise.ts';
import type { BookRow } from '../api.ts';

/** What every status tells of the whole book, kept so that nobody counts it anew for each. */
export class BookCounts {
  readonly #owners = new Map<string, number>();
  /** Of the workspace's BDR; `undefined` = to be counted. */
  #seats: { readonly bdr: string; readonly used: ReadonlyMap<Segment, number> } | undefined;

  /** A row came, changed or went. */
  rowChanged(before: BookRow | undefined, after: BookRow | undefined): void {
    if (before) this.#countOwner(before.owner, -1);
    if (after) this.#countOwner(after.owner, 1);
    this.#seats = undefined;
  }

  /** Names of account owners, in order, '' left out. */
  owners(): string[] {
    return [...this.#owners.keys()].filter((owner) => owner !== '').sort((a, b) => a.localeCompare(b, 'en'));
  }

  /**
   * How many accounts a BDR has in Actively Working, by segment (AW-6).
   * @param own the workspace's BDR, who is asked for again and again
   */
  seats(bdr: string, own: string, rows: Iterable<BookRow | undefined>): ReadonlyMap<Segment, number> {
    if (this.#seats?.bdr === bdr) return this.#seats.used;
    const name = foldName(bdr);
    const used = new Map<Segment, number>();
    for (const row of rows) {
      if (row?.status !== 'Actively Working' || row.segment === null) continue;
      if (foldName(row.bdrAssigned) !== name) continue;
      used.set(row.segment, (used.get(row.segment) ?? 0) + 1);
    }
    if (bdr === own) this.#seats = { bdr, used };
    return used;
  }

  #countOwner(owner: string, delta: number): void {
    const count = (this.#owners.get(owner) ?? 0) + delta;
    if (count === 0) this.#owners.delete(owner);
    else this.#owners.set(owner, count);
  }
}

const foldName = (name: string): string => fold(name.trim());
