import type { BackupCounts, BackupEnd, BackupLine } from './format.ts';

/**
 * Counts what a backup file holds, by ids: a later line about the same thing replaces an earlier one. Store
 * and host count with it, the one while it writes, the other when it reads back.
 */
export class BackupTally {
  /** Id to whether it lives: the last line about a record counts. */
  readonly #records = {
    account: new Map<string, boolean>(),
    prospect: new Map<string, boolean>(),
    opportunity: new Map<string, boolean>(),
    document: new Map<string, boolean>(),
  };
  readonly #customFields = new Set<string>();
  readonly #quarantined = new Set<string>();
  readonly #changeSets = new Set<number>();
  /** Numbers of packs by change set. */
  readonly #changePacks = new Map<number, Set<number>>();

  take(line: BackupLine): void {
    switch (line.kind) {
      case 'account':
      case 'prospect':
      case 'opportunity':
      case 'document':
        this.#records[line.kind].set(line.id, line.deleted === undefined);
        break;
      case 'customField':
        this.#customFields.add(line.id);
        break;
      case 'quarantined':
        this.#quarantined.add(line.id);
        break;
      case 'changeSet':
        this.#changeSets.add(line.n);
        break;
      case 'changePack':
        this.#changePacks.set(line.n, (this.#changePacks.get(line.n) ?? new Set()).add(line.pack));
        break;
      case 'settings':
      case 'manifest':
      case 'end':
        break;
    }
  }

  get counts(): BackupCounts {
    let changePacks = 0;
    for (const packs of this.#changePacks.values()) changePacks += packs.size;
    return {
      accounts: this.#records.account.size,
      prospects: this.#records.prospect.size,
      opportunities: this.#records.opportunity.size,
      documents: this.#records.document.size,
      customFields: this.#customFields.size,
      changeSets: this.#changeSets.size,
      changePacks,
      quarantined: this.#quarantined.size,
    };
  }

  get live(): BackupEnd['live'] {
    const { account, prospect, opportunity } = this.#records;
    return { accounts: living(account), prospects: living(prospect), opportunities: living(opportunity) };
  }
}

const living = (records: ReadonlyMap<string, boolean>): number => {
  let count = 0;
  for (const lives of records.values()) if (lives) count += 1;
  return count;
};

/** Of a file of which nothing can be read. */
export const nothingCounted: BackupCounts = new BackupTally().counts;
