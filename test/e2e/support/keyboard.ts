import { expect, type Locator, type Page } from '@playwright/test';

/** A person without a mouse: nothing but key presses, and where focus is. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses keys one after the other, e.g. `ArrowDown`, `Control+K`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async repeat(key: string, times: number): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Replaces what a field with focus holds. */
  async retype(text: string): Promise<void> {
    await this.press('ControlOrMeta+A', 'Backspace');
    await this.type(text);
  }

  /** Goes to a control by Tab. @throws when a whole round does not meet it, naming what it met */
  async tabTo(target: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.pressUntil(way, target, 80);
  }

  /** Goes to an entry by an arrow key. */
  async arrowTo(target: Locator, key: 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    await this.pressUntil(key, target, 60);
  }

  /** Fails unless focus is at exactly this control. */
  async isAt(target: Locator): Promise<void> {
    await expect(target).toBeFocused();
  }

  private async pressUntil(key: string, target: Locator, most: number): Promise<void> {
    await expect(target).toBeAttached();
    const visited: string[] = [];
    for (let turn = 0; turn < most; turn += 1) {
      if (await isFocused(target)) return;
      await this.press(key);
      visited.push(await this.whereFocusIs());
    }
    expect(visited, `${key} never came to ${String(target)}`).toEqual([]);
  }

  /** The element with focus as the accessibility tree names it. */
  async whereFocusIs(): Promise<string> {
    const focused = this.page.locator(':focus');
    if ((await focused.count()) === 0) return 'nothing';
    return (await focused.ariaSnapshot()).split('\n')[0] ?? '';
  }
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);
