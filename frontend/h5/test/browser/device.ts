import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core';
import { GUIFANG, type Person } from '../warehouse.ts';

/** A phone or hand terminal in front of the page, and what a person does with it. */

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const SIZES = { phone: { width: 390, height: 844 }, terminal: { width: 320, height: 480 } };

export function launch(extra: string[] = []): Promise<Browser> {
  const options: LaunchOptions = { args: [...ARGUMENTS, ...extra] };
  const installed = [process.env['DINGSHU_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
  if (installed) options.executablePath = installed;
  return chromium.launch(options);
}

export class Device {
  readonly page: Page;
  readonly context: BrowserContext;
  private readonly address: string;

  private constructor(context: BrowserContext, page: Page, address: string) {
    this.context = context;
    this.page = page;
    this.address = address;
  }

  static async open(browser: Browser, address: string, options: { size?: keyof typeof SIZES; dark?: boolean; permissions?: string[] } = {}): Promise<Device> {
    const context = await browser.newContext({
      viewport: SIZES[options.size ?? 'phone'], isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
      colorScheme: options.dark ? 'dark' : 'light', permissions: options.permissions ?? [], reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.addInitScript(() => {
      const felt: unknown[] = [];
      Object.assign(window, { felt });
      navigator.vibrate = (pattern) => felt.push(pattern) > 0;
    });
    await page.goto(address);
    return new Device(context, page, address);
  }

  async signIn(person: Person = GUIFANG): Promise<void> {
    await this.page.goto(`${this.address}?m=${person.session.merchant.slug}`);
    await this.page.getByLabel('工号').fill(person.session.user.login);
    await this.page.getByLabel('密码', { exact: true }).fill(person.password);
    await this.page.getByRole('button', { name: '登录' }).click();
    await this.page.locator('.bar').waitFor();
  }

  /** As a hand scanner types: fast keys and Enter. */
  async scan(code: string): Promise<void> {
    await this.page.keyboard.type(code);
    await this.page.keyboard.press('Enter');
  }

  async open(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** Sends now instead of waiting for the next try by itself, unless that was quicker. */
  async retry(): Promise<void> {
    await this.page.getByRole('button', { name: '立即重试' }).click({ timeout: 400 }).catch(() => undefined);
  }

  hero(word: string): Promise<void> {
    return this.page.locator('.hero .w', { hasText: word }).waitFor();
  }

  synced(): Promise<void> {
    return this.page.locator('.sync', { hasText: '已同步' }).waitFor();
  }

  unsynced(n: number): Promise<void> {
    return this.page.locator('.sync', { hasText: `未同步 ${n}` }).waitFor();
  }

  felt(): Promise<unknown[]> {
    return this.page.evaluate(() => (window as unknown as { felt: unknown[] }).felt);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
