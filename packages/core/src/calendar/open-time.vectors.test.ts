import { expect, it } from 'vitest';
import { at, calendarOf, iso } from '../../test/support/plan-context.ts';
import { vectorFile } from '../../test/support/vectors.ts';
import { MINUTE } from '../spine/instant.ts';
import { addOpenTime, openMillisecondsBetween } from './open-time.ts';
import type { StoreHours } from './store-calendar.ts';

interface Row {
  readonly it: string;
  readonly store: string;
  readonly from: string;
  readonly openMinutes: number;
  readonly due: string;
}

const { stores, rows } = vectorFile<{
  readonly stores: Readonly<Record<string, StoreHours>>;
  readonly rows: readonly Row[];
}>('calendar', 'open-time');

it.each(rows)('$it', ({ store, from, openMinutes, due }) => {
  const hours = stores[store];
  if (hours === undefined) throw new Error(`no store ${store} in the vectors`);
  const calendar = calendarOf(hours);
  expect(iso(addOpenTime(calendar, at(from), openMinutes * MINUTE))).toBe(iso(at(due)));
  expect(openMillisecondsBetween(calendar, at(from), at(due))).toBe(openMinutes * MINUTE);
});
