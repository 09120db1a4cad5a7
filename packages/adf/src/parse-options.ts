import { isSupportedCountry } from 'libphonenumber-js/min';
import type { ParseOptions } from './reader.ts';
import { zoneOffset } from './zone-time.ts';

export interface ParsedOptions {
  readonly country: string;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Options come from the store's settings: a wrong one is the caller's mistake, not the lead's. */
export function checkOptions({ country, zone, receivedAt }: ParseOptions): ParsedOptions {
  if (!isSupportedCountry(country)) {
    throw new RangeError(
      `parseAdf: country: expected an ISO 3166-1 alpha-2 code such as "US", got ${JSON.stringify(country)}`,
    );
  }
  const instant = ISO.test(receivedAt) ? Date.parse(receivedAt) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new RangeError(
      `parseAdf: receivedAt: expected ISO 8601 with offset such as "2026-11-21T15:00:00Z", got ${JSON.stringify(receivedAt)}`,
    );
  }
  try {
    zoneOffset(zone, instant);
  } catch {
    throw new RangeError(
      `parseAdf: zone: expected an IANA zone such as "America/Chicago", got ${JSON.stringify(zone)}`,
    );
  }
  return { country, zone, receivedAt: instant };
}
