const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the zone is ahead of UTC at an instant, in milliseconds.
 *
 * @throws RangeError when the zone is no IANA zone.
 */
export function zoneOffset(zone: string, epochMilliseconds: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(epochMilliseconds).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return wall - Math.floor(epochMilliseconds / 1000) * 1000;
}

/**
 * The instant at which the zone's clocks show a wall time (given as if it were UTC). Where they show it twice, the
 * first one; where they skip it, the instant as far behind the gap.
 */
export function wallToInstant(zone: string, wallAsUtc: number): number {
  const [before, after] = [zoneOffset(zone, wallAsUtc - DAY), zoneOffset(zone, wallAsUtc + DAY)];
  const shown = [before, after]
    .map((offset) => ({ offset, instant: wallAsUtc - offset }))
    .filter(({ offset, instant }) => zoneOffset(zone, instant) === offset);
  return shown.length > 0 ? Math.min(...shown.map(({ instant }) => instant)) : wallAsUtc - before;
}
