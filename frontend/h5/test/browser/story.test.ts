import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { MockServer } from '../server.ts';
import { CODES, DELIANG, GUIFANG, NOBODY, WAYBILLS } from '../warehouse.ts';
import { Device, launch } from './device.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: MockServer;
let device: Device;
let address: string;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

beforeEach(async () => {
  server = new MockServer();
  address = await server.start();
  device = await Device.open(browser, address);
});
afterEach(async () => {
  await device.close();
  server.stop();
});

interface Finding {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

async function axe(): Promise<void> {
  await device.page.evaluate(AXE);
  const found = await device.page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run();
    return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
  });
  assert.deepEqual(found, []);
}

describe('the three actions', () => {
  test('lead an order from the shelf to the courier', async () => {
    const { page } = device;
    await device.signIn();
    await page.getByRole('button', { name: '开始 P-1503' }).click();
    await page.getByText('A-03-12').waitFor();
    await device.scan(CODES.tea);
    await device.hero('正确');
    await device.scan(CODES.tea);
    await page.locator('.next', { hasText: 'A-04-02' }).waitFor();
    await device.scan(CODES.bowl);
    await device.hero('拣完了');

    await page.getByRole('button', { name: '回到任务' }).click();
    await device.scan('261121-8876');
    await page.locator('.bar h1', { hasText: '打包完成' }).waitFor();
    for (const code of [CODES.tea, CODES.bowl, CODES.tea]) await device.scan(code);
    await device.hero('打包完成');

    await page.getByRole('button', { name: /下一个|去出库扫描/ }).waitFor();
    await page.goto(`${address}#/out`);
    await page.locator('.bar h1', { hasText: '出库扫描' }).waitFor();
    await device.scan('SF1630776108876');
    await device.hero('已出库');
    await device.synced();
    assert.deepEqual(server.warehouse.operations.map((op) => op.kind), ['PICK', 'PICK', 'PICK', 'PACK', 'PACK', 'PACK', 'OUTBOUND']);
    assert.deepEqual((await device.felt()).at(-1), [60]);
  });

  test('say what was scanned and what is wanted when the item is wrong', async () => {
    await device.signIn();
    await device.open('开始 P-1503');
    await device.scan(CODES.pot);
    await device.hero('拿错了');
    const alert = device.page.getByRole('alert').filter({ hasText: '拿错了' });
    assert.match(await alert.innerText(), /扫到：陶罐 500ml 白釉\s+要的是：武夷正山小种 特级 250g/);
    await device.page.getByText('放回陶罐 500ml 白釉，改取').waitFor();
    assert.deepEqual(await device.felt(), [[130, 90, 130]]);
    await device.open('继续扫描');
    await device.page.getByText('请扫商品码').waitFor();
  });

  test('do not count one piece too many', async () => {
    await device.signIn();
    await device.open('开始 P-1503');
    for (const code of [CODES.tea, CODES.tea, CODES.tea]) await device.scan(code);
    await device.hero('多了 1 件');
    await device.page.getByText('只要 2 件，已扫 2 件').waitFor();
    assert.deepEqual((await device.felt()).at(-1), [600]);
    assert.equal(server.warehouse.tasks[0]?.done, 2);
  });

  test('stop a cancelled parcel at once while there is a network', async () => {
    server.warehouse.stopped.set(WAYBILLS.first, { anchor: 'CANCELLED', reason: 'CANCELLED', text: '买家取消' });
    await device.signIn();
    await device.open(/出库扫描/);
    await device.scan(WAYBILLS.first);
    await device.hero('拦下这一单');
    await device.page.getByText('261121-8861 已取消 · 买家取消').waitFor();
    await device.synced();
  });

  test('send a parcel with a changed address back for its new label, in both languages', async () => {
    server.warehouse.stopped.set(WAYBILLS.first, { anchor: 'PICKING', reason: 'ADDRESS_CHANGED', text: '' });
    await device.signIn();
    await device.open(/出库扫描/);
    await device.scan(WAYBILLS.first);
    await device.hero('旧面单不能用');
    await device.page.getByText('261121-8861 地址已改').waitFor();
    await device.page.getByText('撕掉旧面单，贴好新面单再扫').waitFor();
    await device.page.evaluate(() => localStorage.setItem('dingshu-h5', JSON.stringify({ ...JSON.parse(localStorage.getItem('dingshu-h5')!), language: 'en' })));
    await device.page.reload();
    await device.page.locator('.hero').waitFor();
    await device.scan(WAYBILLS.first);
    await device.hero('Old label: stop');
    await device.page.getByText('261121-8861 address changed').waitFor();
    await device.page.getByText('Stick the new label on, then scan again').waitFor();
  });

  test('know an unknown and a repeated label', async () => {
    await device.signIn();
    await device.open(/出库扫描/);
    await device.scan('SF0000000000000');
    await device.hero('不认识这张面单');
    await device.scan(WAYBILLS.first);
    await device.hero('已出库');
    await device.scan(WAYBILLS.first);
    await device.hero('扫过了');
  });

  test('take a code typed by hand', async () => {
    await device.signIn();
    await device.open('开始 P-1503');
    await device.open('手动输入');
    await device.page.getByLabel('商品条码或编码').fill('tea-250');
    await device.open('记一次');
    await device.hero('正确');
  });

  test('show only what a person may do', async () => {
    await device.signIn(NOBODY);
    await device.page.getByText('这个账号没有仓库作业的权限').waitFor();
    assert.equal(await device.page.locator('.tri').count(), 0);
  });
});

