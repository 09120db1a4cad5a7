import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { AREA_CODES, areaCode } from './area-code.ts';
import { AREA_CODE_ROWS } from './area-code-rows.ts';
import { candidateRegions, candidateZones } from './candidates.ts';
import { placeOfPostalCode, placeOfRegion, prefixesOf } from './place.ts';
import { POSTAL_LETTER_ROWS, ZIP_ROWS } from './postal-rows.ts';
import { CA_REGIONS, countryOf, parseRegion, type Region, US_REGIONS } from './regions.ts';

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

it('knows 434 area codes, each once and well formed', () => {
  expect(AREA_CODES).toHaveLength(434);
  expect(AREA_CODE_ROWS.flatMap((row) => row.codes.split(' '))).toHaveLength(434);
  // N is 2 to 9, the middle digit is not 9, and no N11 is an area code.
  for (const code of AREA_CODES) expect(code).toMatch(/^[2-9](?!11)[0-8]\d$/);
});

it('lists the area codes in ascending order', () => {
  expect(AREA_CODES).toEqual(AREA_CODES.toSorted());
});

it('has area codes for every region, and no region unknown', () => {
  const regions = new Set(AREA_CODE_ROWS.flatMap((row) => row.regions));
  expect([...regions].sort()).toEqual([...US_REGIONS, ...CA_REGIONS].sort());
});

it('names only zones that the engine knows', () => {
  const zones = new Set([...AREA_CODE_ROWS, ...ZIP_ROWS, ...POSTAL_LETTER_ROWS].flatMap((row) => row.zones));
  for (const zone of zones)
    expect(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)).not.toThrow();
});

it('says of every area code and every ZIP in which zones it may lie', () => {
  const rows = [...AREA_CODE_ROWS, ...ZIP_ROWS];
  expect(rows.filter(({ zones }) => zones.length === 0)).toEqual([]);
});

it.each([
  ['850', [CENTRAL, EASTERN]],
  ['448', [CENTRAL, EASTERN]],
  ['219', ['America/Indiana/Indianapolis', CENTRAL]],
  ['812', ['America/Indiana/Indianapolis', CENTRAL]],
  ['930', ['America/Indiana/Indianapolis', CENTRAL]],
  ['270', ['America/Kentucky/Louisville', CENTRAL]],
  ['364', ['America/Kentucky/Louisville', CENTRAL]],
  ['605', [CENTRAL, MOUNTAIN]],
  ['701', [CENTRAL, MOUNTAIN]],
  ['308', [CENTRAL, MOUNTAIN]],
  ['541', [PACIFIC, 'America/Boise']],
  ['458', [PACIFIC, 'America/Boise']],
  ['906', ['America/Detroit', 'America/Menominee']],
  ['928', ['America/Phoenix', MOUNTAIN]],
  ['807', ['America/Toronto', 'America/Winnipeg', 'America/Atikokan']],
])('gives split code %s all its zones', (code, zones) => {
  expect(areaCode(code)?.zones).toEqual(zones);
});

it.each([
  ['457', 'LA', CENTRAL],
  ['621', 'TX', CENTRAL],
  ['324', 'FL', EASTERN],
  ['350', 'CA', PACIFIC],
  ['945', 'TX', CENTRAL],
  ['679', 'MI', 'America/Detroit'],
  ['942', 'ON', 'America/Toronto'],
])('knows the young overlay %s', (code, region, zone) => {
  expect(areaCode(code)).toMatchObject({ regions: [region], zones: [zone] });
});

it('reads British Columbia outside Vancouver as all of its clocks', () => {
  expect(areaCode('250')?.zones).toContain('America/Edmonton');
  expect(areaCode('250')?.zones).toContain('America/Fort_Nelson');
  expect(areaCode('604')?.zones).toEqual(['America/Vancouver']);
});

it.each(['800', '833', '888', '900', '500', '600', '211', '1', '', '85O'])('knows no place for %j', (code) => {
  expect(areaCode(code)).toBeUndefined();
});

it.each([
  ['32401', ['FL'], [CENTRAL, EASTERN]],
  ['32501-1234', ['FL'], [CENTRAL]],
  ['33101', ['FL'], [EASTERN]],
  ['46402', ['IN'], [CENTRAL]],
  ['79901', ['TX'], [MOUNTAIN]],
  ['73301', ['TX'], [CENTRAL]],
  ['00501', ['NY'], [EASTERN]],
  ['02108', ['MA'], [EASTERN]],
  ['20101', ['VA'], [EASTERN]],
  ['K1A 0B1', ['ON'], ['America/Toronto']],
  ['k1a0b1', ['ON'], ['America/Toronto']],
  [' K1A 0B1 ', ['ON'], ['America/Toronto']],
  [' 32501 ', ['FL'], [CENTRAL]],
  ['325011234', ['FL'], [CENTRAL]],
  ['32501 1234', ['FL'], [CENTRAL]],
  ['X0A 0A0', ['NT', 'NU'], placeOfRegion('NT').zones],
  ['P7B', ['ON'], ['America/Toronto', 'America/Winnipeg', 'America/Atikokan']],
])('places postal code %j', (code, regions, zones) => {
  expect(placeOfPostalCode(code)).toMatchObject({ regions, zones });
});

