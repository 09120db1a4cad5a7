import { lookup } from './lookup.ts';
/** The parts of a date as they were written; numbers may still be out of range. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Up to three digits. */
  readonly fraction: string;
  /** `Z`, `±hh:mm`, or null when none was given. */
  readonly offset: string | null;
  /** Day and month may have changed places. */
  readonly ambiguous: boolean;
  readonly yearFirst: boolean;
  /** ISO 8601 to the letter. */
  readonly exact: boolean;
}

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zones that RFC 2822 names, and those of the rest of North America. */
const ZONE_OFFSETS: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  HST: '-10:00',
  AST: '-04:00',
  ADT: '-03:00',
  NST: '-03:30',
  NDT: '-02:30',
};

const CLOCK = String.raw`(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?|(?=\s*[ap]\.?m\b))`;
const TIME = String.raw`(?<hour>\d{1,2})${CLOCK}(?:\s*(?<half>[ap])\.?m\b\.?)?`;
const ZONE = String.raw`(?:\s*\(?(?<zone>(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{1,2})?|[A-Z]{1,4})\)?(?:\s*\([^)]*\))?)?`;
const TAIL = String.raw`(?:(?:T|\s*,?\s+(?:at\s+)?|\s*-\s+|:(?=\d{2}:))${TIME})?${ZONE}$`;
const YEAR = String.raw`(?<year>\d{4})`;
const SHORT_YEAR = String.raw`(?<year>\d{4}|'?\d{2})`;
const MONTH_NAME = String.raw`(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;

/** Ways to write a date, the likeliest first. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly ambiguous: boolean }[] = [
  {
    pattern: new RegExp(
      `^${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)(?:T?(?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)?)?${ZONE}$`,
      'i',
    ),
    ambiguous: false,
  },
  { pattern: new RegExp(`^${YEAR}[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})${TAIL}`, 'i'), ambiguous: true },
  { pattern: new RegExp(`^(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})[-/.]${SHORT_YEAR}${TAIL}`, 'i'), ambiguous: true },
  {
    pattern: new RegExp(`^${MONTH_NAME}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}${TAIL}`, 'i'),
    ambiguous: false,
  },
  {
    pattern: new RegExp(
      `^(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH_NAME}[\\s,-]+${SHORT_YEAR}${TAIL}`,
      'i',
    ),
    ambiguous: false,
  },
  { pattern: new RegExp(`^${MONTH_NAME}\\s+(?<day>\\d{1,2})\\s+${TIME}${ZONE}\\s+${YEAR}$`, 'i'), ambiguous: false },
];

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+/i;
const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads a date in any of the ways that senders write it, or undefined. Ranges are not checked here. */
export function matchDate(text: string): DateParts | undefined {
  const bare = text.trim().slice(0, 100).replace(WEEKDAY, '');
  for (const { pattern, ambiguous } of PATTERNS) {
    const found = pattern.exec(bare)?.groups;
    if (found === undefined) continue;
    const offset = readOffset(found['zone']);
    if (offset === undefined) return undefined;
    const hour = Number(found['hour'] ?? 0);
    return {
      year: fullYear(found['year'] ?? ''),
      month: found['name'] === undefined ? Number(found['month']) : monthNumber(found['name']),
      day: Number(found['day']),
      hour: found['half'] === undefined ? hour : (hour % 12) + (found['half'].toLowerCase() === 'p' ? 12 : 0),
      minute: Number(found['minute'] ?? 0),
      second: Number(found['second'] ?? 0),
      fraction: (found['fraction'] ?? '').slice(0, 3),
      offset,
      ambiguous,
      yearFirst: /^\d{4}/.test(bare),
      exact: EXACT.test(bare),
    };
  }
  return undefined;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function fullYear(text: string): number {
  const year = Number(text.replace("'", ''));
  return year < 100 ? 2000 + year : year;
}

/** `-08:0`, `-0500`, `-8:00`, `+5` and names to `±hh:mm` or `Z`; null for none, undefined for nonsense. */
function readOffset(zone: string | undefined): string | null | undefined {
  if (zone === undefined) return null;
  const name = zone.toUpperCase();
  // "ET" is whichever of the two holds that day: the store's own zone says it better.
  if (/^[ECMP]T$/.test(name)) return null;
  if (/^[A-Z]+$/.test(name)) return lookup(ZONE_OFFSETS, name);
  const found = /([+-])(\d{1,2}):?(\d{0,2})$/.exec(zone);
  if (found === null) return undefined;
  const hours = (found[2] ?? '').padStart(2, '0');
  const minutes = (found[3] ?? '').padEnd(2, '0');
  return Number(hours) > 14 || Number(minutes) > 59 ? undefined : `${found[1]}${hours}:${minutes}`;
}
