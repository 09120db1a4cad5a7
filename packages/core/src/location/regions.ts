const US_STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY';
const US_TERRITORIES = 'PR VI GU MP AS';
const CA_PROVINCES = 'AB BC MB NB NL NS NT NU ON PE QC SK YT';

type Words<S extends string, Found = never> = S extends `${infer First} ${infer Rest}`
  ? Words<Rest, Found | First>
  : Found | S;

/** A US state, the federal district, a US territory that shares the country code, or a Canadian province or territory,
 * by its postal abbreviation; none stands for one of each country. */
export type Region = Words<typeof US_STATES> | Words<typeof US_TERRITORIES> | Words<typeof CA_PROVINCES>;
/** ISO 3166-1 alpha-3, so that Canada is never taken for California. */
export type Country = 'USA' | 'CAN';

/** The states, the federal district, and the territories that share the country code. */
export const US_REGIONS = `${US_STATES} ${US_TERRITORIES}`.split(' ') as readonly Region[];
/** The provinces and territories. */
export const CA_REGIONS = CA_PROVINCES.split(' ') as readonly Region[];

/**
 * The country that a region lies in.
 *
 * @example
 * countryOf('ON'); // 'CAN'
 */
export function countryOf(region: Region): Country {
  return CA_REGIONS.includes(region) ? 'CAN' : 'USA';
}

const BY_CODE: ReadonlyMap<string, Region> = new Map([...US_REGIONS, ...CA_REGIONS].map((region) => [region, region]));

const PREFIXES = { USA: 'US', CAN: 'CA' } as const satisfies Readonly<Record<Country, string>>;

/**
 * The region of `fl`, `FL` or `US-FL`; undefined when it is none of the two countries'.
 *
 * @example
 * parseRegion('us-fl'); // 'FL'
 */
export function parseRegion(text: string): Region | undefined {
  const [code = '', country] = text.trim().toUpperCase().split('-').reverse();
  const region = BY_CODE.get(code);
  return region !== undefined && (country === undefined || PREFIXES[countryOf(region)] === country)
    ? region
    : undefined;
}
