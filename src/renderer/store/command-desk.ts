import type { ChangeSet } from '../../shared/history/change-set.ts';
import { label, say } from '../../shared/rule-book/messages.ts';
import type { Finding } from '../../shared/statuses/decision.ts';
import type { CommandOutcome, StoreError, StoreStatus } from './api.ts';
import { BookBehind, type CommandRoom, type Done } from './commands/room.ts';
import type { OpenParts } from './open-parts.ts';
import { readMeta } from './reading.ts';
import { Refused, storeErrorOf } from './store-error.ts';
import type { UndoneChange } from './undo.ts';

/** What the desk needs of the session. */
export interface DeskNeeds {
  /** @throws when the store is not open */
  readonly open: () => OpenParts;
  /** The same; `undefined` once the store is closed. */
  readonly parts: () => OpenParts | undefined;
  /** What a command decides on, as it is now. */
  readonly room: () => CommandRoom;
  /** Why nothing may be written now. */
  readonly refusal: () => StoreError | null;
  /** Commands wait for each other, so that each decides on what the last one left. */
  readonly serial: <T>(work: () => Promise<T>) => Promise<T>;
  /** The book changed: there may be more to decide and to keep. */
  readonly changed: () => void;
}

/** Runs commands one after another and brings what they wrote to journal, book and page, in this order. */
export class CommandDesk {
  readonly #needs: DeskNeeds;

  constructor(needs: DeskNeeds) {
    this.#needs = needs;
  }

  run(work: (room: CommandRoom) => Promise<Done>): Promise<CommandOutcome> {
    return this.#needs.serial(async () => {
      try {
        const refusal = this.#needs.refusal();
        if (refusal) throw new Refused(refusal);
        try {
          return await this.#attempt(work);
        } catch (error) {
          if (!(error instanceof BookBehind)) throw error;
        }
        await this.catchUp();
        return await this.#attempt(work);
      } catch (error) {
        this.#nothingPending();
        return { ok: false, error: storeErrorOf(error) };
      }
    });
  }

  /** Takes in what another worker wrote; only between commands (`serial`). */
  async catchUp(): Promise<void> {
    const { absorber, publisher, database, pump } = this.#needs.open();
    const { through } = await readMeta(database);
    // The journal need not wait for the screens, and nothing may say "saved" meanwhile.
    pump.push(through);
    while (absorber.through < through) {
      await publisher.publish(await absorber.absorbNext());
    }
    this.#needs.changed();
  }

  async #attempt(work: (room: CommandRoom) => Promise<Done>): Promise<CommandOutcome> {
    const { open, room } = this.#needs;
    const given = room();
    const overBefore = open().publisher.overfull;
    const { changeSet, label: said, refused } = await work(given);
    if (!changeSet) {
      this.#nothingPending();
      return { ok: true, n: null, label: said, changed: [], refused, breaks: [] };
    }
    const touched = await this.#takeIn(changeSet);
    const isStep = changeSet.origin === 'undo' || changeSet.origin === 'redo';
    const breaks = isStep ? newlyOver(overBefore, open().publisher.overfull) : [];
    return { ok: true, n: changeSet.n, label: said, changed: [...(touched ?? [])], refused, breaks };
  }

  /** Brings a change set that this session wrote to the journal, into the book, and to the page. */
  async #takeIn(changeSet: ChangeSet): Promise<ReadonlySet<string> | null> {
    const { absorber, publisher, pump } = this.#needs.open();
    pump.push(changeSet.n);
    const absorbed = await absorber.absorb(changeSet);
    await publisher.publish(absorbed);
    this.#needs.changed();
    return absorbed.touched;
  }

  /** The page showed "saving" when the command left; tell it what really holds. */
  #nothingPending(): void {
    this.#needs.parts()?.pump.push(0);
  }
}

/** An undo or redo as a command that the desk runs. */
export async function stepped(direction: 'undo' | 'redo', step: Promise<UndoneChange>): Promise<Done> {
  const { changeSet, of } = await step;
  return { changeSet, label: label(`command.${direction}`, { what: say(of) }), refused: [] };
}

/** Undo is not rule-checked; the limits that it leaves passed are listed (AW-6). */
const newlyOver = (before: StoreStatus['meters'], after: StoreStatus['meters']): Finding[] =>
  after
    .filter((meter) => !before.some((it) => it.segment === meter.segment && it.used >= meter.used))
    .map(({ segment, used, limit }) => ({
      rule: 'AW-6',
      message: label('aw6.over', { segment, used, limit: limit ?? 0 }),
    }));
