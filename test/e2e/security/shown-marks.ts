import type { Page } from '@playwright/test';
import { marksIn } from './payloads.ts';

/** Which payloads a person has seen, by the place where they stood. */
export class ShownMarks {
  private readonly page: Page;
  private readonly seen = new Map<string, Set<number>>();

  constructor(page: Page) {
    this.page = page;
  }

  /** Looks at what is shown now: text, values of fields, labels. */
  async lookAt(place: string): Promise<void> {
    this.note(place, await this.page.evaluate(readPage, false));
  }

  /** Scrolls whatever scrolls to its end, step by step, and looks at each step. */
  async scrollThrough(place: string): Promise<void> {
    this.note(place, await this.page.evaluate(readPage, true));
  }

  note(place: string, text: string): void {
    const marks = this.seen.get(place) ?? new Set<number>();
    for (const id of marksIn(text)) marks.add(id);
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

/** Runs in the page. @param scrolling reads at every step to the end of whatever scrolls, too */
async function readPage(scrolling: boolean): Promise<string> {
  const read = (): string => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    const labels = [...document.querySelectorAll('[aria-label], [title]')];
    return [
      document.body.textContent,
      ...fields.map(({ value }) => value),
      ...labels.flatMap((label) => [label.getAttribute('aria-label'), label.getAttribute('title')]),
    ].join('\n');
  };
  if (!scrolling) return read();
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  const texts = [read()];
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
      texts.push(read());
    }
    scroller.scrollTop = 0;
  }
  return texts.join('\n');
}