describe('without a network', () => {
  test('scanning goes on and is sent once, in order', async () => {
    await device.signIn();
    await device.open('开始 P-1503');
    await device.scan(CODES.tea);
    await device.hero('正确');
    server.fault = 'DROP';
    await device.scan(CODES.tea);
    await device.hero('已存下');
    await device.page.getByText('没有网络，照常扫，已存本机').waitFor();
    await device.scan(CODES.bowl);
    await device.hero('拣完了');
    await device.unsynced(2);
    server.fault = 'LOSE_ANSWER';
    await device.retry();
    while (server.batches.length < 2) await device.page.waitForTimeout(20);
    server.fault = 'NONE';
    await device.retry();
    await device.synced();
    assert.deepEqual(server.warehouse.operations.map((op) => op.code), [CODES.tea, CODES.tea, CODES.bowl]);
    assert.ok(server.batches.length >= 3, 'the batch whose answer was lost came again');
  });

  test('the page opens again and still knows its tasks and its queue', async () => {
    await device.signIn();
    await device.page.evaluate(() => navigator.serviceWorker.ready);
    await device.page.waitForFunction(async () => (await caches.keys()).length > 0 && !!navigator.serviceWorker.controller);
    await device.open(/出库扫描/);
    await device.context.setOffline(true);
    await device.scan(WAYBILLS.first);
    await device.hero('已存下');
    await device.page.reload();
    await device.unsynced(1);
    await device.page.getByText('SF 1630 **** 4417').first().waitFor();
    await device.scan(WAYBILLS.second);
    await device.unsynced(2);
    await device.context.setOffline(false);
    await device.synced();
    assert.equal(server.warehouse.operations.length, 2);
  });

  test('signing out waits for 未同步 0', async () => {
    await device.signIn();
    await device.open(/出库扫描/);
    server.fault = 'DROP';
    await device.scan(WAYBILLS.first);
    await device.hero('已存下');
    await device.unsynced(1);
    await device.open('返回');
    await device.open('菜单');
    await device.page.getByText('还有 1 条未同步，发送完才能退出').waitFor();
    await device.page.getByRole('button', { name: '退出登录' }).click({ force: true });
    assert.equal(await device.page.locator('.door').count(), 0);
    await device.open('关闭');
    server.fault = 'NONE';
    await device.retry();
    await device.synced();
    await device.open('菜单');
    await device.open('退出登录');
    await device.page.getByText('登录仓库作业').waitFor();
  });

  test('a conflict stays until a person decides, and scanning goes on meanwhile', async () => {
    await device.signIn();
    await device.open(/出库扫描/);
    server.fault = 'DROP';
    await device.scan(WAYBILLS.second);
    await device.hero('已存下');
    await device.unsynced(1);
    server.warehouse.stopped.set(WAYBILLS.second, { anchor: 'CANCELLED', reason: 'CANCELLED', text: '买家取消，退款 ¥94.00 处理中' });
    server.fault = 'NONE';
    await device.retry();
    await device.hero('这一件要你决定');
    await device.scan(WAYBILLS.third);
    await device.page.locator('.next', { hasText: '7752' }).waitFor();
    await device.page.reload();
    await device.hero('这一件要你决定');
    await device.unsynced(1);
    await device.open('在，拦下放退货区');
    await device.synced();
    assert.deepEqual(server.warehouse.resolutions.map((op) => op.resolution), ['HELD_BACK']);
  });
});

