import type { ImpactTopic } from '../../../shared/rule-book/impact-topics.ts';
import type { ImpactTurn } from './questions.ts';

/** Of so many accounts that turn the same way the names are told; the others are counted. */
export const namedAtMost = 1000;

/** Names told in all: what turns in hundreds of ways, a mapping's territories, must not keep the page busy. */
export const namedInAll = 10_000;
/** Of so many the names are told whatever the others take. */
export const namedAtLeast = 50;

interface Turned {
  readonly topic: ImpactTopic;
  readonly from: ImpactTurn['from'];
  readonly to: ImpactTurn['to'];
  readonly accounts: { readonly id: string; readonly name: string }[];
  count: number;
}

/** Collects what turns, account by account, and puts together what turns the same way. */
export class Turns {
  readonly #nameOf: (id: string) => string;
  readonly #turned = new Map<string, Turned>();

  constructor(nameOf: (id: string) => string) {
    this.#nameOf = nameOf;
  }

  /** Takes note where the two sides differ. */
  add(topic: ImpactTopic, id: string, from: ImpactTurn['from'], to: ImpactTurn['to']): void {
    if (from === to) return;
    const key = `${topic}|${String(from)}|${String(to)}`;
    let turned = this.#turned.get(key);
    if (!turned) {
      turned = { topic, from, to, accounts: [], count: 0 };
      this.#turned.set(key, turned);
    }
    turned.count += 1;
    if (turned.accounts.length < namedAtMost) turned.accounts.push({ id, name: this.#nameOf(id) });
  }

  /** What most accounts turn first, each with its accounts by name. */
  list(): ImpactTurn[] {
    let left = namedInAll;
    return [...this.#turned.values()]
      .sort((a, b) => b.count - a.count)
      .map((turned) => {
        const accounts = turned.accounts.toSorted(byName).slice(0, Math.max(namedAtLeast, left));
        left -= accounts.length;
        return { ...turned, accounts };
      });
  }
}

const collator = new Intl.Collator('en');
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  collator.compare(a.name, b.name);
