import type { ScanKind } from './model.ts';

/** Where the page is; the address bar holds it, so the back key works. */
export type Route = { page: 'TASKS' } | { page: 'SCAN'; kind: ScanKind; taskId: string | null };

const NAMES: Record<ScanKind, string> = { PICK: 'pick', PACK: 'pack', OUTBOUND: 'out' };

export function readRoute(hash: string): Route {
  const [, name, id] = /^#\/(pick|pack|out)(?:\/(.+))?$/.exec(hash) ?? [];
  if (name === 'out') return { page: 'SCAN', kind: 'OUTBOUND', taskId: null };
  if ((name === 'pick' || name === 'pack') && id) {
    return { page: 'SCAN', kind: name === 'pick' ? 'PICK' : 'PACK', taskId: decodeURIComponent(id) };
  }
  return { page: 'TASKS' };
}

export function hashOf(route: Route): string {
  if (route.page === 'TASKS') return '#/';
  return route.taskId === null ? `#/${NAMES[route.kind]}` : `#/${NAMES[route.kind]}/${encodeURIComponent(route.taskId)}`;
}
