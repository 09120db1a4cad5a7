const SHAPE = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** What {@link parseTimeOfDay} takes, for messages. */
export const TIME_OF_DAY_ALLOWED = 'HH:MM from 00:00 to 23:59, or 24:00 for the end of the day';

/**
 * Minutes since midnight of `HH:MM` (`24:00` is 1440), or undefined when the text is no time of day.
 *
 * @example
 * parseTimeOfDay('15:30'); // 930
 */
export function parseTimeOfDay(text: string): number | undefined {
  if (text === '24:00') return 24 * 60;
  const parts = SHAPE.exec(text);
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}
