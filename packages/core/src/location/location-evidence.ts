/**
 * What is known of where a customer is. Personal data of its kind: it comes from erasable rows with each question,
 * never from facts. All parts may be absent; several area codes when several numbers may be meant.
 */
export interface LocationEvidence {
  /** Area codes (NPA) of the numbers meant, three digits each: `['850']`. */
  readonly areaCodes: readonly string[];
  /** US state or Canadian province of the address, by its postal abbreviation: `FL`, `ON`; also `US-FL`. */
  readonly region?: string;
  /** US ZIP or Canadian postal code of the address. */
  readonly postalCode?: string;
  /** The IANA zone that the customer said to be in: it alone counts then. */
  readonly statedZone?: string;
}
