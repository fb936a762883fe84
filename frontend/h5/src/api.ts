import type { Csrf, Op, OpResult, Session, TaskList } from './model.ts';

/** Nobody answered: no network, a refused connection or silence for too long. */
export class Unreachable extends Error {}

/** The session is gone; the way back is to sign in. */
export class SignedOut extends Error {}

/** The server asks to come back later. */
export class Busy extends Error {
  /** Milliseconds the server asked for, if it did. */
  readonly retryAfter: number | null;

  constructor(retryAfter: number | null) {
    super('busy');
    this.retryAfter = retryAfter;
  }
}

/** The request itself was turned down; sending it again would not help. */
export class TurnedDown extends Error {
  readonly status: number;

  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

const PATIENCE = 10_000;

/** The calls to /h5/api. Keeps the CSRF token of the session in memory only. */
export class Api {
  private csrf: Csrf | null = null;
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  async me(): Promise<Session> {
    return this.asSession(await this.call('GET', 'me'));
  }

  async signIn(merchant: string, login: string, password: string): Promise<Session> {
    if (!this.csrf) await this.me().catch(() => undefined);
    return this.asSession(await this.unsafe('sign-in', { merchant, login, password }));
  }

  async signOut(): Promise<void> {
    await this.unsafe('sign-out', {});
    this.csrf = null;
  }

  async tasks(signal?: AbortSignal): Promise<TaskList> {
    return (await this.call('GET', 'tasks', undefined, signal)) as TaskList;
  }

  async ops(ops: readonly Op[]): Promise<OpResult[]> {
    return ((await this.unsafe('ops', { ops })) as { results: OpResult[] }).results;
  }

  /** A token can grow old while the session lives: it is fetched once more before giving up. */
  private async unsafe(path: string, body: unknown): Promise<unknown> {
    if (!this.csrf) await this.me();
    try {
      return await this.call('POST', path, body);
    } catch (failure) {
      if (!(failure instanceof TurnedDown) || failure.status !== 403) throw failure;
      await this.me().catch((gone: unknown) => {
        if (!(gone instanceof SignedOut) || path !== 'sign-in') throw gone;
      });
      return this.call('POST', path, body);
    }
  }

  private asSession(body: unknown): Session {
    const { csrf, ...session } = body as Session & { csrf?: Csrf };
    if (csrf) this.csrf = csrf;
    return session;
  }

  private async call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
    const response = await this.send(method, path, body, signal);
    const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
    if (response.ok) {
      // a hotel's or a proxy's page is no answer of ours
      if (answer === null && response.status !== 204) throw new Unreachable(path);
      return answer;
    }
    const problem = (answer ?? {}) as { title?: string; detail?: string; csrf?: Csrf };
    if (problem.csrf) this.csrf = problem.csrf;
    if (response.status === 401) throw new SignedOut(problem.title ?? '');
    if (response.status >= 500 || response.status === 429 || response.status === 408) {
      throw new Busy(retryAfter(response.headers.get('Retry-After')));
    }
    throw new TurnedDown(response.status, problem.detail ?? problem.title ?? `HTTP ${response.status}`);
  }

  private async send(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (method !== 'GET' && this.csrf) headers[this.csrf.header] = this.csrf.token;
    const abort = new AbortController();
    const giveUp = () => abort.abort();
    const patience = setTimeout(giveUp, PATIENCE);
    signal?.addEventListener('abort', giveUp);
    try {
      return await fetch(this.base + path, {
        method, headers, body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin', cache: 'no-store', signal: abort.signal,
      });
    } catch {
      throw new Unreachable(path);
    } finally {
      clearTimeout(patience);
      signal?.removeEventListener('abort', giveUp);
    }
  }
}

/** Seconds or a date, as RFC 9110 allows. */
export function retryAfter(header: string | null, now: number = Date.now()): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