describe('signing in', () => {
  test('refuses kindly, and takes a badge for the name', async () => {
    const { page } = device;
    await page.goto(`${address}?m=qinghe`);
    assert.equal(await page.getByLabel('商家').inputValue(), 'qinghe');
    await page.locator('body').click();
    await device.scan('wugf');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'password');
    assert.equal(await page.getByLabel('工号').inputValue(), 'wugf');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await device.open('登录');
    await page.getByRole('alert').filter({ hasText: '商家、工号或密码不对' }).waitFor();
    await page.getByLabel('密码', { exact: true }).fill(GUIFANG.password);
    await device.open('登录');
    await page.getByText('吴桂芳 · 上海嘉定仓').waitFor();
  });

  test('comes back when the session is lost, and the queue stays', async () => {
    await device.signIn();
    await device.open(/出库扫描/);
    server.endSessions();
    await device.scan(WAYBILLS.first);
    await device.page.getByText('登录过期了，重新登录后接着扫').waitFor();
    await device.page.getByText('本机存着 1 条未同步').waitFor();
    await device.page.getByLabel('密码', { exact: true }).fill(GUIFANG.password);
    await device.open('登录');
    await device.page.locator('.bar h1', { hasText: '出库扫描' }).waitFor();
    await device.synced();
    assert.equal(server.warehouse.operations.length, 1);
  });

  test("keeps another person's scans until that person comes back", async () => {
    await device.signIn();
    await device.open(/出库扫描/);
    server.fault = 'DROP';
    await device.scan(WAYBILLS.first);
    await device.hero('已存下');
    await device.unsynced(1);
    server.fault = 'NONE';
    server.endSessions();
    await device.retry();
    await device.page.getByLabel('工号').fill(DELIANG.session.user.login);
    await device.page.getByLabel('密码', { exact: true }).fill(DELIANG.password);
    await device.open('登录');
    await device.synced();
    assert.equal(server.warehouse.operations.length, 0);
    await device.open('返回');
    await device.open('菜单');
    await device.open('退出登录');
    await device.page.getByText('吴桂芳 有 1 条未同步，等本人登录后发送').waitFor();
  });

  test('tells how long to wait after too many tries, and of a server that does not answer', async () => {
    const { page } = device;
    await page.goto(`${address}?m=qinghe`);
    await page.getByLabel('工号').fill('wugf');
    for (let i = 0; i < 5; i++) {
      await page.getByLabel('密码', { exact: true }).fill(`wrong-${i}`);
      await device.open('登录');
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    }
    await page.getByText('试的次数太多，30 秒后再登录').waitFor();
  });
});

describe('a busy server', () => {
  test('is waited for', async () => {
    await device.signIn();
    await device.open(/出库扫描/);
    server.fault = 'BUSY';
    await device.scan(WAYBILLS.first);
    await device.page.getByText('服务器没有应答，照常扫，已存本机').waitFor();
    server.fault = 'NONE';
    await device.synced();
    assert.equal(server.warehouse.operations.length, 1);
  });
});

describe('everybody', () => {
  test('can use it: no finding of axe on any state', async () => {
    const { page } = device;
    await page.goto(`${address}?m=qinghe`);
    await page.getByText('登录仓库作业').waitFor();
    await axe();
    await device.signIn();
    await axe();
    await device.open('菜单');
    await axe();
    await device.open('关闭');
    await device.open('开始 P-1503');
    await axe();
    for (const [code, word] of [[CODES.tea, '正确'], [CODES.pot, '拿错了'], [CODES.tea, '正确'], [CODES.tea, '多了 1 件'], [CODES.bowl, '拣完了']] as const) {
      await device.scan(code);
      await device.hero(word);
      await axe();
    }
  });

  test('reads English when they choose it', async () => {
    await device.signIn();
    await device.open('菜单');
    await device.page.getByRole('radio', { name: 'English' }).check({ force: true });
    await device.page.getByText('Sign out').waitFor();
    assert.equal(await device.page.evaluate(() => document.documentElement.lang), 'en');
    assert.doesNotMatch(await device.page.locator('.menu').innerText(), /[退登语外]/);
  });

  test('asks nobody else: every request goes to this server', async () => {
    const foreign: string[] = [];
    device.page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('blob:') && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    await device.signIn();
    await device.open('开始 P-1503');
    await device.scan(CODES.tea);
    await device.hero('正确');
    assert.deepEqual(foreign, []);
  });
});
