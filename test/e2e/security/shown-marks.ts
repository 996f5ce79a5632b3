import type { Page } from '@playwright/test';
import { markPattern, marksIn } from './payloads.ts';

/** Which payloads a person has seen, by the place where they stood. */
export class ShownMarks {
  private readonly page: Page;
  private readonly seen = new Map<string, Set<number>>();

  constructor(page: Page) {
    this.page = page;
  }

  /** Looks at what is shown now: text, values of fields, labels. */
  async lookAt(place: string): Promise<void> {
    this.add(place, await this.page.evaluate(readPage, { scrolling: false, pattern: markPattern }));
  }

  /** Scrolls whatever scrolls to its end, step by step, and looks at each step. */
  async scrollThrough(place: string): Promise<void> {
    this.add(place, await this.page.evaluate(readPage, { scrolling: true, pattern: markPattern }));
  }

  note(place: string, text: string): void {
    this.add(place, marksIn(text));
  }

  private add(place: string, ids: readonly number[]): void {
    const marks = this.seen.get(place) ?? new Set<number>();
    for (const id of ids) marks.add(id);
    this.seen.set(place, marks);
  }

  in(place: string): ReadonlySet<number> {
    return this.seen.get(place) ?? new Set();
  }

  everywhere(): ReadonlySet<number> {
    return new Set([...this.seen.values()].flatMap((marks) => [...marks]));
  }

  /** Sum over all places. */
  times(): number {
    return [...this.seen.values()].reduce((sum, marks) => sum + marks.size, 0);
  }

  toString(): string {
    return [...this.seen].map(([place, marks]) => `${place} ${marks.size}`).join(', ');
  }
}

interface Look {
  /** Reads at every step to the end of whatever scrolls, too. */
  readonly scrolling: boolean;
  readonly pattern: RegExp;
}

/** Runs in the page. @returns the numbers of the payloads that it shows: their texts would be megabytes */
async function readPage({ scrolling, pattern }: Look): Promise<number[]> {
  const marks = new Set<number>();
  const read = (text: string | null): void => {
    for (const [, id] of text?.matchAll(pattern) ?? []) marks.add(Number(id));
  };
  const readAll = (): void => {
    read(document.body.textContent);
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
      read(field.value);
    for (const label of document.querySelectorAll('[aria-label], [title]')) {
      read(label.getAttribute('aria-label'));
      read(label.getAttribute('title'));
    }
  };
  readAll();
  if (!scrolling) return [...marks];
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  const scrollers = [...document.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 8 &&
      element.clientHeight > 60 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY),
  );
  for (const scroller of scrollers) {
    for (let top = 0; top < scroller.scrollHeight; top += Math.max(40, scroller.clientHeight - 80)) {
      scroller.scrollTop = top;
      await painted();
      readAll();
    }
    scroller.scrollTop = 0;
  }
  return [...marks];
}
