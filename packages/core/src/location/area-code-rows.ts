import type { Region } from './regions.ts';

/** Area codes of one stretch of land: its regions, every zone that its numbers may lie in, and the codes. */
export interface AreaCodeRow {
  readonly regions: readonly Region[];
  readonly zones: readonly string[];
  readonly codes: string;
}

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';
const BOISE = 'America/Boise';
const BRITISH_COLUMBIA = [
  'America/Vancouver',
  'America/Edmonton',
  'America/Dawson_Creek',
  'America/Fort_Nelson',
  'America/Creston',
] as const;
const FAR_NORTH = [
  'America/Whitehorse',
  'America/Inuvik',
  'America/Edmonton',
  'America/Cambridge_Bay',
  'America/Rankin_Inlet',
  'America/Resolute',
  'America/Iqaluit',
] as const;

/**
 * Every geographic area code (NPA) in service or announced in the United States, their territories and Canada.
 *
 * Sources: the North American Numbering Plan Administrator's code list and planning letters (nanpa.com), the Canadian
 * Numbering Administrator (cnac.ca), zone borders of 49 CFR part 71 and the tz database. Written by hand, last gone
 * through on 2026-11-21.
 *
 * libphonenumber's zone map answers one zone for a number of a split code, by the rate centre of a land line; numbers are
 * ported and carried, so we answer every zone of the code, and know some overlays that it does not know yet:
 * `test/libphonenumber.test.ts` lists every difference. A zone that only a hamlet follows by habit is left out (Kenton OK,
 * Phenix City AL, western Cherry County NE in 402). Toll-free, premium and non-geographic codes are absent on purpose:
 * they say nothing of a place.
 */
