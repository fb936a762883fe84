import { mkdirSync } from 'node:fs';
import { MockServer } from '../server.ts';
import { CODES, WAYBILLS } from '../warehouse.ts';
import { Device, launch, SIZES } from './device.ts';

/** Pictures of every state, light and dark, phone and hand terminal: node test/browser/shots.ts FOLDER [en] */

const folder = process.argv[2] ?? 'shots';
const english = process.argv[3] === 'en';
mkdirSync(folder, { recursive: true });

const browser = await launch();
for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
  for (const dark of [false, true]) await pictures(size, dark);
}
await browser.close();

async function pictures(size: keyof typeof SIZES, dark: boolean): Promise<void> {
  const server = new MockServer();
  const address = await server.start();
  const device = await Device.open(browser, address, { size, dark });
  const { page } = device;
  const shot = async (name: string) => {
    await page.waitForTimeout(120);
    await page.screenshot({ path: `${folder}/${name}-${size}-${dark ? 'dark' : 'light'}.png` });
  };
  const scanned = async (code: string, name: string) => {
    await device.scan(code);
    await page.waitForTimeout(150);
    await shot(name);
  };
  await page.goto(`${address}?m=qinghe`);
  await page.locator('.door').waitFor();
  await shot('00-sign-in');
  await device.signIn();
  if (english) {
    await page.evaluate(() => localStorage.setItem('dingshu-h5', JSON.stringify({ ...JSON.parse(localStorage.getItem('dingshu-h5')!), language: 'en' })));
    await page.goto(address);
  }
  await page.locator('.task').first().waitFor();
  await shot('01-tasks');
  await page.locator('.dock .big').click();
  await page.locator('.hero').waitFor();
  await shot('02-ready');
  await scanned(CODES.tea, '03-ok');
  await scanned(CODES.pot, '04-wrong');
  await scanned(CODES.strange, '04-wrong-unnamed');
  await device.scan(CODES.tea);
  await scanned(CODES.tea, '05-many');
  await page.locator('.two button').first().click();
  await shot('06-lines');
  await page.locator('.sheet .ib').click();
  await page.locator('.two button').nth(1).click();
  await shot('07-manual');
  await page.locator('.sheet .ib').click();
  await scanned(CODES.bowl, '08-done');
  await page.goto(`${address}#/pack/t-4`);
  await shot('09-pack-ready');
  await page.goto(`${address}#/out`);
  await shot('10-out-ready');
  await scanned(WAYBILLS.first, '11-out-ok');
  await scanned('SF1630776100000', '12-out-unknown');
  server.warehouse.stopped.set(WAYBILLS.third, { anchor: 'PICKING', reason: 'HELD', text: '收货地址变更' });
  await scanned(WAYBILLS.third, '13-out-stopped');
  server.fault = 'DROP';
  await device.scan('SF1630776100926');
  await page.waitForTimeout(200);
  await shot('14-offline');
  await page.locator('.bar .ib').first().click();
  await page.locator('.bar .ib').first().click();
  await shot('15-menu-offline');
  await page.locator('.sheet .ib').click();
  server.warehouse.stopped.set(WAYBILLS.second, { anchor: 'CANCELLED', reason: 'CANCELLED', text: '退款 ¥94.00 处理中' });
  await page.goto(`${address}#/out`);
  server.fault = 'NONE';
  await page.locator('.hero.conf').waitFor();
  await shot('16-conflict');
  await page.locator('.dock .big').first().click();
  server.endSessions();
  await scanned(WAYBILLS.second, '17-lost');
  await device.close();
  server.stop();
}
