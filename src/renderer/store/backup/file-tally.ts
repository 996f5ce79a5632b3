import type { BackupCounts, BackupEnd, BackupLine } from '../../../shared/backup/format.ts';

/** Counts what a backup file holds while it is written, as the host counts it when it reads it back: by ids. */
export class FileTally {
  /** Id to whether it lives: the last line about a record counts. */
  readonly #accounts = new Map<string, boolean>();
  readonly #prospects = new Map<string, boolean>();
  readonly #customFields = new Set<string>();
  readonly #quarantined = new Set<string>();
  /** These are written once each. */
  #changeSets = 0;
  #changePacks = 0;

  take(line: BackupLine): void {
    switch (line.kind) {
      case 'account':
        this.#accounts.set(line.id, line.deleted === undefined);
        break;
      case 'prospect':
        this.#prospects.set(line.id, line.deleted === undefined);
        break;
      case 'customField':
        this.#customFields.add(line.id);
        break;
      case 'quarantined':
        this.#quarantined.add(line.id);
        break;
      case 'changeSet':
        this.#changeSets += 1;
        break;
      case 'changePack':
        this.#changePacks += 1;
        break;
      case 'settings':
      case 'manifest':
      case 'end':
        break;
    }
  }

  get counts(): BackupCounts {
    return {
      accounts: this.#accounts.size,
      prospects: this.#prospects.size,
      customFields: this.#customFields.size,
      changeSets: this.#changeSets,
      changePacks: this.#changePacks,
      quarantined: this.#quarantined.size,
    };
  }

  get live(): BackupEnd['live'] {
    return { accounts: living(this.#accounts), prospects: living(this.#prospects) };
  }
}

const living = (records: ReadonlyMap<string, boolean>): number => {
  let count = 0;
  for (const lives of records.values()) if (lives) count += 1;
  return count;
};
