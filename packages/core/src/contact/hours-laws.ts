import { parseTimeOfDay } from '../calendar/time-of-day.ts';
import { type Law, law } from './law.ts';

/** Minutes since midnight of the customer's own day; `until` is excluded. */
export interface Minutes {
  readonly from: number;
  readonly until: number;
}

/** When solicitations by call or text are lawful, in the called party's local time. */
export interface HoursLaw extends Law {
  /** Monday first; undefined: not at all on that weekday. */
  readonly week: readonly (Minutes | undefined)[];
  readonly closedOnHolidays: boolean;
}

const DROP_COWBOY = 'dropcowboy.com/state-compliance, updated 2025-11-01';

/**
 * Calling hours. All rows of the places where a customer may be hold together, so the strictest wins; a federal row is
 * never widened by a state's.
 *
 * Left out because they add nothing to the federal hours or because sources contradict each other: Virginia (8 to 21),
 * Pennsylvania's Saturdays.
 */
export const HOURS_LAWS: readonly HoursLaw[] = [
  daily('08:00', '21:00', law('us.federal.hours', 'USA', '1992-12-20', '47 CFR 64.1200(c)(1)')),
  daily('08:00', '20:00', law('us.fl.hours', 'FL', '2021-07-01', 'Fla. Stat. 501.616(6)(a); eflo.net')),
  daily('08:00', '20:00', law('us.ok.hours', 'OK', '2022-11-01', 'Oklahoma HB 3168, 15 Okla. Stat. 775C; eflo.net')),
  daily('08:00', '20:00', law('us.wa.hours', 'WA', '2022-06-09', 'Washington HB 1497; eflo.net, vicifast.com')),
  daily('08:00', '20:00', law('us.md.hours', 'MD', '2024-01-01', 'Maryland Stop the Spam Calls Act; vicifast.com')),
  week(
    '09:00',
    '21:00',
    'same',
    ['12:00', '21:00'],
    law('us.tx.hours', 'TX', '2009-04-01', 'Tex. Bus. & Com. Code 301.051; foster.com'),
  ),
  daily('09:00', '20:00', law('us.ct.hours', 'CT', '2023-10-01', 'Connecticut SB 1058; kaufmandolowich.com')),
  quietHolidays(
    week('08:00', '20:00', 'same', undefined, law('us.al.hours', 'AL', '2025-11-01', DROP_COWBOY, 'medium')),
  ),
  quietHolidays(
    week('08:00', '20:00', 'same', undefined, law('us.la.hours', 'LA', '2025-11-01', DROP_COWBOY, 'medium')),
  ),
  week('08:00', '20:00', 'same', undefined, law('us.ms.hours', 'MS', '2025-11-01', DROP_COWBOY, 'medium')),
  daily('10:00', '21:00', law('us.ky.hours', 'KY', '2025-11-01', DROP_COWBOY, 'medium')),
  daily('08:00', '20:00', law('us.ma.hours', 'MA', '2025-11-01', DROP_COWBOY, 'medium')),
  daily('09:00', '20:00', law('us.nv.hours', 'NV', '2025-11-01', DROP_COWBOY, 'medium')),
  daily('09:00', '21:00', law('us.mi.hours', 'MI', '2025-11-01', DROP_COWBOY, 'medium')),
  daily('09:00', '21:00', law('us.mn.hours', 'MN', '2025-11-01', DROP_COWBOY, 'medium')),
  daily('09:00', '21:00', law('us.nm.hours', 'NM', '2025-11-01', DROP_COWBOY, 'medium')),
  week('09:00', '18:00', ['10:00', '17:00'], undefined, law('us.ri.hours', 'RI', '2025-11-01', DROP_COWBOY, 'medium')),
  week(
    '09:00',
    '21:30',
    ['10:00', '18:00'],
    ['10:00', '18:00'],
    law('ca.utr.hours', 'CAN', '2008-09-30', 'CRTC Unsolicited Telecommunications Rules, Part III', 'medium'),
  ),
];

/**
 * What we keep to although no solicitation law asks for it: a call about an appointment or a sale is no solicitation,
 * but nobody wants it at midnight. A dealer's plan may tighten it.
 */
export const COURTESY_HOURS = daily(
  '08:00',
  '21:00',
  law('default.courtesy.hours', 'USA', '1992-12-20', 'our default, after 47 CFR 64.1200(c)(1)'),
);

/**
 * Where nothing tells where a customer is: eleven to eight in New York is eight to five in Los Angeles, so within
 * daytime anywhere in the contiguous states.
 */
export const UNKNOWN_PLACE_HOURS = daily(
  '11:00',
  '20:00',
  law('default.unknownPlace.hours', 'USA', '1992-12-20', 'our default, after 47 CFR 64.1200(c)(1)'),
);
export const UNKNOWN_PLACE_ZONE = 'America/New_York';

type Clock = readonly [from: string, until: string];

function daily(from: string, until: string, row: Law): HoursLaw {
  return week(from, until, 'same', [from, until], row);
}

function week(from: string, until: string, saturday: Clock | 'same', sunday: Clock | undefined, row: Law): HoursLaw {
  const weekday = minutes([from, until]);
  const days = [weekday, weekday, weekday, weekday, weekday, saturday === 'same' ? weekday : minutes(saturday)];
  return { ...row, week: [...days, sunday && minutes(sunday)], closedOnHolidays: false };
}

function quietHolidays(row: HoursLaw): HoursLaw {
  return { ...row, closedOnHolidays: true };
}

function minutes([from, until]: Clock): Minutes {
  return { from: parseTimeOfDay(from) ?? Number.NaN, until: parseTimeOfDay(until) ?? Number.NaN };
}
