import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Op } from '../src/model.ts';
import { Warehouse, type Person } from './warehouse.ts';

const BUILT = fileURLToPath(new URL('../../../target/classes/META-INF/resources/h5/', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.json': 'application/json',
};
/** What the product sends with the page: the tests run under the same rules. */
const CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src 'self' data:; media-src 'self' blob:; " +
  "style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'";

/** The built page and its REST contract over HTTP, with faults to order. For tests; never shipped. */
export class MockServer {
  readonly warehouse = new Warehouse();
  readonly calls: string[] = [];
  /** Batches as they came in. */
  readonly batches: Op[][] = [];
  /** DROP closes every call to the API unanswered, LOSE_ANSWER does the work first, BUSY answers 503. */
  fault: 'NONE' | 'DROP' | 'LOSE_ANSWER' | 'BUSY' = 'NONE';
  delay = 0;
  private readonly sessions = new Map<string, Person>();
  private readonly server: Server;
  private tokens = 0;
  private failures = 0;

  constructor() {
    this.server = createServer((request, response) => void this.handle(request, response).catch(() => response.destroy()));
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/h5/`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  endSessions(): void {
    this.sessions.clear();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url!, 'http://host').pathname;
    if (path.startsWith('/h5/api/')) return this.api(request, response, path.slice('/h5/api/'.length));
    this.file(response, path);
  }

  private file(response: ServerResponse, path: string): void {
    const file = join(BUILT, normalize(path.replace(/^\/h5\/?/, '/') || '/'));
    const found = path.endsWith('/') ? join(BUILT, 'index.html') : file;
    if (!path.startsWith('/h5/') || !existsSync(found) || !statSync(found).isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP, 'Cache-Control': 'no-cache' });
    createReadStream(found).pipe(response);
  }

  private async api(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = JSON.parse((await text(request)) || '{}') as Record<string, unknown>;
    this.calls.push(`${request.method} ${path}`);
    if (this.fault === 'DROP') return void request.socket.destroy();
    if (this.fault === 'BUSY') return answer(response, 503, { title: '服务忙' }, { 'Retry-After': '1' });
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const cookie = /h5=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    if (request.method !== 'GET' && request.headers['x-csrf-token'] !== `t-${cookie}`) return answer(response, 403, { title: 'CSRF' });
    const person = this.sessions.get(cookie);
    if (path === 'sign-in') return this.signIn(response, body);
    if (!person) return this.signedOut(response);
    switch (path) {
      case 'me':
        return answer(response, 200, { ...person.session, csrf: csrf(cookie) });
      case 'tasks':
        return answer(response, 200, this.warehouse.list());
      case 'sign-out':
        this.sessions.delete(cookie);
        return void response.writeHead(204).end();
      case 'ops':
        return this.ops(request, response, body['ops'] as Op[]);
      default:
        return void response.writeHead(404).end();
    }
  }

  private ops(request: IncomingMessage, response: ServerResponse, ops: Op[]): void {
    if (ops.length > 50) return answer(response, 400, { title: 'too many' });
    this.batches.push(ops);
    const results = ops.map((op) => this.warehouse.apply(op));
    if (this.fault === 'LOSE_ANSWER') return void request.socket.destroy();
    answer(response, 200, { results });
  }

  private signIn(response: ServerResponse, body: Record<string, unknown>): void {
    const found = this.warehouse.people.find(
      ({ session, password }) => session.merchant.slug === body['merchant'] && session.user.login === body['login'] && password === body['password'],
    );
    if (!found) {
      if (++this.failures > 4) return answer(response, 429, { title: '试的次数太多' }, { 'Retry-After': '30' });
      return answer(response, 401, { title: '商家、工号或密码不对' });
    }
    this.failures = 0;
    const cookie = this.newCookie();
    this.sessions.set(cookie, found);
    answer(response, 200, { ...found.session, csrf: csrf(cookie) }, { 'Set-Cookie': `h5=${cookie}; HttpOnly; SameSite=Lax; Path=/` });
  }

  private signedOut(response: ServerResponse): void {
    const cookie = this.newCookie();
    answer(response, 401, { title: '没有登录', csrf: csrf(cookie) }, { 'Set-Cookie': `h5=${cookie}; HttpOnly; SameSite=Lax; Path=/` });
  }

  private newCookie(): string {
    return `c${++this.tokens}`;
  }
}

function csrf(cookie: string): { header: string; token: string } {
  return { header: 'X-CSRF-TOKEN', token: `t-${cookie}` };
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers }).end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = new MockServer();
  console.log(await server.start(Number(process.argv[2] ?? 18700)), '· qinghe · wugf · hechuan-2026');
}
