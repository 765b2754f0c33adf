import type { Page } from 'playwright-core';

/** Somebody who has no mouse: presses keys, and counts them. */
export class Keyboard {
  readonly #page: Page;
  /** Keys pressed so far, each letter of a typed text too. */
  keys = 0;
  /** How often the focus moved on to another stop. */
  stops = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.#page.keyboard.type(text);
  }

  /** Tabs until what the selector names has the focus. */
  async tabTo(selector: string, most = 150): Promise<void> {
    for (let tried = 0; tried < most; tried += 1) {
      await this.press('Tab');
      this.stops += 1;
      if (
        (await this.#page.locator(`${selector} >> visible=true`).and(this.#page.locator(':focus')).count()) >
        0
      )
        return;
    }
    throw new Error(`The keyboard does not reach ${selector} on ${this.#page.url()}`);
  }

  /** Tabs to a group of radio buttons and moves to one of them with the arrows. */
  async choose(name: string, value: string): Promise<void> {
    await this.tabTo(`input[name="${name}"]`);
    const chosen = this.#page.locator(`input[name="${name}"]:checked`);
    if ((await chosen.count()) === 0) await this.press('Space');
    for (let tried = 0; tried < 12; tried += 1) {
      if ((await chosen.inputValue()) === value) return;
      await this.press('ArrowDown');
    }
    throw new Error(`The arrows do not reach ${value} of ${name} on ${this.#page.url()}`);
  }

  /** Tabs to a button or link and presses Enter; the next page is there afterwards. */
  async follow(selector: string): Promise<void> {
    await this.tabTo(selector);
    await Promise.all([this.#page.waitForEvent('domcontentloaded'), this.press('Enter')]);
  }
}
