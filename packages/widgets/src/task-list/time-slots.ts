import type { OpenDaysResult } from '@beback/client';

/** A day on which the store is open, as the server tells it. */
export type OpenDay = OpenDaysResult['openDays']['days'][number];

const SLOT = 30 * 60_000;

/** The times of a day that are offered: each half hour at which the store is open. Epoch milliseconds. */
export function slotsOf({ spans }: Pick<OpenDay, 'spans'>): readonly number[] {
  return spans.flatMap(({ from, until }) => {
    const slots: number[] = [];
    const end = Date.parse(until);
    for (let at = Math.ceil(Date.parse(from) / SLOT) * SLOT; at < end; at += SLOT) slots.push(at);
    return slots;
  });
}
