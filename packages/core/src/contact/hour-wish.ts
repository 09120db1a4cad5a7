import { isOpen } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf, localMinutes } from '../calendar/wall-time.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import { weekdayOfNumber } from '../spine/day.ts';
import type { Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { ReasonData } from '../spine/reason.ts';
import { isFederalHoliday } from './holidays.ts';
import { ownHour } from './own-hour.ts';
import type { BestTimeCode } from './reason-texts.ts';

/** What speaks for an hour of the day. All parts may be absent: then the plan's own hour stands. */
export interface HourGrounds {
  /** Calls that the customer answered, of any day, each once or more often. */
  readonly answered: readonly Mark[];
  /** When the customer wrote or called: the same hour is good on the following days. */
  readonly asked?: Mark;
  /** When the customer stood in the showroom: others are free when he was. */
  readonly visited?: Mark;
  /** When the customer gave a work number, for the call that can be made at once. */
  readonly gaveWorkNumber?: Mark;
}

/** An hour of the day that is wished for, by a clock on some wall. */
export interface HourWish {
  readonly code?: BestTimeCode;
  readonly table: ZoneTable;
  /** Minutes since midnight on a day (days since 1970-01-01). */
  readonly minutesOn: (dayNumber: number) => number;
  readonly data: ReasonData;
  readonly facts: readonly Mark[];
  readonly by?: 'bdc';
}

/**
 * When a showroom is fullest, in minutes since midnight, Monday first. Saturdays from two to three (franchise dealers),
 * on weekdays in the later afternoon, as late as four to five: growwithcars.com/dealeradvantage, Cars.com's measured
 * visits of January (2018/02/20) and November 2018 (2018/12/17). Sundays as Saturdays: ours.
 */
export const SHOWROOM_PEAKS: readonly number[] = [...Array<number>(5).fill(16 * 60), 14 * 60, 14 * 60];

/** When people are at work: Monday to Friday, no federal holiday. Ours. */
const BUSINESS_HOURS = { from: 9 * 60, until: 17 * 60 };

/**
 * The hour that most speaks for: the customer's own answers, else the showroom's peak for who came in, else the hour
 * at which the customer asked. Undefined: nothing but the plan's own hour does.
 *
 * @param home - the customer's clock
 */
export function hourWish(grounds: HourGrounds, home: ZoneTable, calendar: StoreCalendar): HourWish | undefined {
  const { answered, asked, visited } = grounds;
  const own = ownHour(answered, home);
  const { zone } = home;
  if (own !== undefined) {
    const { minutes, near } = own;
    const data = { zone, answers: near.length };
    return { code: 'bestTime.ownAnswers', table: home, minutesOn: () => minutes, data, facts: near };
  }
  if (visited !== undefined) {
    const minutesOn = (day: number) => SHOWROOM_PEAKS[weekdayOfNumber(day) - 1] as number;
    const facts = [visited];
    return { code: 'bestTime.showroomPeak', table: calendar, minutesOn, data: {}, facts, by: 'bdc' };
  }
  if (asked === undefined) return undefined;
  const minutes = localMinutes(home, asked.at);
  return { code: 'bestTime.leadHour', table: home, minutesOn: () => minutes, data: { zone }, facts: [asked] };
}

/** Whether people are at work at an instant, in every zone given, and the store is open to call them. */
export function isBusinessHour(at: Instant, zones: readonly ZoneTable[], calendar: StoreCalendar): boolean {
  return (
    isOpen(calendar, at) &&
    zones.every((table) => {
      const day = dayNumberOf(table, at);
      const minutes = localMinutes(table, at);
      const works = weekdayOfNumber(day) <= 5 && !isFederalHoliday(day);
      return works && BUSINESS_HOURS.from <= minutes && minutes < BUSINESS_HOURS.until;
    })
  );
}
