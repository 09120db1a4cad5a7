import { DAY_24H, type Instant } from '../spine/instant.ts';

/** Days since 1970-01-01 by UTC: what laws and their months are dated by. A small whole number, which costs no memory. */
export function utcDayOf(at: Instant): number {
  return Math.floor(at / DAY_24H) | 0;
}
