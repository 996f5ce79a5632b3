import { expect, type Locator, type Page } from '@playwright/test';

export type LimitName = 'Mid-Market' | 'Large' | 'SMB';

/** The Rules screen: the list, a rule with its settings, what a change would do. */
export class RulesPage {
  readonly page: Page;
  readonly search: Locator;
  readonly impact: Locator;
  readonly apply: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search the rules' });
    this.impact = page.getByRole('region', { name: 'What it would change' });
    this.apply = page.getByRole('button', { name: /^(Apply|Plan the change)$/ });
  }

  /** Goes to a rule by its address, as its links do. */
  async open(rule: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/rules/${rule}`);
    await expect(this.rule(rule)).toBeVisible();
  }

  rule(id: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^${id}: `) });
  }

  /** A rule in the list. */
  entry(id: string): Locator {
    return this.page.getByRole('navigation', { name: 'Rules by section' }).locator(`[data-rule="${id}"]`);
  }

  setting(title: string): Locator {
    return this.page.getByRole('article').getByRole('textbox', { name: title, exact: true });
  }

  limit(segment: LimitName): Locator {
    return this.setting(`${segment} limit`);
  }

  /** Gives a limit of AW-6 another value, from today on. */
  async setLimit(segment: LimitName, text: string): Promise<void> {
    await this.open('AW-6');
    await this.limit(segment).fill(text);
    await this.apply.click();
    await expect(this.apply).toBeHidden();
  }

  /** One of the screen's parts. */
  async show(part: 'Rules' | 'Changes by day' | 'Score profiles' | 'Mix of Priorities'): Promise<void> {
    await this.page.getByRole('tab', { name: part, exact: true }).click();
  }
}
