import type { PlanWords } from './plan-words.ts';

/** How a plan is written: words, numbers, times, and the ways within it. */
export interface PlanTelling {
  readonly texts: PlanWords;
  readonly tag: string;
  /** The store's. */
  readonly zone: string | undefined;
  /** A step's address, for a new tab. */
  hrefOf(stepId: string): string;
  /** Goes to a step in place. */
  go(stepId: string): void;
}

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Making a format costs more than a hundred uses of it. */
function known<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => F): F {
  const found = formats.get(key) as F | undefined;
  if (found !== undefined) return found;
  const made = make();
  formats.set(key, made);
  return made;
}

/** `63.6`: tasks in a day, with one decimal; upwards where rounding would hide that it is above a limit. */
export function tellLoad(value: number, { tag }: PlanTelling, limit?: number): string {
  const rounded = Math.round(value * 10) / 10;
  const told = limit !== undefined && value > limit && rounded <= limit ? Math.ceil(value * 10) / 10 : rounded;
  return known(`load ${tag}`, () => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })).format(told);
}

/** `Tue, Dec 8` of a `YYYY-MM-DD`, which belongs to no zone. */
export function tellDay(day: string, { tag }: PlanTelling): string {
  const options = { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return known(`day ${tag}`, () => new Intl.DateTimeFormat(tag, options)).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Mon` or, where there is little room, `M`, of a weekday (Monday = 1). */
export function tellWeekday(weekday: number, width: 'short' | 'narrow' | 'long', { tag }: PlanTelling): string {
  const format = known(`${width} ${tag}`, () => new Intl.DateTimeFormat(tag, { weekday: width, timeZone: 'UTC' }));
  // The fourth of January 1970 was a Sunday.
  return format.format((3 + weekday) * 86_400_000);
}

/** `Nov 20, 2026` where the store is: a version may be years old. */
export function tellDate(at: string, { tag, zone }: PlanTelling): string {
  const options = { dateStyle: 'medium', timeZone: zone } as const;
  return known(`date ${tag} ${zone}`, () => new Intl.DateTimeFormat(tag, options)).format(Date.parse(at));
}

/** `Nov 20, 2026, 3:30 PM` where the store is. */
export function tellMoment(at: string, { tag, zone }: PlanTelling): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const;
  return known(`moment ${tag} ${zone}`, () => new Intl.DateTimeFormat(tag, options)).format(Date.parse(at));
}
