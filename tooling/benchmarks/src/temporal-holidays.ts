/** Fixed dates and moving ones of the United States: month, and a date or which weekday (Monday = 1) of the month. */
const HOLIDAYS: readonly {
  readonly month: number;
  readonly date?: number;
  readonly nth?: number;
  readonly weekday?: number;
}[] = [
  { month: 1, date: 1 },
  { month: 1, nth: 3, weekday: 1 },
  { month: 2, nth: 3, weekday: 1 },
  { month: 5, nth: -1, weekday: 1 },
  { month: 6, date: 19 },
  { month: 7, date: 4 },
  { month: 9, nth: 1, weekday: 1 },
  { month: 10, nth: 2, weekday: 1 },
  { month: 11, date: 11 },
  { month: 11, nth: 4, weekday: 4 },
  { month: 12, date: 25 },
];

/** Whether a date is a federal holiday or the weekday on which one is observed (5 U.S.C. 6103). */
export function isHoliday(date: Temporal.PlainDate): boolean {
  if (isOn(date)) return true;
  if (date.dayOfWeek === 5) return isOn(date.add({ days: 1 }));
  return date.dayOfWeek === 1 && isOn(date.subtract({ days: 1 }));
}

function isOn(value: Temporal.PlainDate): boolean {
  return HOLIDAYS.some(({ month, date, nth, weekday }) => {
    if (value.month !== month) return false;
    if (date !== undefined) return value.day === date;
    if (value.dayOfWeek !== weekday || nth === undefined) return false;
    return nth > 0 ? Math.ceil(value.day / 7) === nth : value.add({ days: 7 }).month !== month;
  });
}
