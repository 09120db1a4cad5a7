import type { Region } from './regions.ts';

/** Postal codes of one stretch of land: its regions, the zones it may lie in, and their prefixes. */
export interface PostalRow {
  readonly regions: readonly Region[];
  readonly zones: readonly string[];
  /** Three-digit ZIP prefixes and ranges of them (`320-323 326`), or first letters of Canadian postal codes. */
  readonly prefixes: string;
}

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';
const BOISE = 'America/Boise';
const PHOENIX = 'America/Phoenix';
const DETROIT = 'America/Detroit';

/**
 * ZIP prefixes by state, and by zone where a state has several. A prefix that serves counties of two zones has both.
 * Military prefixes (090-098, 340, 962-966) are absent: their addresses are anywhere.
 *
 * Sources: the three-digit prefix groups of the US Postal Service's labeling list L002, the zone borders of 49 CFR
 * part 71. Last gone through on 2026-11-21.
 */
export const ZIP_ROWS: readonly PostalRow[] = [
  row('AL', [CENTRAL], '350-369'),
  row('AK', ['America/Anchorage'], '996-999'),
  row('AK', ['America/Anchorage', 'America/Adak'], '995'),
  row('AZ', [PHOENIX], '850-859 863-864'),
  row('AZ', [PHOENIX, MOUNTAIN], '860 865'), // the Navajo Nation keeps summer time
  row('AR', [CENTRAL], '716-729'),
  row('CA', [PACIFIC], '900-961'),
  row('CO', [MOUNTAIN], '800-816'),
  row('CT', [EASTERN], '060-069'),
  row('DE', [EASTERN], '197-199'),
  row('DC', [EASTERN], '200 202-205 569'),
  row('FL', [EASTERN], '320-323 326-339 341-349'),
  row('FL', [CENTRAL, EASTERN], '324'),
  row('FL', [CENTRAL], '325'),
  row('GA', [EASTERN], '300-319 398-399'),
  row('HI', ['Pacific/Honolulu'], '967-968'),
  row('ID', [BOISE], '832-834 836-837'),
  row('ID', [BOISE, PACIFIC], '835'),
  row('ID', [PACIFIC], '838'),
  row('IL', [CENTRAL], '600-629'),
  row('IN', [EASTERN], '460-462 466-468 470-474 478'),
  row('IN', [EASTERN, CENTRAL], '465 469 475 479'),
  row('IN', [CENTRAL], '463-464 476-477'),
  row('IA', [CENTRAL], '500-528'),
  row('KS', [CENTRAL], '660-676 679'),
  row('KS', [CENTRAL, MOUNTAIN], '677-678'),
  row('KY', [EASTERN], '400 402-418 425'),
  row('KY', [EASTERN, CENTRAL], '401 426-427'),
  row('KY', [CENTRAL], '420-424'),
  row('LA', [CENTRAL], '700-714'),
  row('ME', [EASTERN], '039-049'),
  row('MD', [EASTERN], '206-219'),
  row('MA', [EASTERN], '010-027 055'),
  row('MI', [DETROIT], '480-497'),
  row('MI', [DETROIT, CENTRAL], '498-499'),
  row('MN', [CENTRAL], '550-567'),
  row('MS', [CENTRAL], '386-397'),
  row('MO', [CENTRAL], '630-658'),
  row('MT', [MOUNTAIN], '590-599'),
  row('NE', [CENTRAL], '680-689'),
  row('NE', [CENTRAL, MOUNTAIN], '690-692'),
  row('NE', [MOUNTAIN], '693'),
  row('NV', [PACIFIC], '889-897'),
  row('NV', [PACIFIC, MOUNTAIN], '898'), // West Wendover
  row('NH', [EASTERN], '030-038'),
  row('NJ', [EASTERN], '070-089'),
  row('NM', [MOUNTAIN], '870-884'),
  row('NY', [EASTERN], '005 100-149'),
  row('NC', [EASTERN], '270-289'),
  row('ND', [CENTRAL], '580-584 587'),
  row('ND', [CENTRAL, MOUNTAIN], '585-586 588'),
  row('OH', [EASTERN], '430-459'),
  row('OK', [CENTRAL], '730-732 734-749'),
  row('OR', [PACIFIC], '970-978'),
  row('OR', [PACIFIC, BOISE], '979'), // Malheur County
  row('PA', [EASTERN], '150-196'),
  row('RI', [EASTERN], '028-029'),
  row('SC', [EASTERN], '290-299'),
  row('SD', [CENTRAL], '570-574'),
  row('SD', [CENTRAL, MOUNTAIN], '575-576'),
  row('SD', [MOUNTAIN], '577'),
  row('TN', [CENTRAL], '370-372 380-385'),
  row('TN', [EASTERN, CENTRAL], '373 377'),
  row('TN', [EASTERN], '374-376 378-379'),
  row('TX', [CENTRAL], '733 750-797'),
  row('TX', [CENTRAL, MOUNTAIN], '798'),
  row('TX', [MOUNTAIN], '799 885'),
  row('UT', [MOUNTAIN], '840-847'),
  row('VT', [EASTERN], '050-054 056-059'),
  row('VA', [EASTERN], '201 220-246'),
  row('WA', [PACIFIC], '980-994'),
  row('WV', [EASTERN], '247-268'),
  row('WI', [CENTRAL], '530-549'),
  row('WY', [MOUNTAIN], '820-831'),
  row('PR', ['America/Puerto_Rico'], '006-007 009'),
  row('VI', ['America/St_Thomas'], '008'),
  row('GU MP', ['Pacific/Guam'], '969'),
];

/** Provinces by the first letter of a postal code (Canada Post). Without zones: every zone of the region. */
export const POSTAL_LETTER_ROWS: readonly PostalRow[] = [
  row('NL', [], 'A'),
  row('NS', [], 'B'),
  row('PE', [], 'C'),
  row('NB', [], 'E'),
  row('QC', [], 'G'),
  row('QC', ['America/Toronto'], 'H J'),
  row('ON', ['America/Toronto'], 'K L M N'),
  row('ON', [], 'P'),
  row('MB', [], 'R'),
  row('SK', [], 'S'),
  row('AB', [], 'T'),
  row('BC', [], 'V'),
  row('NT NU', [], 'X'),
  row('YT', ['America/Whitehorse'], 'Y'),
];

function row(regions: string, zones: readonly string[], prefixes: string): PostalRow {
  return { regions: regions.split(' ') as Region[], zones, prefixes };
}