export const AREA_CODE_ROWS: readonly AreaCodeRow[] = [
  row('AL', [CENTRAL], '205 251 256 334 483 659 938'),
  row('AK', ['America/Anchorage', 'America/Adak'], '907'),
  row('AZ', ['America/Phoenix'], '480 520 602 623'),
  row('AZ', ['America/Phoenix', MOUNTAIN], '928'), // the Navajo Nation keeps summer time
  row('AR', [CENTRAL], '327 479 501 870'),
  row('CA', [PACIFIC], '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661'),
  row('CA', [PACIFIC], '669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951'),
  row('CO', [MOUNTAIN], '303 719 720 748 970 983'),
  row('CT', [EASTERN], '203 475 860 959'),
  row('DE', [EASTERN], '302'),
  row('DC', [EASTERN], '202 771'),
  row('FL', [EASTERN], '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954'),
  row('FL', [CENTRAL, EASTERN], '448 850'), // the panhandle, split at the Apalachicola
  row('GA', [EASTERN], '229 404 470 478 678 706 762 770 912 943'),
  row('HI', ['Pacific/Honolulu'], '808'),
  row('ID', [BOISE, PACIFIC], '208 986'),
  row('IL', [CENTRAL], '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'),
  row('IN', ['America/Indiana/Indianapolis'], '260 317 463 765'),
  row('IN', ['America/Indiana/Indianapolis', CENTRAL], '219 574 812 930'),
  row('IA', [CENTRAL], '319 515 563 641 712'),
  row('KS', [CENTRAL], '316 913'),
  row('KS', [CENTRAL, MOUNTAIN], '620 785'), // four counties on the Colorado line
  row('KY', ['America/Kentucky/Louisville'], '502 859'),
  row('KY', ['America/Kentucky/Louisville', CENTRAL], '270 364 606'),
  row('LA', [CENTRAL], '225 318 337 457 504 985'),
  row('ME', [EASTERN], '207'),
  row('MD', [EASTERN], '227 240 301 410 443 667'),
  row('MA', [EASTERN], '339 351 413 508 617 774 781 857 978'),
  row('MI', ['America/Detroit'], '231 248 269 313 517 586 616 679 734 810 947 989'),
  row('MI', ['America/Detroit', 'America/Menominee'], '906'),
  row('MN', [CENTRAL], '218 320 507 612 651 763 924 952'),
  row('MS', [CENTRAL], '228 471 601 662 769'),
  row('MO', [CENTRAL], '235 314 417 557 573 636 660 816 975'),
  row('MT', [MOUNTAIN], '406'),
  row('NE', [CENTRAL], '402 531'),
  row('NE', [CENTRAL, MOUNTAIN], '308'),
  row('NV', [PACIFIC], '702 725'),
  row('NV', [PACIFIC, MOUNTAIN], '775'), // West Wendover
  row('NH', [EASTERN], '603'),
  row('NJ', [EASTERN], '201 551 609 640 732 848 856 862 908 973'),
  row('NM', [MOUNTAIN], '505 575'),
  row('NY', [EASTERN], '212 315 329 332 347 363 465 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934'),
  row('NC', [EASTERN], '252 336 472 704 743 828 910 919 980 984'),
  row('ND', [CENTRAL, MOUNTAIN], '701'),
  row('OH', [EASTERN], '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'),
  row('OK', [CENTRAL], '405 539 572 580 918'),
  row('OR', [PACIFIC], '503 971'),
  row('OR', [PACIFIC, BOISE], '458 541'), // Malheur County
  row('PA', [EASTERN], '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'),
  row('RI', [EASTERN], '401'),
  row('SC', [EASTERN], '803 821 839 843 854 864'),
  row('SD', [CENTRAL, MOUNTAIN], '605'),
  row('TN', [CENTRAL], '615 629 731 901 931'),
  row('TN', [EASTERN], '865'),
  row('TN', [EASTERN, CENTRAL], '423 729'), // Marion, Sequatchie and Bledsoe counties
  row('TX', [CENTRAL], '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 936'),
  row('TX', [CENTRAL], '940 945 956 972 979'),
  row('TX', [MOUNTAIN], '915'),
  row('UT', [MOUNTAIN], '385 435 801'),
  row('VT', [EASTERN], '802'),
  row('VA', [EASTERN], '276 434 540 571 686 703 757 804 826 948'),
  row('WA', [PACIFIC], '206 253 360 425 509 564'),
  row('WV', [EASTERN], '304 681'),
  row('WI', [CENTRAL], '262 274 353 414 534 608 715 920'),
  row('WY', [MOUNTAIN], '307'),
  row('PR', ['America/Puerto_Rico'], '787 939'),
  row('VI', ['America/St_Thomas'], '340'),
  row('GU', ['Pacific/Guam'], '671'),
  row('MP', ['Pacific/Saipan'], '670'),
  row('AS', ['Pacific/Pago_Pago'], '684'),

  row('AB', ['America/Edmonton'], '368 403 587 780 825'),
  row('BC', ['America/Vancouver'], '604'),
  row('BC', BRITISH_COLUMBIA, '236 250 257 672 778'),
  row('MB', ['America/Winnipeg'], '204 431 584'),
  row('NB', ['America/Moncton'], '428 506'),
  row('NL', ['America/St_Johns', 'America/Goose_Bay'], '709 879'),
  row('NS PE', ['America/Halifax'], '782 902'),
  row('ON', ['America/Toronto'], '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942'),
  row('ON', ['America/Toronto', 'America/Winnipeg', 'America/Atikokan'], '807'),
  row('QC', ['America/Toronto'], '263 354 438 450 468 514 579 819 873'),
  row('QC', ['America/Toronto', 'America/Halifax', 'America/Blanc-Sablon'], '273 367 418 581'),
  row('SK', ['America/Regina', 'America/Edmonton'], '306 474 639'), // Lloydminster keeps Alberta's time
  row('YT NT NU', FAR_NORTH, '867'),
];

function row(regions: string, zones: readonly string[], codes: string): AreaCodeRow {
  return { regions: regions.split(' ') as Region[], zones, codes };
}
