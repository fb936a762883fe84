/** The server's time in the browser: drills shift the server's clock, and a phone's own clock may be wrong. */
let offset = 0;
const watchers = new Set<() => void>();

export function now(): number {
  return Date.now() + offset;
}

export function setServerTime(epochMillis: number): void {
  offset = epochMillis - Date.now();
  watchers.forEach((watcher) => watcher());
}

/** Calls back once a second as long as the page can be seen. */
export function everySecond(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

setInterval(() => {
  if (!document.hidden) watchers.forEach((watcher) => watcher());
}, 1000);

export function inChinese(): boolean {
  return document.documentElement.lang.startsWith('zh');
}

/** 1:14 for an hour and fourteen minutes; minutes are rounded down. */
export function hoursAndMinutes(millis: number): string {
  const minutes = Math.floor(Math.abs(millis) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
