import { type Instant, instant } from '@beback/core';

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zone names of RFC 2822 section 4.3, in minutes. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?`;
const ZONE = String.raw`(?:\s*(?<zone>[A-Za-z]{1,4}|[+-]\d\d:?\d\d))?(?:\s*\([^)]*\))?`;

/** RFC 2822, ISO 8601 (also with a space), and the console's time before date. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:[A-Z][a-z]{2},\s*)?(?<day>\d{1,2})\s+(?<name>[A-Z][a-z]{2})\s+(?<year>\d{4})\s+${CLOCK}${ZONE}$`,
  ),
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ]${CLOCK}${ZONE}$`),
  new RegExp(String.raw`^${CLOCK}${ZONE}\s+(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$`),
];

/**
 * Reads a time as Twilio writes it. Without a zone it is UTC, as all of Twilio's times are.
 *
 * @returns undefined when it is no time.
 *
 * @example
 * readTime('Sat, 21 Nov 2026 16:00:00 +0000'); // 1795276800000
 */
export function readTime(text: string): Instant | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text.trim())?.groups;
    if (found === undefined) continue;
    const offset = offsetMinutes(found['zone']);
    const month =
      found['name'] === undefined ? Number(found['month']) : MONTHS.indexOf(found['name'].toLowerCase()) + 1;
    const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map((part) =>
      Number(found[part] ?? 0),
    );
    const wall = Date.UTC(year ?? 0, month - 1, day, hour, minute, second);
    const shown = new Date(wall);
    const rolled = shown.getUTCMonth() !== month - 1 || shown.getUTCDate() !== day || shown.getUTCHours() !== hour;
    if (offset === undefined || rolled || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
    return instant(wall - offset * 60_000);
  }
  return undefined;
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return 0;
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (found === null) return Object.hasOwn(ZONES, zone.toUpperCase()) ? ZONES[zone.toUpperCase()] : undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return minutes > 14 * 60 ? undefined : found[1] === '-' ? -minutes : minutes;
}
