import type { Day, Weekday } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import type { Result } from '../spine/result.ts';
import type { PeopleCarrier } from './carrier.ts';
import type { DailyLoad, LoadRange, LoadUnit } from './daily-load.ts';
import type { DayLoad } from './load-series.ts';
import type { ForecastRefusal } from './reason-texts.ts';

/** What a plan asks of one carrier. */
export interface CarrierForecast {
  /** Of all of them on a working day, once the plan has run for long. */
  readonly load: LoadRange;
  /** Day by day from the start on, while the steps set in; closed days included. */
  readonly series: readonly DayLoad[];
  /** The mean of each weekday's last two ordinary days: a closed Sunday's steps stand on Monday. */
  readonly weekdays: Readonly<Record<Weekday, LoadRange>>;
}

/** What a plan asks of people, beside what they get done. */
export interface PeopleForecast extends CarrierForecast {
  readonly people: number;
  /** Of all of them in a day. */
  readonly capacity: DailyLoad;
  /** Of one of them on a working day; absent where there is nobody. */
  readonly perPerson?: LoadRange;
  /**
   * The first day of the series with more at most than the capacity, by tasks and by calls; absent where no day has.
   * A single day over it, after a closed one, refuses nothing: what finds no room is put off to the next day.
   */
  readonly firstDayOver: Readonly<Partial<Record<LoadUnit, Day>>>;
  /**
   * The steps that are too many, by tasks and by calls, in the plan's own order: from the one on with which a working
   * day's load at most exceeds the capacity. Without them the plan fits.
   */
  readonly overSteps: Readonly<Record<LoadUnit, readonly Id<'Step'>[]>>;
}

/** Tasks on a working day by kind of carrier; what the server does is no task of anybody. */
export interface LoadSplit {
  readonly people: number;
  readonly managers: number;
  readonly automation: number;
}

/** The load of a plan before it goes live. */
export interface LoadForecast {
  readonly plan: Id<'PlanVersion'>;
  readonly people: Readonly<Record<PeopleCarrier, PeopleForecast>>;
  readonly automation: CarrierForecast;
  readonly split: { readonly atMost: LoadSplit; readonly expected: LoadSplit };
  /**
   * Whether the plan may go live without somebody's signed override: nobody's steady load at most exceeds the capacity,
   * of tasks and of calls. A refusal is followed by one reason for each guilty step, which the reason's `plan` names.
   */
  readonly verdict: Result<'fits', ForecastRefusal>;
}
