/** Keeps the page itself on the device, so that it opens without a network. Data never goes through here. */

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const worker = self as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
};

const NAME = `dingshu-h5-${__SHELL__.version}`;
const KEPT_BUILDS = 2;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.url.startsWith(worker.registration.scope) ? request.url.slice(worker.registration.scope.length) : null;
  if (request.method !== 'GET' || path === null || path.startsWith('api/')) return;
  event.respondWith(request.mode === 'navigate' ? shell(request) : kept(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll(__SHELL__.files.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

/** A window still open on the build before this one may ask for its parts. */
async function activate(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith('dingshu-h5-') && name !== NAME);
  await Promise.all(builds.slice(0, -(KEPT_BUILDS - 1)).map((name) => caches.delete(name)));
  await worker.clients.claim();
  await fetchLater();
}

/** The large reader for the camera follows when the page already works. */
async function fetchLater(): Promise<void> {
  const cache = await caches.open(NAME);
  await Promise.all(__SHELL__.later.map((file) => cache.add(file).catch(() => undefined)));
}

async function shell(request: Request): Promise<Response> {
  return (await caches.match('./', { ignoreSearch: true })) ?? fetch(request);
}

async function kept(request: Request): Promise<Response> {
  const found = await caches.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && new URL(request.url).pathname.includes('/assets/')) {
    const cache = await caches.open(NAME);
    await cache.put(request, response.clone());
  }
  return response;
}
