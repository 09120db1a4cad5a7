/** How times are written: in whose language, and in whose zone (none: the browser's). */
export interface TimeStyle {
  readonly tag: string;
  readonly zone?: string | undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: TimeStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${style.tag}|${style.zone ?? ''}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(style.tag, { ...options, ...(style.zone ? { timeZone: style.zone } : {}) });
  formats.set(key, made);
  return made;
}

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'short', month: 'short', day: 'numeric' } as const;

/** `4:20 PM` */
export function timeOfDay(at: number, style: TimeStyle): string {
  return format(style, TIME).format(at);
}

/** `Sat, Nov 21, 4:20 PM` */
export function dayAndTime(at: number, style: TimeStyle): string {
  return format(style, { ...DAY, ...TIME }).format(at);
}

/** `Nov 21, 2026` */
export function dateOf(at: number, style: TimeStyle): string {
  return format(style, { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
}

/** `Nov 21, 2026, 4:20:05 PM CST`: for what is held against somebody, also by who is elsewhere. */
export function exactly(at: number, style: TimeStyle): string {
  const date = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  return format(style, { ...date, ...TIME, second: '2-digit', timeZoneName: 'short' }).format(at);
}

/** The time alone on the day of `now`, else with its day. */
export function timeNear(at: number, now: number, style: TimeStyle): string {
  return sameDay(at, now, style) ? timeOfDay(at, style) : dayAndTime(at, style);
}

/** `Saturday, November 21` of a `YYYY-MM-DD`, which belongs to no zone. */
export function dayInWords(day: string, tag: string): string {
  const style = { tag, zone: 'UTC' };
  return format(style, { weekday: 'long', month: 'long', day: 'numeric' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Sat, Nov 21` of a `YYYY-MM-DD`. */
export function dayBriefly(day: string, tag: string): string {
  return format({ tag, zone: 'UTC' }, DAY).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Sat 21` of a `YYYY-MM-DD`, where there is little room. */
export function dayNarrow(day: string, tag: string): string {
  return format({ tag, zone: 'UTC' }, { weekday: 'short', day: 'numeric' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Nov 21` of a `YYYY-MM-DD`. */
export function shortDay(day: string, tag: string): string {
  return format({ tag, zone: 'UTC' }, { month: 'short', day: 'numeric' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** `2026-11-21`: the day of a moment in a zone. */
export function calendarDay(at: number, zone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return format({ tag: 'sv-SE', zone }, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

export function sameDay(a: number, b: number, style: TimeStyle): boolean {
  const { format: day } = format(style, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return day(a) === day(b);
}

const MINUTE = 60_000;

/** A span of time in the two units that matter: `3 min`, `2 h 5 min`, `4 d`. Rounds down; less than a minute is 0 min. */
export function span(milliseconds: number, tag: string): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / MINUTE);
  const unit = (value: number, name: 'minute' | 'hour' | 'day'): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (minutes < 60) return unit(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return unit(Math.floor(hours / 24), 'day');
  return minutes % 60 === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
}
