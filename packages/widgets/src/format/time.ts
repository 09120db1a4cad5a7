/** How times are written: in whose language, and in whose zone (none: the browser's). */
export interface TimeStyle {
  readonly tag: string;
  readonly zone?: string | undefined;
}

type Options = Intl.DateTimeFormatOptions;

/** By what is told and then by tag and zone: to make a format takes longer than to write a hundred times by it. */
const formats = new Map<Options, Map<string, Intl.DateTimeFormat>>();

/** @param options - one of the tables below, not a copy */
function format({ tag, zone }: TimeStyle, options: Options): Intl.DateTimeFormat {
  const key = zone ? `${tag}|${zone}` : tag;
  const known = formats.get(options) ?? new Map<string, Intl.DateTimeFormat>();
  const made = known.get(key) ?? new Intl.DateTimeFormat(tag, zone ? { ...options, timeZone: zone } : options);
  formats.set(options, known.set(key, made));
  return made;
}

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'short', month: 'short', day: 'numeric' } as const;
const DAY_TIME = { ...DAY, ...TIME } as const;
const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const MOMENT = { ...DATE, ...TIME, second: '2-digit', timeZoneName: 'short' } as const;
const LONG_DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const;
const NARROW_DAY = { weekday: 'short', day: 'numeric' } as const;
const SHORT_DAY = { month: 'short', day: 'numeric' } as const;
const CALENDAR = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** `4:20 PM` */
export function timeOfDay(at: number, style: TimeStyle): string {
  return format(style, TIME).format(at);
}

/** `Sat, Nov 21, 4:20 PM` */
export function dayAndTime(at: number, style: TimeStyle): string {
  return format(style, DAY_TIME).format(at);
}

/** `Nov 21, 2026` */
export function dateOf(at: number, style: TimeStyle): string {
  return format(style, DATE).format(at);
}

/** `Nov 21, 2026, 4:20:05 PM CST`: for what is held against somebody, also by who is elsewhere. */
export function exactly(at: number, style: TimeStyle): string {
  return format(style, MOMENT).format(at);
}

/** The time alone on the day of `now`, else with its day. */
export function timeNear(at: number, now: number, style: TimeStyle): string {
  return sameDay(at, now, style) ? timeOfDay(at, style) : dayAndTime(at, style);
}

/** `Saturday, November 21` of a `YYYY-MM-DD`, which belongs to no zone. */
export function dayInWords(day: string, tag: string): string {
  const style = { tag, zone: 'UTC' };
  return format(style, LONG_DAY).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Sat, Nov 21` of a `YYYY-MM-DD`. */
export function dayBriefly(day: string, tag: string): string {
  return format({ tag, zone: 'UTC' }, DAY).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Sat 21` of a `YYYY-MM-DD`, where there is little room. */
export function dayNarrow(day: string, tag: string): string {
  return format({ tag, zone: 'UTC' }, NARROW_DAY).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Nov 21` of a `YYYY-MM-DD`. */
export function shortDay(day: string, tag: string): string {
  return format({ tag, zone: 'UTC' }, SHORT_DAY).format(Date.parse(`${day}T00:00:00Z`));
}

/** `2026-11-21`: the day of a moment in a zone. */
export function calendarDay(at: number, zone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return format({ tag: 'sv-SE', zone }, CALENDAR).format(at);
}

export function sameDay(a: number, b: number, style: TimeStyle): boolean {
  const { format: day } = format(style, CALENDAR);
  return day(a) === day(b);
}

const MINUTE = 60_000;

const units = new Map<string, Intl.NumberFormat>();

function inUnits(value: number, unit: 'minute' | 'hour' | 'day', tag: string): string {
  const key = `${tag}|${unit}`;
  const made = units.get(key) ?? new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' });
  units.set(key, made);
  return made.format(value);
}

/** A span of time in the two units that matter: `3 min`, `2 h 5 min`, `4 d`. Rounds down; less than a minute is 0 min. */
export function span(milliseconds: number, tag: string): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / MINUTE);
  if (minutes < 60) return inUnits(minutes, 'minute', tag);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return inUnits(Math.floor(hours / 24), 'day', tag);
  const rest = minutes % 60;
  return rest === 0 ? inUnits(hours, 'hour', tag) : `${inUnits(hours, 'hour', tag)} ${inUnits(rest, 'minute', tag)}`;
}