it.each([
  ...['', '1234', '123456', '09012', '96201', 'D1A 1A1', 'ABC', '00000', 'FL 32501', '32501 FL'],
  ...['32501-', '32501-123', '32501-12345', '32501--1234', '32501+1234', '32501-ABCD', '3250A', '325O1-1234'],
  ...['K1', 'KK1A', '1K1A', 'K11', 'KAA', 'K1A 0B', 'K1A 0B11', 'K1A  0B1', 'K1A 0BB', 'K1A ABC', 'K1A-0B1'],
])('places nobody at postal code %j', (code) => {
  expect(placeOfPostalCode(code)).toBeUndefined();
});

it('has each ZIP prefix in one row, and no state without', () => {
  const regions = new Set(ZIP_ROWS.flatMap((row) => row.regions));
  // Samoa shares Hawaii's prefixes.
  expect([...regions].sort()).toEqual(US_REGIONS.filter((region) => region !== 'AS').sort());
  const listed = ZIP_ROWS.flatMap(prefixesOf);
  expect(new Set(listed).size).toBe(listed.length);
});

it('leaves out the ZIP prefixes that nobody has, and the military ones', () => {
  const all = Array.from({ length: 1000 }, (_, prefix) => String(prefix).padStart(3, '0'));
  const without = all.filter((prefix) => placeOfPostalCode(`${prefix}01`) === undefined);
  expect(without.join(' ')).toBe(
    [
      '000 001 002 003 004 090 091 092 093 094 095 096 097 098 099 269',
      '340 419 428 429 529 568 578 579 589 659 694 695 696 697 698 699 715',
      '817 818 819 839 848 849 861 862 866 867 868 869 886 887 888 899 962 963 964 965 966',
    ].join(' '),
  );
});

it('never puts a ZIP in a zone that none of its state’s area codes knows', () => {
  const likeness: Readonly<Record<string, string>> = {
    'America/Indiana/Indianapolis': EASTERN,
    'America/Kentucky/Louisville': EASTERN,
    'America/Menominee': CENTRAL,
  };
  for (const row of ZIP_ROWS) {
    const state = row.regions.flatMap((region) => placeOfRegion(region).zones).map((zone) => likeness[zone] ?? zone);
    for (const zone of row.zones) expect(state, row.regions.join()).toContain(zone);
  }
});

it('unites the zones and the states of area code and address', () => {
  const evidence = { areaCodes: ['405'], postalCode: '90012' };
  expect(candidateZones(evidence)).toEqual([CENTRAL, PACIFIC]);
  expect(candidateRegions(evidence)).toEqual(['OK', 'CA']);
});

it('lets a stated zone count alone, while the states stay', () => {
  const evidence = { areaCodes: ['405'], postalCode: '90012', statedZone: 'America/Denver' };
  expect(candidateZones(evidence)).toEqual([MOUNTAIN]);
  expect(candidateRegions(evidence)).toEqual(['OK', 'CA']);
});

it('takes all zones of a state when only the state is known, fewer with a postal code', () => {
  expect(candidateZones({ areaCodes: [], region: 'US-FL' })).toEqual([EASTERN, CENTRAL]);
  expect(candidateZones({ areaCodes: [], region: 'fl', postalCode: '33101' })).toEqual([EASTERN]);
});

it('keeps both states when the address contradicts itself', () => {
  expect(candidateRegions({ areaCodes: [], region: 'GA', postalCode: '33101' })).toEqual(['FL', 'GA']);
});

it('knows nothing of a toll-free number without an address', () => {
  expect(candidateZones({ areaCodes: ['800'] })).toEqual([]);
  expect(candidateRegions({ areaCodes: ['800'], region: 'Bavaria' })).toEqual([]);
});

it('knows no place for a region that is in neither country', () => {
  expect(() => placeOfRegion('ZZ' as Region)).toThrow('ZZ is in no list of regions');
});

it('reads regions bare or with their own country only', () => {
  expect(['fl', 'US-FL', ' on ', 'CA-ON', 'CA-FL', 'US-ON', 'XX', ''].map(parseRegion)).toEqual([
    ...['FL', 'FL', 'ON', 'ON', undefined, undefined, undefined, undefined],
  ]);
  expect(countryOf('CA')).toBe('USA');
  expect(countryOf('ON')).toBe('CAN');
});
