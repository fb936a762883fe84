import type { Task } from './model.ts';

/** SF1630776104417 → SF 1630 **** 4417: enough to compare with the label in the hand. */
export function maskedWaybill(waybill: string): string {
  const parts = /^([A-Za-z]*)(.*)$/.exec(waybill)!;
  const digits = parts[2]!;
  const shown = digits.length > 8 ? `${digits.slice(0, 4)} **** ${digits.slice(-4)}` : digits;
  return parts[1] ? `${parts[1]} ${shown}` : shown;
}

/** Hours and minutes as h:mm. */
export function duration(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes and seconds as m:ss, for the time one task took. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function clockTime(iso: string): string {
  const at = new Date(iso);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

export type Urgency = 'calm' | 'soon' | 'late' | 'over' | 'paused';

const MINUTE = 60_000;

/** How a task stands against its due time. */
export function urgency(task: Pick<Task, 'dueAt' | 'clock'>, now: number): { urgency: Urgency; left: number } | null {
  if (!task.dueAt) return null;
  const left = Date.parse(task.dueAt) - now;
  if (task.clock === 'PAUSED') return { urgency: 'paused', left };
  if (left < 0) return { urgency: 'over', left };
  if (left <= 10 * MINUTE) return { urgency: 'late', left };
  return { urgency: left <= 30 * MINUTE ? 'soon' : 'calm', left };
}
