import type { Command } from '../../src/renderer/store/api.ts';
import type { SeededRandom } from '../builders/random.ts';
import type { Book, Ledger } from './ledger.ts';
import type { Victim } from './victim.ts';

/** What a person is doing when the crash comes. */
export const activities = ['import', 'board moves', 'typing', 'undo', 'backup', 'restore'] as const;
export type Activity = (typeof activities)[number];

/** A backup and the book as it was then. */
interface KnownBackup {
  readonly id: string;
  readonly book: Book;
}

/** A person at work in one Groundwork, with the ledger beside it. Every method throws when the app is gone. */
export class PersonAtWork {
  readonly #victim: Victim;
  readonly #ledger: Ledger;
  readonly #random: SeededRandom;
  readonly #ids = new Map<string, string>();
  #backup: KnownBackup | undefined;
  readonly #backups = new Map<string, Book>();
  #made = 0;

  constructor(victim: Victim, ledger: Ledger, random: SeededRandom) {
    this.#victim = victim;
    this.#ledger = ledger;
    this.#random = random;
  }

  /** The book as it was at each backup made by hand, by the backup's id. */
  get backups(): ReadonlyMap<string, Book> {
    return this.#backups;
  }

  /** Does one thing of the activity, to its end: asked, shown as saved, noted. */
  async doOne(activity: Activity): Promise<void> {
    if (this.#ledger.book.size < 5) return this.create();
    switch (activity) {
      case 'import':
        return this.#import();
      case 'board moves':
        return this.#move();
      case 'typing':
        return this.#type();
      case 'undo':
        return this.#ledger.canUndo && this.#random.chance(0.6) ? this.#undo() : this.#type();
      case 'backup':
        await this.#type();
        return this.#backUp();
      case 'restore':
        return this.#backup && this.#random.chance(0.5) ? this.#restore(this.#backup) : this.#typeAndBackUp();
    }
  }

  async create(name = this.#newName()): Promise<void> {
    this.#ledger.begin((book) => new Map([...book, [name, { status: '', strategy: '' }]]));
    const outcome = await this.#victim.call('run', { kind: 'createAccount', values: { name } });
    if (!outcome.ok) throw new Error(`Creating was refused: ${outcome.error.code}.`);
    await this.#shown();
  }

  async #import(): Promise<void> {
    const names = Array.from({ length: this.#random.int(50, 400) }, () => this.#newName());
    this.#ledger.begin(
      (book) => new Map([...book, ...names.map((name) => [name, { status: '', strategy: '' }] as const)]),
    );
    await this.#victim.call('importList', 'crash.csv', ['Account Name', ...names].join('\n'));
    await this.#shown();
  }

  async #move(): Promise<void> {
    const names = this.#some(6);
    const statusOf = (name: string): string | undefined => this.#ledger.book.get(name)?.status;
    // The first one decides where to, so that at least one moves.
    const to = statusOf(names[0] ?? '') === 'Queued' ? '' : 'Queued';
    const moved = names.filter((name) => statusOf(name) !== to);
    await this.#change(moved, { status: to }, (ids) => ({ kind: 'moveAccounts', ids, to }));
  }

  async #type(): Promise<void> {
    const strategy = `Priority ${this.#random.int(1, 3)}, take ${this.#random.int(1, 1_000_000)}`;
    await this.#change(this.#some(1), { strategy }, (ids) => ({
      kind: 'editAccounts',
      ids,
      patch: { accountStrategy: strategy },
    }));
  }

  async #change(
    names: readonly string[],
    patch: { readonly status?: string; readonly strategy?: string },
    command: (ids: string[]) => Command,
  ): Promise<void> {
    const ids = await this.#idsOf(names);
    this.#ledger.begin((book) => {
      const next = new Map(book);
      for (const name of names) {
        const account = next.get(name);
        if (account) next.set(name, { ...account, ...patch });
      }
      return next;
    });
    const outcome = await this.#victim.call('run', command(ids));
    if (!outcome.ok) throw new Error(`${JSON.stringify(patch)} was refused: ${outcome.error.code}.`);
    await this.#shown();
  }

  async #undo(): Promise<void> {
    this.#ledger.beginUndo();
    const outcome = await this.#victim.call('undo');
    if (!outcome.ok) throw new Error(`Undo was refused: ${outcome.error.code}.`);
    await this.#victim.call('saved');
    this.#ledger.showUndo();
  }

  async #typeAndBackUp(): Promise<void> {
    await this.#type();
    await this.#backUp();
    await this.#type();
  }

  async #backUp(): Promise<void> {
    const made = await this.#victim.call('backUp', 'by-hand');
    if (!made.ok) throw new Error(`The backup failed: ${made.error.message.id}.`);
    this.#backup = { id: made.value.id, book: this.#ledger.book };
    this.#backups.set(this.#backup.id, this.#backup.book);
  }

  async #restore({ id, book }: KnownBackup): Promise<void> {
    this.#ledger.begin(() => book);
    const outcome = await this.#victim.call('restore', id);
    if (!outcome.ok) throw new Error(`The restore failed: ${outcome.error.code}.`);
    this.#ids.clear();
    if (outcome.n === null) this.#ledger.forget();
    else await this.#shown();
  }

  async #shown(): Promise<void> {
    await this.#victim.call('saved');
    this.#ledger.show();
  }

  #newName(): string {
    this.#made += 1;
    return `Account ${this.#made} ${this.#random.int(1, 1_000_000_000)}`;
  }

  #some(most: number): string[] {
    const names = [...this.#ledger.book.keys()];
    return this.#random.shuffle(names).slice(0, this.#random.int(1, most));
  }

  async #idsOf(names: readonly string[]): Promise<string[]> {
    if (names.some((name) => !this.#ids.has(name))) {
      this.#ids.clear();
      for (const { name, id } of await this.#victim.call('accounts')) this.#ids.set(name, id);
    }
    return names.flatMap((name) => this.#ids.get(name) ?? []);
  }
}
