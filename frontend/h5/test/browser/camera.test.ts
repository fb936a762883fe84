import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { MockServer } from '../server.ts';
import { CODES, WAYBILLS } from '../warehouse.ts';
import { Device, launch } from './device.ts';
import { film } from './film.ts';

const CODES_SHOWN = [
  ['a waybill in Code 128', 'Code128', WAYBILLS.first, '#/out', '已出库'],
  ['an item in EAN-13', 'EAN13', CODES.tea.slice(0, 12), '#/pick/t-1', '正确'],
  ['a waybill in a QR code', 'QRCode', WAYBILLS.second, '#/out', '已出库'],
] as const;

describe('the camera', () => {
  let server: MockServer;
  let address: string;
  let folder: string;
  let browser: Browser;

  before(async () => {
    server = new MockServer();
    address = await server.start();
    folder = mkdtempSync(join(tmpdir(), 'h5-film-'));
  });
  after(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  afterEach(() => browser.close());

  for (const [what, format, code, hash, word] of CODES_SHOWN) {
    test(`reads ${what}, once while it stays in view`, async () => {
      const file = join(folder, `${format}.y4m`);
      await film(code, format, file);
      browser = await launch(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]);
      const device = await Device.open(browser, address, { permissions: ['camera'] });
      await device.signIn();
      server.warehouse.reset();
      await device.page.goto(`${address}${hash}`);
      await device.page.reload();
      await device.open('打开相机扫码');
      await device.hero(word);
      await device.page.waitForTimeout(1_500);
      if (process.env['H5_SHOTS']) await device.page.screenshot({ path: `${process.env['H5_SHOTS']}/camera-${format}.png` });
      assert.equal(server.warehouse.operations.length, 1);
      await device.open('关闭相机');
      assert.equal(await device.page.locator('video').count(), 0);
    });
  }

  test('says why it cannot open, and the scanner goes on', async () => {
    browser = await launch();
    const device = await Device.open(browser, address);
    await device.signIn();
    server.warehouse.reset();
    await device.page.goto(`${address}#/out`);
    await device.open('打开相机扫码');
    await device.page.locator('.cam-note', { hasText: /相机/ }).waitFor();
    await device.scan(WAYBILLS.third);
    await device.hero('已出库');
  });
});
